// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the styles of a workbook's cells make of numbers.
struct WorkbookStyles: Sendable {
  private static let limit = 100_000

  /// By the number of the style.
  private var formats: [NumberFormat] = []

  /// The format of a style; a plain number where there is no such style.
  @inline(__always)
  func format(_ style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .number }

  /// Reads the part that holds the styles.
  static func read(_ part: String, in archive: borrowing Archive) throws(TongbiError) -> WorkbookStyles {
    let handler = Handler()
    try XMLReader.read(part, of: archive, into: handler)
    let codes = handler.codes.mapValues { NumberFormat(code: $0) }
    return WorkbookStyles(formats: handler.ids.map { codes[$0] ?? NumberFormat(builtIn: $0) })
  }

  private final class Handler: XMLHandler {
    var codes: [Int: String] = [:]
    var ids: [Int] = []
    private var isCells = false

    func start(_ element: XMLElement) throws(TongbiError) {
      switch element.name {
      case "numFmt":
        guard codes.count < WorkbookStyles.limit, let id = element["numFmtId"]?.integer,
          let code = element["formatCode"]
        else { return }
        // Formats inside of conditional formatting come later and count for themselves.
        if codes[id] == nil { codes[id] = code.string }
      case "cellXfs": isCells = true
      case "xf": if isCells, ids.count < WorkbookStyles.limit { ids.append(element["numFmtId"]?.integer ?? 0) }
      default: break
      }
    }

    func end(_ name: XMLText) throws(TongbiError) {
      if name == "cellXfs" { isCells = false }
    }

    func text(_ text: XMLText) throws(TongbiError) {}
  }
}
