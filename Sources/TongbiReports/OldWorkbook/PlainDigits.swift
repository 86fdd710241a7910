// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Writes the number of a workbook's cell in plain digits.
///
/// A workbook keeps 15 digits; what a binary number has beyond them (0.26800000000000002) nobody typed.
enum PlainDigits {
  /// The number in plain digits, its decimal point moved to the right: 0.268 moved by 2 is `26.8`.
  static func text(of value: Double, movedBy shift: Int = 0) -> String {
    guard value.isFinite else { return "#NUM!" }
    guard value != 0 else { return "0" }
    var buffer = [CChar](repeating: 0, count: 40)
    let length = unsafe withVaList([value.magnitude]) { unsafe vsnprintf(&buffer, 40, "%.14e", $0) }
    let written = buffer[..<Int(length)].map { UInt8(bitPattern: $0) }
    guard let mark = written.firstIndex(of: UInt8(ascii: "e")),
      let power = Int(String(decoding: written[(mark + 1)...], as: UTF8.self))
    else { return "#NUM!" }
    var digits = written[..<mark].filter { $0 != UInt8(ascii: ".") }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (value < 0 ? "-" : "") + plain(digits, point: power + 1 + shift)
  }

  /// Digits with a decimal point after so many of them.
  private static func plain(_ digits: [UInt8], point: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
    if point >= digits.count { return text + String(repeating: "0", count: point - digits.count) }
    return String(text.prefix(point)) + "." + text.dropFirst(point)
  }
}
