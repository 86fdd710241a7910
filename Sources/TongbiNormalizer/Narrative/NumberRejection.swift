// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Why a number of a text is no figure.
package enum NumberRejection: String, Hashable, Sendable, CaseIterable {
  /// An age.
  case age
  /// An ordinal or a rank.
  case ordinal
  /// A grade of institutions or a set phrase.
  case grade
  /// The number of a document.
  case documentNumber = "document_number"
  /// A telephone or postal number.
  case telephone
  /// Part of a name.
  case name
  /// The mark of a list or heading.
  case listMark = "list_mark"
  /// A day or an hour of the calendar.
  case calendar
  /// How often something is to be done.
  case frequency
  /// A length of time that measures no metric.
  case duration
  /// A measure of place or size.
  case measure
  /// A comparison with others, not with another period.
  case comparedWithOthers = "compared_with_others"
  /// How much of a plan was done.
  case shareOfPlan = "share_of_plan"
  /// What a figure includes or leaves out.
  case scope
  /// A change of a rate of change.
  case changeOfChange = "change_of_change"
  /// A change that no figure near it can take.
  case changeWithoutFigure = "change_without_figure"
  /// Counted in a unit that the metric before it does not have.
  case otherUnit = "other_unit"
  /// A value of a list that does not match its subjects.
  case listMismatch = "list_mismatch"
  /// More than 18 digits.
  case tooLong = "too_long"
  /// No noun says what it counts.
  case noNoun = "no_noun"

  /// The reason in words.
  package func words(in language: Language) -> String {
    switch self {
    case .age: language.pick("年龄", "an age")
    case .ordinal: language.pick("序数或名次", "an ordinal or a rank")
    case .grade: language.pick("等级或固定说法", "a grade of institutions or a set phrase")
    case .documentNumber: language.pick("文号", "the number of a document")
    case .telephone: language.pick("电话、邮编等号码", "a telephone or postal number")
    case .name: language.pick("名称的一部分", "part of a name")
    case .listMark: language.pick("序号", "the mark of a list or heading")
    case .calendar: language.pick("日期或钟点", "a day or an hour of the calendar")
    case .frequency: language.pick("频次要求", "how often something is to be done")
    case .duration: language.pick("时长，不是指标", "a length of time that measures no metric")
    case .measure: language.pick("场所、面积等计量", "a measure of place or size")
    case .comparedWithOthers: language.pick("与其他机构或标准相比", "a comparison with others, not with another period")
    case .shareOfPlan: language.pick("计划完成比例", "how much of a plan was done")
    case .scope: language.pick("口径说明", "what a figure includes or leaves out")
    case .changeOfChange: language.pick("增速的变化", "a change of a rate of change")
    case .changeWithoutFigure: language.pick("找不到所属指标的增减", "a change that no figure near it can take")
    case .otherUnit: language.pick("单位与指标不符", "counted in a unit that the metric before it does not have")
    case .listMismatch: language.pick("列举的项数与数字不符", "a value of a list that does not match its subjects")
    case .tooLong: language.pick("超过18位", "more than 18 digits")
    case .noNoun: language.pick("没有说明所计的事物", "no noun says what it counts")
    }
  }
}
