// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Figures whose names no catalogue knows.
extension SentenceReader {
  /// A figure of something that no catalogue knows; only with a unit that such words can have.
  func unknown(_ at: Int, _ subject: Subject, _ unit: String) {
    guard !unit.isEmpty, subject.start > at - 1 || endsPhrase(at + 1) || isNumber(at + 1) else { return }
    if case .number(let number, _) = lexemes[at].kind, number.isChinese, !isRatio(unit) { return }
    if case .span = lexemes[at].kind, !WordSet.durationEndings.ends(subject.label) { return }
    let label = subject.label
    if subject.start < at, !isRatio(unit), let metric = metric(of: label, counting: unit), fits(at, metric, unit) {
      // 献血2,104人次 are 献血人次.
      return add(at, metric, subject)
    }
    if subject.start > at {
      add(at, nil, subject)
      return
    }
    if isRatio(unit) {
      guard WordSet.ratioEndings.ends(label), unit == "%" || unit == "‰" || unit == "/10万"
      else { return }
    } else if isDuration(unit) {
      guard WordSet.durationEndings.ends(label), unit != "岁", unit != "点" else { return }
    } else if UnitSet.vague.contains(unit) {
      return
    }
    guard !WordSet.notNouns.ends(label), !label.unicodeScalars.contains("每") else { return }
    let isOpened = label.unicodeScalars.first.map { "的了着过和与及等在对把将被由".unicodeScalars.contains($0) } ?? true
    guard !isOpened || WordSet.holding.begins(label) else { return }
    add(at, nil, subject)
    if let supposed = subject.supposed, fits(at, supposed, unit) { drafts.last?.supposed = supposed }
  }

  /// The metric that a word and the unit it is counted in name together.
  private func metric(of label: String, counting unit: String) -> Metric? {
    let letters = freely(Array(label.unicodeScalars))
    guard (2...4).contains(letters.count) else { return nil }
    // 献血1,012单位 is 献血量.
    let ending = Array((unit == "单位" ? "量" : unit).unicodeScalars)
    let metric =
      index.metric(named: letters, ending[...]) ?? index.metric(named: letters, (ending + ["数"])[...])
    return metric?.kind == .flow ? metric : nil
  }

  func isRatio(_ unit: String) -> Bool { UnitSet.ratios.contains(unit) }

  func isDuration(_ unit: String) -> Bool { UnitSet.durations.contains(unit) }
}
