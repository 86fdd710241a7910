// SPDX-License-Identifier: Apache-2.0

/// One node of a YAML document: a scalar, a sequence or a mapping, and where it stands.
struct YAMLNode {
  /// A node as the document lists it; other nodes are named by their places in that list. An alias is the node that it
  /// stands for, so a document that refers to itself a billion times takes no more room than it is long.
  struct Entry {
    /// What a node holds.
    enum Content {
      case scalar(String)
      case sequence([Int])
      case mapping([(key: Int, value: Int)])
    }

    var content: Content
    /// From 1.
    var line: Int
    /// In characters, from 1.
    var column: Int
  }

  /// All nodes of the document.
  let entries: [Entry]
  /// Which of them this one is.
  let index: Int

  /// From 1.
  var line: Int { entries[index].line }
  /// In characters, from 1.
  var column: Int { entries[index].column }

  /// What a scalar says, as it is written but for its quotes; `nil` for a list or a mapping.
  var text: String? {
    if case .scalar(let text) = entries[index].content { text } else { nil }
  }

  /// The items of a sequence; `nil` where it is none.
  var sequence: [YAMLNode]? {
    guard case .sequence(let items) = entries[index].content else { return nil }
    return items.map { YAMLNode(entries: entries, index: $0) }
  }

  /// The pairs of a mapping; `nil` where it is none.
  var mapping: YAMLMapping? {
    guard case .mapping(let pairs) = entries[index].content else { return nil }
    return YAMLMapping(
      pairs: pairs.map {
        (key: YAMLNode(entries: entries, index: $0.key), value: YAMLNode(entries: entries, index: $0.value))
      })
  }
}

/// The pairs of a mapping, in their order.
struct YAMLMapping: Sequence {
  var pairs: [(key: YAMLNode, value: YAMLNode)] = []

  /// The value of a key.
  subscript(key: String) -> YAMLNode? { pairs.first { $0.key.text == key }?.value }

  func makeIterator() -> IndexingIterator<[(key: YAMLNode, value: YAMLNode)]> { pairs.makeIterator() }
}
