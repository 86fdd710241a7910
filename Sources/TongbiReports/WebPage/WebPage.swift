// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A web page with tables, which many systems export under the name of a workbook.
enum WebPage {
  /// Reads the tables of a page; where it has none, its lines of text.
  ///
  /// - Parameter asked: The user's word on the encoding, which beats the page's.
  static func report(_ source: ByteSource, file: String, asked: TextEncoding?) throws(TongbiError) -> Report {
    let start = String(decoding: try EncodedBytes.firstBlock(source, file).prefix(4096), as: UTF8.self).lowercased()
    // UTF-8 and GB18030 tell themselves better than pages do; Big5 does not.
    let isBig5 = start.contains("charset=big5") || start.contains("charset=\"big5")
    let (bytes, findings) = try EncodedBytes.find(file: file, source: source, asked: asked ?? (isBig5 ? .big5 : nil))
    let content = WebContent(file: file)
    var stream = try TextStream(bytes)
    let reader = try HTMLReader(of: file, into: content)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try stream.fill(&block, at: 0)
      if count == 0 { break }
      try reader.feed(block.span.extracting(0..<count))
    }
    try reader.finish()
    let tables = content.tables.filter { $0.rows.contains { $0.contains { !$0.isEmpty } } }
    var parts: [Report.Part] = []
    for (index, table) in tables.enumerated() {
      let name = tables.count == 1 ? nil : TableName.of(index + 1, isChinese: content.isChinese)
      parts.append(
        .table(GridTable(file: file, sheet: name, captions: table.captions, rows: table.rows, merges: table.merges)))
    }
    if parts.isEmpty, !content.passages.isEmpty {
      parts.append(.text(TextReport(file: file, encoding: bytes.encoding, passages: content.passages)))
    }
    guard !parts.isEmpty else { throw TongbiError(ReportsProblem.empty, at: Source(file: file)) }
    return Report(file: file, parts: parts, findings: findings)
  }
}
