// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiCairo
import TongbiCharts

@Suite("Cairo ink")
struct CairoInkTests {
  static let folder = ProcessInfo.processInfo.environment["TONGBI_CHARTS_OUT"]

  @Test(
    "pictures to look at", .enabled(if: folder != nil, "set TONGBI_CHARTS_OUT to a folder to write pictures there"),
    arguments: SampleGallery.all)
  func gallery(sample: SampleGallery) throws {
    let ink = try CairoInk()
    let scene = try sample.chart.scene(style: sample.style, measurer: ink.text)
    let path = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent("\(sample.name).png")
    try Data(ink.png(scene)).write(to: path)
    let svg = path.deletingPathExtension().appendingPathExtension("svg")
    try Data(SVG(scene).text.utf8).write(to: svg)
  }
}
