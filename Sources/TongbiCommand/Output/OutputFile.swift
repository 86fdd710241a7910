// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tongbi

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
  static func makeFolder(_ path: String) throws(TongbiError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw TongbiError(
        CommandProblem.cannotWrite(path: path, reason: error.localizedDescription), kind: .cannotCreate)
    }
  }
}
