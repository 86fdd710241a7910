// SPDX-License-Identifier: Apache-2.0

/// Makes Cairo's SVG the same whenever it is drawn: its ids come from a counter that never goes back.
enum OutlinedSVG {
  /// What stands before an id.
  private static let marks = ["id=\"", "href=\"#", "url(#"].map { Array($0.utf8) }

  /// The document with ids numbered from 0 in the order in which they stand, behind a prefix.
  static func renumbered(_ document: [UInt8], prefix: String) -> [UInt8] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var result: [UInt8] = []
    result.reserveCapacity(document.count + document.count / 8)
    var copied = 0
    var at = 0
    while at < document.count {
      guard let mark = mark(in: document, at: at) else {
        at += 1
        continue
      }
      let start = at + mark.count
      let end = document[start...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ")") } ?? document.count
      let id = document[start..<end]
      let number = numbers[id] ?? numbers.count
      numbers[id] = number
      result += document[copied..<start]
      result += "\(prefix)\(number)".utf8
      copied = end
      at = end
    }
    return result + document[copied...]
  }

  /// The mark that ends in an id and begins here.
  private static func mark(in document: [UInt8], at: Int) -> [UInt8]? {
    let first = document[at]
    guard first == UInt8(ascii: "i") || first == UInt8(ascii: "h") || first == UInt8(ascii: "u") else { return nil }
    return marks.first { document[at...].starts(with: $0) }
  }
}
