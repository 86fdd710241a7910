// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiCommand

@Suite("Feeding the cube")
struct CubeFeedTests {
  @Test("many processors or few, the figures are the same", arguments: [1, 2, 3, 8])
  func processors(count: Int) throws {
    let visits = try Metric(id: "visits", name: "门诊人次", unit: Unit("人次"), kind: .flow)
    let feed = CubeFeed(policy: .last, processors: count)
    // Five times the same key, so that the order decides which figure stands; enough rows for a thread of their own.
    for round in 1...5 {
      feed.add(
        try (0..<5_000).map { facility in
          let value = try ExactDecimal(Int64(facility)) + ExactDecimal(Int64(round))
          return Observation(
            facility: "机构\(facility)", metric: visits, label: visits.name, period: .year(2023),
            quantity: Quantity(value, visits.unit, bound: .exact, lastPlace: 0), unit: visits.unit, text: "",
            status: .reported, source: Source(file: "a.csv"))
        })
    }
    let ledger = Ledger(feed.finish())
    for facility in [0, 1, 2_500, 4_999] {
      let figure = ledger.figure(ofMetric: "visits", facility: "机构\(facility)", period: .year(2023))
      #expect(figure.value == ExactDecimal(Int64(facility + 5)))
    }
  }
}
