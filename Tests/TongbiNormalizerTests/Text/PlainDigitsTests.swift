// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiTestRandom

@testable import TongbiNormalizer

@Suite("Plain numbers")
struct PlainDigitsTests {
  @Test(
    "digits with at most one point between them are plain",
    arguments: [("0", "0"), ("007", "7"), ("12345", "12345"), ("8.70", "8.70"), ("123456789012345", "123456789012345")])
  func plain(text: String, number: String) throws {
    #expect(try #require(PlainDigits(text)).value.description == number)
  }

  @Test(
    "anything else is not",
    arguments: ["", ".", "1.", ".5", "1.2.3", "-1", "1,234", " 1", "１", "1e5", "1234567890123456", "12万"])
  func other(text: String) {
    #expect(PlainDigits(text) == nil)
  }

  @Test("a plain number is read as the rules for all numbers read it")
  func numbers() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<3000 {
      let text = randomNumber(&random)
      guard case .number(let plain) = CellReading.read(text) else {
        Issue.record("\(text) is a number")
        continue
      }
      let number = try #require(NumberText.parse(text), "\(text)")
      #expect(plain == number, "\(text)")
    }
  }

  @Test("a plain number names a period where the rules for all periods say so")
  func periods() {
    var random = SplitMix64(seed: 12)
    let endings = ["", "06", "13", "0630", ".6", ".06", ".0"]
    let years = (1890...2110).flatMap { year in endings.map { "\(year)\($0)" } }
    let others = (0...9999).map(String.init) + (0..<3000).map { _ in randomNumber(&random) }
    for text in years + others {
      let period = PeriodText.parse(text, context: PeriodContext(year: 2001))
      let isKnown = period.map { (1900...2101).contains($0.lastDay.year) } ?? false
      #expect((WrittenPeriod(text) != nil) == isKnown, "\(text)")
    }
  }

  private func randomNumber(_ random: inout SplitMix64) -> String {
    func digits(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    return Bool.random(using: &random) ? digits(1...15) : digits(1...8) + "." + digits(1...6)
  }
}
