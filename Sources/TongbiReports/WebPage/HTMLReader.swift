// SPDX-License-Identifier: Apache-2.0

import CXML
import Tongbi

/// Reads a web page in UTF-8 block by block, as forgiving as a browser.
struct HTMLReader: ~Copyable {
  private let parser: htmlParserCtxtPtr
  private let relay: HTMLRelay
  private let file: String

  /// Makes a reader at the first byte of a page.
  init(of file: String, into content: WebContent) throws(TongbiError) {
    relay = HTMLRelay(content)
    try OfficeLibrary.openXML(for: file)
    var callbacks = HTMLRelay.callbacks
    let context = unsafe Unmanaged.passUnretained(relay).toOpaque()
    guard
      let parser = unsafe htmlCreatePushParserCtxt(&callbacks, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { throw TongbiError(ReportsProblem.damagedArchive, at: Source(file: file)) }
    let options =
      HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe htmlCtxtUseOptions(parser, Int32(options))
    unsafe relay.parser = parser
    unsafe self.parser = parser
    self.file = file
  }

  deinit { unsafe htmlFreeParserCtxt(parser) }

  /// Takes the next bytes of the page.
  ///
  /// - Throws: What the content throws where it exceeds its limits.
  func feed(_ bytes: Span<UInt8>) throws(TongbiError) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe htmlParseChunk(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 0)
    }
    if let error = relay.error { throw error }
  }

  /// Says that the page ends here.
  func finish() throws(TongbiError) {
    _ = unsafe htmlParseChunk(parser, nil, 0, 1)
    if let error = relay.error { throw error }
  }
}

/// What stands between the callbacks in C and the content.
private final class HTMLRelay {
  let content: WebContent
  /// The parser to be stopped when the content is too much; it owns nothing of it.
  var parser: htmlParserCtxtPtr?
  /// What the content threw.
  var error: TongbiError?

  init(_ content: WebContent) { self.content = content }

  static func of(_ context: UnsafeMutableRawPointer?) -> HTMLRelay? {
    unsafe context.map { unsafe Unmanaged<HTMLRelay>.fromOpaque($0).takeUnretainedValue() }
  }

  func run(_ body: (WebContent) throws(TongbiError) -> Void) {
    guard error == nil else { return }
    do throws(TongbiError) {
      try body(content)
    } catch {
      self.error = error
      unsafe xmlStopParser(parser)
    }
  }

  /// The value of an attribute as a number; names and values stand in turn, with a `nil` at the end.
  private static func number(
    _ name: StaticString, in attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> Int? {
    guard var at = unsafe attributes else { return nil }
    while let key = unsafe at[0] {
      if unsafe XMLText(key) == name { return unsafe at[1].flatMap { unsafe XMLText($0).integer } }
      unsafe at += 2
    }
    return nil
  }

  static var callbacks: htmlSAXHandler {
    var callbacks = unsafe htmlSAXHandler()
    unsafe callbacks.startElement = { context, name, attributes in
      guard let relay = unsafe HTMLRelay.of(context), let name = unsafe name else { return }
      let (text, across, down) = unsafe (
        XMLText(name).string, HTMLRelay.number("colspan", in: attributes), HTMLRelay.number("rowspan", in: attributes)
      )
      relay.run { content throws(TongbiError) in try content.start(text, across: across ?? 1, down: down ?? 1) }
    }
    unsafe callbacks.endElement = { context, name in
      guard let relay = unsafe HTMLRelay.of(context), let name = unsafe name else { return }
      let text = unsafe XMLText(name).string
      relay.run { content throws(TongbiError) in try content.end(text) }
    }
    unsafe callbacks.characters = { context, start, count in
      guard let relay = unsafe HTMLRelay.of(context) else { return }
      let text = unsafe XMLText(start, count: Int(count)).string
      relay.run { content throws(TongbiError) in content.text(text) }
    }
    return unsafe callbacks
  }
}
