// SPDX-License-Identifier: Apache-2.0

/// Mends the dates of Cairo 1.16's PDF, which lack the `D:` that the format asks for, without moving any byte after them.
enum PDFDates {
  /// The file with `(20000101000000Z)` written as `(D:200001010000) `, of the same length; dates that are right stay.
  static func mended(_ file: [UInt8]) -> [UInt8] {
    var file = file
    for key in ["/CreationDate (", "/ModDate ("] {
      guard let start = file.lastRange(of: Array(key.utf8))?.upperBound, start + 16 <= file.count,
        file[start..<start + 14].allSatisfy({ (48...57).contains($0) }), file[start + 15] == UInt8(ascii: ")")
      else { continue }
      let mended = Array("D:".utf8) + file[start..<start + 12] + Array(") ".utf8)
      file.replaceSubrange(start..<start + 16, with: mended)
    }
    return file
  }
}

extension [UInt8] {
  fileprivate func lastRange(of bytes: [UInt8]) -> Range<Int>? {
    guard count >= bytes.count else { return nil }
    for start in stride(from: count - bytes.count, through: 0, by: -1) where self[start] == bytes[0] {
      if self[start..<start + bytes.count].elementsEqual(bytes) { return start..<start + bytes.count }
    }
    return nil
  }
}
