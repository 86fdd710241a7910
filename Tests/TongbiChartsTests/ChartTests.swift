// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiChartSamples

@testable import TongbiCharts

@Suite("Chart")
struct ChartTests {
  static let golden = SampleGallery.all.filter { !$0.name.hasPrefix("random") }
  static let sizes = [
    ChartStyle.Size.slide, .init(width: 800, height: 600), .init(width: 1920, height: 1080),
    .init(width: 1024, height: 768),
  ]

  @Test("the scene is what was looked at and kept", arguments: golden)
  func kept(sample: SampleGallery) throws {
    let scene = try sample.chart.scene(style: sample.style, measurer: FixedWidthMeasurer())
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent("\(sample.name).txt")
    let text = SceneText(scene).text
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); open it and look at it")
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    for (line, (now, before)) in zip(text.split(separator: "\n"), kept.split(separator: "\n")).enumerated()
    where now != before {
      Issue.record("line \(line + 1) is now \(now), was \(before)")
      return
    }
    #expect(text == kept)
  }

  @Test(
    "no text is cut off, none lies on another, whatever the figures, the names, the size", arguments: UInt64(0)..<150)
  func lint(seed: UInt64) throws {
    let style = ChartStyle(
      theme: Theme.allCases[Int(seed % 3)], size: Self.sizes[Int(seed / 3 % 4)],
      language: seed % 2 == 0 ? .chinese : .english)
    let scene = try SampleCharts.random(seed: seed).scene(style: style, measurer: FixedWidthMeasurer())
    #expect(SceneLint.hits(in: scene).isEmpty)
    #expect(!scene.alternativeText.isEmpty)
    #expect(scene.marks.allSatisfy { !($0.title ?? "").contains("NaN") })
  }

  @Test("a page of any size is drawn or refused with an error, never trapped", arguments: UInt64(0)..<40)
  func tinyPages(seed: UInt64) {
    for size in [
      ChartStyle.Size(width: 320, height: 240), .init(width: 10_000, height: 240), .init(width: 0, height: .nan),
    ] {
      do throws(TongbiError) {
        let scene = try SampleCharts.random(seed: seed).scene(
          style: ChartStyle(size: size), measurer: FixedWidthMeasurer())
        #expect(SceneLint.hits(in: scene).isEmpty)
      } catch {
        #expect(error.problem is ChartProblem)
      }
    }
  }

  @Test("a chart without rows is an error that names the metric")
  func nothing() {
    let chart = SampleCharts.yearOverYear([])
    #expect(throws: TongbiError.self) { try chart.scene(style: ChartStyle(), measurer: FixedWidthMeasurer()) }
  }

  @Test("figures that are all missing are drawn as words, not as zero")
  func allMissing() throws {
    let changes = SampleCharts.county.map { SampleCharts.change($0, nil, nil) }
    for chart in [SampleCharts.yearOverYear(changes), SampleCharts.ranking(changes, metric: SampleCharts.visits)] {
      let scene = try chart.scene(style: ChartStyle(), measurer: FixedWidthMeasurer())
      let texts = scene.labels.map(\.text)
      #expect(texts.filter { $0.contains("缺报") }.count >= 8)
      #expect(!texts.contains("0"))
    }
  }

  @Test("the largest figures of a number of 18 digits still fit")
  func huge() throws {
    let changes = [
      SampleCharts.change("甲", "999999999999999999", "1"), SampleCharts.change("乙", "1", "999999999999999999"),
      SampleCharts.change("丙", "0", "0"),
    ]
    let scene = try SampleCharts.yearOverYear(changes).scene(style: ChartStyle(), measurer: FixedWidthMeasurer())
    #expect(SceneLint.hits(in: scene).isEmpty)
  }

  static let alternatives: [(String, [String])] = [
    ("yoy", ["可比口径7家机构本期156.3万人次，同比增长7.8%", "最高为清源县人民医院（82.1万人次），最低为马家沟乡卫生院（1.8万人次）", "1家机构基期缺报"]),
    ("yoy-en", ["comparable 7 facilities: 1563 thousand visits, up 7.8%", "1 facility without a base figure"]),
    ("ranking", ["2023年末家庭医生签约率排序条形图", "7家机构中4家达到50%的目标", "全县51.3%，同比上升1.2个百分点"]),
    ("trend", ["清源县人民医院2023年12月药占比30.2%，同比下降0.4个百分点"]),
    ("yoy-states", ["1家机构数据已屏蔽", "2家机构不可比", "1家机构月份不全"]),
  ]

  @Test("the alternative text states the facts", arguments: alternatives)
  func alternativeText(name: String, facts: [String]) throws {
    let sample = try #require(SampleGallery.all.first { $0.name == name })
    let text = sample.chart.alternativeText(in: sample.style.language)
    for fact in facts { #expect(text.contains(fact), "\(text)") }
  }

  static let titles: [(String, String)] = [
    ("yoy", "可比口径下全县门急诊人次增长7.8%，清源县中医医院增长最快"),
    ("yoy-one", "清源县人民医院门急诊人次增长8.2%"),
    ("yoy-points", "药占比：2家上升、3家下降、1家持平，柳林镇卫生院上升最多"),
    ("ranking", "白塔镇卫生院家庭医生签约率43.2%，居7家机构第7位，未达到目标"),
    ("trend", "清源县人民医院2023年12月药占比30.2%，同比下降0.4个百分点"),
  ]

  @Test("the title is a sentence made from the figures", arguments: titles)
  func title(name: String, expected: String) throws {
    let sample = try #require(SampleGallery.all.first { $0.name == name })
    #expect(sample.chart.title(in: .chinese) == expected)
  }

  @Test("a total of as many but other facilities is not compared, in the drawing as in the words")
  func otherFacilities() throws {
    let metric = Metric(id: "visits", name: "诊疗人次", unit: Unit("人次"))
    func change(_ subject: Change.Subject, _ now: Figure, _ before: Figure) -> Change {
      Change(
        subject: subject, metric: metric, period: .year(2023), basePeriod: .year(2022), current: now, base: before)
    }
    func figure(_ value: ExactDecimal, _ year: Int, _ facilities: Int) -> Figure {
      Figure(value: value, months: Period.year(year).monthSet, facilities: facilities)
    }
    let chart = Chart.yearOverYear(
      YearOverYearChart(
        metric: metric, period: .year(2023), basePeriod: .year(2022),
        changes: [
          change(.facility("甲"), figure(110, 2023, 1), figure(100, 2022, 1)),
          change(.facility("乙"), figure(50, 2023, 1), .missing), change(.facility("丙"), .missing, figure(20, 2022, 1)),
        ],
        total: change(.all, figure(160, 2023, 2), figure(120, 2022, 2)),
        matched: change(.matched, figure(110, 2023, 1), figure(100, 2022, 1))))
    let scene = try chart.scene(style: ChartStyle(), measurer: FixedWidthMeasurer())
    let text = SceneText(scene).text
    #expect(text.contains("两期范围不同，不比较"))
    #expect(!text.contains("33.3%") && !chart.alternativeText(in: .chinese).contains("33.3%"))
    #expect(text.contains("+10.0%"))
  }
}
