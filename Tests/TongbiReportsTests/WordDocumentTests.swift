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
