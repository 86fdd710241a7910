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
    let source = try ByteSource.open(path)
    let name = fileExtension(path)
    if let kind = FileSignature(try EncodedBytes.firstBlock(source, path), extension: name) {
      return try kind.report(source, file: path, encoding: encoding, sheet: sheet)
    }
    var (bytes, findings) = try EncodedBytes.find(file: path, source: source, asked: encoding)
    let (sample, isWhole) = try bytes.sample()
    guard !isWhole || !isBlank(sample) else {
      throw TongbiError(ReportsProblem.empty, at: Source(file: path))
    }
    let tables = ["csv", "tsv", "tab", "xls", "xlsx", "et"]
    let sniffer = DialectSniffer(sample, isWhole: isWhole)
    guard tables.contains(name) || sniffer.isTable(isMarkdown: name == "md") else {
      let text = try TextReport.read(bytes, findings: &findings)
      return Report(file: path, parts: [.text(text)], findings: findings)
    }
    let tab = name == "tsv" || name == "tab" ? Delimiter(UInt8(ascii: "\t")) : nil
    let table = try DelimitedTable(bytes, found: sniffer.dialect(preferring: tab))
    return Report(file: path, parts: [.table(table)], findings: findings)
  }

  /// The extension in lower case without its point; empty where there is none.
  private static func fileExtension(_ path: String) -> String {
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
