// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import Testing
import Tongbi
import TongbiChartSamples
import TongbiCharts

@testable import TongbiCairo

@Suite("Cairo ink")
struct CairoInkTests {
  static let folder = ProcessInfo.processInfo.environment["TONGBI_CHARTS_OUT"]
  static let few = SampleGallery.all.filter { ["yoy-small", "trend-small", "ranking-en"].contains($0.name) }

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

  @Test("with real fonts no text is cut off and none lies on another", arguments: UInt64(1000)..<1040)
  func lint(seed: UInt64) throws {
    let sizes = [ChartStyle.Size.slide, .init(width: 800, height: 600), .init(width: 1920, height: 1080)]
    let style = ChartStyle(size: sizes[Int(seed % 3)], language: seed % 2 == 0 ? .chinese : .english)
    let scene = try SampleCharts.random(seed: seed).scene(style: style, measurer: PangoText())
    #expect(SceneLint.hits(in: scene).isEmpty)
  }

  @Test("the same chart gives the same bytes, twice and beside other charts", arguments: few)
  func sameBytes(sample: SampleGallery) throws {
    let ink = try CairoInk()
    func all(_ ink: CairoInk) throws -> [[UInt8]] {
      let scene = try sample.chart.scene(style: sample.style, measurer: ink.text)
      return [try ink.png(scene), try ink.pdf(scene), try ink.outlinedSVG(scene), Array(SVG(scene).text.utf8)]
    }
    let first = try all(ink)
    #expect(try all(ink) == first)
    #expect(try all(CairoInk()) == first)
  }

  @Test("PNG says its resolution, has no times, and is a picture of the size asked for")
  func png() throws {
    let ink = try CairoInk()
    let sample = try #require(Self.few.first)
    let scene = try sample.chart.scene(style: sample.style, measurer: ink.text)
    let file = try ink.png(scene, pixelsPerPoint: 1.5)
    let chunks = PNGChunks(file)
    #expect(
      chunks.types == ["IHDR", "pHYs", "PLTE", "IDAT", "IEND"] || chunks.types == ["IHDR", "pHYs", "IDAT", "IEND"])
    #expect(chunks.number(in: "IHDR", at: 0) == 1200 && chunks.number(in: "IHDR", at: 4) == 900)
    // 120 points to the inch, one and a half pixels a point.
    #expect(chunks.number(in: "pHYs", at: 0) == 7087)
  }

  @Test("PDF holds text that can be searched and a date that does not change")
  func pdf() throws {
    let ink = try CairoInk()
    let sample = try #require(Self.few.first)
    let file = try ink.pdf(try sample.chart.scene(style: sample.style, measurer: ink.text))
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1."))
    #expect(text.contains("/CreationDate (D:200001010000"))
    #expect(text.contains("/ToUnicode"))
  }

  @Test("outlined SVG is well-formed and its ids stand behind the chart's name")
  func outlined() throws {
    let ink = try CairoInk()
    var style = ChartStyle()
    style.id = "visits"
    let scene = try SampleCharts.yearOverYear(SampleCharts.exemplar).scene(style: style, measurer: ink.text)
    let file = try ink.outlinedSVG(scene)
    #expect(XMLParser(data: Data(file)).parse())
    for piece in String(decoding: file, as: UTF8.self).components(separatedBy: " id=\"").dropFirst() {
      #expect(piece.hasPrefix("tb-visits-"))
    }
  }

  @Test("a character that no font has is an error that names it")
  func missingGlyph() throws {
    let chart = SampleCharts.yearOverYear([SampleCharts.change("清源\u{10FFFD}卫生院", "5", "4")])
    let error = #expect(throws: TongbiError.self) { try chart.scene(style: ChartStyle(), measurer: PangoText()) }
    let message = error?.message(in: .chinese) ?? ""
    #expect(message.contains("U+10FFFD") && message.contains("清源"), "\(message)")
  }

  @Test("no font for Chinese is an error that says what to install")
  func missingFont() {
    let error = #expect(throws: TongbiError.self) { try PangoText(families: ["No Such Family"]) }
    #expect(error?.message(in: .english).contains("fonts-noto-cjk") == true)
  }

  @Test("a text grows in proportion to its size, so that measuring once is enough")
  func proportion() throws {
    let text = try PangoText()
    let small = try text.size(of: "清源县 82.1%", in: TextStyle(size: 13, color: Color(0)), language: .chinese)
    let large = try text.size(of: "清源县 82.1%", in: TextStyle(size: 52, color: Color(0)), language: .chinese)
    #expect(abs(large.width - 4 * small.width) < 0.01)
  }
}
