// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Facilities or groups, counted in words: 8家机构, 8 facilities.
struct Counted {
  private let areGroups: Bool
  private let language: Language

  init(_ changes: [Change], language: Language) {
    areGroups = changes.contains { if case .group = $0.subject { true } else { false } }
    self.language = language
  }

  func words(_ number: Int) -> String {
    switch (language, areGroups) {
    case (.chinese, false): "\(number)家机构"
    case (.chinese, true): "\(number)组"
    case (.english, false): number == 1 ? "1 facility" : "\(number) facilities"
    case (.english, true): number == 1 ? "1 group" : "\(number) groups"
    }
  }
}
