// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The container of old Office files, a small file system of its own: streams cut into sectors, each kind of sector
/// listed in a table of what follows what.
///
/// Nothing in the file is believed: chains are followed no longer than the file has sectors, and what lies outside
/// the file ends a stream.
struct CompoundFile: Sendable {
  /// The first bytes of every such file.
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private struct Entry {
    var name: String
    var first: Int
    var size: Int
  }

  private let bytes: [UInt8]
  private let sectorSize: Int
  private var next: [Int32] = []
  private var nextSmall: [Int32] = []
  private var small: [UInt8] = []
  private var entries: [Entry] = []

  private static let smallSector = 64
  // Streams shorter than this lie in small sectors.
  private static let smallLimit = 4096

  /// Reads the tables and the directory of a container; `nil` where these are damaged beyond use.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.signature), bytes.count >= 512 else { return nil }
    let power = bytes.word16(30)
    guard power == 9 || power == 12 else { return nil }
    self.bytes = bytes
    sectorSize = 1 << power
    next = table(of: tableSectors())
    let directory = chain(from: bytes.word32(48), next: next).flatMap { sector($0) }
    guard !directory.isEmpty else { return nil }
    var root: Entry?
    for start in stride(from: 0, to: directory.count - 127, by: 128) {
      guard let entry = Self.entry(directory, start) else { continue }
      if directory[start + 66] == 5 { root = root ?? entry } else { entries.append(entry) }
    }
    guard let root else { return nil }
    nextSmall = table(of: chain(from: bytes.word32(60), next: next))
    small = chain(from: root.first, next: next).flatMap { sector($0) }
  }

  /// The names of the streams and folders, as they stand in the directory.
  var names: [String] { entries.map(\.name) }

  /// The bytes of a stream, fewer than it claims where the file is cut off; `nil` where there is none of this name.
  func stream(_ name: String) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
    let isSmall = entry.size < Self.smallLimit
    var content: [UInt8] = []
    if isSmall {
      for index in chain(from: entry.first, next: nextSmall) {
        let start = index * Self.smallSector
        guard start < small.count else { break }
        content += small[start..<min(start + Self.smallSector, small.count)]
      }
    } else {
      for index in chain(from: entry.first, next: next) { content += sector(index) }
    }
    return entry.size < content.count ? Array(content[..<entry.size]) : content
  }

  private static func entry(_ directory: [UInt8], _ start: Int) -> Entry? {
    // 1 is a folder, 2 a stream, 5 the root.
    guard [1, 2, 5].contains(directory[start + 66]) else { return nil }
    let length = min(64, directory.word16(start + 64)) / 2
    let units = (0..<max(0, length - 1)).map { UInt16(directory.word16(start + $0 * 2)) }
    return Entry(
      name: String(decoding: units, as: UTF16.self), first: directory.word32(start + 116),
      size: directory.word32(start + 120))
  }

  private func sector(_ index: Int) -> ArraySlice<UInt8> {
    let start = (index + 1) * sectorSize
    guard index >= 0, start < bytes.count else { return [] }
    return bytes[start..<min(start + sectorSize, bytes.count)]
  }

  /// The sectors that hold the table of what follows what.
  private func tableSectors() -> [Int] {
    let most = bytes.count / sectorSize + 1
    var sectors = (0..<109).map { bytes.word32(76 + $0 * 4) }
    var more = bytes.word32(68)
    var steps = 0
    while isSector(more), steps < most {
      let start = (more + 1) * sectorSize
      sectors += (0..<(sectorSize / 4 - 1)).map { bytes.word32(start + $0 * 4) }
      more = bytes.word32(start + sectorSize - 4)
      steps += 1
    }
    return Array(sectors.lazy.filter(isSector).prefix(most))
  }

  private func isSector(_ index: Int) -> Bool { (index + 1) * sectorSize < bytes.count }

  private func table(of sectors: [Int]) -> [Int32] {
    var table: [Int32] = []
    for index in sectors {
      let start = (index + 1) * sectorSize
      for at in stride(from: start, to: start + sectorSize, by: 4) {
        table.append(Int32(truncatingIfNeeded: bytes.word32(at)))
      }
    }
    return table
  }

  /// The sectors of a stream, in order; a chain that runs in a circle ends where it must have repeated itself.
  private func chain(from first: Int, next: [Int32]) -> [Int] {
    var sectors: [Int] = []
    var at = first
    while at >= 0, at < next.count, sectors.count < next.count {
      sectors.append(at)
      at = Int(next[at])
    }
    return sectors
  }
}
