// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiDocuments
import TongbiNormalizer

/// What became of a number, in words.
struct AuditWords {
  let language: Language

  /// What a person is to see in it at a glance.
  func kind(_ entry: AuditEntry) -> ReviewPage.Kind {
    switch entry.fate {
    case .change: return .change
    case .bound: return .bound
    case .period: return .period
    case .rejected: return .rejected
    case .fact: break
    }
    guard let observation = entry.observation else { return .fact }
    if !observation.corrections.isEmpty { return .corrected }
    if observation.role == .target { return .target }
    switch observation.status {
    case .masked: return .masked
    case .suspect: return .suspect
    case .reported, .missing, .derived, .corrected: return .fact
    }
  }

  /// What it says, or why it says nothing, on one line.
  func explanation(_ entry: AuditEntry) -> String {
    switch entry.fate {
    case .rejected(let reason): return reason.words(in: language)
    case .period: return language.pick("时期，或时期的一部分", "a period, or part of one")
    case .fact: return entry.observation.map(fact) ?? ""
    case .change:
      guard let observation = entry.observation else { return "" }
      return join([topic(observation), changes(observation, entry.source.quote)])
    case .bound:
      guard let observation = entry.observation else { return "" }
      return join([topic(observation), language.pick("界限，准确数为", "a bound; exactly ") + value(observation)])
    }
  }

  /// The changes that an observation states, each with its base.
  func changes(_ observation: Observation) -> String {
    observation.changes.map { words($0, observation) }.joined(separator: language.pick("；", "; "))
  }

  private func fact(_ observation: Observation) -> String {
    var parts = [topic(observation), value(observation)]
    if observation.role == .target { parts.append(language.pick("目标、计划，不作为实绩", "an aim, not a result")) }
    if observation.status == .suspect { parts.append(language.pick("超出合理范围，待核", "implausible, to be checked")) }
    parts += observation.corrections.map { language.pick("更正：", "corrected: ") + $0.words(in: language) }
    if let origin = observation.periodOrigin, let words = words(origin) { parts.append(words) }
    if observation.facility == nil { parts.append(language.pick("机构不明", "facility unknown")) }
    if observation.metric == nil { parts.append(language.pick("指标库没有此指标", "not in the catalogue")) }
    if !observation.otherSources.isEmpty {
      let places = observation.otherSources.map(\.address).joined(separator: language.pick("、", ", "))
      parts.append(language.pick("又见\(places)", "also at \(places)"))
    }
    return join(parts)
  }

  /// Whose figure of what for when.
  private func topic(_ observation: Observation) -> String {
    let part = observation.part.map { language.pick("（\($0)）", " (\($0))") } ?? ""
    return join([
      observation.facility ?? "", (observation.metric?.name(in: language) ?? observation.label) + part,
      observation.period?.name(in: language) ?? observation.periodText ?? language.pick("时期不明", "period unknown"),
    ])
  }

  private func value(_ observation: Observation) -> String {
    guard let quantity = observation.quantity else {
      if observation.status == .masked { return language.pick("数字已隐去", "digits blotted out") }
      return observation.status == .missing || observation.text.isEmpty
        ? language.pick("没有数值", "no value")
        : language.pick("\(observation.text)，没有单一数值", "\(observation.text), not a single value")
    }
    return bound(quantity.bound) + Self.grouped(quantity.value) + quantity.unit.symbol
  }

  /// 389000000 as 389,000,000.
  private static func grouped(_ value: ExactDecimal) -> String {
    let parts = value.magnitude.description.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0].reversed().enumerated().reduce(into: "") { text, digit in
      text += (digit.offset > 0 && digit.offset % 3 == 0 ? "," : "") + String(digit.element)
    }
    return (value.isNegative ? "−" : "") + String(whole.reversed()) + (parts.count > 1 ? "." + parts[1] : "")
  }

  private func bound(_ bound: Quantity.Bound) -> String {
    switch bound {
    case .exact: ""
    case .about: language.pick("约", "about ")
    case .atLeast: "≥"
    case .atMost: "≤"
    case .moreThan: ">"
    case .lessThan: "<"
    }
  }

  /// The change that a number of the text states; all of them where the number does not tell.
  private func changes(_ observation: Observation, _ quote: String) -> String {
    let stated = observation.changes.filter { change in
      change.value.map { Self.digits(quote) == Self.digits($0.description) } ?? false
    }
    return (stated.count == 1 ? stated : observation.changes).map { words($0, observation) }
      .joined(separator: language.pick("；", "; "))
  }

  /// The digits without zeros before and behind them: 6.2万 and 62000 have the same.
  private static func digits(_ text: String) -> String {
    let digits = text.filter(\.isWholeNumber).drop { $0 == "0" }
    return String(digits.reversed().drop { $0 == "0" }.reversed())
  }

  private func words(_ change: StatedChange, _ observation: Observation) -> String {
    let metric = observation.metric ?? Metric(id: "", name: "", unit: observation.unit)
    let amount = change.words(of: metric, in: language)
    let base = change.base.map { language.pick("，比\($0.name(in: .chinese))", " on \($0.name(in: .english))") }
    return amount + (base ?? "")
  }

  private func words(_ origin: Observation.PeriodOrigin) -> String? {
    switch origin {
    case .clause: nil
    case .sentence: language.pick("时期见本句", "period from the sentence")
    case .section: language.pick("时期见上文", "period from a sentence before")
    case .heading: language.pick("时期见小标题", "period from the heading")
    case .title: language.pick("时期见标题", "period from the title")
    case .documentDate: language.pick("时期据成文日期", "period from the document's date")
    case .fileName: language.pick("时期据文件名", "period from the file's name")
    case .given: language.pick("时期为命令所给", "period as given")
    }
  }

  private func join(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " · ") }
}
