// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Tongbi

@Suite("Series by number")
struct SeriesListTests {
  @Test("a series keeps its number and what is written into it over many pieces, and a copy keeps its own")
  func pieces() {
    var list = SeriesList()
    for number in 0..<Int32(10_000) { list.append(CellStore.Series(facility: number, metric: -number)) }
    let copy = list
    for number in stride(from: 0, to: 10_000, by: 3) { list[number].lastPage = Int32(number) }
    #expect(list.count == 10_000 && Array(list.indices) == Array(0..<10_000))
    for (number, series) in list.enumerated() {
      #expect(series.facility == Int32(number) && series.metric == -Int32(number))
      #expect(series.lastPage == (number % 3 == 0 ? Int32(number) : -1))
    }
    #expect(copy.allSatisfy { $0.lastPage == -1 })
  }
}
