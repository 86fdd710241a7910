// SPDX-License-Identifier: Apache-2.0

/// The records of an old workbook: a kind and a length of two bytes each, then the content.
struct RecordStream {
  /// The kinds of record that say something about cells.
  enum Kind: Int {
    case formula = 0x0006
    case end = 0x000A
    case dateMode = 0x0022
    case password = 0x002F
    case more = 0x003C
    case codePage = 0x0042
    case sheet = 0x0085
    case numbers = 0x00BD
    case richText = 0x00D6
    case style = 0x00E0
    case merges = 0x00E5
    case strings = 0x00FC
    case sharedText = 0x00FD
    case number = 0x0203
    case text = 0x0204
    case truth = 0x0205
    case formulaText = 0x0207
    case shortNumber = 0x027E
    case format = 0x041E
    case beginning = 0x0809
  }

  /// One record; ``pieces`` has more than one where it is continued in the records after it.
  struct Record {
    var kind: Kind?
    var content: Range<Int>
    var pieces: [Range<Int>]
  }

  let bytes: [UInt8]
  private(set) var position: Int

  /// Begins at an offset.
  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = max(0, position)
  }

  /// The next record with what continues it; `nil` at the end, and where the stream is cut off inside a record.
  mutating func advance() -> Record? {
    guard let (kind, content) = header() else { return nil }
    position = content.upperBound
    var pieces = [content]
    while let (following, range) = header(), following == Kind.more.rawValue {
      pieces.append(range)
      position = range.upperBound
    }
    return Record(kind: Kind(rawValue: kind), content: content, pieces: pieces)
  }

  private func header() -> (Int, Range<Int>)? {
    guard position <= bytes.count - 4 else { return nil }
    let length = bytes.word16(position + 2)
    let start = position + 4
    guard start + length <= bytes.count else { return nil }
    return (bytes.word16(position), start..<(start + length))
  }
}
