// SPDX-License-Identifier: Apache-2.0

/// How the characters of a file stand in its bytes.
///
/// The first four are found without help; the others are read only when the user names them.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// GB18030, which contains GBK and GB2312.
  case gb18030
  /// UTF-16, low byte first.
  case utf16le = "utf-16le"
  /// UTF-16, high byte first.
  case utf16be = "utf-16be"
  /// Big5, from Taiwan and Hong Kong.
  case big5
  /// Windows-1252, from Western Europe.
  case windows1252 = "windows-1252"

  /// The encoding that a user's word names: `GBK`, `gb2312` and `cp936` are GB18030, `utf8` is UTF-8.
  package init?(named name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch plain {
    case "utf8", "utf8sig", "utf8bom", "ascii": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "936", "ansi": self = .gb18030
    case "utf16le", "utf16", "unicode": self = .utf16le
    case "utf16be": self = .utf16be
    case "big5", "cp950": self = .big5
    case "windows1252", "cp1252", "latin1", "iso88591": self = .windows1252
    default: return nil
    }
  }

  /// The bytes of the smallest unit of text.
  var unit: Int { self == .utf16le || self == .utf16be ? 2 : 1 }

  /// The name under which the system's `iconv` knows it.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    case .utf16le: "UTF-16LE"
    case .utf16be: "UTF-16BE"
    case .big5: "BIG5-HKSCS"
    case .windows1252: "CP1252"
    }
  }

  /// The byte order mark at the start of a file and the encoding it tells, or `nil` where there is none.
  static func byteOrderMark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.gb18030, [0x84, 0x31, 0x95, 0x33]), (.utf16le, [0xFF, 0xFE]),
      (.utf16be, [0xFE, 0xFF]),
    ]
    for (encoding, mark) in marks where bytes.starts(with: mark) { return (encoding, mark.count) }
    return nil
  }
}
