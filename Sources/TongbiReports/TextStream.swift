// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A file as UTF-8 bytes, whatever its encoding, without its byte order mark.
///
/// What is not UTF-8 in a UTF-8 file is handed on as it stands and shows as U+FFFD once it is text.
struct TextStream: ~Copyable {
  private let file: String
  private let encoding: TextEncoding
  private let isAsked: Bool
  private let reader: ByteReader
  private var offset: Int
  private let transcoder: Transcoder
  private var raw: [UInt8] = []
  private var rawStart = 0
  private var rawEnd = 0
  private var isAtEnd = false
  /// Where the file ends in the middle of a character, as an offset from 0; known at the end.
  private(set) var cutOff: Int?
  /// What was replaced so far; its position is that in the last window.
  private(set) var damage: TextDamage?
  private let damageLimit: Int
  private let unit: Int

  /// Begins after the byte order mark.
  init(_ bytes: EncodedBytes) throws(TongbiError) {
    reader = try bytes.source.reader(for: bytes.file)
    offset = bytes.markLength
    transcoder = Transcoder(bytes.encoding)
    file = bytes.file
    encoding = bytes.encoding
    isAsked = bytes.isAsked
    damageLimit = TextDamage.limit(of: bytes.source.size)
    unit = bytes.encoding.unit
    if bytes.encoding != .utf8 { raw = [UInt8](repeating: 0, count: 1 << 18) }
  }

  /// Writes UTF-8 from a position to the end of a window at most, and returns how many bytes; 0 at the end.
  ///
  /// - Precondition: There is room for one character: 8 bytes.
  mutating func fill(_ window: inout [UInt8], at position: Int) throws(TongbiError) -> Int {
    if encoding == .utf8 {
      let count = try reader.read(into: &window, at: position, count: window.count - position, from: offset)
      offset += count
      return count
    }
    var filled = position
    while filled == position {
      if isAtEnd, rawStart == rawEnd { return 0 }
      let stop = transcoder.convert(&raw, from: &rawStart, to: rawEnd, into: &window, at: &filled)
      if stop == .full || filled > position { break }
      if stop == .invalid {
        TextDamage.note(&damage, offset: offset - (rawEnd - rawStart), position: filled)
        guard let count = damage?.count, count <= damageLimit else { throw undecodable() }
        rawStart = min(rawEnd, rawStart + unit)
        filled = TextDamage.putReplacement(into: &window, at: filled)
      } else if isAtEnd, rawStart < rawEnd {
        cutOff = offset - (rawEnd - rawStart)
        rawStart = rawEnd
        filled = TextDamage.putReplacement(into: &window, at: filled)
      } else {
        try refill()
      }
    }
    return filled - position
  }

  private mutating func refill() throws(TongbiError) {
    let left = rawEnd - rawStart
    for index in 0..<left { raw[index] = raw[rawStart + index] }
    rawStart = 0
    rawEnd = left
    let count = try reader.read(into: &raw, at: left, count: raw.count - left, from: offset)
    offset += count
    rawEnd += count
    isAtEnd = count == 0
  }

  private func undecodable() -> TongbiError {
    let offset = damage?.offset ?? offset - (rawEnd - rawStart)
    return TongbiError(
      ReportsProblem.undecodable(encoding, offset: offset, isAsked: isAsked), at: Source(file: file))
  }
}
