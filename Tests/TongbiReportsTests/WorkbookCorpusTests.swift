// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports

@Suite("Workbooks that others made", .enabled(if: Shared.has("corpus-xlsx-easyexcel"), "../shared/data is not there"))
struct WorkbookCorpusTests {
  /// One line of the expectations: the cells on which two other readers agree.
  private struct Expected: Decodable {
    enum Value: Decodable {
      case text(String), number(Double), truth(Bool)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
          self = .truth(truth)
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      /// Whether our text says the same: numbers to 15 digits, percentages and times in our form.
      func isSaid(by text: String) -> Bool {
        switch self {
        case .truth(let truth): return text == (truth ? "TRUE" : "FALSE")
        case .number(let number):
          let isPercent = text.hasSuffix("%")
          guard let read = Double(isPercent ? String(text.dropLast()) : text) else { return false }
          return abs(read - number * (isPercent ? 100 : 1)) <= abs(read) * 1e-14
        case .text(let expected):
          // A format that shows a month shows no day.
          return text == expected || Self.full(text) == expected
            || (text.count == 7 && expected.hasPrefix(text + "-01 "))
        }
      }

      /// 2023-06-04 08:30 with seconds and fractions, as the other readers write it.
      private static func full(_ text: String) -> String {
        let parts = text.split(separator: " ").map(String.init)
        let date = parts.first { $0.contains("-") }
        var time = parts.first { $0.contains(":") } ?? (date == nil ? "" : "00:00:00")
        if time.count == 5 { time += ":00" }
        if time.contains(".") { time += "000" }
        return [date, time].compactMap { $0 }.joined(separator: " ")
      }
    }

    var file: String
    var sheets: [String]
    var merged: [String: [String]]
    var agree: [String: [String: Value]]
  }

  @Test("every cell on which two other readers agree is read as they read it")
  func agreed() throws {
    let folder = Shared.folder.appending(path: "corpus-xlsx-easyexcel")
    let lines = try String(contentsOf: folder.appending(path: "expected-xlsx.jsonl"), encoding: .utf8)
    var (agreed, expected) = (0, 0)
    for line in lines.split(separator: "\n") {
      let file = try JSONDecoder().decode(Expected.self, from: Data(line.utf8))
      expected += file.agree.values.reduce(0) { $0 + $1.count }
      let report = try? Report.open(folder.appending(path: file.file).path)
      for table in report?.tables ?? [] {
        let name = table.sheet ?? ""
        let width = table.head.map(\.count).max() ?? 0
        let cells = try table.cells(columns: width).cells
        #expect(table.merges.count == file.merged[name]?.count ?? 0, "\(file.file) \(name)")
        for (place, value) in file.agree[name] ?? [:] {
          let reference = try #require(self.reference(place))
          let text = cells[reference.row]?[reference.column] ?? ""
          #expect(value.isSaid(by: text), "\(file.file) \(name) \(place): \(text), not \(value)")
          if value.isSaid(by: text) { agreed += 1 }
        }
      }
    }
    #expect(agreed == expected)
    #expect(expected == 886)
  }

  private func reference(_ text: String) -> CellReference? {
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe CellReference($0) }
  }
}
