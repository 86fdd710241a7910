// SPDX-License-Identifier: Apache-2.0

/// A name as a key that is compared by its bytes, which for Chinese is many times as fast as by characters; the same
/// character in two spellings of Unicode makes two names.
package struct NameKey: Hashable, Sendable {
  private let name: String

  package init(_ name: String) { self.name = name }

  package static func == (left: Self, right: Self) -> Bool {
    let (left, right) = (left.name.utf8Span.span, right.name.utf8Span.span)
    return left.bytes.withUnsafeBytes { left in
      right.bytes.withUnsafeBytes { right in unsafe left.count == right.count && left.elementsEqual(right) }
    }
  }

  package func hash(into hasher: inout Hasher) {
    name.utf8Span.span.bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
