// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The texts that the cells of a workbook refer to by number, each held once.
struct SharedStrings: Sendable {
  /// All texts, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Which texts were too long for a cell and were cut off.
  private(set) var cut: Set<Int> = []

  /// How many there are.
  var count: Int { ends.count }

  /// Where a text stands among the bytes.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Reads the part that holds them. The runs of rich text are joined, phonetic guides are left out.
  static func read(_ part: String, in archive: borrowing Archive) throws(TongbiError) -> SharedStrings {
    let handler = Handler()
    try XMLReader.read(part, of: archive, into: handler)
    return handler.strings
  }

  private final class Handler: XMLHandler {
    var strings = SharedStrings()
    private var isText = false
    private var phonetic = 0

    func start(_ element: XMLElement) throws(TongbiError) {
      switch element.name {
      case "t": isText = phonetic == 0
      case "rPh": phonetic += 1
      default: break
      }
    }

    func end(_ name: XMLText) throws(TongbiError) {
      switch name {
      case "t": isText = false
      case "rPh": phonetic -= 1
      case "si":
        let start = strings.ends.last ?? 0
        EscapedText.resolve(&strings.bytes, from: start)
        if EscapedText.cut(&strings.bytes, from: start) { strings.cut.insert(strings.count) }
        strings.ends.append(strings.bytes.count)
      default: break
      }
    }

    func text(_ text: XMLText) throws(TongbiError) {
      // Twice the limit is kept, so that escapes are resolved before the text is cut.
      guard isText, strings.bytes.count - (strings.ends.last ?? 0) < 2 * EscapedText.limit else { return }
      unsafe strings.bytes.append(contentsOf: text.bytes)
    }
  }
}
