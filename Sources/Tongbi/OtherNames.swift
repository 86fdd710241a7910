// SPDX-License-Identifier: Apache-2.0

/// The other names of a metric. Those of the catalogue stay bytes of its file until somebody asks for them: it has thousands,
/// of which a table needs none as text.
@usableFromInline
package struct OtherNames: Hashable, Sendable {
  private enum Form: Sendable {
    case listed([String])
    case written([UInt8], at: Range<Int>)
  }

  private let form: Form

  /// Names one by one.
  package init(_ names: [String]) { form = .listed(names) }

  /// Names that stand in UTF-8 with bars between them; what is empty between two bars is none.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of a whole file.
  ///   - place: Where in it they stand.
  package init(in bytes: [UInt8], at place: Range<Int>) { form = .written(bytes, at: place) }

  /// The names.
  package var names: [String] {
    switch form {
    case .listed(let names): names
    case .written(let bytes, let place):
      bytes[place].split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @usableFromInline
  package static func == (left: Self, right: Self) -> Bool { left.names == right.names }

  @usableFromInline
  package func hash(into hasher: inout Hasher) { hasher.combine(names) }
}
