// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Tongbi

/// A description of delimited files in their folder: `datapackage.json`.
struct DataPackage: Decodable {
  /// One file that is described.
  struct Resource: Decodable {
    var paths: [String] = []
    var encoding: String?
    var delimiter: String?
    var missingValues: [String]?
    var fields: [TableSchema.Field] = []
    var header = TableSchema.Header.firstRow

    private enum Key: String, CodingKey {
      case path, encoding, dialect, schema, delimiter, fields, header, missingValues
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      if let path = try? values.decode(String.self, forKey: .path) {
        paths = [path]
      } else {
        paths = (try? values.decode([String].self, forKey: .path)) ?? []
      }
      encoding = try? values.decode(String.self, forKey: .encoding)
      if let dialect = try? values.nestedContainer(keyedBy: Key.self, forKey: .dialect) {
        delimiter = try? dialect.decode(String.self, forKey: .delimiter)
        if (try? dialect.decode(Bool.self, forKey: .header)) == false { header = .absent }
      }
      if let schema = try? values.nestedContainer(keyedBy: Key.self, forKey: .schema) {
        missingValues = try? schema.decode([String].self, forKey: .missingValues)
        fields = ((try? schema.decode([Field].self, forKey: .fields)) ?? []).map(\.field)
      }
    }

    /// What it says of the columns; `nil` where it says nothing.
    var schema: TableSchema? {
      guard !fields.isEmpty || missingValues != nil else { return nil }
      // Without names, what stands in the first row is still the best guess.
      let isNamed = fields.contains { !$0.name.isEmpty }
      return TableSchema(
        fields: fields, missingValues: missingValues ?? [""], header: isNamed ? header : .firstRow)
    }

    /// The byte between fields; `nil` where none is said, or none that can be.
    var delimiterByte: UInt8? {
      guard let delimiter, delimiter.utf8.count == 1, let byte = delimiter.utf8.first, byte != 0x22, byte != 0x0A,
        byte != 0x0D
      else { return nil }
      return byte
    }
  }

  private struct Field: Decodable {
    var name: String?
    var decimalChar: String?
    var groupChar: String?

    var field: TableSchema.Field {
      TableSchema.Field(name: name ?? "", decimal: decimalChar?.first ?? ".", group: groupChar?.first)
    }
  }

  /// The name of every description.
  static let fileName = "datapackage.json"
  /// The files, in the order of the description.
  var resources: [Resource]

  /// No description is longer, and none is nested deeper than the decoder allows.
  private static let byteLimit = 4 << 20

  /// Reads a description.
  ///
  /// - Throws: ``TongbiError`` where it is none.
  static func read(_ file: String) throws(TongbiError) -> DataPackage {
    let source = try ByteSource.open(file)
    guard source.size <= byteLimit else {
      throw TongbiError(ReportsProblem.badDescription, at: Source(file: file))
    }
    var bytes = [UInt8](repeating: 0, count: source.size)
    let filled = try source.reader(for: file).read(into: &bytes, count: bytes.count, from: 0)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let data = Data(bytes[min(start, filled)..<filled])
    guard let package = try? JSONDecoder().decode(DataPackage.self, from: data) else {
      throw TongbiError(ReportsProblem.badDescription, at: Source(file: file))
    }
    return package
  }

  /// What the description beside a file says of it, if there is one; where it cannot be read, that is found, and the file
  /// is read without.
  static func resource(for path: String) -> (Resource?, Finding?) {
    let name = String(path.split(separator: "/").last ?? "")
    let description = String(path.dropLast(name.count)) + fileName
    guard PathKind(description) != nil else { return (nil, nil) }
    guard let package = try? read(description) else {
      return (nil, Finding(.warning, ReportsProblem.badDescription, at: Source(file: description)))
    }
    return (package.resources.first { $0.paths.contains { safe($0) == name } }, nil)
  }

  /// The path of a resource, relative to the description; `nil` for one that leaves its folder.
  static func safe(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = !path.hasPrefix("/") && !path.contains("://") && !path.contains("\\") && !path.utf8.contains(0)
    guard isSafe, !parts.isEmpty, !parts.contains(".."), !parts.contains("") else { return nil }
    return parts.filter { $0 != "." }.joined(separator: "/")
  }
}
