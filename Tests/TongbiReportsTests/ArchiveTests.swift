// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports

@Suite("Archives and XML")
struct ArchiveTests {
  /// Writes down all that a document says.
  private final class Scribe: XMLHandler {
    var words: [String] = []

    func start(_ element: XMLElement) throws(TongbiError) {
      words.append("<" + element.name.string + (element["a"].map { "=" + $0.string } ?? "") + ">")
    }

    func end(_ name: XMLText) throws(TongbiError) { words.append("/" + name.string) }

    func text(_ text: XMLText) throws(TongbiError) { words.append(text.string) }
  }

  private func opened(_ bytes: [UInt8]) throws -> Archive {
    let scratch = try Scratch()
    let path = try scratch.file("a.xlsx", bytes)
    return try Archive(try ByteSource.open(path), file: path)
  }

  private func words(_ text: String, _ blocks: Int = 1) throws -> String {
    let scribe = Scribe()
    let reader = try XMLReader(part: "a.xml", of: "a.xlsx", into: scribe)
    let bytes = Array(text.utf8)
    let step = max(1, bytes.count / blocks)
    for start in stride(from: 0, to: bytes.count, by: step) {
      try reader.feed(bytes.span.extracting(start..<min(bytes.count, start + step)))
    }
    try reader.finish()
    return scribe.words.joined()
  }

  @Test("entries are found whatever the case and slashes of their names, and read as often as one likes")
  func entries() throws {
    let archive = try opened(ZipFile([("xl\\Workbook.xml", "工作簿"), ("b", "")]).bytes)
    for _ in 0..<2 {
      #expect(String(decoding: try archive.bytes(of: "/xl/workbook.XML", limit: 100), as: UTF8.self) == "工作簿")
    }
    #expect(archive.names == ["b", "xl/workbook.xml"])
    #expect(try archive.bytes(of: "b", limit: 100).isEmpty)
    #expect(failure { _ = try archive.bytes(of: "c", limit: 100) }?.code == "missing-part")
  }

  @Test("an archive that comes through a pipe is read like a file")
  func pipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(ZipFile([("a", "1")]).bytes))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let archive = try Archive(try ByteSource.open(path), file: "-")
    #expect(try archive.bytes(of: "a", limit: 9) == [0x31])
  }

  @Test("an archive that is cut off anywhere, or has a flipped byte, is an error or gives the bytes")
  func damaged() throws {
    let bytes = ZipFile([("a", "some text"), ("b", "other")]).bytes
    for count in 0..<bytes.count {
      #expect(failure { _ = try opened(Array(bytes.prefix(count))) }?.code == "damaged-archive")
      var flipped = bytes
      flipped[count] ^= 0x11
      _ = failure { _ = try opened(flipped).bytes(of: "a", limit: 100) }
    }
    var wrong = bytes
    wrong[31] ^= 1
    #expect(failure { _ = try opened(wrong).bytes(of: "a", limit: 100) }?.code == "damaged-part")
  }

  @Test("XML says the same in one block and in many, and its own entities stand for themselves")
  func blocks() throws {
    let text = "<?xml version=\"1.0\"?><x:r xmlns:x=\"u\" x:a=\"甲&amp;&#x4E59;\"><b>1&lt;2</b><![CDATA[<c>]]></x:r>"
    for blocks in [1, 7, 1000] {
      #expect(try words(text, blocks) == "<r=甲&乙><b>1<2/b<c>/r")
    }
  }

  @Test("a document type declaration is refused, and with it entities that grow or fetch")
  func entities() {
    for body in ["<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;\">", "<!ENTITY l SYSTEM \"file:///etc/passwd\">", ""] {
      #expect(failure { _ = try words("<!DOCTYPE r [\(body)]><r>&l;</r>") }?.code == "document-type")
    }
    #expect(failure { _ = try words("<!DOCTYPE r SYSTEM \"http://127.0.0.1/a.dtd\"><r/>") }?.code == "document-type")
  }

  @Test(
    "what is not well-formed, is cut off or too deep is a damaged part",
    arguments: [
      "", "<r>", "<r></s>", "<r>&x;</r>", "words", "<r a=1/>",
    ])
  func malformed(text: String) {
    #expect(failure { _ = try words(text) }?.code == "damaged-part")
    #expect(failure { _ = try words(String(repeating: "<r>", count: 5000)) }?.code == "damaged-part")
  }
}
