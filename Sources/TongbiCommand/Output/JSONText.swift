// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A value of JSON that keeps the order of its keys and the digits of its numbers, which `JSONEncoder` does not.
enum JSONText {
  case null
  case string(String)
  case number(ExactDecimal)
  case integer(Int)
  case list([JSONText])
  case object([(String, JSONText)])

  /// A string, or null.
  static func text(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  /// The value on one line.
  var line: String {
    var bytes = TextBytes()
    write(to: &bytes)
    return String(decoding: bytes.take(), as: UTF8.self)
  }

  /// Adds the value, without a line end.
  private func write(to bytes: inout TextBytes) {
    switch self {
    case .null: bytes.mark("null")
    case .string(let text): bytes.string(text)
    case .number(let number): bytes.number(number)
    case .integer(let number): bytes.integer(number)
    case .list(let values):
      bytes.byte(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.byte(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.byte(UInt8(ascii: "]"))
    case .object(let members):
      bytes.byte(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.byte(UInt8(ascii: ",")) }
        // Keys are names that need no escapes.
        bytes.byte(UInt8(ascii: "\""))
        bytes.plain(member.0)
        bytes.mark("\":")
        member.1.write(to: &bytes)
      }
      bytes.byte(UInt8(ascii: "}"))
    }
  }
}
