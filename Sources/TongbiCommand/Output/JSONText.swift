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
    switch self {
    case .null: "null"
    case .string(let text): Self.quoted(text)
    case .number(let number): number.description
    case .integer(let number): String(number)
    case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members): "{" + members.map { Self.quoted($0) + ":" + $1.line }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
