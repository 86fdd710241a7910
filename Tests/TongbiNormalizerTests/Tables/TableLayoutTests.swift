// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer
import TongbiTestRandom

@Suite("Table layouts")
struct TableLayoutTests {
  /// Headers of two rows with each cell written out, so that columns can be moved.
  static let twoRows: [[String]] = [
    ["机构名称", "诊疗人次数", "诊疗人次数", "诊疗人次数", "药占比（%）", "药占比（%）", "食堂就餐人次"],
    ["", "2022年", "2023年", "增减%", "2022年", "2023年", "2023年"],
    ["青山县医院", "1000", "1100", "10.0", "28.7", "26.8", "12"],
    ["绿水镇卫生院", "500", "480", "-4.0", "40.1", "", "8"],
    ["东乡卫生院", "90", "***", "", "38", "37.5", "7"],
    ["合计", "1590", "1580", "", "", "", "27"],
  ]
  static let across: [[String]] = [
    ["医院", "2021年", "2022年", "2023年"],
    ["青山县医院", "10", "11", "12"], ["绿水县医院", "20", "21", "22"], ["红石县医院", "5", "", "7"],
  ]
  static let facilities: [[String]] = [
    ["指标", "单位", "青山县医院", "绿水县中医院", "红石镇卫生院"],
    ["门急诊人次", "万人次", "1.2", "2.1", "0.3"], ["药占比", "%", "26.8", "31.2", "44"], ["出院人数", "人", "100", "200", ""],
  ]

  static func read(
    _ rows: [[String]], title: String? = nil, merges: [MergedCells] = [], sheet: String? = nil, captions: [String] = []
  ) throws -> TableReader.Result {
    try TableReader().read(
      table: GridTable(
        file: "t.xlsx", sheet: sheet, captions: captions, rows: (title.map { [[$0]] } ?? []) + rows, merges: merges))
  }

  @Test(
    "rows and columns in any order give the same figures: two-row headers, years across, facilities across",
    arguments: 0..<60)
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (table, header, title) = [
      (Self.twoRows, 2, nil), (Self.across, 1, "各医院出院人次"), (Self.facilities, 1, "2023年主要指标"),
      (TableNormalizerTests.long, 1, nil), (TableNormalizerTests.wide, 1, nil),
    ][Int(seed % 5)]
    let expected = try Self.read(table, title: title).lines
    #expect(expected.count >= 5)
    let columns = Array(table[0].indices).shuffled(using: &random)
    let rows = Array(table[..<header]) + table[header...].shuffled(using: &random)
    let moved = rows.map { row in columns.map { row[$0] } }
    let result = try Self.read(moved, title: title)
    #expect(result.lines == expected, "\(moved)")
    #expect(!result.codes.contains("change-differs") && !result.codes.contains("total-differs"))
  }

  @Test("merged cells of a workbook: title, header of three rows, facilities down, total across")
  func merged() throws {
    let rows: [[String]] = [
      ["2023年工作量统计表", "", "", "", "", ""],
      ["机构名称", "指标", "上半年", "", "下半年", ""],
      ["", "", "人次", "", "人次", ""],
      ["", "", "本年", "上年", "本年", "上年"],
      ["青山县医院", "门诊人次", "100", "90", "110", "95"],
      ["", "出院人次", "10", "9", "11", "8"],
      ["绿水县医院", "门诊人次", "50", "45", "55", "48"],
      ["", "出院人次", "5", "4", "6", "5"],
    ]
    let merges = [
      MergedCells(rows: 0...0, columns: 0...5), MergedCells(rows: 1...3, columns: 0...0),
      MergedCells(rows: 1...3, columns: 1...1),
      MergedCells(rows: 1...1, columns: 2...3), MergedCells(rows: 1...1, columns: 4...5),
      MergedCells(rows: 2...2, columns: 2...3),
      MergedCells(rows: 2...2, columns: 4...5), MergedCells(rows: 4...5, columns: 0...0),
      MergedCells(rows: 6...7, columns: 0...0),
    ]
    let result = try Self.read(rows, merges: merges)
    #expect(result.observations.count == 16)
    #expect(result.lines.contains("青山县医院,discharges,2022-S2,,8,人次,reported"))
    #expect(result.lines.contains("绿水县医院,visits_outpatient,2023-S1,,50,人次,reported"))
    #expect(result.codes.isEmpty, "\(result.findings)")
  }

  @Test("metric and period in the sheet's name or in a caption hold for the table")
  func outside() throws {
    let rows = [["机构名称", "数量"], ["青山县医院", "100"]]
    #expect(try Self.read(rows, sheet: "2023年出院人次").lines == ["青山县医院,discharges,2023,,100,人次,reported"])
    #expect(
      try Self.read(rows, captions: ["表2 2022年医疗收入", "单位：万元"]).lines == [
        "青山县医院,revenue_medical,2022,,1000000,元,reported"
      ])
    // The unit in brackets anywhere in a line, the nearest line first.
    #expect(
      try Self.read(rows, captions: ["表1 医疗收入（单位：元）", "2022年主要指标见下表（单位：万元）："]).lines == [
        "青山县医院,revenue_medical,2022,,1000000,元,reported"
      ])
  }

  @Test("rows of this year, last year and change: the change is left out, the others are figures")
  func changeRows() throws {
    let rows = [
      ["2023年基层运行情况", "", ""], ["指标", "时期", "城关镇卫生院"], ["门诊人次", "本年", "110"], ["", "上年", "100"], ["", "增减%", "10"],
      ["出院人次", "本年", "11"], ["", "上年", "10"], ["", "增减%", "10"],
    ]
    let result = try Self.read(rows)
    #expect(
      result.lines == [
        "城关镇卫生院,discharges,2022,,10,人次,reported", "城关镇卫生院,discharges,2023,,11,人次,reported",
        "城关镇卫生院,visits_outpatient,2022,,100,人次,reported", "城关镇卫生院,visits_outpatient,2023,,110,人次,reported",
      ])
  }

  @Test("sources of figures in a table of many parts are the cells that hold them")
  func sources() throws {
    let rows = [
      ["2023年门诊人次"], ["机构名称", "门诊人次"], ["青山县医院", "100"], [], ["2022年签约"], ["乡镇", "签约人数（人）", "签约率%"],
      ["城关镇", "50", "33.3"],
    ]
    for observation in try Self.read(rows).observations {
      guard case .cell(_, let row, let column) = observation.source.place else { continue }
      #expect(rows[row - 1][column - 1] == observation.text)
    }
  }

  static let marks: [(String, String)] = [
    ("门诊人次①", "门诊人次"), ("门诊人次¹", "门诊人次"), ("出院人数1）", "出院人数"), ("出院人数[2]", "出院人数"), ("青山县医院*", "青山县医院"),
    ("社区卫生服务中心(站)", "社区卫生服务中心(站)"), ("执业(助理)医师", "执业(助理)医师"), ("药占比（%）", "药占比（%）"), ("***", "***"), ("①", "①"),
    ("第二医院（2）", "第二医院（2）"),
  ]

  @Test("marks of footnotes go, brackets that belong to a name stay", arguments: marks)
  func footnotes(written: String, plain: String) {
    #expect(FootnoteMark.stripped(written) == plain)
  }

  @Test("an explanation names header, columns, reasons and what is checked, in both languages")
  func explanation() throws {
    let catalogue = try Catalogue.builtIn()
    let normalizer = TableNormalizer(catalogue: catalogue, registry: FacilityRegistry())
    let table = GridTable(file: "t.xlsx", sheet: "表一", rows: Self.twoRows)
    let part = try #require(try normalizer.parts(of: table).first)
    let chinese = LayoutExplanation(part, catalogue: catalogue).lines(in: .chinese)
    #expect(chinese.contains("  表头：第1至2行"))
    #expect(chinese.contains("  第1列“机构名称”：机构（表头用词）"))
    #expect(chinese.contains("  第4列“诊疗人次数 / 增减%”：增减，与第3列、第2列核对，附在较新的一列上（增减用词）"))
    #expect(LayoutExplanation(part, catalogue: catalogue).lines(in: .english).count == chinese.count)
  }

  @Test("a contradicted change is worded in the language of the messages")
  func changeInWords() throws {
    let result = try TableReader().read("机构名称,2023年药占比（%）,2022年药占比（%）,增减（百分点）\n甲医院,26.8,28.7,1.9\n")
    let problem = try #require(result.findings.first { $0.problem.code == "change-differs" }?.problem)
    #expect(problem.message(in: .chinese).contains("−1.9个百分点"))
    #expect(!problem.message(in: .english).contains("百分点"))
    #expect(problem.message(in: .english).contains("−1.9"))
  }

  @Test("a change that agrees with its figures stands beside the later one, in points where it is one of a share")
  func changeBeside() throws {
    let text =
      "机构名称,2023年门诊人次,2022年门诊人次,增减%,2023年药占比（%）,2022年药占比（%）,增减\n甲医院,1200,1000,20.0,26.8,28.7,-1.9\n乙医院,1200,1000,30.0,26.8,28.7,1.9\n"
    #expect(
      Self.changes(try TableReader().read(text)) == [
        "甲医院 visits_outpatient percent 20.0 yearEarlier", "甲医院 drug_ratio points -1.9 yearEarlier",
      ])
  }

  @Test("a row's unit in its own cell makes its name whole; what a whole leaves out stands in its name")
  func namesByUnits() throws {
    let text = "指标,单位,2022年\n门急诊人次,万人次,96.83\n其中：急诊,万人次,11.26\n发热门诊,人次,38216\n"
    let result = try TableReader(options: TableOptions(facility: "甲医院")).read(text)
    #expect(
      result.observations.map { "\($0.metric?.id ?? "-") \($0.quantity?.value.description ?? "-")" } == [
        "visits_outpatient_emergency 968300", "visits_emergency 112600", "visits_fever 38216",
      ])
  }

  /// The changes that stand beside figures: facility, metric, kind, value, relation.
  private static func changes(_ result: TableReader.Result) -> [String] {
    result.observations.flatMap { observation in
      observation.changes.map {
        "\(observation.facility ?? "-") \(observation.metric?.id ?? "-") \($0.kind) \($0.value?.description ?? "-") \($0.relation)"
      }
    }
  }

  @Test("a header cell may name a facility and a period together; groups of houses are facilities")
  func facilityAndPeriod() throws {
    let text =
      "指标,县医院2022年上半年,县医院2021年上半年,县中医院医共体2022年上半年\n门急诊人次,1962,1880,713\n药占比（%）,26.3,27.5,33.8\n"
    let result = try TableReader().read(text)
    let figures = result.observations.map {
      "\($0.facility ?? "-") \($0.metric?.id ?? "-") \($0.period?.description ?? "-") \($0.quantity?.value.description ?? "-")"
    }
    #expect(
      figures == [
        "县医院 visits_outpatient_emergency 2022-S1 1962", "县医院 visits_outpatient_emergency 2021-S1 1880",
        "县中医院医共体 visits_outpatient_emergency 2022-S1 713", "县医院 drug_ratio 2022-S1 26.3",
        "县医院 drug_ratio 2021-S1 27.5", "县中医院医共体 drug_ratio 2022-S1 33.8",
      ])
  }

  @Test(
    "a change from a year that the table does not hold stands beside its figure, and that is told; of a percentage it is open"
  )
  func changeAlone() throws {
    let text =
      "机构名称,2023年门诊人次（万人次）,同比（%）,2023年药占比（%）,同比（%）\n甲医院,12.4,3.2,26.8,-1.9\n乙医院,8.6,持平,24.1,0.4\n"
    let result = try TableReader().read(text)
    #expect(
      Self.changes(result) == [
        "甲医院 visits_outpatient percent 3.2 yearEarlier", "乙医院 visits_outpatient flat - yearEarlier",
      ])
    let notes = result.findings.filter { $0.problem.code == "changes-unchecked" }
    #expect(notes.count == 2)
  }

  @Test("changes in words, by arrows and in their own units are as those in numbers; those of rates need points")
  func changesInWords() throws {
    let text =
      "项目,完成情况,较上年\n门诊量,4.12万人次,增长5.3%\n平均住院日,6.8天,缩短0.3天\n药占比,41.2%,↓1.6个百分点\n出院人次,1203,2.1%↓\n病床使用率,81.2%,提高2.0%\n"
    let reader = TableReader(options: TableOptions(facility: "甲医院", year: 2023))
    #expect(
      Self.changes(try reader.read(text)) == [
        "甲医院 visits_outpatient percent 5.3 yearEarlier", "甲医院 avg_length_of_stay absolute -0.3 yearEarlier",
        "甲医院 drug_ratio points -1.6 yearEarlier", "甲医院 discharges percent -2.1 yearEarlier",
        "甲医院 bed_occupancy_rate percent 2.0 yearEarlier",
      ])
  }

  @Test(
    "a number that is the difference to its last digit is no percentage that rounding allows; words are checked, too")
  func differenceFirst() throws {
    let text = "指标,2024年6月,2024年5月,环比\n平均住院日,7.1,7.2,-0.1\n出院人次,2015,1988,增长1.4%\n药占比（%）,26.1,26.8,上升0.7个百分点\n"
    let result = try TableReader(options: TableOptions(facility: "甲医院")).read(text)
    #expect(
      Self.changes(result) == [
        "甲医院 avg_length_of_stay absolute -0.1 preceding", "甲医院 discharges percent 1.4 preceding",
      ])
    #expect(result.codes.contains("change-differs"))
  }

  @Test("below 同比（%） each row tells by its metric whether a bare number is a percentage")
  func changeByRow() throws {
    let text = "指标名称,2024年上半年,同比增长(%)\n总诊疗人次（万人次）,182.6,5.3\n县域内就诊率（%）,91.3,0.8个百分点\n病床使用率（%）,81.3,1.2\n"
    let result = try TableReader(options: TableOptions(facility: "全县")).read(text)
    #expect(
      Self.changes(result) == [
        "全县 visits_total percent 5.3 yearEarlier", "全县 in_county_rate points 0.8 yearEarlier",
      ])
  }

  @Test("one header cell of metric, unit and period: the unit counts for both years; a kind of house heads its names")
  func metricUnitPeriod() throws {
    let years = "社区卫生服务中心,门急诊人次（万）2022年,门急诊人次（万）2021年\n城东社区卫生服务中心,6.62,5.9\n城西社区卫生服务中心,4.1,4.3\n"
    let counted = "2022年各中心情况,,\n社区卫生服务中心,门急诊人次,健康体检（人次）\n城东社区卫生服务中心,6620,4120\n城西社区卫生服务中心,4100,2988\n"
    let figures = try [years, counted].flatMap { try TableReader().read($0).observations }.map {
      "\($0.facility ?? "-") \($0.metric?.name ?? "-") \($0.period?.description ?? "-") \($0.quantity?.value.description ?? "-")"
    }
    #expect(
      figures == [
        "城东社区卫生服务中心 门急诊人次 2022 66200", "城东社区卫生服务中心 门急诊人次 2021 59000",
        "城西社区卫生服务中心 门急诊人次 2022 41000", "城西社区卫生服务中心 门急诊人次 2021 43000",
        "城东社区卫生服务中心 门急诊人次 2022 6620", "城东社区卫生服务中心 健康检查人次 2022 4120",
        "城西社区卫生服务中心 门急诊人次 2022 4100", "城西社区卫生服务中心 健康检查人次 2022 2988",
      ])
  }
}
