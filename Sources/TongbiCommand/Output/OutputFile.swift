// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi
import TongbiReports

/// Writes files whole or not at all, and results to standard output.
enum OutputFile {
  /// Writes bytes to a path; `-` is standard output.
  ///
  /// - Throws: ``TongbiError`` of kind `.cannotCreate` when the disk is full or the folder cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws(TongbiError) {
    if path == "-" { return try PartFile.write(bytes, to: STDOUT_FILENO, path) }
    let file = try PartFile(path: path)
    do {
      try file.append(bytes)
    } catch {
      file.abandon()
      throw error
    }
    try file.finish()
  }

  /// Writes text to a path; `-` is standard output.
  static func write(_ text: String, to path: String) throws(TongbiError) { try write(Array(text.utf8), to: path) }

  /// Makes a folder and those above it.
  ///
  /// - Throws: ``TongbiError`` of kind `.cannotCreate`, with the system's own reason.
  static func makeFolder(_ path: String) throws(TongbiError) {
    let parts = path.split(separator: "/")
    for count in parts.indices {
      let folder = (path.hasPrefix("/") ? "/" : "") + parts[...count].joined(separator: "/")
      guard mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      // A system may refuse what is there already: a read-only disk, a folder of somebody else.
      let code = errno
      guard PathKind(folder) == nil else { continue }
      throw TongbiError(CommandProblem.cannotWrite(path: path, code: code), kind: .cannotCreate)
    }
    guard PathKind(path) == .folder else {
      throw TongbiError(CommandProblem.cannotWrite(path: path, code: EEXIST), kind: .cannotCreate)
    }
  }
}
