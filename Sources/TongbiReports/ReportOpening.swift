// SPDX-License-Identifier: Apache-2.0

package import Tongbi

extension Report {
  /// Opens a file and finds out its encoding and kind; `-` is standard input.
  ///
  /// The encoding is what a byte order mark says, else UTF-8 where all of the file is, else GB18030. Files named
  /// `.csv`, `.tsv` and `.tab` are tables; of all others the first lines decide. A text is read whole; of a table only
  /// the head is, see ``DelimitedTable/read(_:from:chunkRows:into:)``.
  ///
  /// - Parameters:
  ///   - path: The path, or `-`.
  ///   - encoding: The user's word on the encoding; a byte order mark in the file beats it.
  ///   - sheet: The one sheet of a workbook that is wanted, even if it is hidden; otherwise all that are not.
  /// - Throws: ``TongbiError`` of kind `.noInput` when there is no such file, of kind `.data` when it cannot be read.
  package static func open(
    _ path: String, encoding: TextEncoding? = nil, sheet: String? = nil
  ) throws(TongbiError) -> Report {
    if path == DataPackage.fileName || path.hasSuffix("/" + DataPackage.fileName) {
      return try package(path, encoding)
    }
    let isTable = tableExtensions.contains(fileExtension(path))
    let (resource, finding) = isTable ? DataPackage.resource(for: path) : (nil, nil)
    var report = try open(path, encoding, resource, sheet: sheet)
    if let finding { report.findings.append(finding) }
    return report
  }

  private static let tableExtensions = ["csv", "tsv", "tab"]

  private static func open(
    _ path: String, _ encoding: TextEncoding?, _ resource: DataPackage.Resource?, sheet: String?
  ) throws(TongbiError) -> Report {
    let source = try ByteSource.open(path)
    let name = fileExtension(path)
    let first = try EncodedBytes.firstBlock(source, path)
    if let kind = FileSignature(first, extension: name) {
      return try kind.report(source, file: path, encoding: encoding, sheet: sheet)
    }
    let asked = encoding ?? resource?.encoding.flatMap { TextEncoding(named: $0) }
    var (bytes, findings) = try EncodedBytes.find(
      file: path, source: source, first: first, asked: asked, reach: .enough)
    let (sample, isWhole) = try bytes.sample(of: first)
    guard !isWhole || !isBlank(sample) else {
      throw TongbiError(ReportsProblem.empty, at: Source(file: path))
    }
    if name == "json" || path == "-" && isObject(sample) {
      if let table = try DataValueTable(bytes) { return Report(file: path, parts: [.table(table)], findings: findings) }
      throw TongbiError(ReportsProblem.unknownJSON, at: Source(file: path))
    }
    if name == "md" {
      let markdown = try MarkdownText(try TextReport.read(bytes, findings: &findings))
      if !markdown.tables.isEmpty { return Report(file: path, parts: markdown.parts, findings: findings) }
    }
    let sniffer = DialectSniffer(sample, isWhole: isWhole)
    // Many systems export text under the name of a workbook.
    let isNamedTable = tableExtensions.contains(name) || ["xls", "xlsx", "et"].contains(name)
    guard isNamedTable || sniffer.isTable(isMarkdown: name == "md") else {
      let text = try TextReport.read(bytes, findings: &findings)
      if name != "md",
        text.passages.contains(where: { DrawnTable.holdsBar($0.text) || SpacedTable.holdsGap($0.text) })
      {
        let drawn = try MarkdownText(text, style: .plain)
        if !drawn.tables.isEmpty { return Report(file: path, parts: drawn.parts, findings: findings) }
      }
      return Report(file: path, parts: [.text(text)], findings: findings)
    }
    let tab = name == "tsv" || name == "tab" ? Delimiter(UInt8(ascii: "\t")) : nil
    let said = resource?.delimiterByte.map { Delimiter($0) }
    let table = try DelimitedTable(bytes, found: sniffer.dialect(preferring: said ?? tab), schema: resource?.schema)
    return Report(file: path, parts: [.table(table)], findings: findings)
  }

  /// The files that a description names, each with what it says of them.
  private static func package(
    _ path: String, _ encoding: TextEncoding?
  ) throws(TongbiError) -> Report {
    let package = try DataPackage.read(path)
    let folder = path.dropLast(DataPackage.fileName.count)
    var report = Report(file: path, parts: [])
    for (name, resource) in package.resources.flatMap({ resource in resource.paths.map { ($0, resource) } }) {
      guard let safe = DataPackage.safe(name) else {
        report.findings.append(
          Finding(.error, ReportsProblem.outsidePackage(path: name), at: Source(file: path)))
        continue
      }
      guard tableExtensions.contains(fileExtension(safe)) else { continue }
      let opened = try open(folder + safe, encoding, resource, sheet: nil)
      report.parts += opened.parts
      report.findings += opened.findings
    }
    let (bytes, _) = try EncodedBytes.find(file: path, source: try ByteSource.open(path), asked: nil)
    for (index, resource) in try InlineData.read(bytes).enumerated() {
      guard let rows = resource.rows, !rows.isEmpty else { continue }
      report.parts.append(.table(GridTable(file: path, sheet: resource.name ?? "\(index + 1)", rows: rows)))
    }
    guard !report.parts.isEmpty || !report.findings.isEmpty else {
      throw TongbiError(ReportsProblem.badDescription, at: Source(file: path))
    }
    return report
  }

  private static func isObject(_ sample: [UInt8]) -> Bool {
    let first = sample.lazy.filter { $0 > 0x20 }.prefix(2)
    return first.elementsEqual(Array("{\"".utf8))
  }

  /// The extension of a path in lower case without its point; empty where there is none.
  package static func fileExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }

  private static func isBlank(_ sample: [UInt8]) -> Bool {
    // A sample with ink has it early as a rule, so that little of it becomes text.
    if sample.prefix(64).contains(where: { $0 > 0x20 && $0 < 0x80 }) { return false }
    return String(decoding: sample, as: UTF8.self).allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" }
  }
}
