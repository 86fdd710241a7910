// SPDX-License-Identifier: Apache-2.0

package import Tongbi
package import TongbiCharts
import TongbiTestRandom

/// Charts worth looking at, each with a name and a style.
package struct SampleGallery: Sendable, CustomStringConvertible {
  package var name: String
  package var chart: Chart
  package var style = ChartStyle()

  package var description: String { name }

  package static var all: [SampleGallery] {
    var all = [
      SampleGallery(name: "yoy", chart: SampleCharts.yearOverYear(SampleCharts.exemplar)),
      SampleGallery(
        name: "yoy-en", chart: SampleCharts.yearOverYear(SampleCharts.exemplar, scope: nil),
        style: ChartStyle(language: .english)),
      SampleGallery(
        name: "yoy-small", chart: SampleCharts.yearOverYear(SampleCharts.exemplar),
        style: ChartStyle(theme: .ibcs, size: .init(width: 800, height: 600))),
      SampleGallery(
        name: "yoy-one", chart: SampleCharts.yearOverYear(Array(SampleCharts.exemplar.prefix(1))),
        style: ChartStyle(size: .init(width: 1920, height: 1080))),
      SampleGallery(
        name: "yoy-three", chart: SampleCharts.yearOverYear(Array(SampleCharts.exemplar.prefix(3)))),
      SampleGallery(name: "yoy-states", chart: states),
      SampleGallery(name: "yoy-points", chart: SampleCharts.yearOverYear(points, metric: SampleCharts.drugs)),
      SampleGallery(name: "ranking", chart: ranking),
      SampleGallery(name: "ranking-mono", chart: ranking, style: ChartStyle(theme: .mono)),
      SampleGallery(
        name: "ranking-en", chart: ranking, style: ChartStyle(size: .init(width: 1280, height: 720), language: .english)
      ),
      SampleGallery(
        name: "ranking-visits",
        chart: SampleCharts.ranking(SampleCharts.exemplar, metric: SampleCharts.visits, highlight: "石桥镇中心卫生院")),
      SampleGallery(name: "trend", chart: trend(3)),
      SampleGallery(name: "trend-en", chart: trend(3), style: ChartStyle(language: .english)),
      SampleGallery(name: "trend-many", chart: trend(8)),
      SampleGallery(name: "trend-small", chart: trend(8), style: ChartStyle(size: .init(width: 800, height: 600))),
      SampleGallery(name: "trend-year", chart: years),
    ]
    for seed in UInt64(1)...24 {
      let size = [
        ChartStyle.Size.slide, .init(width: 800, height: 600), .init(width: 1920, height: 1080),
        .init(width: 1200, height: 900),
      ][Int(seed % 4)]
      all.append(
        SampleGallery(
          name: "random-\(seed)", chart: SampleCharts.random(seed: seed),
          style: ChartStyle(size: size, language: seed % 3 == 0 ? .english : .chinese)))
    }
    return all
  }

  package static var states: Chart {
    let names = SampleCharts.county
    var masked = SampleCharts.change(names[4], nil, "49200")
    masked.current = Figure(absence: .masked)
    var conflicting = SampleCharts.change(names[5], nil, "40000")
    conflicting.current = Figure(absence: .conflicting)
    return SampleCharts.yearOverYear([
      SampleCharts.change(names[0], "821234", "758990", statuses: (.reported, .derived)),
      SampleCharts.change(names[1], nil, "309100"),
      SampleCharts.change(names[2], "183020", "0"),
      SampleCharts.change(names[3], "97011", "91002", months: (10, nil)),
      masked, conflicting,
      SampleCharts.change(names[6], "31200", "21200", months: (10, 10)),
      SampleCharts.change(names[7], nil, nil),
      SampleCharts.change("红旗乡卫生院", "0", "2100"),
      SampleCharts.change("清源县第二人民医院（清源县传染病医院、清源县公共卫生临床中心）", "40000", "2100", statuses: (.derived, .reported)),
    ])
  }

  package static var points: [Change] {
    let now = ["26.8", "29.7", "18.8", "32.1", "35.0", "41.25", "38.0", nil]
    let before = ["28.7", "31.2", "19.6", "31.5", "35.0", "39.9", nil, "40.2"]
    return zip(SampleCharts.county, zip(now, before)).map { SampleCharts.change($0, $1.0, $1.1, SampleCharts.drugs) }
  }

  package static var ranking: Chart {
    let end = Period.instant(Day(lastOf: Month(index: 2023 * 12 + 11)))
    let now = ["57.1", "54.6", "51.8", "51.0", "49.8", "47.9", "43.2"]
    let before = ["56.2", "52.3", "50.6", "47.5", "50.2", "46.0", "45.3"]
    let changes = zip(SampleCharts.county, zip(now, before)).map {
      SampleCharts.change($0, $1.0, $1.1, SampleCharts.signing, period: end)
    }
    var total = SampleCharts.change("", "51.3", "50.1", SampleCharts.signing, period: end)
    total.subject = .all
    return SampleCharts.ranking(
      changes, metric: SampleCharts.signing, target: 50, highlight: SampleCharts.county[6], total: total)
  }

  package static func trend(_ count: Int) -> Chart {
    var random = SplitMix64(seed: 7)
    let series = (0..<count).map { index in
      var level = Int64(3200 - index * 130)
      let points = (0..<36).compactMap { offset -> (period: Period, figure: Figure)? in
        level += Int64.random(in: -60...45, using: &random)
        let period = Period.month(Month(index: 2021 * 12 + offset))
        if index == 2, (14...15).contains(offset) { return nil }
        if index == 1, offset > 33 { return nil }
        return (period, Figure(value: ExactDecimal(significand: level, places: 2), months: period.monthSet))
      }
      return TrendSeries(name: SampleCharts.county[index % 8], points: points)
    }
    return .trend(
      TrendChart(
        metric: SampleCharts.drugs, series: series, every: .month, target: 26, highlight: SampleCharts.county[0],
        sourceLine: "药品收入÷医疗收入，各机构月报（示例县，数据为虚构）"))
  }

  package static var years: Chart {
    let series = (0..<4).map { index in
      TrendSeries(
        name: SampleCharts.county[index],
        points: (2017...2023).map { year in
          let value = String((8 - index * 2) * 100_000 + (year - 2017) * 21_000)
          return (.year(year), SampleCharts.figure(value, .year(year), months: year == 2023 && index == 1 ? 10 : nil))
        })
    }
    return .trend(TrendChart(metric: SampleCharts.visits, series: series, every: .year))
  }
}
