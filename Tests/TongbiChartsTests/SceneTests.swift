// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import Testing
import Tongbi
import TongbiChartSamples

@testable import TongbiCharts

@Suite("Scene")
struct SceneTests {
  static func label(_ text: String, _ x: Double, _ y: Double) -> Mark {
    let style = TextStyle(size: 20, color: Color(0))
    return Mark(
      .text(Label(text, at: Point(x, y), extent: TextExtent(width: 50, ascent: 18, descent: 4), style: style)))
  }

  static let scenes: [([Mark], [SceneLint.Hit])] = [
    ([label("甲", 10, 30), label("乙", 70, 30)], []),
    ([label("甲", 10, 30), label("乙", 40, 40)], [.overlap("甲", "乙")]),
    ([label("甲", 60, 30)], [.outside("甲")]),
    ([label("甲", 10, 10)], [.outside("甲")]),
    ([Mark(.circle(center: Point(.nan, 1), radius: 1, fill: .solid(Color(0))))], [.notFinite]),
  ]

  @Test("text over the edge or on other text is found", arguments: scenes)
  func lint(marks: [Mark], expected: [SceneLint.Hit]) {
    var scene = Scene(
      id: "x", width: expected == [.overlap("甲", "乙")] || expected.isEmpty ? 200 : 100, height: 100, language: .chinese)
    scene.marks = marks
    #expect(SceneLint.hits(in: scene) == expected)
  }

  @Test(
    "SVG is well-formed, has live text, a title for each mark, and ids behind the chart's name",
    arguments: SampleGallery.all)
  func svg(sample: SampleGallery) throws {
    var style = sample.style
    style.id = "visits-2023"
    let scene = try sample.chart.scene(style: style, measurer: FixedWidthMeasurer())
    let text = SVG(scene).text
    #expect(XMLParser(data: Data(text.utf8)).parse())
    #expect(text.contains("<title id=\"tb-visits-2023-title\">"))
    for piece in text.components(separatedBy: " id=\"").dropFirst() { #expect(piece.hasPrefix("tb-visits-2023-")) }
    #expect(text == SVG(scene).text)
  }

  @Test("what XML reserves is escaped, what it forbids is left out")
  func escaping() throws {
    let chart = SampleCharts.yearOverYear([SampleCharts.change("<b>&\"甲\"\u{1}\u{202E}\n</b>", "5", "4")])
    let text = SVG(try chart.scene(style: ChartStyle(), measurer: FixedWidthMeasurer())).text
    #expect(XMLParser(data: Data(text.utf8)).parse())
    #expect(text.contains("&lt;b&gt;&amp;&quot;甲&quot;"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test("text has a contrast of 4.5 on white and marks of 3, in every theme", arguments: Theme.allCases)
  func contrast(theme: Theme) {
    let texts = [theme.text, theme.quietText] + [true, false, nil].map { theme.textColor(isImprovement: $0) }
    for color in texts + [theme.bar] { #expect(color.contrast(with: .white) >= 4.5) }
    let marks = [theme.current, theme.base, theme.axis, theme.quiet, theme.target, theme.group] + theme.lines
    for color in marks + [true, false, nil].map({ theme.color(isImprovement: $0) }) {
      #expect(color.contrast(with: .white) >= 3)
    }
  }
}
