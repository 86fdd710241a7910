// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension FileSignature {
  /// Reads a file of this kind.
  ///
  /// - Parameters:
  ///   - encoding: The user's word on the encoding, for kinds that are text.
  ///   - sheet: The one sheet of a workbook that is wanted.
  /// - Throws: ``TongbiError`` when the file is damaged, or is of a kind that is not read; it says how to save it then.
  func report(_ source: ByteSource, file: String, encoding: TextEncoding?, sheet: String?) throws(TongbiError) -> Report
  {
    switch self {
    case .document: return try WordDocument(source, file: file).report(of: file)
    case .workbook: return try Workbook(source, file: file).report(sheet: sheet)
    case .oldOffice: return try Self.oldReport(source, file: file, sheet: sheet)
    case .webPage: return try WebPage.report(source, file: file, asked: encoding)
    case .oldDocument, .richText, .openDocument, .openWorkbook, .xmlDocument, .xmlWorkbook, .pdf:
      return try Conversion().report(self, source, file: file, sheet: sheet)
    default: throw TongbiError(ReportsProblem.notReadYet(self), at: Source(file: file))
    }
  }

  /// Reads what an old Office program or WPS wrote. What it holds decides, and not its name.
  private static func oldReport(_ source: ByteSource, file: String, sheet: String?) throws(TongbiError) -> Report {
    let place = Source(file: file)
    guard let container = CompoundFile(try source.bytes(of: file, limit: 1 << 30)) else {
      throw TongbiError(ReportsProblem.damagedArchive, at: place)
    }
    let names = Set(container.names.map { $0.lowercased() })
    if names.contains("encryptedpackage") { throw TongbiError(ReportsProblem.encrypted, at: place) }
    if names.contains("workbook") || names.contains("book") {
      return try OldWorkbook.read(container, file: file, sheet: sheet)
    }
    if names.contains("worddocument") { return try Conversion().report(.oldDocument, source, file: file, sheet: nil) }
    let isPresentation = names.contains("powerpoint document")
    throw TongbiError(ReportsProblem.notReadYet(isPresentation ? .presentation : .oldOffice), at: place)
  }
}

extension ByteSource {
  /// All bytes.
  ///
  /// - Parameter limit: The most bytes there may be.
  func bytes(of file: String, limit: Int) throws(TongbiError) -> [UInt8] {
    guard size <= limit else {
      throw TongbiError(ReportsProblem.textTooLong(limit: limit >> 20), at: Source(file: file))
    }
    var bytes = [UInt8](repeating: 0, count: size)
    let filled = try reader(for: file).read(into: &bytes, count: size, from: 0)
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
