// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A narrative report: the lines of a text that are not blank.
package struct TextReport: Sendable {
  /// The path as the user gave it, or `-`.
  package var file: String
  /// The encoding it was read in.
  package var encoding: TextEncoding
  /// The lines that are not blank, in file order.
  package var passages: [Passage]

  package init(file: String, encoding: TextEncoding = .utf8, passages: [Passage]) {
    self.file = file
    self.encoding = encoding
    self.passages = passages
  }
}

extension TextReport {
  /// The longest text, in MiB.
  private static let limit = 256

  /// Reads a text whole.
  static func read(_ bytes: EncodedBytes, findings: inout [Finding]) throws(TongbiError) -> TextReport {
    var stream = try TextStream(bytes)
    var window = [UInt8](repeating: 0, count: min(max(1 << 12, bytes.source.size * 2), 1 << 20))
    var filled = 0
    while true {
      if window.count - filled < 64 { window.append(contentsOf: repeatElement(0, count: window.count)) }
      let count = try stream.fill(&window, at: filled)
      if count == 0 { break }
      filled += count
      guard filled <= limit << 20 else {
        throw TongbiError(ReportsProblem.textTooLong(limit: limit), at: Source(file: bytes.file))
      }
    }
    let unseen = try bytes.damage(in: window.span.extracting(0..<filled), at: bytes.markLength)
    if let damage = stream.damage ?? unseen {
      findings.append(
        Finding(
          .warning, ReportsProblem.damaged(bytes.encoding, count: damage.count, offset: damage.offset),
          at: Source(file: bytes.file)))
    }
    if let offset = stream.cutOff {
      findings.append(Finding(.warning, ReportsProblem.cutOff(offset: offset), at: Source(file: bytes.file)))
    }
    let passages = passages(window.span.extracting(0..<filled))
    guard !passages.isEmpty else { throw TongbiError(ReportsProblem.empty, at: Source(file: bytes.file)) }
    return TextReport(file: bytes.file, encoding: bytes.encoding, passages: passages)
  }

  /// Whether the first letter behind blanks is plain ASCII or Chinese, so that a line is not blank; others are looked at closely.
  private static func holdsLetters(_ line: Span<UInt8>) -> Bool {
    var at = 0
    while at < line.count {
      switch line[at] {
      case 0x20, 0x09: at += 1
      case 0xE3 where at + 2 < line.count && line[at + 1] == 0x80 && line[at + 2] == 0x80: at += 3
      case let first: return (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first)
      }
    }
    return false
  }

  /// The lines that are not blank; a line ends with LF, CRLF or CR.
  static func passages(_ bytes: Span<UInt8>) -> [Passage] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var passages: [Passage] = []
    var line = 1
    var at = 0
    while at < bytes.count {
      var end = at
      while end + 8 <= bytes.count, !bytes.word(at: end).mayHold(lineFeed, carriageReturn) {
        end += 8
      }
      while end < bytes.count, bytes[end] != lineFeed, bytes[end] != carriageReturn { end += 1 }
      let letters = bytes.extracting(at..<end)
      if holdsLetters(letters) || !letters.text.allSatisfy(\.isWhitespace) {
        passages.append(Passage(line: line, text: letters.plainText))
      }
      let isPair = end + 1 < bytes.count && bytes[end] == carriageReturn && bytes[end + 1] == lineFeed
      at = end + (isPair ? 2 : 1)
      line += 1
    }
    return passages
  }
}
