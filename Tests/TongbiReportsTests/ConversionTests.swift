// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports

@Suite("Conversion")
struct ConversionTests {
  private static let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  private static let hasOffice = ExternalProgram.find(["soffice"], in: path) != nil
  private static let hasPages = hasOffice && ExternalProgram.find(["pdftotext"], in: path) != nil
  private static let sample: URL = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/word-report/input.docx")

  /// The sample as LibreOffice writes it in another format.
  private static func converted(to ending: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: try #require(ExternalProgram.find(["soffice"], in: path)).path)
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/maker", "--headless", "--convert-to", ending, "--outdir",
      folder.path, sample.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return folder.appending(path: "input.\(ending)").path
  }

  @Test(
    "a document of another kind is read by way of LibreOffice, and sources name the file itself",
    .enabled(if: hasOffice, "soffice is not installed"), arguments: ["doc", "odt", "rtf"])
  func documents(ending: String) throws {
    let scratch = try Scratch()
    let path = try Self.converted(to: ending, in: scratch.folder)
    let report = try Report.open(path)
    let text = try #require(report.text)
    #expect(text.file == path)
    #expect(text.passages.contains { $0.text == "2023年，全院门诊1204人次，同比增长12.3%。" })
    #expect(report.tables.first?.head[2].first == "内科")
    #expect(report.tables.first?.file == path)
  }

  @Test("a PDF is read as text", .enabled(if: hasPages, "soffice or pdftotext is not installed"))
  func pages() throws {
    let scratch = try Scratch()
    let path = try Self.converted(to: "pdf", in: scratch.folder)
    let report = try Report.open(path)
    #expect(report.text?.passages.contains { $0.text.filter { $0 != " " }.contains("全院门诊1204人次，同比增长12.3%。") } == true)
    #expect(report.findings.map(\.problem.code) == ["tables-in-pdf"])
  }

  /// A program named soffice that does as a script says.
  private static func double(_ script: String, in scratch: borrowing Scratch) throws -> Conversion {
    let place = try scratch.file("soffice", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place)
    return Conversion(searchPath: scratch.folder.path, limit: .seconds(2))
  }

  @Test("a program that hangs is stopped with all it started, and leaves nothing behind")
  func hangs() throws {
    let scratch = try Scratch()
    let notes = scratch.folder.appending(path: "notes").path
    let conversion = try Self.double("sleep 600 & echo $$ $! \"$HOME\" > \(notes); wait", in: scratch)
    let path = try scratch.file("a.rtf", "{\\rtf1}")
    let clock = ContinuousClock()
    let start = clock.now
    let found = failure { _ = try conversion.report(.richText, try ByteSource.open(path), file: path, sheet: nil) }
    #expect(found?.code == "conversion-too-long")
    #expect(clock.now - start < .seconds(20))
    let words = try String(contentsOfFile: notes, encoding: .utf8).split(whereSeparator: \.isWhitespace).map(
      String.init)
    #expect(words.count == 3)
    #expect(!FileManager.default.fileExists(atPath: words[2]))
    for process in words.prefix(2) { #expect(Self.isGone(process)) }
  }

  /// Whether a process has ended, perhaps not yet noticed by its parent.
  private static func isGone(_ process: String) -> Bool {
    for _ in 0..<100 {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
      if status.contains(") Z ") || status.contains(") X ") { return true }
      usleep(20_000)
    }
    return false
  }

  @Test("a program that fails, gives nothing, or is not there is named with what to do")
  func fails() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.rtf", "{\\rtf1}")
    for script in ["exit 1", "exit 0"] {
      let conversion = try Self.double(script, in: scratch)
      let found = failure { _ = try conversion.report(.richText, try ByteSource.open(path), file: path, sheet: nil) }
      #expect(found?.code == "conversion-failed")
    }
    let none = Conversion(searchPath: "/nowhere", limit: .seconds(2))
    let found = failure { _ = try none.report(.pdf, try ByteSource.open(path), file: path, sheet: nil) }
    #expect(found?.code == "format-not-read")
    #expect(found?.text.contains("poppler-utils") == true)
  }

  static let joined: [([String], [String])] = [
    (["全年门诊人次达到68.42", "万人次，比上年增长12.3%。", "药占比26.8%。"], ["全年门诊人次达到68.42万人次，比上年增长12.3%。", "药占比26.8%。"]),
    (["机构      门诊      住院", "甲        12        3"], ["机构      门诊      住院", "甲        12        3"]),
    (["一、医疗业务", "全年门诊人次达到一个新的高度，住院人次。"], ["一、医疗业务", "全年门诊人次达到一个新的高度，住院人次。"]),
    (["in the whole year visits", "to all clinics rose"], ["in the whole year visits to all clinics rose"]),
    (["  第一段的文字写到这一行的末尾", "    第二段从这里开始。"], ["第一段的文字写到这一行的末尾", "第二段从这里开始。"]),
  ]

  @Test("lines of a page that go on are one paragraph", arguments: joined)
  func paragraphs(lines: [String], expected: [String]) {
    let passages = lines.enumerated().map { Passage(line: $0 + 1, text: $1) }
    #expect(PageText.joined(passages).map(\.text) == expected)
  }
}
