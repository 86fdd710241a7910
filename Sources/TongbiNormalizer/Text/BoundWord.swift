// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The words before and after a number that bound it: 约, 近, 超过, 不足, 以上, 左右.
enum BoundWord {
  private static let prefixes = WordSet<Quantity.Bound>([
    ("约为", .about), ("大约", .about), ("约", .about), ("大概", .about), ("将近", .lessThan), ("接近", .lessThan),
    ("近", .lessThan),
    ("不足", .lessThan), ("不到", .lessThan), ("未达", .lessThan), ("低于", .lessThan), ("小于", .lessThan), ("少于", .lessThan),
    ("<", .lessThan),
    ("超过了", .moreThan), ("超过", .moreThan), ("突破了", .moreThan), ("突破", .moreThan), ("超", .moreThan), ("逾", .moreThan),
    ("高于", .moreThan),
    ("大于", .moreThan), ("多于", .moreThan), (">", .moreThan), ("首次突破", .moreThan), ("首破", .moreThan), ("跨越", .moreThan),
    ("不低于", .atLeast), ("不少于", .atLeast), ("至少", .atLeast), ("≥", .atLeast), (">=", .atLeast), ("不小于", .atLeast),
    ("≧", .atLeast),
    ("不超过", .atMost), ("不高于", .atMost), ("不大于", .atMost), ("不多于", .atMost), ("最多", .atMost), ("≤", .atMost),
    ("<=", .atMost),
    ("≦", .atMost), ("未超过", .atMost), ("≈", .about), ("不突破", .atMost),
  ])

  private static let suffixes = WordSet<Quantity.Bound>([
    ("以上", .atLeast), ("及以上", .atLeast), ("之上", .atLeast), ("以下", .atMost), ("及以下", .atMost), ("以内", .atMost),
    ("之内", .atMost),
    ("左右", .about), ("上下", .about), ("余", .atLeast), ("多", .atLeast), ("之多", .about),
  ])

  /// The bounding word that ends right before a number: where it starts and what it says.
  static func before(
    _ text: [Unicode.Scalar], _ end: Int, after limit: Int
  ) -> (start: Int, bound: Quantity.Bound)? {
    prefixes.match(text, endingAt: end, after: limit, reach: 4).map { ($0.start, $0.meaning) }
  }

  /// The bounding word that starts right after a number and its unit: where it ends and what it says.
  static func after(_ text: [Unicode.Scalar], _ start: Int, before limit: Int) -> (end: Int, bound: Quantity.Bound)? {
    suffixes.match(text, at: start, before: limit).map { ($0.end, $0.meaning) }
  }

  /// The letters that bounding words begin with.
  static var firsts: [Unicode.Scalar] { prefixes.firsts + suffixes.firsts }

  /// The bounding word at a place, whichever side of a number it belongs to.
  static func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, bound: Quantity.Bound)? {
    (prefixes.match(text, at: start, before: limit) ?? suffixes.match(text, at: start, before: limit)).map {
      ($0.end, $0.meaning)
    }
  }

  /// Whether a bounding word that stands before numbers starts at a place.
  static func starts(_ text: [Unicode.Scalar], _ start: Int, before limit: Int) -> Bool {
    prefixes.match(text, at: start, before: limit) != nil
  }

  /// Takes a bounding word off the front of a whole text.
  static func dropPrefix(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Quantity.Bound {
    let text = Array(scalars)
    guard let (end, bound) = prefixes.match(text, at: 0, before: text.count) else { return .exact }
    scalars = scalars.dropFirst(end)
    while scalars.first == " " { scalars.removeFirst() }
    return bound
  }

  /// Takes a bounding word off the end of a unit.
  static func dropSuffix(_ scalars: inout ArraySlice<Unicode.Scalar>, _ bound: inout Quantity.Bound) {
    let text = Array(scalars)
    if let (start, found) = suffixes.match(text, endingAt: text.count, after: 0, reach: 3) {
      scalars = scalars.dropLast(text.count - start)
      bound = found
    }
  }
}
