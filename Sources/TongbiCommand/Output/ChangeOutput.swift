// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Changes as records, as JSON lines and as rows for a terminal.
struct ChangeOutput {
  let language: Language

  static let header = [
    "facility", "metric", "period", "value", "months", "base_period", "base_value", "base_months", "difference",
    "percent", "unit", "state",
  ]

  /// The columns of records, with one more where a person corrected figures.
  static func header(of ledger: Ledger) -> [String] { header + (ledger.isCorrected ? ["corrected"] : []) }

  /// One change on one line of JSON, with the members of ``header``, and where a person corrected it, what.
  func json(_ change: Change, of ledger: Ledger) -> String {
    let corrected = corrections(of: change, ledger).map { ("corrected", JSONText.string($0)) }
    func number(_ value: ExactDecimal?) -> JSONText { value.map { .number($0) } ?? .null }
    return JSONText.object(
      [
        ("facility", .string(name(change.subject))), ("metric", .string(change.metric.id)),
        ("period", .string(change.period.description)), ("value", number(change.current.value)),
        ("months", .integer(change.current.months.count)), ("base_period", .string(change.basePeriod.description)),
        ("base_value", number(change.base.value)), ("base_months", .integer(change.base.months.count)),
        ("difference", number(change.difference)), ("percent", number(change.percent)),
        ("unit", .string(change.metric.unit.symbol)), ("state", .string(change.state.rawValue)),
      ] + (corrected.map { [$0] } ?? [])
    ).line
  }

  /// What a person corrected in the figures of a change; `nil` where nothing was.
  func corrections(of change: Change, _ ledger: Ledger) -> String? {
    guard ledger.isCorrected else { return nil }
    let found = ledger.corrections(of: change).flatMap(\.corrections).map { $0.words(in: language) }
    return found.isEmpty ? nil : found.joined(separator: "; ")
  }

  /// The changes as a table for a terminal.
  func table(_ changes: [Change], of ledger: Ledger) -> String {
    let header =
      language == .chinese
      ? ["机构", "指标", "时期", "本期", "基期", "增减", "增减%", "单位", "状态"]
      : ["facility", "metric", "period", "value", "base", "difference", "percent", "unit", "state"]
    let alignments: [TerminalTable.Alignment] = [.left, .left, .left, .right, .right, .right, .right, .left, .left]
    var table = TerminalTable(header: header, alignments: alignments)
    for change in changes {
      table.rows.append([
        name(change.subject), change.metric.name(in: language), change.period.description, short(change.current.value),
        (change.base.isBackcast ? language.pick("推算 ", "derived ") : "") + short(change.base.value),
        signed(change.difference, places: 2), signed(change.percent, places: 1),
        change.metric.unit.symbol,
        [words(change.state), corrections(of: change, ledger).map { _ in language.pick("含更正", "corrected") } ?? ""]
          .filter { !$0.isEmpty }.joined(separator: language.pick("，", ", ")),
      ])
    }
    return table.text
  }

  /// The name of what a change is about.
  func name(_ subject: Change.Subject) -> String {
    switch subject {
    case .facility(let name): name
    case .group(let name): name.isEmpty ? language.pick("未分组", "no group") : name
    case .matchedGroup(let name):
      language.pick("\(self.name(.group(name)))（两期均有数）", "\(self.name(.group(name))) (in both periods)")
    case .all: language.pick("全部机构", "all facilities")
    case .matched: language.pick("两期均有数的机构", "facilities in both periods")
    }
  }

  /// The state in words.
  func words(_ state: Change.State) -> String {
    switch state {
    case .ok: ""
    case .missingCurrent: language.pick("本期缺报", "no current figure")
    case .missingBase: language.pick("基期缺报", "no base figure")
    case .masked: language.pick("数字被隐去", "masked")
    case .zeroBase: language.pick("基期为零", "base is zero")
    case .negativeBase: language.pick("基期为负", "base is negative")
    case .signChange: language.pick("正负相反", "sign changed")
    case .notComparable: language.pick("不可比", "not comparable")
    case .partial: language.pick("部分月份", "some months only")
    }
  }

  private func short(_ value: ExactDecimal?) -> String { value.map { grouped($0.rounded(to: 2)) } ?? "–" }

  private func signed(_ value: ExactDecimal?, places: Int) -> String {
    guard let value else { return "–" }
    let rounded = value.rounded(to: places)
    return (rounded.isNegative ? "−" : rounded.isZero ? "" : "+") + grouped(rounded.magnitude)
  }

  private func grouped(_ value: ExactDecimal) -> String {
    let parts = value.magnitude.description.split(separator: ".", maxSplits: 1)
    let whole = Array(parts[0])
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (value.isNegative ? "−" : "") + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }
}
