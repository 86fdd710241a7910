// SPDX-License-Identifier: Apache-2.0

import CZip
import Glibc
import Tongbi

/// A ZIP archive that is only read: the container of workbooks and Word documents.
///
/// An archive that inflates to far more than its size is refused before any of it is unpacked.
struct Archive: ~Copyable {
  /// The most entries; a workbook of hundreds of sheets and pictures has some thousands.
  private static let entryLimit = 200_000
  /// The most bytes that one entry may inflate to.
  private static let byteLimit = 8 << 30
  /// Sheets pack to a tenth or a fiftieth. What inflates to more than this many times the file is no report…
  private static let ratioLimit = 250
  /// … unless it is small anyway, in bytes.
  private static let harmless = 64 << 20

  /// The path as the user gave it.
  let file: String
  private let handle: OpaquePointer
  private let entries: [String: Entry]

  private struct Entry {
    var index: UInt64
    var size: Int
  }

  /// Opens an archive and lists what is in it.
  ///
  /// - Throws: ``TongbiError`` when it is damaged, is encrypted, or inflates too far.
  init(_ source: ByteSource, file: String) throws(TongbiError) {
    try OfficeLibrary.openZip(for: file)
    let descriptor = try source.descriptor(for: file)
    var code: Int32 = 0
    guard let handle = unsafe zip_fdopen(descriptor, 0, &code) else {
      close(descriptor)
      throw TongbiError(ReportsProblem.damagedArchive, at: Source(file: file))
    }
    let (entries, problem) = unsafe Self.list(handle, fileSize: source.size)
    if let problem {
      unsafe zip_discard(handle)
      throw TongbiError(problem, at: Source(file: file))
    }
    self.file = file
    self.entries = entries
    unsafe self.handle = handle
  }

  deinit { unsafe zip_discard(handle) }

  private static func list(_ handle: OpaquePointer, fileSize: Int) -> ([String: Entry], ReportsProblem?) {
    let count = unsafe zip_get_num_entries(handle, 0)
    guard count <= entryLimit else { return ([:], .tooManyEntries(limit: entryLimit)) }
    var entries: [String: Entry] = [:]
    var total = 0
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      guard unsafe zip_stat_index(handle, index, 0, &status) == 0, let name = unsafe status.name else { continue }
      guard status.encryption_method == UInt16(ZIP_EM_NONE) else { return ([:], .encrypted) }
      let size = Int(clamping: status.size)
      guard size <= byteLimit else { return ([:], .inflatesTooFar(mebibytes: size >> 20)) }
      total += size
      entries[unsafe key(String(cString: name))] = Entry(index: index, size: size)
    }
    guard total <= harmless || total / ratioLimit <= fileSize else {
      return ([:], .inflatesTooFar(mebibytes: total >> 20))
    }
    return (entries, nil)
  }

  /// Part names differ in case, and some writers use backslashes or a slash in front.
  private static func key(_ name: String) -> String {
    let slashes = name.lowercased().replacing("\\", with: "/")
    return slashes.hasPrefix("/") ? String(slashes.dropFirst()) : slashes
  }

  /// Whether there is an entry of this name, whatever its case.
  func contains(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// The names of all entries, in lower case, sorted.
  var names: [String] { entries.keys.sorted() }

  /// How many bytes an entry inflates to; 0 where there is none.
  func size(of name: String) -> Int { entries[Self.key(name)]?.size ?? 0 }

  /// Opens an entry at its first byte.
  ///
  /// - Throws: ``TongbiError`` when there is none, or it is packed in a way that is not known.
  func open(_ name: String) throws(TongbiError) -> ArchiveEntry {
    guard let entry = entries[Self.key(name)] else {
      throw TongbiError(ReportsProblem.missingPart(name), at: Source(file: file))
    }
    guard let stream = unsafe zip_fopen_index(handle, entry.index, 0) else {
      throw TongbiError(ReportsProblem.damagedPart(name), at: Source(file: file))
    }
    return unsafe ArchiveEntry(stream, name: name, file: file, size: entry.size)
  }

  /// An entry whole.
  ///
  /// - Parameter limit: The most bytes it may have.
  func bytes(of name: String, limit: Int) throws(TongbiError) -> [UInt8] {
    guard size(of: name) <= limit else {
      throw TongbiError(ReportsProblem.inflatesTooFar(mebibytes: size(of: name) >> 20), at: Source(file: file))
    }
    var entry = try open(name)
    // One byte of room more, because the checksum is looked at when nothing more comes.
    var bytes = [UInt8](repeating: 0, count: size(of: name) + 1)
    var filled = 0
    while true {
      let count = try entry.read(into: &bytes, at: filled)
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

/// One entry of an archive, read from front to end in blocks; it must not outlive its archive.
struct ArchiveEntry: ~Copyable {
  private let name: String
  private let file: String
  private let stream: OpaquePointer
  // An entry that is longer than the archive says is damaged, or lies to get past the limits.
  private var rest: Int

  fileprivate init(_ stream: OpaquePointer, name: String, file: String, size: Int) {
    unsafe self.stream = stream
    self.name = name
    self.file = file
    rest = size
  }

  deinit { unsafe zip_fclose(stream) }

  /// Reads bytes into an array from a position to its end at most, and returns how many; 0 at the end of the entry.
  mutating func read(into block: inout [UInt8], at position: Int = 0) throws(TongbiError) -> Int {
    let stream = unsafe stream
    let count = unsafe block.withUnsafeMutableBytes { buffer in
      unsafe zip_fread(stream, buffer.baseAddress.map { unsafe $0 + position }, UInt64(buffer.count - position))
    }
    rest -= Int(count)
    guard count >= 0, rest >= 0 else { throw TongbiError(ReportsProblem.damagedPart(name), at: Source(file: file)) }
    return Int(count)
  }
}
