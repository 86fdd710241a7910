// SPDX-License-Identifier: Apache-2.0

import CYAML
import Tongbi
import TongbiReports

/// Reads YAML with the system's libyaml, which is opened when the first project file is.
struct YAMLReader {
  private static let missing = yaml_library_open().map { String(cString: $0) }
  private let file: String

  /// The one document of a text; `nil` where it holds none.
  ///
  /// - Parameter file: What the text is called in errors.
  /// - Throws: ``TongbiError`` with the line and column where the text is no YAML, where a mapping has a key twice and
  ///   where a second document begins.
  static func read(_ text: String, file: String) throws(TongbiError) -> YAMLNode? {
    if let missing {
      throw TongbiError(
        ReportsProblem.missingLibrary(name: missing, package: "libyaml-0-2"), at: Source(file: file))
    }
    let bytes = Array(text.utf8)
    return try YAMLReader(file: file).nodes(of: bytes).map { YAMLNode(entries: $0, index: 0) }
  }

  private func nodes(of bytes: [UInt8]) throws(TongbiError) -> [YAMLNode.Entry]? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw failure("memory", yaml_mark_t()) }
    defer { yaml_parser_delete(&parser) }
    // The parser keeps the address until it is deleted.
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    defer { copy.deallocate() }
    _ = copy.update(fromContentsOf: bytes)
    yaml_parser_set_input_string(&parser, copy.baseAddress, bytes.count)
    guard let entries = try document(&parser) else { return nil }
    if let other = try document(&parser) {
      throw failure("a second document begins", line: other[0].line, column: other[0].column)
    }
    try checkKeys(entries)
    return entries
  }

  /// The nodes of the next document, its root first; `nil` at the end.
  private func document(_ parser: inout yaml_parser_t) throws(TongbiError) -> [YAMLNode.Entry]? {
    var document = yaml_document_t()
    guard yaml_parser_load(&parser, &document) == 1 else {
      let words = [parser.context, parser.problem].compactMap { $0.map { String(cString: $0) } }
      throw failure(words.isEmpty ? "memory" : words.joined(separator: ": "), parser.problem_mark)
    }
    defer { yaml_document_delete(&document) }
    let nodes = document.nodes
    let entries = UnsafeBufferPointer(start: nodes.start, count: nodes.top - nodes.start).map(entry)
    return entries.isEmpty ? nil : entries
  }

  private func entry(_ node: yaml_node_t) -> YAMLNode.Entry {
    let content: YAMLNode.Entry.Content
    switch node.type {
    case YAML_SEQUENCE_NODE:
      let items = node.data.sequence.items
      content = .sequence(UnsafeBufferPointer(start: items.start, count: items.top - items.start).map { Int($0) - 1 })
    case YAML_MAPPING_NODE:
      let pairs = node.data.mapping.pairs
      content = .mapping(
        UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start).map {
          (key: Int($0.key) - 1, value: Int($0.value) - 1)
        })
    default:
      let scalar = node.data.scalar
      content = .scalar(String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
    }
    return YAMLNode.Entry(
      content: content, line: node.start_mark.line + 1, column: node.start_mark.column + 1)
  }

  /// A key that stands twice in a mapping would silently lose one of its values.
  private func checkKeys(_ entries: [YAMLNode.Entry]) throws(TongbiError) {
    for index in entries.indices {
      guard let mapping = YAMLNode(entries: entries, index: index).mapping else { continue }
      var seen: Set<String> = []
      for (key, _) in mapping {
        guard let text = key.text, !seen.insert(text).inserted else { continue }
        throw failure("“\(text)” stands twice", line: key.line, column: key.column)
      }
    }
  }

  private func failure(_ reason: String, _ mark: yaml_mark_t) -> TongbiError {
    failure(reason, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func failure(_ reason: String, line: Int, column: Int) -> TongbiError {
    TongbiError(
      CommandProblem.yaml(reason: reason),
      at: Source(file: file, place: .words(line: line, start: column - 1, end: column)))
  }
}
