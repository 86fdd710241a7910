// SPDX-License-Identifier: Apache-2.0

/// What to do when the same key (facility, metric, period, part) comes twice with different values.
public enum DuplicatePolicy: String, Hashable, Sendable, CaseIterable {
  /// A finding, and none of them is used.
  case error
  /// The first one in the order of reading.
  case first
  /// The last one in the order of reading.
  case last
  /// Their sum.
  case sum

  /// What was done, and what a person can do.
  func remedy(in language: Language) -> String {
    switch self {
    case .error:
      language.pick(
        "两个都未采用；请改正其一，或用 --duplicates first|last|sum 说明取舍。",
        "Neither is used; correct one of them, or say which counts with --duplicates first|last|sum.")
    case .first: language.pick("采用先读到的。", "The first one is used.")
    case .last: language.pick("采用后读到的。", "The last one is used.")
    case .sum: language.pick("已相加。", "They were added.")
    }
  }
}
