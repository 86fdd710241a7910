// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tongbi
import TongbiReports

/// Files of one test, in a folder of their own that goes with it.
struct Scratch: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tongbi-reports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let place = folder.appending(path: name)
    try Data(bytes).write(to: place)
    return place.path
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }
}

/// Data that others made, beside the package.
enum Shared {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data")
    .standardized

  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  static func files(_ name: String, _ suffix: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder.appending(path: name), includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasSuffix(suffix) }.sorted { $0.path < $1.path }
  }
}

/// The failure that a test expects a body to end with.
func failure(_ body: () throws -> Void) -> (kind: TongbiError.Kind, code: String, text: String)? {
  do {
    try body()
    return nil
  } catch let error as TongbiError {
    return (error.kind, error.problem.code, error.message(in: .english) + error.message(in: .chinese))
  } catch {
    return nil
  }
}

extension Report {
  var table: DelimitedTable? { tables.first as? DelimitedTable }
  var text: TextReport? { if case .text(let text)? = parts.first { text } else { nil } }
}

extension DelimitedTable {
  /// All rows from one on as text, read as codes (or as numbers where `asNumbers`), with missing cells as "".
  func rows(columns: Int, from row: Int = 1, use: ColumnUse = .codes, chunkRows: Int = 65_536) throws -> [[String]] {
    var rows: [[String]] = []
    try read(Array(repeating: use, count: columns), from: row, chunkRows: chunkRows) { (chunk) throws(TongbiError) in
      for index in 0..<chunk.count {
        rows.append(
          chunk.columns.enumerated().map { column, cells in
            switch cells {
            case .skipped: "–"
            case .codes(let codes): chunk.dictionaries[column][Int(codes[index])]
            case .numbers(let numbers): numbers.number(at: index)?.description ?? numbers.texts[index] ?? "?"
            }
          })
      }
    }
    return rows
  }
}
