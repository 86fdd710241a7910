// SPDX-License-Identifier: Apache-2.0

import CScan
import Tongbi

/// What one pass over all bytes of a file tells about its encoding.
///
/// The whole file is looked at, not a sample: a file may be ASCII for a gigabyte before its first Chinese name.
struct EncodingScan: Equatable {
  /// Places that are not UTF-8.
  private(set) var violations = 0
  /// The first of them, as an offset from 0.
  private(set) var firstViolation: Int?
  /// NUL bytes.
  private(set) var nuls = 0
  /// The first of them, as an offset from 0.
  private(set) var firstNul: Int?
  /// Characters of three or four bytes in well-formed UTF-8: common in Chinese UTF-8, rare by chance elsewhere.
  private(set) var longCharacters = 0
  /// Characters of two bytes in well-formed UTF-8.
  private(set) var shortCharacters = 0
  /// Those among them of scripts that hardly occur (Armenian, Hebrew, Arabic, phonetic letters).
  private(set) var rareCharacters = 0
  /// Whether there is anything but white space.
  private(set) var hasInk = false

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

  /// How much of a file is looked at.
  enum Reach {
    /// All of it.
    case everything
    /// As much as it takes to be sure; who reads the rest looks out for damage.
    case enough
  }

  /// Whether it is clear by now that no more bytes need to be looked at: so much well-formed Chinese is UTF-8.
  private func isDecided(_ reach: Reach, size: Int) -> Bool {
    isBinary(size: size) || (violations >= 4_096 && longCharacters / 4 < violations)
      || (reach == .enough && violations == 0 && longCharacters >= 1 << 16)
  }

  /// Whether there are too many NUL bytes for a text in which a few places are damaged.
  func isBinary(size: Int) -> Bool { nuls > max(1, TextDamage.limit(of: size)) }

  private init() {}

  /// Looks at bytes that begin and end between two characters.
  ///
  /// - Parameters:
  ///   - block: The bytes.
  ///   - offset: Where in the file they begin.
  ///   - isLast: Whether the file ends with them.
  init(_ block: Span<UInt8>, at offset: Int, isLast: Bool) {
    var counts = cscan_utf8_counts()
    var at = 0
    while true {
      at += block.wellFormedPrefix(from: at, counting: &counts)
      guard at < block.count else { break }
      hasInk = hasInk || block[at] > 0x20
      if block[at] == 0 {
        if firstNul == nil { firstNul = offset + at }
        nuls += 1
        at += 1
        continue
      }
      violations += 1
      if firstViolation == nil { firstViolation = offset + at }
      let end = Self.violationEnd(block, from: at)
      endsInsideCharacter = isLast && end.isCutOff
      at = end.position
    }
    longCharacters = counts.long_characters
    shortCharacters = counts.short_characters
    rareCharacters = counts.rare_characters
    hasInk = hasInk || counts.has_ink != 0
  }

  /// Where the bytes end that belong together but are no character, and whether more of them might have made one.
  private static func violationEnd(_ block: Span<UInt8>, from start: Int) -> (position: Int, isCutOff: Bool) {
    var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
    let length: Int
    switch block[start] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return (start + 1, false)
    }
    var end = start + 1
    while end < start + length, end < block.count, block[end] >= low, block[end] <= high {
      (low, high) = (0x80, 0xBF)
      end += 1
    }
    return (end, end == block.count && end < start + length)
  }

  /// Adds what the following bytes tell.
  private mutating func append(_ next: EncodingScan) {
    violations += next.violations
    firstViolation = firstViolation ?? next.firstViolation
    nuls += next.nuls
    firstNul = firstNul ?? next.firstNul
    longCharacters += next.longCharacters
    shortCharacters += next.shortCharacters
    rareCharacters += next.rareCharacters
    hasInk = hasInk || next.hasInk
    endsInsideCharacter = next.endsInsideCharacter
  }
}

extension EncodingScan {
  /// How many blocks one thread looks at: it is through with them before another has begun.
  private static let firstBlocks = 16
  /// How many bytes behind a block tell whether a character lies across its end.
  private static let margin = 3

  /// Looks at a whole file, except what goes before `start`, block by block, behind the first few on all cores.
  ///
  /// - Parameter head: The first bytes of the file as far as they are at hand, which need no reading then.
  /// - Returns: What it tells, and where it stopped looking.
  static func scan(
    _ reader: ByteReader, head: [UInt8] = [], from start: Int, size: Int, _ reach: Reach, blockSize: Int = 1 << 16
  ) throws(TongbiError) -> (scan: EncodingScan, end: Int) {
    let count = max(1, (size - start + blockSize - 1) / blockSize)
    let look: @Sendable (Int, Span<UInt8>) -> EncodingScan = { index, bytes in
      let first = index == 0 ? 0 : Self.characterStart(bytes, from: 0)
      let end = index == count - 1 ? bytes.count : Self.characterStart(bytes, from: min(bytes.count, blockSize))
      return EncodingScan(
        bytes.extracting(min(first, end)..<end), at: start + index * blockSize + first, isLast: index == count - 1)
    }
    let part: @Sendable (Int, inout [UInt8]) -> Result<EncodingScan, TongbiError> = { index, buffer in
      let (from, end) = (start + index * blockSize, min(size, start + (index + 1) * blockSize + margin))
      if end <= head.count { return .success(look(index, head.span.extracting(from..<end))) }
      if buffer.isEmpty { buffer = [UInt8](unwritten: min(blockSize, max(1, size - start)) + margin) }
      return Result { () throws(TongbiError) in
        let filled = try reader.read(into: &buffer, count: blockSize + margin, from: from)
        return look(index, buffer.span.extracting(0..<filled))
      }
    }
    var buffer: [UInt8] = []
    var scan = try part(0, &buffer).get()
    var first = 1
    while first < min(count, firstBlocks), !scan.isDecided(reach, size: size) {
      scan.append(try part(first, &buffer).get())
      first += 1
    }
    var end = min(size, start + first * blockSize)
    guard first < count, !scan.isDecided(reach, size: size) else { return (scan, end) }
    try OrderedWork.run(
      count: count - first, threads: Processors.count,
      helper: { [first] _ in
        var buffer: [UInt8] = []
        return { part($0 + first, &buffer) }
      }, own: { part($0 + first, &buffer) },
      take: { (index, result) throws(TongbiError) in
        scan.append(try result.get())
        end = min(size, start + (first + index + 1) * blockSize)
        return !scan.isDecided(reach, size: size)
      })
    return (scan, end)
  }

  /// The first position from one on where a character may begin: after three bytes that continue one, none does go on.
  private static func characterStart(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count, at < start + 3, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  /// The byte order of UTF-16 without a mark: much of any report is digits, spaces and line ends, whose other byte is 0.
  static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.holds(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    // One or two in a longer text are stray bytes.
    let enough = max(1, min(3, bytes.count / 8), bytes.count / 40)
    if zeros.even == 0, zeros.odd >= enough { return .utf16le }
    if zeros.odd == 0, zeros.even >= enough { return .utf16be }
    return nil
  }
}
