// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiCharts

@Suite("Layout")
struct LayoutTests {
  static let breaks: [(String, Double, [String])] = [
    ("可比口径下，增长7.8%", 6, ["可比口径下，", "增长7.8%"]),
    ("下降5.7个百分点。", 4, ["下降", "5.7个百", "分点。"]),
    ("下降5.7个百分点。", 8, ["下降", "5.7个百分点。"]),
    ("（甲）（乙）", 3, ["（甲）", "（乙）"]),
    ("North Hill Hospital", 6, ["North", "Hill", "Hospit", "al"]),
    ("", 5, []),
  ]

  @Test("lines break between Chinese characters, never before punctuation or inside of a number", arguments: breaks)
  func lines(text: String, width: Double, expected: [String]) throws {
    let lines = try LineBreaker(text).lines(width: width) { piece throws(TongbiError) in
      piece.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 0.5 : 1) } * (text.hasPrefix("N") ? 2 : 1)
    }
    #expect(lines == expected)
  }

  @Test("ticks are round, in order, and enclose the values", arguments: 0..<200)
  func ticks(seed: Int) throws {
    let low = Double((seed * 7919) % 2003 - 1000) * [0.001, 0.1, 1, 1e4, 1e8][seed % 5]
    let high = low + Double((seed * 104_729) % 997) * [0.001, 1, 1e3][seed % 3]
    let values = Ticks(from: low, to: high, about: 5).values
    let (first, last) = (try #require(values.first), try #require(values.last))
    #expect(first.double <= low + 1e-6 * abs(low) + 1e-9 && last.double >= high - 1e-6 * abs(high) - 1e-9)
    #expect(values.count <= 14)
    for (one, next) in zip(values, values.dropFirst()) { #expect(one < next) }
  }

  @Test("a scale hits both ends and grows in between")
  func scale() {
    let scale = LinearScale(low: -2, high: 8, start: 100, end: 300)
    #expect(scale(-2) == 100 && scale(8) == 300 && scale(0) == 140)
    #expect(LinearScale(low: 1, high: 1, start: 0, end: 10)(1) == 5)
  }

  @Test("a figure on a bar keeps clear of lines", arguments: 0..<100)
  func figures(seed: Int) {
    let end = Double(seed * 37 % 500), lines = [Double(seed * 53 % 500), Double(seed * 71 % 500)]
    let place = FigurePlace(end: end, zero: 0, width: 50, gap: 10, lines: lines, canBeInside: seed % 3 > 0)
    for line in lines { #expect(line <= place.left || line >= place.left + 50) }
  }
}
