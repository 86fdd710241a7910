// SPDX-License-Identifier: Apache-2.0

/// The language of everything that a person reads: findings, errors, labels, notes.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Simplified Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"

  /// Picks the wording of this language from the two that stand side by side in the source.
  public func pick(_ chinese: String, _ english: String) -> String {
    switch self {
    case .chinese: chinese
    case .english: english
    }
  }
}
