// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What a person should look at in a sentence.
package enum NarrativeProblem: Problem, Hashable {
  /// 分别 with as many subjects as there are not values.
  case listMismatch(subjects: Int, values: Int, words: String)
  /// A change in percent of a metric that is itself in percent.
  case pointsOrPercent(metric: String, words: String)
  /// A figure outside of what is plausible.
  case implausible(metric: String, value: String, lowest: String, highest: String)
  /// A ratio in another unit than usual: 7.5% for a rate per thousand.
  case unusualUnit(metric: String, unit: String, expected: String)
  /// A ratio without its unit.
  case unitMissing(metric: String, value: String, expected: String)
  /// A change that no figure near it can take.
  case orphanChange(words: String)
  /// A change without the words that name its base; read as year over year.
  case baseNotNamed(words: String)
  /// A range has no single value.
  case range(words: String)
  /// A count with a fraction and no 万.
  case multiplierMissing(metric: String, value: String)
  /// A number of more than 18 digits.
  case tooManyDigits(words: String)
  /// Digits with misplaced marks or letters among them: 12,34,5人次, 1O23人次.
  case damagedNumber(words: String)
  /// A change in the unit of a figure and one in percent that do not fit together.
  case changesDiffer(words: String, stated: String, computed: String)
  /// One figure stated twice with different values.
  case statedDifferently(metric: String, first: String, second: String, line: Int)

  /// The stable name of the case.
  package var code: String {
    switch self {
    case .listMismatch: "list-mismatch"
    case .pointsOrPercent: "points-or-percent"
    case .implausible: "implausible-value"
    case .unusualUnit: "unusual-unit"
    case .unitMissing: "unit-missing"
    case .orphanChange: "orphan-change"
    case .baseNotNamed: "base-not-named"
    case .range: "range-without-value"
    case .multiplierMissing: "multiplier-missing"
    case .tooManyDigits: "too-many-digits"
    case .damagedNumber: "damaged-number"
    case .changesDiffer: "changes-differ"
    case .statedDifferently: "stated-differently"
    }
  }

  /// What was found and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .listMismatch(let subjects, let values, let words):
      language.pick(
        "“\(words)”：“分别”前有\(subjects)项，后有\(values)个数，无法对应，未采用。请改写，使各项与数字一一对应。",
        "“\(words)” lists \(subjects) subjects and \(values) values, so none was used. Reword it so that each subject has its value."
      )
    case .pointsOrPercent(let metric, let words):
      language.pick(
        "\(metric)以百分数计，“\(words)”未写明是百分比还是百分点，按原文作百分比保留。请核实。",
        "\(metric) is in percent and “\(words)” does not say whether percent or points are meant; kept as percent. Check it."
      )
    case .implausible(let metric, let value, let lowest, let highest):
      language.pick(
        "\(metric) \(value) 超出合理范围 \(lowest)—\(highest)，标为存疑。请核对原文和单位。",
        "\(metric) of \(value) lies outside of \(lowest) to \(highest) and is marked suspect. Check the report and the unit."
      )
    case .unusualUnit(let metric, let unit, let expected):
      language.pick(
        "\(metric)写作\(unit)，通常以\(expected)计，标为存疑。是否应为\(expected)？",
        "\(metric) is stated in \(unit) and usually in \(expected); marked suspect. Should it be \(expected)?")
    case .unitMissing(let metric, let value, let expected):
      language.pick(
        "\(metric) \(value) 没有单位，按\(expected)读取。请核实。",
        "\(metric) \(value) has no unit and was read in \(expected). Check it.")
    case .orphanChange(let words):
      language.pick(
        "“\(words)”说的是哪个指标不清楚，未采用。请核对原文。",
        "It is not clear what “\(words)” speaks of, so it was not used. Check the report.")
    case .baseNotNamed(let words):
      language.pick(
        "“\(words)”没有写明与何时相比，按同比读取。请核实。", "“\(words)” does not name its base and was read as year over year. Check it.")
    case .range(let words):
      language.pick("“\(words)”是一个范围，没有单一数值。", "“\(words)” is a range and has no single value.")
    case .multiplierMissing(let metric, let value):
      language.pick(
        "\(metric) \(value) 带小数，可能漏写“万”，标为存疑。请核对原文。",
        "\(metric) of \(value) has a fraction, so 万 may have been left out; marked suspect. Check the report.")
    case .tooManyDigits(let words):
      language.pick(
        "“\(words)”超过18位，未读取。请核对原文。", "“\(words)” has more than 18 digits and was not read. Check the report.")
    case .damagedNumber(let words):
      language.pick(
        "“\(words)”不是完整的数字（逗号、小数点位置不对或夹有字母），未采用其数值。请核对原文，更正后重新读取。",
        "“\(words)” is no number as it stands (a misplaced comma or point, or a letter among the digits), so no value was taken. Correct the report and read it again."
      )
    case .changesDiffer(let words, let stated, let computed):
      language.pick(
        "“\(words)”：写明\(stated)，按所写增减额计算为\(computed)。请核实。",
        "“\(words)” states \(stated), and the amount beside it gives \(computed). Check which is right.")
    case .statedDifferently(let metric, let first, let second, let line):
      language.pick(
        "\(metric)前后不一：此处为\(second)，第\(line)行为\(first)。请核实。",
        "\(metric) is stated as \(second) here and as \(first) in line \(line). Check which is right.")
    }
  }
}
