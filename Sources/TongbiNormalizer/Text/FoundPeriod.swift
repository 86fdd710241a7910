// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Words in a text that name a period.
package struct FoundPeriod: Hashable, Sendable {
  /// Where they stand in the folded text.
  package var range: Range<Int>
  /// The period; `nil` where it is masked (20XX年) or its year is not known.
  package var period: Period?
  /// The single periods of 2019—2021年, in order; empty where the words name one period.
  package var listed: [Period] = []
  /// Whether the year stands in the words themselves.
  package var hasYear: Bool
  /// Whether digits of it are blotted out.
  package var isMasked = false
  /// Whether 同期 follows: the same months as the current period, in the year named.
  package var isSamePeriod = false

  /// The single periods of 2019—2021年, in order; otherwise the period alone.
  package var members: [Period] { listed.isEmpty ? period.map { [$0] } ?? [] : listed }
}
