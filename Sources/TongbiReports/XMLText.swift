// SPDX-License-Identifier: Apache-2.0

import Glibc

/// UTF-8 inside an XML parser: a name, the value of an attribute, or a stretch of text.
///
/// It points into the memory of the parser and is valid only during the call that hands it over.
struct XMLText {
  /// The bytes.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Takes bytes that end with a NUL.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>) {
    unsafe bytes = UnsafeBufferPointer(start: start, count: strlen(start))
  }

  /// Takes a stretch of bytes.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>?, count: Int) {
    unsafe bytes = UnsafeBufferPointer(start: start, count: count)
  }

  /// A copy as text.
  var string: String { unsafe String(decoding: bytes, as: UTF8.self) }

  /// The whole number it stands for; `nil` for anything else, and where it has more than 18 digits.
  @inline(__always)
  var integer: Int? {
    guard unsafe !bytes.isEmpty, unsafe bytes.count <= 18 else { return nil }
    var value = 0
    for index in unsafe bytes.indices {
      let digit = unsafe bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Whether it says yes, in one of the ways that XML Schema allows.
  var isTrue: Bool { self == "1" || self == "true" || self == "on" }

  @inline(__always)
  static func == (text: XMLText, word: StaticString) -> Bool {
    unsafe text.bytes.count == word.utf8CodeUnitCount
      && memcmp(text.bytes.baseAddress ?? word.utf8Start, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  /// Lets a `switch` name the words it knows.
  @inline(__always)
  static func ~= (word: StaticString, text: XMLText) -> Bool { text == word }
}

/// An XML element as it begins, valid only during the call that hands it over.
struct XMLElement {
  /// The name without its prefix.
  let name: XMLText
  /// The namespace it is in.
  let namespace: XMLText?
  // Five pointers each: name, prefix, namespace, where the value begins and where it ends.
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let count: Int

  @inline(__always)
  init(
    name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) {
    unsafe self.name = XMLText(name)
    unsafe self.namespace = namespace.map { unsafe XMLText($0) }
    unsafe self.attributes = attributes
    self.count = count
  }

  /// The value of an attribute, by its name without prefix.
  @inline(__always)
  subscript(_ name: StaticString) -> XMLText? {
    guard let attributes = unsafe attributes else { return nil }
    for index in 0..<count {
      let at = unsafe attributes + 5 * index
      guard let key = unsafe at[0], let start = unsafe at[3], let end = unsafe at[4] else { continue }
      if unsafe XMLText(key) == name { return unsafe XMLText(start, count: end - start) }
    }
    return nil
  }
}
