// SPDX-License-Identifier: Apache-2.0

import CXML
import Tongbi

/// Takes what an XML document says, piece by piece.
///
/// A class, because the parser, which is written in C, has to hold on to it between two calls.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func start(_ element: XMLElement) throws(TongbiError)
  /// An element ends; its name without prefix.
  func end(_ name: XMLText) throws(TongbiError)
  /// Text inside an element, which may come in several pieces.
  func text(_ text: XMLText) throws(TongbiError)
}

/// Reads an XML document block by block, so that its size does not matter.
///
/// Elements may stand at most 256 deep. A document type declaration is refused, and with it all entities except the five
/// that XML has by itself: nothing is fetched, and nothing grows.
struct XMLReader: ~Copyable {
  private let parser: xmlParserCtxtPtr
  private let relay: Relay
  private let part: String
  private let file: String

  /// Makes a reader at the first byte of a document.
  ///
  /// - Parameters:
  ///   - part: What the document is called inside the file.
  ///   - file: The file it is in.
  ///   - handler: Takes what the document says.
  init(part: String, of file: String, into handler: any XMLHandler) throws(TongbiError) {
    relay = Relay(handler)
    try OfficeLibrary.openXML(for: file)
    var callbacks = Relay.callbacks
    let context = unsafe Unmanaged.passUnretained(relay).toOpaque()
    guard let parser = unsafe xmlCreatePushParserCtxt(&callbacks, context, nil, 0, nil) else {
      throw TongbiError(ReportsProblem.damagedPart(part), at: Source(file: file))
    }
    unsafe xmlCtxtUseOptions(
      parser, Int32(XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue))
    unsafe relay.parser = parser
    unsafe self.parser = parser
    self.part = part
    self.file = file
  }

  deinit { unsafe xmlFreeParserCtxt(parser) }

  /// Takes the next bytes of the document.
  ///
  /// - Throws: What the handler throws, or ``TongbiError`` when this is not XML.
  func feed(_ bytes: Span<UInt8>) throws(TongbiError) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe xmlParseChunk(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 0)
    }
    try check()
  }

  /// Says that the document ends here.
  func finish() throws(TongbiError) {
    unsafe xmlParseChunk(parser, nil, 0, 1)
    try check()
  }

  private func check() throws(TongbiError) {
    if let error = relay.error { throw error }
    if relay.hasDocumentType { throw TongbiError(ReportsProblem.documentType(part), at: Source(file: file)) }
    guard unsafe parser.pointee.wellFormed != 0 else {
      throw TongbiError(ReportsProblem.damagedPart(part), at: Source(file: file))
    }
  }
}

extension XMLReader {
  /// Reads a document of an archive.
  ///
  /// - Parameter isEnough: Asked between two blocks; where it says yes, the rest is left unread.
  static func read(
    _ part: String, of archive: borrowing Archive, into handler: any XMLHandler, until isEnough: () -> Bool = { false }
  ) throws(TongbiError) {
    var entry = try archive.open(part)
    let reader = try XMLReader(part: part, of: archive.file, into: handler)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while !isEnough() {
      let count = try entry.read(into: &block)
      if count == 0 { return try reader.finish() }
      try reader.feed(block.span.extracting(0..<count))
    }
  }
}

/// What stands between the callbacks in C and the handler.
private final class Relay {
  let handler: any XMLHandler
  /// The parser to be stopped when the handler throws; it owns nothing of it.
  var parser: xmlParserCtxtPtr?
  /// What the handler threw.
  var error: TongbiError?
  /// Whether a document type declaration came up.
  var hasDocumentType = false

  init(_ handler: any XMLHandler) { self.handler = handler }

  @inline(__always)
  static func of(_ context: UnsafeMutableRawPointer?) -> Relay? {
    unsafe context.map { unsafe Unmanaged<Relay>.fromOpaque($0).takeUnretainedValue() }
  }

  @inline(__always)
  func run(_ body: (any XMLHandler) throws(TongbiError) -> Void) {
    guard error == nil else { return }
    do throws(TongbiError) {
      try body(handler)
    } catch {
      self.error = error
      unsafe xmlStopParser(parser)
    }
  }

  static var callbacks: xmlSAXHandler {
    var callbacks = unsafe xmlSAXHandler()
    unsafe callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe callbacks.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let relay = unsafe Relay.of(context), let name = unsafe name else { return }
      let element = unsafe XMLElement(name: name, namespace: namespace, attributes: attributes, count: Int(count))
      relay.run { handler throws(TongbiError) in try handler.start(element) }
    }
    unsafe callbacks.endElementNs = { context, name, _, _ in
      guard let relay = unsafe Relay.of(context), let name = unsafe name else { return }
      let text = unsafe XMLText(name)
      relay.run { handler throws(TongbiError) in try handler.end(text) }
    }
    let characters: charactersSAXFunc = { context, start, count in
      guard let relay = unsafe Relay.of(context) else { return }
      let text = unsafe XMLText(start, count: Int(count))
      relay.run { handler throws(TongbiError) in try handler.text(text) }
    }
    unsafe callbacks.characters = characters
    unsafe callbacks.cdataBlock = characters
    unsafe callbacks.ignorableWhitespace = characters
    unsafe callbacks.internalSubset = { context, _, _, _ in
      guard let relay = unsafe Relay.of(context) else { return }
      relay.hasDocumentType = true
      unsafe xmlStopParser(relay.parser)
    }
    return unsafe callbacks
  }
}
