// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The tables that a `datapackage.json` holds in itself, as rows of cells or as objects with one key for each column.
struct InlineData {
  /// One of them; `nil` in place of rows where the resource has its data elsewhere.
  struct Resource {
    var name: String?
    var rows: [[String]]?
  }

  /// Reads what the resources hold, in their order.
  static func read(_ bytes: EncodedBytes) throws(TongbiError) -> [Resource] {
    var scanner = try JSONScanner(bytes)
    var resources: [Resource] = []
    try scanner.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try scanner.key(&isFirst) {
      guard key == "resources", try scanner.take(UInt8(ascii: "[")) else {
        try scanner.skip()
        continue
      }
      if try scanner.take(UInt8(ascii: "]")) { continue }
      repeat { resources.append(try resource(&scanner)) } while try scanner.take(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "]"))
    }
    return resources
  }

  private static func resource(_ scanner: inout JSONScanner) throws(TongbiError) -> Resource {
    var resource = Resource()
    try scanner.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try scanner.key(&isFirst) {
      switch (key, try scanner.peek()) {
      case ("name", UInt8(ascii: "\"")?): resource.name = try scanner.scalar()?.text
      case ("data", UInt8(ascii: "[")?): resource.rows = try rows(&scanner)
      default: try scanner.skip()
      }
    }
    return resource
  }

  private static func rows(_ scanner: inout JSONScanner) throws(TongbiError) -> [[String]] {
    var rows: [[String]] = []
    var columns: [String: Int] = [:]
    var names: [String] = []
    try scanner.expect(UInt8(ascii: "["))
    if try scanner.take(UInt8(ascii: "]")) { return [] }
    repeat {
      var cells: [String] = []
      if try scanner.take(UInt8(ascii: "[")) {
        if try scanner.take(UInt8(ascii: "]")) {
          rows.append(cells)
          continue
        }
        repeat { cells.append(try scanner.scalar()?.text ?? "") } while try scanner.take(UInt8(ascii: ","))
        try scanner.expect(UInt8(ascii: "]"))
      } else {
        try scanner.expect(UInt8(ascii: "{"))
        var isFirst = true
        while let key = try scanner.key(&isFirst) {
          let text = try scanner.scalar()?.text ?? ""
          let column = columns[key] ?? names.count
          if column == names.count {
            columns[key] = column
            names.append(key)
          }
          while cells.count <= column { cells.append("") }
          cells[column] = text
        }
      }
      rows.append(cells)
    } while try scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
    return names.isEmpty ? rows : [names] + rows
  }
}
