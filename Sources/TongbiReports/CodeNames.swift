// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// What codes stand for, in a list beside the files that use them: `names.csv` with the columns uid (or id, code), name
/// and perhaps kind.
package struct CodeNames: Sendable {
  /// The name of every such list.
  package static let fileName = "names.csv"
  /// More codes than a country has facilities and figures.
  private static let limit = 2_000_000

  /// The list as a path.
  package let file: String
  /// The names by their codes.
  package private(set) var names: [String: String] = [:]
  /// The names of what the list calls an indicator: a ratio that was worked out.
  package private(set) var indicators: Set<String> = []

  /// The list beside a file; `nil` where there is none, or another file of that name.
  package static func beside(_ path: String) -> CodeNames? {
    guard path != "-", let name = path.split(separator: "/").last, name != fileName else { return nil }
    return CodeNames(at: path.dropLast(name.count) + fileName)
  }

  /// Reads a list; `nil` where it is none.
  package init?(at path: String) {
    guard access(path, R_OK) == 0, let report = try? Report.open(path), let table = report.tables.first,
      let header = table.head.first?.map({ $0.lowercased() }), let name = header.firstIndex(of: "name"),
      let code = header.firstIndex(where: { ["uid", "id", "code"].contains($0) })
    else { return nil }
    file = path
    let kind = header.firstIndex(of: "kind")
    var (found, ratios): ([String: String], Set<String>) = ([:], [])
    try? table.rows(from: 2) { (row) throws(TongbiError) in
      guard row.cells.count > max(name, code), found.count < Self.limit, !row.cells[code].isEmpty,
        !row.cells[name].isEmpty
      else { return }
      found[row.cells[code]] = row.cells[name]
      let isIndicator = kind.map { row.cells.count > $0 && row.cells[$0].lowercased().hasPrefix("indicator") } ?? false
      if isIndicator { ratios.insert(row.cells[name]) }
    }
    guard !found.isEmpty else { return nil }
    (names, indicators) = (found, ratios)
  }
}
