// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What one pass over all bytes of a file tells about its encoding.
///
/// The whole file is looked at, not a sample: a file may be ASCII for a gigabyte before its first Chinese name.
struct EncodingScan {
  /// Places that are not UTF-8.
  private(set) var violations = 0
  /// The first of them, as an offset from 0.
  private(set) var firstViolation: Int?
  /// The first NUL byte.
  private(set) var firstNul: Int?
  /// Characters of three or four bytes in well-formed UTF-8: common in Chinese UTF-8, rare by chance elsewhere.
  private(set) var longCharacters = 0
  /// Characters of two bytes in well-formed UTF-8.
  private(set) var shortCharacters = 0
  /// Those among them of scripts that hardly occur (Armenian, Hebrew, Arabic, phonetic letters).
  private(set) var rareCharacters = 0
  /// Whether there is anything but white space.
  private(set) var hasInk = false

  private var offset = 0
  private var missing = 0
  private var length = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF
  private var endsInsideCharacter = false

  /// Whether it passes for UTF-8 by chance: 医院 in GB18030 is two Cyrillic and Armenian letters in UTF-8.
  ///
  /// So it is where there is no character of three bytes, which Chinese has in UTF-8, and half of the others are rare.
  /// One letter alone (ʤ) is no Chinese word.
  var isGB18030ByChance: Bool {
    violations == 0 && longCharacters == 0 && shortCharacters > 1 && rareCharacters > 0
      && rareCharacters * 2 >= shortCharacters
  }

  /// Whether it is UTF-8 with a few bytes damaged or its end cut off, rather than another encoding.
  var isDamagedUTF8: Bool {
    guard violations > 0 else { return false }
    if violations == 1, endsInsideCharacter { return longCharacters > 0 }
    return longCharacters >= 4 && longCharacters / 4 >= violations
  }

  /// Whether it is clear by now that no more bytes need to be looked at.
  var isDecided: Bool { firstNul != nil || (violations >= 4_096 && longCharacters / 4 < violations) }

  /// Takes the next bytes of the file.
  mutating func absorb(_ block: Span<UInt8>) {
    var at = 0
    while at < block.count {
      if missing == 0 {
        at = plainEnd(block, from: at)
        guard at < block.count else { break }
        begin(block[at], at: at)
        at += 1
      } else if block[at] >= low, block[at] <= high {
        proceed()
        at += 1
      } else {
        violate(at: at - (length - missing))
      }
    }
    offset += block.count
  }

  /// Ends the file, which may be in the middle of a character.
  mutating func finish() {
    guard missing > 0 else { return }
    endsInsideCharacter = true
    violate(at: -(length - missing))
  }

  /// The first byte from a position that begins a character of several bytes or is a NUL; counts whole characters.
  private mutating func plainEnd(_ block: Span<UInt8>, from start: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = start
    while at < block.count {
      if hasInk, at &+ 8 <= block.count {
        let word = block.word(at: at)
        // No byte has its high bit, and none is 0 (the subtraction borrows into the high bit of a zero byte).
        if (word | (word &- ones)) & high == 0 {
          at &+= 8
          continue
        }
      }
      let byte = block[at]
      if byte > 0x20 { hasInk = true }
      if byte > 0, byte < 0x80 {
        at &+= 1
      } else if byte > 0xE0, byte < 0xF0, byte != 0xED, at &+ 2 < block.count,
        block[at &+ 1] & 0xC0 == 0x80, block[at &+ 2] & 0xC0 == 0x80
      {
        longCharacters &+= 1
        at &+= 3
      } else {
        return at
      }
    }
    return at
  }

  /// Looks at the first byte of a character.
  private mutating func begin(_ byte: UInt8, at position: Int) {
    (low, high) = (0x80, 0xBF)
    switch byte {
    case 0:
      if firstNul == nil { firstNul = offset + position }
      return
    case 0xC2...0xDF:
      length = 2
      shortCharacters += 1
      if byte >= 0xD2 || (0xC6...0xCB).contains(byte) { rareCharacters += 1 }
    case 0xE0...0xEF:
      length = 3
      if byte == 0xE0 { low = 0xA0 }
      if byte == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if byte == 0xF0 { low = 0x90 }
      if byte == 0xF4 { high = 0x8F }
    default:
      violate(at: position)
      return
    }
    missing = length - 1
  }

  private mutating func proceed() {
    missing -= 1
    (low, high) = (0x80, 0xBF)
    if missing == 0, length > 2 { longCharacters += 1 }
  }

  private mutating func violate(at position: Int) {
    violations += 1
    if firstViolation == nil { firstViolation = offset + position }
    missing = 0
  }
}

extension EncodingScan {
  /// Looks at a whole file, except what goes before `start`.
  static func scan(_ reader: consuming ByteReader, from start: Int) throws(TongbiError) -> EncodingScan {
    var scan = EncodingScan()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    reader.skip(start)
    scan.offset = start
    while !scan.isDecided {
      let count = try reader.read(into: &block)
      if count == 0 {
        scan.finish()
        break
      }
      scan.absorb(block.span.extracting(0..<count))
    }
    return scan
  }

  /// The byte order of UTF-16 without a mark: much of any report is digits, spaces and line ends, whose other byte is 0.
  static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let enough = max(1, bytes.count / 40)
    if zeros.even == 0, zeros.odd >= enough { return .utf16le }
    if zeros.odd == 0, zeros.even >= enough { return .utf16be }
    return nil
  }
}
