// SPDX-License-Identifier: Apache-2.0

/// Writes ZIP archives whose entries are stored as they are, for tests to take apart.
struct ZipFile {
  private(set) var entries: [(name: String, bytes: [UInt8])] = []

  init(_ entries: [(String, String)] = []) {
    self.entries = entries.map { ($0, Array($1.utf8)) }
  }

  mutating func add(_ name: String, _ bytes: [UInt8]) { entries.append((name, bytes)) }

  /// The archive as bytes.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      let offset = out.count
      let common =
        number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
        + number(Int(Self.checksum(bytes)), 4) + number(bytes.count, 4) + number(bytes.count, 4)
        + number(name.utf8.count, 2) + number(0, 2)
      out += number(0x0403_4B50, 4) + common + Array(name.utf8) + bytes
      directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      directory += number(0, 4) + number(offset, 4) + Array(name.utf8)
    }
    let start = out.count
    out += directory + number(0x0605_4B50, 4) + number(0, 2) + number(0, 2)
    return out + number(entries.count, 2) + number(entries.count, 2) + number(directory.count, 4) + number(start, 4)
      + number(0, 2)
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
  }
}
