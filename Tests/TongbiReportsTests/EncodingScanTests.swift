// SPDX-License-Identifier: Apache-2.0

import CScan
import Testing
import Tongbi

@testable import TongbiReports
import TongbiTestRandom

@Suite("The scan of all bytes")
struct EncodingScanTests {
  /// Bytes of all kinds: whole characters, cut ones, bytes that are none.
  static func bytes(_ random: inout SplitMix64) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("a,1\n".utf8), Array("清河县人民医院".utf8), Array("é".utf8), Array("𠮷".utf8), Array("ʤԱ".utf8), [0xE6, 0xB8],
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF], [0xFF], [0x80],
      [0xBF, 0xBF, 0xBF, 0xBF, 0xBF], [0xF5], Array(repeating: 0x20, count: 70), Array("퟿".utf8), Array("ࠀ".utf8),
    ]
    let damage = Int.random(in: 0...2, using: &random)
    return (0..<Int.random(in: 0...200, using: &random)).flatMap { _ in
      damage == 0 || (damage == 1 && Int.random(in: 0..<30, using: &random) > 0)
        ? pieces[Int.random(in: 0..<5, using: &random)] : pieces.randomElement(using: &random) ?? []
    }
  }

  @Test("what is no UTF-8 is found where String finds it, however the file is cut", arguments: 0..<150)
  func law(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = Self.bytes(&random)
    let scratch = try Scratch()
    let path = try scratch.file("a", bytes + [0x0A])
    let source = try ByteSource.open(path)
    let reader = try source.reader(for: path)
    let whole = try EncodingScan.scan(reader, from: 0, size: source.size, .everything).scan
    let scalars = Array(String(decoding: bytes + [0x0A], as: UTF8.self).unicodeScalars)
    #expect(whole.violations == scalars.count { $0 == "\u{FFFD}" })
    let before = scalars.prefix { $0 != "\u{FFFD}" }.reduce(0) { $0 + String($1).utf8.count }
    #expect(whole.firstViolation == (whole.violations > 0 ? before : nil))
    #expect(whole.longCharacters == scalars.count { $0.value > 0x7FF && $0 != "\u{FFFD}" })
    #expect(whole.shortCharacters == scalars.count { (0x80...0x7FF).contains($0.value) })
    #expect(whole.firstNul == nil)
    #expect(whole.hasInk == scalars.contains { $0.value > 0x20 })
    for size in [1, 2, 3, 5, 64, 67, 1_000] {
      let scan = try EncodingScan.scan(reader, from: 0, size: source.size, .everything, blockSize: size).scan
      #expect(scan == whole, "\(size)")
      let head = Array((bytes + [0x0A]).prefix(size + Int(seed % 5)))
      let known = try EncodingScan.scan(
        reader, head: head, from: 0, size: source.size, .everything, blockSize: size
      ).scan
      #expect(known == whole, "\(size), with \(head.count) bytes at hand")
    }
  }

  @Test("special bytes are found wherever they stand", arguments: 0..<50)
  func positions(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let special = Array(",\n\r\"\\".utf8)
    let bytes = (0..<Int.random(in: 1...400, using: &random)).map { _ in
      Int.random(in: 0..<Int(seed % 9 + 1), using: &random) == 0
        ? special.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
    }
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let set = cscan_set(values: (special[0], special[1], special[2], special[3], special[4]))
    var found = [UInt32](repeating: 0, count: bytes.count)
    let count = bytes.span.positions(of: set, in: start..<bytes.count, into: &found)
    #expect(found.prefix(count).map(Int.init) == (start..<bytes.count).filter { special.contains(bytes[$0]) })
  }
}
