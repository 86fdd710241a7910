// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Comma-separated records on their way to a file, put together from fields in one piece of memory.
struct RecordBuffer {
  /// The most bytes of a number of 64 bits with its comma, and some more.
  private static let room = ExactDecimal.mostDigits + 8

  private var memory: [UInt8]
  private var filled = 0

  /// Nothing, with room for so many bytes before more must be found.
  init(room: Int) { memory = [UInt8](repeating: 0, count: room) }

  /// All that was appended.
  consuming func take() -> [UInt8] {
    memory.removeLast(memory.count - filled)
    return memory
  }

  /// Appends bytes that are fields with their commas.
  @inline(__always)
  mutating func append(_ fields: Span<UInt8>) {
    let count = fields.count
    makeRoom(count)
    let filled = filled
    unsafe memory.withUnsafeMutableBytes { memory in
      unsafe fields.withUnsafeBytes { fields in
        guard let source = fields.baseAddress, let target = memory.baseAddress else { return }
        unsafe (target + filled).copyMemory(from: source, byteCount: count)
      }
    }
    self.filled = filled &+ count
  }

  /// Appends bytes that are fields with their commas.
  mutating func append(_ fields: [UInt8]) { append(fields.span) }

  /// Appends a text as a field, quoted where it needs that, with its comma.
  mutating func append(field text: String) {
    var field: [UInt8] = []
    CSVText.append(text, to: &field)
    field.append(UInt8(ascii: ","))
    append(field)
  }

  /// Appends a number, empty where there is none, with its comma.
  mutating func append(_ number: ExactDecimal?) {
    makeRoom(Self.room)
    var end = filled
    var bytes = memory.mutableSpan
    if let number { end = number.write(to: &bytes, at: end) }
    bytes[end] = UInt8(ascii: ",")
    filled = end &+ 1
  }

  /// Puts another byte in place of the last one, as when a record goes on.
  mutating func replaceLast(by byte: UInt8) { memory[filled - 1] = byte }

  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    if filled &+ count > memory.count { memory += repeatElement(0, count: max(count, memory.count)) }
  }
}

/// Names as fields of comma-separated records, quoted where they need it, each with its comma.
struct FieldList {
  private var bytes: [UInt8] = []
  private var ends = [0]

  /// Names, each of which becomes a field.
  init(_ names: [String]) {
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

  /// Appends the field of a name to records.
  @inline(__always)
  func append(_ index: Int, to records: inout RecordBuffer) {
    records.append(bytes.span.extracting(ends[index]..<ends[index &+ 1]))
  }
}
