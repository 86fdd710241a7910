// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiDocuments

@Suite("Review page")
struct ReviewPageTests {
  private func page(_ language: Language = .chinese, sections: Int = 1) -> ReviewPage {
    let marks = [
      ReviewPage.Mark(characters: 3..<9, kind: .fact, explanation: "甲<医院> · 药占比", place: "L1:3-9"),
      ReviewPage.Mark(characters: 13..<15, kind: .change, explanation: "+2%", place: "L1:13-15"),
      ReviewPage.Mark(characters: 14..<15, kind: .rejected, explanation: "重叠", place: "L1:14-15"),
    ]
    let line = ReviewPage.Line(
      number: 1, style: .paragraph, text: "药占比<26.8%，增长2%。", marks: marks,
      notes: [ReviewPage.Note(severity: .error, words: "两个数 & 不一致", quote: "“引文”")])
    var cell = ReviewPage.Cell(
      text: "1<2", mark: ReviewPage.Mark(characters: 0..<3, kind: .masked, explanation: "x", place: "A1"))
    cell.columns = 2
    var covered = ReviewPage.Cell(text: "")
    covered.columns = 0
    let grid = ReviewPage.Grid(name: "表", rows: [(1, [cell, covered])], notes: [])
    let section = ReviewPage.Section(file: "a&b.txt", blocks: [.line(line), .grid(grid)], notes: [])
    return ReviewPage(language: language, sections: Array(repeating: section, count: sections))
  }

  @Test("what a report says cannot become markup")
  func escaping() {
    let html = page().html
    #expect(html.contains("a&amp;b.txt"))
    #expect(html.contains("甲&lt;医院&gt;"))
    #expect(html.contains("两个数 &amp; 不一致"))
    #expect(!html.contains("<26.8"))
    #expect(HTMLText.escaped("a\u{1}b\t\u{0}") == "a\u{FFFD}b\t\u{FFFD}")
  }

  @Test("every character of the report stands on the page once, whatever the marks")
  func whole() throws {
    let html = page().html
    let start = try #require(html.range(of: "<span class=\"number\">1</span><p>"))
    let rest = html[start.upperBound...]
    var text = String(try #require(rest.range(of: "</p>").map { rest[..<$0.lowerBound] }))
    // Out of the tips and the small numbers, what is left is the report.
    text = text.replacing(/<sup>\d+<\/sup>/, with: "").replacing(/<span class="tip".*?<\/code><\/span>/, with: "")
    text = text.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
    #expect(text == "药占比<26.8%，增长2%。")
  }

  @Test("marks are numbered in their order, explained by pointing and at the end")
  func explained() {
    let html = page().html
    #expect(html.contains("<sup>1</sup>"))
    #expect(html.contains("<sup>3</sup>"))
    #expect(!html.contains("<sup>4</sup>"))
    #expect(html.components(separatedBy: "甲&lt;医院&gt; · 药占比").count == 3)
    #expect(html.contains("tabindex=\"0\""))
    #expect(html.contains("colspan=\"2\""))
  }

  @Test("the page needs nothing from elsewhere", arguments: [Language.chinese, .english])
  func standalone(language: Language) {
    let html = page(language, sections: 2).html
    for word in ["http", "<script", "<link", "<img", "url(", "@import"] { #expect(!html.contains(word), "\(word)") }
    #expect(html.contains("href=\"#s2\""))
    #expect(html.contains("id=\"s2\""))
  }

  @Test("marks outside of the text do no harm")
  func outside() {
    let mark = ReviewPage.Mark(characters: 5..<900, kind: .fact, explanation: "", place: "")
    let line = ReviewPage.Line(number: 1, style: .title, text: "短", marks: [mark], notes: [])
    let section = ReviewPage.Section(file: "a", blocks: [.line(line)], notes: [])
    #expect(ReviewPage(language: .chinese, sections: [section]).html.contains("短"))
    #expect(ReviewPage(language: .chinese, sections: []).html.contains("</html>"))
  }
}
