// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension TableProblem {
  /// What was found on how a table writes its cells.
  func conventionMessage(in language: Language) -> String {
    switch self {
    case .holdsForAll(let words):
      language.pick(
        "全表只有一种分类：\(words.joined(separator: "，"))，未作为分项。与其他表比较时请留意。",
        "the whole table is about \(words.joined(separator: ", ")); this is not taken for a part. Mind it when "
          + "comparing with other tables.")
    case .rowsDropped(let rows):
      language.pick("有\(rows)行标明已删除，未采用。", "\(rows) rows are marked as deleted and not used.")
    case .annualized(let period, let days):
      language.pick(
        "数值为年化值：×365÷时期天数（\(period)为\(days)天）。合计时分子×365，分母×天数。",
        "the values are annualized: times 365 over the days of the period (\(days) in \(period)). In totals numerators "
          + "count 365 times and denominators once a day.")
    case .footnote(let mark, let text, let read):
      language.pick(
        "“\(text)”按“\(read)”读取，“\(mark)”作为注码。如有误请改写该单元格。",
        "“\(text)” is read as “\(read)”, and “\(mark)” as the mark of a footnote. If that is wrong, correct the cell.")
    case .codesNamed(let count):
      language.pick("代码按这份名单显示名称（\(count)个）。", "codes are shown by the \(count) names of this list.")
    case .kindUnknown:
      language.pick(
        "没有分子和分母，也没有写明哪些是指标（indicator），数值按数量读取，合计时相加。若是比率，请导出时选 includeNumDen，或在旁边的 names.csv 中注明 kind 为 indicator。",
        "there are no numerators and denominators, and nothing says which values are indicators; they are read as counts and "
          + "added up in totals. If they are ratios, export them with includeNumDen, or say kind indicator in a names.csv beside them."
      )
    default: formMessage(in: language)
    }
  }

  private func formMessage(in language: Language) -> String {
    switch self {
    case .status(let code, let word): Self.statusMessage(code, word, in: language)
    case .decimalComma(let column):
      language.pick(
        "列“\(column)”以逗号为小数点读取（1.234,5 即 1234.5）。",
        "the column “\(column)” is read with a decimal comma (1.234,5 is 1234.5).")
    case .mixedDecimals(let column):
      language.pick(
        "列“\(column)”中小数点和小数逗号并存；两可的数（如 1,234）未采用。请统一写法。",
        "the column “\(column)” has decimal points and decimal commas; numbers that may be either (such as 1,234) are not "
          + "used. Write all of them alike.")
    case .ambiguousDecimals(let text, let column):
      language.pick(
        "列“\(column)”中的“\(text)”可能是千分位，也可能是小数；按通常写法读取（1,234 为千分位，1.234 为小数）。请核对。",
        "“\(text)” in the column “\(column)” may have thousands or decimals; it is read the usual way (1,234 is thousands, "
          + "1.234 has decimals). Check it.")
    case .fractions(let metric, let example):
      language.pick(
        "“\(metric)”应为百分数，而数值为\(example)等，可能是小数形式的比例，暂不采用。如 0.268 指 26.8%，请写成 26.8%。",
        "\(metric) is a percentage, and \(example) may be a fraction; the figure is set aside. If 0.268 means 26.8%, write "
          + "26.8%.")
    default: ""
    }
  }

  private static func statusMessage(_ code: String, _ word: StatusWord?, in language: Language) -> String {
    switch word {
    case .missing?: language.pick("状态“\(code)”：无数据。", "the status “\(code)” says that there is no figure.")
    case .masked?: language.pick("状态“\(code)”：数据保密。", "the status “\(code)” says that the figure is held back.")
    case .derived?: language.pick("状态“\(code)”：估计或推算值。", "the status “\(code)” says that the figure is an estimate.")
    case .doubtful?:
      language.pick(
        "状态“\(code)”：数据不可靠或为预测值，暂不采用。请核对。",
        "the status “\(code)” says that the figure is unreliable or a forecast; it is set aside. Check it.")
    case .noted?, .reported?:
      language.pick(
        "状态“\(code)”：数值采用；口径、序列或定稿情况可能不同，比较时请留意。",
        "the status “\(code)” is noted: the figure is used, but it may be provisional, or break with those before it.")
    case nil:
      language.pick(
        "不认识状态“\(code)”，数值暂不采用。请核对。",
        "the status “\(code)” is not known; the figure is set aside. Check it.")
    }
  }
}
