// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports
import TongbiTestRandom

@Suite("Word documents")
struct WordDocumentTests {
  private static let corpus = "corpus-docx-python-docx"

  @Test(
    "paragraphs and tables are those that python-docx finds",
    .enabled(if: Shared.has(corpus), "../shared/data/corpus-docx-python-docx is absent"))
  func oracle() throws {
    let folder = Shared.folder.appending(path: Self.corpus)
    let expectations = folder.appending(path: "expected-docx.jsonl")
    let lines = try String(contentsOf: expectations, encoding: .utf8).split(separator: "\n")
    var tables = 0
    for line in lines {
      let entry = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let name = entry["file"] as? String, let body = entry["body"] as? [[Any]] else { continue }
      let path = folder.appending(path: name).path
      let document = try WordDocument(try ByteSource.open(path), file: path)
      let paragraphs = body.filter { $0.first as? String == "p" }.map { $0[1] as? String ?? "" }
      var passages: [Passage] = []
      for (index, text) in paragraphs.enumerated() where !text.allSatisfy(\.isWhitespace) {
        passages.append(Passage(line: index + 1, text: text))
      }
      #expect(document.passages == passages, "\(name)")
      let expected = body.filter { $0.first as? String == "tbl" }.map { $0[1] as? [[String]] ?? [] }
      tables += expected.count
      // python-docx lists the tables of the body only; those nested in them stand between.
      var left = document.tables.map(\.spread)[...]
      for table in expected {
        left = left.drop { $0 != table }
        #expect(left.popFirst() == table, "\(name)")
      }
    }
    #expect(lines.count == 41)
    #expect(tables == 22)
  }

  @Test(
    "a document that is cut off anywhere is read or refused",
    .enabled(if: Shared.has(corpus), "../shared/data/corpus-docx-python-docx is absent"))
  func damaged() throws {
    let scratch = try Scratch()
    let bytes = Array(try Data(contentsOf: Shared.folder.appending(path: Self.corpus + "/tbl-having-tables.docx")))
    for seed in 0..<600 {
      let damaged = bytes.damaged(seed: UInt64(seed))
      let path = try scratch.file("a.docx", damaged)
      _ = failure { _ = try Report.open(path) }
    }
  }
}

extension WordDocumentTests {
  /// A document with this inside its body, as a file.
  private static func document(_ body: String, in scratch: borrowing Scratch) throws -> String {
    let space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    let text = "<w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>"
    return try scratch.file("a.docx", ZipFile([("word/document.xml", text)]).bytes)
  }

  static let hostile: [(String, String?)] = [
    (String(repeating: "<w:tbl><w:tr><w:tc>", count: 10_000), "damaged-part"),
    (
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 10_000)
        + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" + String(repeating: "</w:tc></w:tr></w:tbl><w:p/>", count: 10_000), nil
    ),
    (
      "<w:tbl>"
        + String(
          repeating:
            "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>",
          count: 5000) + "</w:tbl>", "too-many-cells"
    ),
    (
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>\(String(repeating: "长", count: 400_000))</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
      nil
    ),
    ("<w:tr/><w:tc/><w:tcPr><w:gridSpan/></w:tcPr><w:t>x</w:t><w:fldChar/><w:p><w:tr/></w:p>", "empty-file"),
    ("", "empty-file"),
  ]

  @Test("a hostile document ends soon, as a report or an error", arguments: hostile)
  func hostile(body: String, code: String?) throws {
    let scratch = try Scratch()
    let path = try Self.document(body, in: scratch)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(failure { _ = try Report.open(path) }?.code == code)
    #expect(clock.now - start < .seconds(30))
  }

  @Test("a package without its document, or one that names itself, is an error")
  func missing() throws {
    let scratch = try Scratch()
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    for target in ["word/gone.xml", "_rels/.rels", "/", ".."] {
      let links = "<Relationships><Relationship Id=\"a\" Type=\"\(type)\" Target=\"\(target)\"/></Relationships>"
      let path = try scratch.file("a.docx", ZipFile([("_rels/.rels", links), ("word/other.xml", "<a/>")]).bytes)
      #expect(failure { _ = try Report.open(path) } != nil, "\(target)")
    }
  }

  @Test("a field whose code never ends does not swallow the paragraphs after it; deleted rows are not read")
  func fields() throws {
    let scratch = try Scratch()
    let path = try Self.document(
      """
      <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>code</w:t></w:r></w:p><w:p><w:r><w:t>门诊1204人次</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """, in: scratch)
    let report = try Report.open(path)
    #expect(report.text?.passages == [Passage(line: 2, text: "门诊1204人次")])
    #expect(report.tables.first?.head == [["甲"]])
  }
}

extension GridTable {
  /// The rows with the text of a merged cell in each of the cells it covers.
  fileprivate var spread: [[String]] {
    var rows = rows
    for merge in merges {
      let text = self.rows[merge.rows.lowerBound][merge.columns.lowerBound]
      for row in merge.rows { for column in merge.columns { rows[row][column] = text } }
    }
    return rows
  }
}

extension [UInt8] {
  /// A few bytes changed, or the end cut off.
  func damaged(seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes = self
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    return seed % 4 == 0 ? Array(bytes[..<Int.random(in: bytes.indices, using: &random)]) : bytes
  }
}
