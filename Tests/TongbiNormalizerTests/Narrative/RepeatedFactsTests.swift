// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Facts said in a sentence and in a table")
struct RepeatedFactsTests {
  private func join(_ sentence: String, _ cell: String) throws -> (RepeatedFacts, ObservationChunk) {
    let catalogue = try Catalogue.builtIn()
    let passages = [Passage(line: 1, text: "清河县人民医院2023年工作总结"), Passage(line: 2, text: sentence)]
    let reading = NarrativeReader(catalogue: catalogue).read(TextReport(file: "a.docx", passages: passages))
    var facts = RepeatedFacts(reading)
    let table = GridTable(
      file: "a.docx", sheet: "第1个表格",
      rows: [["机构", "年份", "门诊人次"], ["清河县人民医院", "2023", cell], ["清河县中医院", "2023", "77"]])
    var rest = ObservationChunk(file: "a.docx", names: ObservationChunk.Names())
    try TableNormalizer(catalogue: catalogue, registry: FacilityRegistry()).read(table) {
      (chunk, _) throws(TongbiError) in
      let left = facts.take(chunk)
      if !left.rows.isEmpty { rest = left }
    }
    return (facts, rest)
  }

  @Test("a fact that both state is one observation with both places, the more precise figure standing")
  func joined() throws {
    let (facts, rest) = try join("全年门诊12.3万人次，同比增长5%。", "123,456")
    let observation = try #require(facts.reading.observations.first { $0.metric?.id == "visits_outpatient" })
    #expect(observation.quantity?.value == 123_456)
    #expect(observation.source.address == "第1个表格!C2")
    #expect(observation.otherSources.map(\.address) == ["L2:2-18"])
    #expect(observation.changes.count == 1)
    #expect(rest.rows.count == 1)
    #expect(rest.observation(at: 0).facility == "清河县中医院")
  }

  @Test("figures that disagree stay apart", arguments: ["125,000", "***", ""])
  func apart(cell: String) throws {
    let (facts, rest) = try join("全年门诊12.3万人次。", cell)
    #expect(facts.reading.observations.first?.otherSources.isEmpty == true)
    #expect(rest.rows.count == 2)
  }

  @Test("a bound is no figure that a table repeats")
  func bounds() throws {
    let (_, rest) = try join("全年门诊超过12万人次。", "123456")
    #expect(rest.rows.count == 2)
  }
}
