// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbiCharts

@Suite("Spread")
struct SpreadTests {
  static let cases: [([Double], [Double])] = [
    ([], []),
    ([50], [50]),
    ([10, 90], [10, 90]),
    ([50, 50], [45, 55]),
    ([90, 50, 52], [90, 46, 56]),
    ([0, 0, 0], [0, 10, 20]),
    ([100, 100], [90, 100]),
  ]

  @Test("labels closer than their height move apart, as little as possible, within bounds", arguments: cases)
  func places(wishes: [Double], expected: [Double]) {
    #expect(Spread.places(wishes, distance: 10, within: 0...100) == expected)
  }

  @Test("the distance is always kept and the order too", arguments: 0..<200)
  func distance(seed: Int) {
    let wishes = (0..<(seed % 12)).map { Double(($0 * 7919 + seed * 104_729) % 211) }
    let places = Spread.places(wishes, distance: 10, within: 0...211)
    let sorted = places.sorted()
    for (first, second) in zip(sorted, sorted.dropFirst()) { #expect(second - first > 10 - 1e-9) }
    for (left, right) in zip(wishes.indices, wishes.indices.dropFirst()) where wishes[left] < wishes[right] {
      #expect(places[left] < places[right])
    }
  }
}
