// SPDX-License-Identifier: Apache-2.0

/// How a cell of a workbook stores its value.
enum StoredType: Hashable {
  /// A number, which the number format may make a percentage or a date.
  case number
  /// A number among the shared strings.
  case shared
  /// Text in the cell itself, typed in or the result of a formula.
  case text
  /// 1 or 0.
  case boolean
  /// `#N/A` and its kind.
  case error
  /// A date as text: 2023-06-04T00:00:00.
  case date

  /// Reads the attribute; what is not known is text.
  init(_ attribute: XMLText) {
    switch attribute {
    case "s": self = .shared
    case "n": self = .number
    case "b": self = .boolean
    case "e": self = .error
    case "d": self = .date
    default: self = .text
    }
  }

  /// Writes the text that says what is stored.
  ///
  /// - Parameter value: The value as the file has it; used up.
  /// - Returns: Whether the text was too long and was cut off.
  func write(
    _ value: inout [UInt8], _ format: NumberFormat, _ dates: DateSystem, to bytes: inout [UInt8]
  ) -> Bool {
    switch self {
    case .number:
      if Self.writeNumber(value.span, format, dates, to: &bytes) { return false }
    case .boolean:
      let isTrue = value == [UInt8(ascii: "1")] || value == Array("true".utf8)
      bytes.append(contentsOf: isTrue ? "TRUE".utf8 : "FALSE".utf8)
      return false
    case .date:
      Self.shorten(&value)
    case .text:
      EscapedText.resolve(&value, from: 0)
    case .error, .shared: break
    }
    let wasCut = EscapedText.cut(&value, from: 0)
    bytes.append(contentsOf: value)
    return wasCut
  }

  /// Writes a number by its format; `false` where it is none.
  private static func writeNumber(
    _ value: Span<UInt8>, _ format: NumberFormat, _ dates: DateSystem, to bytes: inout [UInt8]
  ) -> Bool {
    if format == .number, isPlain(value) {
      for index in value.indices { bytes.append(value[index]) }
      return true
    }
    guard let number = StoredNumber.read(value.extracting(inked(value))) else { return false }
    switch format {
    case .number: number.write(to: &bytes)
    case .percent:
      number.write(to: &bytes, shift: 2)
      bytes.append(UInt8(ascii: "%"))
    case .words(let words):
      number.write(to: &bytes)
      bytes.append(contentsOf: words.utf8)
    case .day, .month, .year, .time, .elapsed:
      if let date = SerialDate(number.double, dates) {
        date.write(format, to: &bytes)
      } else {
        number.write(to: &bytes)
      }
    }
    return true
  }

  /// Whether the digits stand as they are: up to 15, without a point, as in most cells.
  @inline(__always)
  private static func isPlain(_ value: Span<UInt8>) -> Bool {
    guard value.count <= 15, value.count == 1 || value[0] != UInt8(ascii: "0") else { return false }
    for index in value.indices where value[index] &- UInt8(ascii: "0") > 9 { return false }
    return true
  }

  /// All but the white space around it.
  private static func inked(_ value: Span<UInt8>) -> Range<Int> {
    var (start, end) = (0, value.count)
    while start < end, value[start] <= 0x20 { start += 1 }
    while end > start, value[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// 2023-06-04T08:30:00Z becomes 2023-06-04 08:30, and without a time the day alone.
  private static func shorten(_ value: inout [UInt8]) {
    guard let middle = value.firstIndex(of: UInt8(ascii: "T")) else { return }
    value[middle] = UInt8(ascii: " ")
    if value.last == UInt8(ascii: "Z") { value.removeLast() }
    if let point = value.lastIndex(of: UInt8(ascii: ".")), value[point...].dropFirst().allSatisfy({ $0 == 0x30 }) {
      value.removeSubrange(point...)
    }
    if value.count == middle + 9, value.suffix(3) == Array(":00".utf8)[...] { value.removeLast(3) }
    if value[middle...] == Array(" 00:00".utf8)[...] { value.removeSubrange(middle...) }
  }
}
