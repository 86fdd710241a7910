// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("What became of every number")
struct NumberUseTests {
  private func read(_ text: String) throws -> NarrativeReading {
    NarrativeReader(catalogue: try Catalogue.builtIn()).read(
      TextReport(file: "a.txt", passages: [Passage(line: 1, text: text)]))
  }

  static let rejected: [(String, String, NumberRejection)] = [
    ("为65岁及以上老年人提供服务。", "65岁及以上", .age),
    ("一是加强领导。", "一是", .listMark),
    ("我院为三级甲等医院。", "三级甲等", .grade),
    ("处理12345热线工单。", "12345", .telephone),
    ("联系电话0851-2345678。", "0851-2345678", .telephone),
    ("第三批援助队已返回。", "第三批", .ordinal),
    ("（二）改善服务，全年出院3人次。", "（二）", .listMark),
    ("按照国卫发〔2022〕10号文件要求。", "2022", .name),
    ("全年出院12345678901234567890人次。", "12345678901234567890", .tooLong),
    ("每月开展4次随访。", "4次", .frequency),
    ("药价比周边医院低10%。", "10%", .comparedWithOthers),
    ("平均等候15分钟。", "15分钟", .duration),
  ]

  @Test("a number that is no figure says why", arguments: rejected)
  func reasons(text: String, number: String, reason: NumberRejection) throws {
    let found = try read(text).uses.first { use in
      use.source(file: "a.txt", text: text).quote == number
    }
    #expect(found?.fate == .rejected(reason), "\(text)")
  }

  @Test("figures, changes, periods and bounds say what they belong to")
  func fates() throws {
    let text = "2023年分娩量突破2000例，达2186例，同比增长3.2%。"
    let reading = try read(text)
    let fates = reading.uses.map { "\($0.source(file: "a.txt", text: text).quote) \($0.fate)" }
    #expect(
      fates == [
        "2023年 period", "2000例 bound(observation: 0)", "2186例 fact(observation: 0)", "3.2% change(observation: 0)",
      ])
  }

  @Test("every digit stands in exactly one use, and every use of a figure leads to an observation that quotes it")
  func complete() throws {
    let catalogue = try Catalogue.builtIn()
    for file in ["narrative-forms.jsonl", "narrative-wordings.jsonl", "narrative-unseen-reports.jsonl"] {
      for fixture in try NarrativeFixture.load(file) {
        let reading = fixture.read(catalogue)
        for (number, line) in fixture.sentence.split(separator: "\n").enumerated() {
          let uses = reading.uses.filter { $0.line == number + 1 }
          for (place, character) in line.enumerated() where character.isNumber && character.isWholeNumber {
            let count = uses.count { $0.characters.contains(place) }
            let isChinese =
              (character.unicodeScalars.first?.value ?? 0) >= 0x3000
              && (character.unicodeScalars.first?.value ?? 0) < 0xA000
            #expect(isChinese ? count <= 1 : count == 1, "\(place) \(character) in \(line): \(count)")
          }
        }
        for use in reading.uses {
          if case .fact(let place) = use.fate { #expect(reading.observations.indices.contains(place)) }
        }
      }
    }
  }
}
