// SPDX-License-Identifier: Apache-2.0

/// The words and numbers that periods are made of.
extension PeriodScanner {
  /// Where a word ends that stands at a place.
  func has(_ word: StaticString, at index: Int) -> Int? {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var (index, place) = (index, 0)
    while place < bytes.count {
      guard index < limit, text[index] == Unicode.Scalar(bytes, &place) else { return nil }
      index += 1
    }
    return index
  }

  func first(of words: [StaticString], at index: Int) -> Int? {
    for word in words {
      if let end = has(word, at: index) { return end }
    }
    return nil
  }

  func skippingSpace(_ index: Int) -> Int { index < limit && text[index] == " " ? index + 1 : index }

  /// A number of at most `length` digits, or a Chinese numeral up to 31.
  func small(at index: Int, length: Int = 2) -> (value: Int, end: Int)? {
    var end = index
    var value = 0
    while end < limit, NumberScanner.isDigit(text[end]) {
      value = value * 10 + Int(text[end].value - 48)
      end += 1
      guard end - index <= length else { return nil }
    }
    if end > index { return (value, end) }
    guard let numeral = ChineseNumeral.scan(text, at: index, before: limit), numeral.value <= 31 else { return nil }
    return (Int(numeral.value), numeral.end)
  }

  func dash(at index: Int) -> Int? {
    let index = skippingSpace(index)
    guard let end = first(of: ["--", "-", "至", "到", "～"], at: index) else { return nil }
    return skippingSpace(end)
  }
}
