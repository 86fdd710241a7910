// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Walks through the records of a file with a window as large as the longest of them needs.
struct RecordReader: ~Copyable {
  /// The longest field, in MiB.
  static let fieldLimit = 16
  /// The longest record, in MiB.
  static let recordLimit = 64

  /// Tells where records and their fields end.
  let scanner: RecordScanner
  /// The fields of the current record, as ranges of ``window``; empty for a blank line.
  private(set) var fields: [RecordScanner.Field] = []
  /// The row of the current record, from 1; 0 before the first.
  private(set) var row = 0
  /// The bytes read and not yet passed over, behind those that were.
  private(set) var window: [UInt8]
  /// The bytes of the current record in UTF-8, its line end included.
  private(set) var recordLength = 0

  private let file: String
  private var stream: TextStream
  private var next = 0
  private var filled = 0
  private var isAtEnd = false

  /// Begins before the first record.
  init(_ bytes: EncodedBytes, dialect: Dialect, blockSize: Int = 1 << 18) throws(TongbiError) {
    file = bytes.file
    scanner = RecordScanner(dialect)
    stream = try TextStream(bytes)
    window = [UInt8](repeating: 0, count: max(64, blockSize))
  }

  /// What is doubtful about the quotes of the current record, and in which column, from 1.
  var doubt: (problem: ReportsProblem, column: Int)? {
    guard let index = fields.firstIndex(where: { $0.form.isDoubtful }) else { return nil }
    return (fields[index].form == .unclosed ? .unclosedQuote : .textAfterQuote, index + 1)
  }

  /// Where the file ends in the middle of a character; known at the end.
  var cutOff: Int? { stream.cutOff }

  /// Moves to the next record, and returns whether there is one.
  ///
  /// - Throws: ``TongbiError`` where the file cannot be read or decoded, or a record cannot be told from the rest.
  mutating func advance() throws(TongbiError) -> Bool {
    while true {
      if next == filled, isAtEnd { return false }
      var found: [RecordScanner.Field] = []
      swap(&found, &fields)
      let outcome = scanner.scan(window.span.extracting(0..<filled), from: next, isWhole: isAtEnd, into: &found)
      swap(&found, &fields)
      switch outcome {
      case .record(let after):
        recordLength = after - next
        next = after
        row += 1
        return true
      case .incomplete(let fieldStart):
        if filled - fieldStart > Self.fieldLimit << 20 { throw failure(.fieldTooLong(limit: Self.fieldLimit)) }
        if filled - next > Self.recordLimit << 20 { throw failure(.recordTooLong(limit: Self.recordLimit)) }
        try refill()
      case .tooManyFields: throw failure(.tooManyFields(limit: RecordScanner.fieldLimit))
      }
    }
  }

  /// The text of a field of the current record.
  func text(of field: Int) -> String { scanner.text(window.span, fields[field]) }

  /// Moves what is left to the front of the window, which doubles where it is full, and reads more.
  private mutating func refill() throws(TongbiError) {
    if next > 0 {
      window.withContiguousMove(from: next, to: filled)
      filled -= next
      next = 0
    }
    if window.count - filled < 64 { window.append(contentsOf: repeatElement(0, count: window.count)) }
    let count = try stream.fill(&window, at: filled)
    filled += count
    isAtEnd = count == 0
  }

  private func failure(_ problem: ReportsProblem) -> TongbiError {
    let place = Source.Place.cell(sheet: nil, row: row + 1, column: fields.count + 1)
    return TongbiError(problem, at: Source(file: file, place: place))
  }
}

extension [UInt8] {
  /// Moves the bytes of a range to the front.
  fileprivate mutating func withContiguousMove(from start: Int, to end: Int) {
    for index in start..<end { self[index - start] = self[index] }
  }
}
