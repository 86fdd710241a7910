// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiCharts

@testable import TongbiDocuments

@Suite("Gallery page")
struct GalleryPageTests {
  @Test("every chart stands on the page with its picture, its words and its figures, all escaped")
  func page() {
    let metric = Metric(id: "visits", name: "诊疗<人次>", unit: Unit("人次"))
    let months = Period.year(2023).monthSet
    let change = Change(
      subject: .facility("甲&乙"), metric: metric, period: .year(2023), basePeriod: .year(2022),
      current: Figure(value: 110, months: months), base: Figure(value: 100, months: Period.year(2022).monthSet))
    let chart = Chart.yearOverYear(
      YearOverYearChart(metric: metric, period: .year(2023), basePeriod: .year(2022), changes: [change]))
    let html = GalleryPage(
      title: "A & B", language: .chinese, entries: [GalleryPage.Entry(id: "诊疗-1", chart: chart)]
    ).html
    #expect(html.contains("<h1>A &amp; B</h1>"))
    #expect(html.contains("src=\"%E8%AF%8A%E7%96%97-1.svg\""))
    #expect(html.contains("甲&amp;乙"))
    #expect(!html.contains("<人次>"))
    #expect(html.contains("<td>110</td>"))
  }

  @Test("a page names the pictures that were written with it, and only a page of ours does, and only files beside it")
  func earlierPage() {
    let metric = Metric(id: "visits", name: "诊疗人次", unit: Unit("人次"))
    let chart = Chart.yearOverYear(
      YearOverYearChart(metric: metric, period: .year(2023), basePeriod: .year(2022), changes: []))
    let entries = ["诊疗 & \"急诊\"", "../up"].map {
      GalleryPage.Entry(id: $0, chart: chart, sums: ["png": "1f", "svg": "2"])
    }
    let html = GalleryPage(title: "A", language: .chinese, entries: entries).html
    #expect(EarlierPage(html: html).pictures == ["诊疗 & \"急诊\".png": "1f", "诊疗 & \"急诊\".svg": "2"])
    #expect(EarlierPage(html: html.split(separator: GalleryPage.mark).joined()).pictures.isEmpty)
    #expect(EarlierPage(html: String(html.prefix(html.count / 2))).pictures.isEmpty == false)
    #expect(EarlierPage(html: "").pictures.isEmpty)
    #expect(PictureSum.of(Array("a".utf8)) == "af63dc4c8601ec8c")
  }
}
