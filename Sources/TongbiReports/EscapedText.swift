// SPDX-License-Identifier: Apache-2.0

/// The text of a workbook's cell, in which `_x000D_` stands for a character that XML cannot hold.
enum EscapedText {
  /// The most bytes of a cell; Excel's own limit of 32,767 characters is below it.
  static let limit = 1 << 17

  /// Appends a stretch of bytes of the array itself is at its end with the escapes replaced.
  ///
  /// - Parameters:
  ///   - bytes: The text as the file has it, from `start` on; as it is meant afterwards.
  ///   - start: Where the text of the cell begins.
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    let (low, mark) = (UInt8(ascii: "_"), UInt8(ascii: "x"))
    guard var at = bytes[start...].firstIndex(of: low) else { return }
    var end = at
    while at < bytes.count {
      if bytes[at] == low, at + 6 < bytes.count, bytes[at + 1] == mark, bytes[at + 6] == low,
        let scalar = scalar(bytes[(at + 2)..<(at + 6)])
      {
        for byte in String(Character(scalar)).utf8 {
          bytes[end] = byte
          end += 1
        }
        at += 7
      } else {
        bytes[end] = bytes[at]
        end += 1
        at += 1
      }
    }
    bytes.removeLast(bytes.count - end)
  }

  private static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }

  /// Cuts the text off at the limit, between two characters; whether it had to.
  static func cut(_ bytes: inout [UInt8], from start: Int) -> Bool {
    guard bytes.count - start > limit else { return false }
    var end = start + limit
    while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    bytes.removeLast(bytes.count - end)
    return true
  }
}
