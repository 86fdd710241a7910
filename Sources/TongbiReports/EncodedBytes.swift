// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The bytes of a file together with the encoding that was settled on.
struct EncodedBytes: Sendable {
  /// The path as the user gave it.
  var file: String
  /// Where the bytes are.
  var source: ByteSource
  /// Their encoding.
  var encoding: TextEncoding
  /// The length of the byte order mark.
  var markLength = 0
  /// Whether the user named the encoding.
  var isAsked = false
  /// How much of the file was looked at for bytes that are not in the encoding.
  var checkedEnd = Int.max

  /// Settles on an encoding: a byte order mark, else the user's word, else strict UTF-8, else GB18030.
  ///
  /// UTF-8 with a few damaged bytes stays UTF-8, with a finding, because as GB18030 it would turn into other words.
  ///
  /// - Parameter first: The ``firstBlock(_:_:)``, where it was read before.
  static func find(
    file: String, source: ByteSource, first: [UInt8]? = nil, asked: TextEncoding?,
    reach: EncodingScan.Reach = .everything
  ) throws(TongbiError) -> (EncodedBytes, [Finding]) {
    let place = Source(file: file)
    let first = if let first { first } else { try firstBlock(source, file) }
    guard !first.isEmpty else { throw TongbiError(ReportsProblem.empty, at: place) }
    var bytes = EncodedBytes(file: file, source: source, encoding: asked ?? .utf8, isAsked: asked != nil)
    var findings: [Finding] = []
    if let mark = TextEncoding.byteOrderMark(of: first) {
      if let asked, asked != mark.encoding {
        findings.append(Finding(.note, ReportsProblem.markBeatsOption(mark: mark.encoding, asked: asked), at: place))
        bytes.isAsked = false
      }
      bytes.encoding = mark.encoding
      bytes.markLength = mark.length
    } else if asked == nil, let found = EncodingScan.unmarkedUTF16(first) {
      bytes.encoding = found
    }
    guard bytes.encoding != .utf16le, bytes.encoding != .utf16be else { return (bytes, findings) }
    let reader = try source.reader(for: file)
    let (scan, end) = try EncodingScan.scan(
      reader, head: first, from: bytes.markLength, size: source.size, reach)
    if end < source.size, scan.violations == 0 { bytes.checkedEnd = end }
    if let offset = scan.firstNul {
      guard !scan.isBinary(size: source.size) else {
        throw TongbiError(ReportsProblem.binary(offset: offset), at: place)
      }
      let problem = ReportsProblem.strayNuls(count: scan.nuls, offset: offset)
      findings.append(Finding(.warning, problem, at: Source(file: file, place: try bytes.words(at: offset))))
    }
    guard scan.hasInk else { throw TongbiError(ReportsProblem.empty, at: place) }
    try bytes.settle(scan, hasMark: bytes.markLength > 0, findings: &findings)
    return (bytes, findings)
  }

  private mutating func settle(
    _ scan: EncodingScan, hasMark: Bool, findings: inout [Finding]
  ) throws(TongbiError) {
    guard encoding == .utf8 else { return }
    let place = Source(file: file)
    if !isAsked, !hasMark, scan.isGB18030ByChance {
      encoding = .gb18030
      findings.append(Finding(.note, ReportsProblem.eitherEncoding, at: place))
    }
    guard let offset = scan.firstViolation else { return }
    if isAsked {
      throw TongbiError(ReportsProblem.undecodable(.utf8, offset: offset, isAsked: true), at: place)
    }
    if hasMark || scan.isDamagedUTF8 {
      let problem = ReportsProblem.damaged(.utf8, count: scan.violations, offset: offset)
      findings.append(Finding(.warning, problem, at: Source(file: file, place: try words(at: offset))))
    } else {
      encoding = .gb18030
    }
  }

  /// What is not UTF-8 in bytes that were not looked at before.
  ///
  /// - Parameters:
  ///   - text: Bytes of the file, with whole characters.
  ///   - start: The first that is asked about.
  ///   - origin: Where in the file they begin.
  /// - Throws: ``TongbiError`` where there is so much of it that the file cannot be what it began as.
  func damage(in text: Span<UInt8>, from start: Int = 0, at origin: Int) throws(TongbiError) -> TextDamage? {
    guard encoding == .utf8, origin + text.count > checkedEnd, start < text.count else { return nil }
    let scan = EncodingScan(text.extracting(start..<text.count), at: origin + start, isLast: false)
    guard let offset = [scan.firstViolation, scan.firstNul].compactMap(\.self).min() else { return nil }
    let damage = TextDamage(
      count: scan.violations + scan.nuls, offset: offset, position: offset - origin)
    guard !isAsked, damage.count <= TextDamage.limit(of: source.size) else {
      throw TongbiError(
        ReportsProblem.undecodable(.utf8, offset: offset, isAsked: isAsked), at: Source(file: file))
    }
    return damage
  }

  /// The line and the character at an offset of UTF-8.
  private func words(at offset: Int) throws(TongbiError) -> Source.Place {
    let reader = try source.reader(for: file)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var (line, start, at) = (1, markLength, markLength)
    while at < offset {
      let count = try reader.read(into: &block, count: min(block.count, offset - at), from: at)
      guard count > 0 else { break }
      for index in 0..<count where block[index] == UInt8(ascii: "\n") { (line, start) = (line + 1, at + index + 1) }
      at += count
    }
    let length = try reader.read(into: &block, count: min(block.count, max(0, offset - start)), from: start)
    let characters = String(decoding: block[..<length], as: UTF8.self).count
    return .words(line: line, start: characters, end: characters + 1)
  }

  /// The first 256 KiB and a few bytes more, which tell the kind of file, its encoding and its dialect.
  static func firstBlock(_ source: ByteSource, _ file: String) throws(TongbiError) -> [UInt8] {
    var block = [UInt8](unwritten: min(sampleSize + 16, max(1, source.size)))
    let reader = try source.reader(for: file)
    let count = try reader.read(into: &block, count: block.count, from: 0)
    block.removeLast(block.count - count)
    return block
  }

  private static let sampleSize = 1 << 18

  /// The first 256 KiB or a few bytes more in UTF-8, and whether that is all.
  ///
  /// - Parameter first: The ``firstBlock(_:_:)``.
  func sample(of first: [UInt8]) throws(TongbiError) -> (bytes: [UInt8], isWhole: Bool) {
    if encoding == .utf8 {
      return (markLength == 0 ? first : Array(first.dropFirst(markLength)), first.count == source.size)
    }
    // No encoding makes three times as many bytes of UTF-8.
    var window = [UInt8](unwritten: min(Self.sampleSize, source.size * 3 + 16))
    var stream = try TextStream(self)
    var filled = 0
    while filled + 8 <= window.count {
      let count = try stream.fill(&window, at: filled)
      filled += count
      guard count == 0 else { continue }
      window.removeLast(window.count - filled)
      return (window, true)
    }
    window.removeLast(window.count - filled)
    return (window, false)
  }
}
