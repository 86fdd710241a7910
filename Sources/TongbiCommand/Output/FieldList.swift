// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names as fields of comma-separated records, quoted where they need it, each with its comma.
struct FieldList {
  private var bytes: [UInt8] = []
  private var ends = [0]

  /// Names, each of which becomes a field.
  init(_ names: [String]) {
    // In pieces, as there may be a hundred thousand names.
    let pieces = stride(from: 0, to: names.count, by: 4_096).map { names[$0...].prefix(4_096) }
    for piece in inParallel(pieces.count, { FieldList(piece: pieces[$0]) }) {
      ends += piece.ends.dropFirst().map { [start = bytes.count] in start + $0 }
      bytes += piece.bytes
    }
  }

  private init(piece names: ArraySlice<String>) {
    ends.reserveCapacity(names.count + 1)
    for name in names {
      CSVText.append(name, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      ends.append(bytes.count)
    }
  }

  /// Fields with their commas.
  init(fields: [[UInt8]]) {
    for field in fields {
      bytes += field
      ends.append(bytes.count)
    }
  }

  /// The field of a name.
  subscript(index: Int) -> [UInt8] { Array(bytes[ends[index]..<ends[index + 1]]) }

  /// Adds the field of a name to records.
  @inline(__always)
  func append(_ index: Int, to records: inout TextBytes) {
    records.bytes(bytes.span.extracting(ends[index]..<ends[index &+ 1]))
  }
}
