// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@Suite("Stated changes")
struct StatedChangeTests {
  private static let metric = Metric(id: "discharges", name: "出院人次", unit: Unit("人次"))

  static let cases: [(StatedChange, String)] = [
    (StatedChange(kind: .percent, value: ExactDecimal(significand: 82, places: 1)), "+8.2%"),
    (StatedChange(kind: .absolute, value: ExactDecimal(-300)), "−300人次"),
    (StatedChange(kind: .flat, value: nil), "持平"),
    (StatedChange(kind: .percent, value: .zero), "+0%"),
    // Digits that are blotted out tell of no standstill.
    (StatedChange(kind: .percent, value: nil), "增减数已隐去"),
  ]

  @Test("A change is told with its sign and unit, and one that is blotted out as such", arguments: cases)
  func words(change: StatedChange, words: String) {
    #expect(change.words(of: Self.metric, in: .chinese) == words)
  }
}
