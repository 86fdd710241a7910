// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Audit of tables")
struct TableAuditTests {
  private static let rows = [
    ["2023年门诊情况"], ["序号", "机构", "2022年门诊人次", "2023年门诊人次", "增长%"],
    ["1", "甲医院", "200", "220", "10"], ["2", "第二医院", "100", "***", ""], ["", "合计", "300", "", ""],
  ]

  @Test("every cell with a number says what became of it, and a cell without one is not listed")
  func cells() throws {
    let table = GridTable(file: "a.docx", sheet: "第1个表格", rows: Self.rows)
    let normalizer = TableNormalizer(catalogue: try Catalogue.builtIn(), registry: FacilityRegistry())
    var figures: [TableAudit.Cell: Observation] = [:]
    try normalizer.read(table) { (chunk, _) throws(TongbiError) in
      for (index, row) in chunk.rows.enumerated() {
        figures[TableAudit.Cell(row: Int(row.row), column: Int(row.column))] = chunk.observation(at: index)
      }
    }
    let audit = try TableAudit(table, figures, normalizer: normalizer)
    var said: [String] = []
    try table.rows(from: 1) { (row) throws(TongbiError) in
      said += audit.entries(row).map { entry in
        var reason = ""
        if case .rejected(let why) = entry.fate { reason = " " + why.code }
        return "\(entry.source.address) \(entry.source.quote) \(entry.fate.code)\(reason)"
      }
    }
    #expect(
      said == [
        "第1个表格!A1 2023年门诊情况 period", "第1个表格!C2 2022年门诊人次 period", "第1个表格!D2 2023年门诊人次 period",
        "第1个表格!A3 1 rejected left_out", "第1个表格!C3 200 fact", "第1个表格!D3 220 fact",
        "第1个表格!E3 10 rejected stated_change", "第1个表格!A4 2 rejected left_out", "第1个表格!B4 第二医院 rejected key",
        "第1个表格!C4 100 fact", "第1个表格!D4 *** fact", "第1个表格!C5 300 rejected row_aside",
      ])
  }
}
