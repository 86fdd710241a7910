// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A block of a file as UTF-8, and as many of those behind it as its last record needs.
struct TextWindow {
  /// Bytes behind the text that may be read, though they mean nothing.
  static let padding = 48
  /// How many bytes behind a block are read at once, in which its last line should end.
  private static let margin = 4_096

  /// The text, from ``start`` to ``filled``.
  private(set) var bytes: [UInt8] = []
  /// Where the text of the block begins.
  private(set) var start = 0
  /// Where the text ends.
  private(set) var filled = 0
  /// Whether the file ends with the text.
  private(set) var isWhole = false
  /// Where the file ends in the middle of a character, as an offset in the file.
  private(set) var cutOff: Int?
  /// What was replaced in the block.
  private(set) var damage: TextDamage?

  private let blocks: FileBlocks
  private var block = 0
  /// Where the text of each block ends.
  private var ends: [Int] = []
  // The bytes of the file; those of UTF-8 are read where the text belongs, and this stays empty.
  private var raw: [UInt8] = []
  private var rawOrigin = 0
  private var rawFilled = 0
  private var rawEnd = 0

  init(_ blocks: FileBlocks) { self.blocks = blocks }

  /// Where the text of the block ends.
  var blockEnd: Int { ends.first ?? filled }

  private var isDirect: Bool { blocks.bytes.encoding == .utf8 }

  /// The place of a position in the window.
  func place(of position: Int) -> BlockPlace {
    guard let index = ends.firstIndex(where: { position < $0 }) else { return BlockPlace(block: block + ends.count) }
    return BlockPlace(block: block + index, offset: position - (index == 0 ? start : ends[index - 1]))
  }

  /// Loads a block, and returns whether any line begins in it.
  mutating func open(_ index: Int) throws(TongbiError) -> Bool {
    block = index
    ends.removeAll(keepingCapacity: true)
    isWhole = false
    cutOff = nil
    damage = nil
    let back = index == 0 ? 0 : blocks.unit
    let next = blocks.earliestStart(of: index + 1)
    rawOrigin = blocks.earliestStart(of: index) - back
    rawFilled = 0
    try fetch(to: next + Self.margin)
    rawEnd = 0
    if index > 0 {
      guard let line = lineStart(from: back), rawOrigin + line < min(next, blocks.fileSize) else {
        (start, filled) = (0, 0)
        ends.append(0)
        return false
      }
      rawEnd = line
    }
    start = isDirect ? rawEnd : 0
    filled = start
    try extend()
    return true
  }

  /// Loads one more block behind those that are there.
  mutating func extend() throws(TongbiError) {
    let goal = blocks.earliestStart(of: block + ends.count + 1) - rawOrigin
    if ends.isEmpty || rawEnd < goal {
      let end = try lineStart(atOrAfter: goal)
      if isDirect { filled = end } else { try decode(to: end) }
      if isDirect { rawEnd = end }
      isWhole = rawOrigin + end >= blocks.fileSize
    }
    ends.append(filled)
  }

  /// Finds out what is damaged in a block of UTF-8; in other encodings that is known.
  mutating func check() throws(TongbiError) {
    guard isDirect else { return }
    damage = try blocks.bytes.damage(in: bytes.span.extracting(0..<blockEnd), from: start, at: rawOrigin)
  }

  /// Puts shorter text in place of a field.
  mutating func replace(_ field: RecordScanner.Field, with text: [UInt8]) {
    for index in text.indices { bytes[Int(field.start) + index] = text[index] }
  }

  /// The first start of a line from a raw position on, or the end of the file. Reads on where needed, but not much
  /// further than a record may be long.
  private mutating func lineStart(atOrAfter goal: Int) throws(TongbiError) -> Int {
    var from = goal
    while true {
      if let line = lineStart(from: from) { return line }
      from = max(goal, rawFilled)
      let isEnd = rawOrigin + rawFilled >= blocks.fileSize
      if isEnd || rawFilled - rawEnd > 2 * RecordReader.recordLimit << 20 { return rawFilled }
      try fetch(to: rawOrigin + rawFilled + max(Self.margin, rawFilled))
    }
  }

  private func lineStart(from position: Int) -> Int? {
    let isEnd = rawOrigin + rawFilled >= blocks.fileSize
    guard position <= rawFilled else { return isEnd ? rawFilled : nil }
    return isDirect
      ? blocks.lineStart(bytes.span.extracting(0..<rawFilled), from: position, isWhole: isEnd)
      : blocks.lineStart(raw.span.extracting(0..<rawFilled), from: position, isWhole: isEnd)
  }

  /// Reads the file up to an offset or its end.
  private mutating func fetch(to end: Int) throws(TongbiError) {
    let wanted = min(end, blocks.fileSize) - rawOrigin
    guard wanted > rawFilled else { return }
    let read: Int
    if isDirect {
      bytes.grow(to: wanted + Self.padding)
      read = try blocks.reader.read(
        into: &bytes, at: rawFilled, count: wanted - rawFilled, from: rawOrigin + rawFilled)
    } else {
      raw.grow(to: wanted)
      read = try blocks.reader.read(into: &raw, at: rawFilled, count: wanted - rawFilled, from: rawOrigin + rawFilled)
    }
    rawFilled += read
    guard rawFilled == wanted else {
      throw TongbiError(ReportsProblem.changedWhileReading, at: Source(file: blocks.bytes.file))
    }
  }

  /// Turns the next bytes of the file into text.
  private mutating func decode(to end: Int) throws(TongbiError) {
    let encoding = blocks.bytes.encoding
    let transcoder = Transcoder(encoding)
    var stop = Transcoder.Stop.full
    var places: TextDamage?
    while stop != .needsInput {
      bytes.grow(to: filled + 2 * (end - rawEnd) + Self.padding)
      stop = transcoder.convert(&raw, from: &rawEnd, to: end, into: &bytes, at: &filled)
      guard stop == .invalid else { continue }
      TextDamage.note(&places, offset: rawOrigin + rawEnd, position: filled)
      guard let found = places, found.count <= TextDamage.limit(of: blocks.fileSize) else {
        throw TongbiError(
          ReportsProblem.undecodable(
            encoding, offset: places?.offset ?? rawOrigin + rawEnd, isAsked: blocks.bytes.isAsked),
          at: Source(file: blocks.bytes.file))
      }
      rawEnd = min(end, rawEnd + blocks.unit)
      bytes.grow(to: filled + 3 + Self.padding)
      filled = TextDamage.putReplacement(into: &bytes, at: filled)
    }
    // What stands behind the block is told by the next one.
    if ends.isEmpty { damage = places }
    guard rawEnd < end, rawOrigin + end >= blocks.fileSize else { return }
    cutOff = rawOrigin + rawEnd
    rawEnd = end
    bytes.grow(to: filled + 3 + Self.padding)
    filled = TextDamage.putReplacement(into: &bytes, at: filled)
  }
}

extension [UInt8] {
  /// Makes room for a number of bytes, in whole pages: the next block may be a byte longer and need no other place.
  fileprivate mutating func grow(to least: Int) {
    let size = (least + 4_095) & ~4_095
    if isEmpty { self = [UInt8](unwritten: size) }
    if count < size { append(contentsOf: repeatElement(0, count: Swift.max(size - count, count / 2))) }
  }
}
