// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The text of the period written last: most figures stand under the one before.
struct LastPeriodText {
  private var last: (period: Period, text: String)?

  /// A period as files have it.
  mutating func text(of period: Period) -> String {
    if let last, last.period == period { return last.text }
    let text = period.description
    last = (period, text)
    return text
  }
}
