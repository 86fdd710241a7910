// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Audit of texts")
struct TextAuditTests {
  private static let seeds = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../../shared/seeds")
  private static let hasSeeds = FileManager.default.fileExists(atPath: seeds.path)

  @Test("no digit and no numeral of a text is absent, and no digit stands twice")
  func complete() throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    for file in [
      "narrative-forms.jsonl", "narrative-wordings.jsonl", "narrative-reports.jsonl", "narrative-unseen-reports.jsonl",
      "narrative-unseen-sentences.jsonl",
    ] {
      for fixture in try NarrativeFixture.load(file) { check(fixture.sentence, reader) }
    }
  }

  @Test("no digit and no numeral of a real report is absent", .enabled(if: hasSeeds, "../shared/seeds is absent"))
  func completeInReports() throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    for file in try FileManager.default.contentsOfDirectory(at: Self.seeds, includingPropertiesForKeys: nil) {
      check(try String(contentsOf: file, encoding: .utf8), reader)
    }
  }

  private func check(_ text: String, _ reader: NarrativeReader) {
    let passages = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { !$1.allSatisfy(\.isWhitespace) }.map { Passage(line: $0 + 1, text: String($1)) }
    let report = TextReport(file: "a.txt", passages: passages)
    let audit = TextAudit(report, reader.read(report))
    for passage in passages {
      let entries = audit.entries(passage)
      for (place, character) in passage.text.enumerated() {
        guard let scalar = character.unicodeScalars.first else { continue }
        let isDigit = scalar.properties.generalCategory == .decimalNumber
        guard isDigit || "〇零一二三四五六七八九十百千万亿两".unicodeScalars.contains(scalar) else { continue }
        let count = entries.count { entry in
          guard case .words(_, let start, let end) = entry.source.place else { return false }
          return (start..<end).contains(place)
        }
        #expect(isDigit ? count == 1 : count >= 1, "\(character) at \(place) in \(passage.text): \(count)")
      }
      for entry in entries where entry.fate == .fact {
        #expect(entry.observation?.text.isEmpty == false, "\(entry.source.quote)")
      }
    }
  }

  @Test("a numeral within a word is listed with the characters beside it")
  func numeral() throws {
    let text = "进一步加强管理，全年出院3人次。"
    let report = TextReport(file: "a.txt", passages: [Passage(line: 1, text: text)])
    let entries = TextAudit(report, NarrativeReader(catalogue: try Catalogue.builtIn()).read(report)).entries
    #expect(entries.map(\.source.quote) == ["进一步", "3人次"])
    #expect(entries.first?.fate == .rejected(.numeral))
    #expect(entries.last?.observation?.metric?.id == "discharges")
  }
}
