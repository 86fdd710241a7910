// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Findings of one file, each code listed a few times and counted from then on.
struct FindingLimit {
  private let limit: Int
  private var counts: [String: (count: Int, severity: Finding.Severity)] = [:]
  private var waiting: [Finding] = []

  init(limit: Int = 20) { self.limit = limit }

  /// Takes a finding in.
  mutating func add(_ finding: Finding) {
    let count = counts[finding.problem.code]?.count ?? 0
    counts[finding.problem.code] = (count + 1, finding.severity)
    if count < limit { waiting.append(finding) }
  }

  /// Hands over what has come in since the last time.
  mutating func take() -> [Finding] {
    defer { waiting = [] }
    return waiting
  }

  /// One finding for each code that came more often than it was listed.
  func rest(file: String) -> [Finding] {
    counts.filter { $0.value.count > limit }.sorted { $0.key < $1.key }.map { code, entry in
      Finding(entry.severity, TableProblem.more(code: code, count: entry.count - limit), at: Source(file: file))
    }
  }
}
