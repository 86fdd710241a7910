// SPDX-License-Identifier: Apache-2.0

/// Reads the strings of an old workbook, which may break off anywhere and go on in the next record.
struct RecordText {
  /// How characters stand in the bytes.
  enum Form {
    /// One or two bytes a character, as a mark before them says (Excel 97 and later).
    case unicode
    /// The encoding of the Windows that wrote the file (Excel 95 and earlier).
    case windows(TextEncoding)
  }

  private let bytes: [UInt8]
  private let pieces: [Range<Int>]
  private let form: Form
  private var piece = 0
  private var at: Int

  /// Begins some bytes into a record.
  init(_ bytes: [UInt8], _ pieces: [Range<Int>], form: Form, skipping: Int) {
    self.bytes = bytes
    self.pieces = pieces
    self.form = form
    at = (pieces.first?.lowerBound ?? 0)
    skip(skipping)
  }

  /// Whether the record has no more bytes.
  var isAtEnd: Bool { piece >= pieces.count || (piece == pieces.count - 1 && at >= pieces[piece].upperBound) }

  /// A string after its length of one byte or two.
  mutating func string(lengthBytes: Int) -> String {
    let count = lengthBytes == 1 ? Int(byte()) : Int(byte()) | Int(byte()) << 8
    switch form {
    case .windows(let encoding):
      var raw: [UInt8] = []
      while raw.count < count, !isAtEnd { raw.append(byte()) }
      return Self.decode(raw, encoding)
    case .unicode:
      return unicode(count)
    }
  }

  private mutating func unicode(_ count: Int) -> String {
    let marks = byte()
    let runs = marks & 8 == 0 ? 0 : Int(byte()) | Int(byte()) << 8
    var phonetic = 0
    if marks & 4 != 0 { for shift in 0..<4 { phonetic |= Int(byte()) << (8 * shift) } }
    var isWide = marks & 1 != 0
    var units: [UInt16] = []
    while units.count < count, !isAtEnd {
      if at >= pieces[piece].upperBound {
        // Characters that go on in the next record begin with a mark of their own.
        piece += 1
        guard piece < pieces.count else { break }
        at = pieces[piece].lowerBound
        isWide = byte() & 1 != 0
        continue
      }
      let low = UInt16(byte())
      units.append(isWide ? low | UInt16(byte()) << 8 : low)
    }
    skip(runs * 4)
    skip(phonetic)
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func byte() -> UInt8 {
    while piece < pieces.count {
      if at < pieces[piece].upperBound {
        at += 1
        return bytes[at - 1]
      }
      piece += 1
      if piece < pieces.count { at = pieces[piece].lowerBound }
    }
    return 0
  }

  private mutating func skip(_ count: Int) {
    var left = count
    while left > 0, piece < pieces.count {
      let step = min(left, pieces[piece].upperBound - at)
      at += step
      left -= step
      guard left > 0 else { return }
      piece += 1
      if piece < pieces.count { at = pieces[piece].lowerBound }
    }
  }

  /// Bytes in an encoding as text; from the first byte on that is not in it, U+FFFD.
  static func decode(_ raw: [UInt8], _ encoding: TextEncoding) -> String {
    if encoding == .utf8 || raw.allSatisfy({ $0 < 0x80 }) { return String(decoding: raw, as: UTF8.self) }
    var (input, output) = (raw, [UInt8](repeating: 0, count: raw.count * 4))
    var (taken, filled) = (0, 0)
    _ = Transcoder(encoding).convert(&input, from: &taken, to: raw.count, into: &output, at: &filled)
    return String(decoding: output[..<filled], as: UTF8.self) + (taken < raw.count ? "\u{FFFD}" : "")
  }
}
