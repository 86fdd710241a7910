// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiTestRandom

@testable import TongbiReports

@Suite("Data values in JSON")
struct DataValueTableTests {
  private func open(_ bytes: [UInt8]) throws -> Report {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tongbi-\(UUID().uuidString).json")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try Report.open(file.path)
    for table in report.tables { try table.read([.codes, .codes, .codes, .codes, .codes, .numbers], from: 1) { _ in } }
    return report
  }

  static let refused: [(String, String)] = [
    ("{}", "unknown-json"), ("[]", "unknown-json"), ("{\"a\":1}", "unknown-json"),
    ("{\"dataValues\":[{]}", "broken-json"),
    ("{\"dataValues\":[{\"value\":\"1\"}", "broken-json"), ("{\"dataValues\":[1]}", "broken-json"),
    ("{\"dataValues\":[]} x", "broken-json"), ("{\"dataValues\":[{\"value\" \"1\"}]}", "broken-json"),
    ("{\"dataValues\":[{\"value\":\"\\x\"}]}", "broken-json"),
    ("{\"dataValues\":[{\"value\":\"\\u12\"}]}", "broken-json"),
  ]

  @Test("what is no data value set, or breaks off, is refused", arguments: refused)
  func refusal(text: String, code: String) {
    do {
      _ = try open(Array(text.utf8))
      Issue.record("read")
    } catch let error as TongbiError {
      #expect(error.problem.code == code)
      for language in Language.allCases { #expect(error.problem.message(in: language).count > 10) }
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test("an empty set is a table without values")
  func empty() throws {
    #expect(try open(Array("{\"dataValues\":[]}".utf8)).tables.first?.rowCountHint == 1)
  }

  @Test("a million brackets and a string of 17 MB neither hang nor take the stack or the memory")
  func hostile() throws {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: TongbiError.self) { try open(Array("{\"a\":".utf8) + deep) }
    #expect(throws: TongbiError.self) { try open(Array("{\"dataValues\":".utf8) + deep) }
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 17 << 20)
    #expect(throws: TongbiError.self) { try open(Array("{\"dataValues\":[{\"value\":\"".utf8) + long) }
    // A string that nobody asks for is passed over.
    let skipped = try open(Array("{\"x\":\"".utf8) + long + Array("\",\"dataValues\":[{\"value\":\"1\"}]}".utf8))
    #expect(skipped.tables.first?.head.count == 2)
  }

  @Test("cut off and bit-flipped sets are read or refused", arguments: 0..<40)
  func damaged(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = Array(
      "{\"period\":\"201401\",\"dataValues\":[{\"dataElement\":\"f7n9E0hX8qk\",\"value\":\"12\\u00e9\"},{\"value\":true}]}"
        .utf8)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
    }
    bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
    do { _ = try open(bytes) } catch { #expect(error is TongbiError, "\(error)") }
  }
}
