// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiCairo
import TongbiChartSamples
import TongbiCharts

@Suite("Cairo ink, speed")
struct CairoInkSpeedTests {
  @Test(
    "time of a chart after the fonts are there",
    .enabled(if: ProcessInfo.processInfo.environment["TONGBI_SPEED"] != nil, "set TONGBI_SPEED=1 to measure"),
    arguments: ["yoy", "ranking", "trend-many"])
  func speed(name: String) throws {
    let sample = try #require(SampleGallery.all.first { $0.name == name })
    let ink = try CairoInk()
    let clock = ContinuousClock()
    var sizes: [Int] = []
    func measure(_ what: String, _ work: () throws -> Int) rethrows {
      var times: [Duration] = []
      for _ in 0..<9 { try times.append(clock.measure { sizes.append(try work()) }) }
      let median = times.sorted()[4]
      print("\(name) \(what): \(median), first \(times[0]), \(sizes.last ?? 0) bytes")
    }
    let scene = try sample.chart.scene(style: sample.style, measurer: ink.text)
    try measure("scene") { try sample.chart.scene(style: sample.style, measurer: ink.text).marks.count }
    try measure("png") { try ink.png(scene).count }
    measure("svg") { SVG(scene).text.utf8.count }
    try measure("pdf") { try ink.pdf(scene).count }
    try measure("outlined") { try ink.outlinedSVG(scene).count }
  }
}
