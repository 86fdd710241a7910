// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A file as blocks that begin where a line does, so that each can be read without those before it.
///
/// Block *k* begins with the first line that starts at or after *k* times the block size, and has no bytes where no
/// line starts before the next multiple. Bytes of a line end are never part of another character, in no encoding read.
struct FileBlocks: Sendable {
  /// The usual size of a block: with what becomes of it, it stays close to the processor, and handing it on costs little.
  static let usualSize = 1 << 20

  /// The size of blocks that give each of some threads its share of a small file, too.
  static func size(of file: Int, threads: Int) -> Int {
    min(usualSize, max(1 << 16, file / (4 * threads)))
  }

  /// The bytes.
  let reader: ByteReader
  /// Where they come from, and their encoding.
  let bytes: EncodedBytes
  /// The bytes between the earliest starts of two blocks.
  let size: Int
  /// The bytes of the smallest unit of text.
  let unit: Int

  /// Opens the file.
  init(_ bytes: EncodedBytes, size: Int) throws(TongbiError) {
    self.bytes = bytes
    // Even, so that a block of UTF-16 begins between two units.
    self.size = max(64, size) & ~1
    unit = bytes.encoding.unit
    reader = try bytes.source.reader(for: bytes.file)
  }

  /// How many there are.
  var count: Int { max(1, (fileSize - bytes.markLength + size - 1) / size) }

  /// The bytes of the file.
  var fileSize: Int { bytes.source.size }

  /// Where a block may begin, as an offset in the file.
  func earliestStart(of block: Int) -> Int { bytes.markLength + block * size }

  /// The first position from one on where a line starts, behind LF, CRLF or CR.
  ///
  /// - Parameters:
  ///   - raw: Bytes of the file from a boundary between units on.
  ///   - start: The first position, at least one unit.
  ///   - isWhole: Whether the file ends with `raw`.
  func lineStart(_ raw: Span<UInt8>, from start: Int, isWhole: Bool) -> Int? {
    let unit = unit
    // In UTF-16 the other byte of a line end is 0.
    let (low, high) = bytes.encoding == .utf16be ? (1, 0) : (0, unit - 1)
    let (lineFeed, carriageReturn) = (RecordScanner.lineFeed, RecordScanner.carriageReturn)
    var at = start
    while at <= raw.count {
      let byte = raw[at - unit + low]
      if byte == lineFeed || byte == carriageReturn, unit == 1 || raw[at - unit + high] == 0 {
        if byte == lineFeed { return at }
        if at + unit > raw.count { return isWhole ? at : nil }
        if raw[at + low] != lineFeed || (unit == 2 && raw[at + high] != 0) { return at }
      }
      at += unit
    }
    return nil
  }
}

/// A place in the text of a file: how many bytes of UTF-8 behind the start of a block.
struct BlockPlace: Hashable, Sendable {
  /// The block, from 0.
  var block: Int
  /// The bytes before it in the block.
  var offset = 0
}
