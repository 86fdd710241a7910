// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A metric's name as a header writes it, with the unit that stands beside it: 床位（张）, 药品收入/万元, 病床使用率%.
package struct WrittenLabel: Hashable, Sendable {
  /// The words without the unit.
  package var name: String
  /// The unit, where the words end in one.
  package var unit: WrittenUnit?

  /// Takes a header apart. Only a last bracket that holds a unit is taken: 门诊人次(不含急诊) stays whole.
  package init(_ text: some StringProtocol) {
    let whole = FoldedName.trimmed(text)
    name = whole
    unit = nil
    guard whole.unicodeScalars.contains(where: { Self.isMark(FoldedName.halfWidth($0)) }) else { return }
    let halves = String(String.UnicodeScalarView(whole.unicodeScalars.map(FoldedName.halfWidth)))
    let split = Self.bracket(halves) ?? Self.separated(halves) ?? Self.suffix(halves)
    if let shared = Self.sharedBracket(halves) {
      (name, unit) = shared
    } else if let (count, written) = split {
      name = FoldedName.trimmed(whole.unicodeScalars.prefix(count).map(String.init).joined())
      unit = written
    } else if let marked = FootnoteMark.split(label: whole) {
      // 门诊人次（万人次）¹: the footnote does not hide the unit.
      let bare = WrittenLabel(marked.text)
      if bare.unit != nil { self = bare }
    }
  }

  /// Whether a unit can stand behind it or consist of it; without one of these there is none.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "】", "〕", "/", ":", ",", "、", "%", "‰": true
    default: false
    }
  }

  /// The scalars before a last bracket and the unit in it.
  private static func bracket(_ text: String) -> (Int, WrittenUnit)? {
    let scalars = Array(text.unicodeScalars)
    guard let last = scalars.last, let open = openings[last],
      let start = scalars.lastIndex(of: open), start > 0
    else { return nil }
    var inner = String(String.UnicodeScalarView(scalars[(start + 1)..<(scalars.count - 1)]))
    for prefix in ["单位:", "单位", "unit:"] where inner.hasPrefix(prefix) { inner.removeFirst(prefix.count) }
    return WrittenUnit(inner).map { (start, $0) }
  }

  /// 药占比（不含中药饮片，%）: a bracket that holds what is counted, too.
  private static func sharedBracket(_ text: String) -> (String, WrittenUnit)? {
    let scalars = Array(text.unicodeScalars)
    guard let last = scalars.last, let open = openings[last], let start = scalars.lastIndex(of: open), start > 0,
      let mark = scalars[start...].lastIndex(where: { ",;、".unicodeScalars.contains($0) }), mark > start + 1,
      let unit = WrittenUnit(String(String.UnicodeScalarView(scalars[(mark + 1)..<(scalars.count - 1)])))
    else { return nil }
    // （台、件）: two units.
    if WrittenUnit(String(String.UnicodeScalarView(scalars[(start + 1)..<mark]))) != nil { return nil }
    return (String(String.UnicodeScalarView(scalars[..<mark] + [last])), unit)
  }

  private static let openings: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "】": "【", "〕": "〔"]

  private static func separated(_ text: String) -> (Int, WrittenUnit)? {
    let scalars = Array(text.unicodeScalars)
    guard let start = scalars.lastIndex(where: { "/:,、".unicodeScalars.contains($0) }), start > 0 else { return nil }
    let rest = String(String.UnicodeScalarView(scalars[(start + 1)...]))
    return WrittenUnit(rest).map { (start, $0) }
  }

  private static func suffix(_ text: String) -> (Int, WrittenUnit)? {
    guard let last = text.unicodeScalars.last, last == "%" || last == "‰" else { return nil }
    let count = text.unicodeScalars.count - 1
    return count > 0 ? (count, WrittenUnit(last == "%" ? .percent : .permille)) : nil
  }
}
