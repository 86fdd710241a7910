// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Tongbi

/// A file in the making: under a temporary name beside its own until it is finished, so that it appears whole or not at all.
struct PartFile {
  private let path: String
  private let temporary: String
  private let descriptor: Int32

  /// Begins a file.
  ///
  /// - Throws: ``TongbiError`` of kind `.cannotCreate` when the folder cannot be written.
  init(path: String) throws(TongbiError) {
    let url = URL(fileURLWithPath: path)
    self.path = path
    temporary =
      url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(getpid()).part").path
    Interruption.protect(temporary)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      Interruption.release(temporary)
      throw Self.failure(path)
    }
  }

  /// Adds text.
  func append(_ text: String) throws(TongbiError) { try append(Array(text.utf8)) }

  /// Adds bytes.
  ///
  /// - Throws: ``TongbiError`` of kind `.cannotCreate` when the disk is full.
  func append(_ bytes: [UInt8]) throws(TongbiError) { try Self.write(bytes, to: descriptor, path) }

  /// Closes the file and gives it its name.
  ///
  /// - Throws: ``TongbiError`` of kind `.cannotCreate`; the file is then gone.
  func finish() throws(TongbiError) {
    defer { Interruption.release(temporary) }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let error = Self.failure(path)
      unlink(temporary)
      throw error
    }
  }

  /// Gives the file up.
  func abandon() {
    close(descriptor)
    unlink(temporary)
    Interruption.release(temporary)
  }

  /// Writes all bytes to an open file.
  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(TongbiError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      written += count
    }
  }

  private static func failure(_ path: String) -> TongbiError {
    TongbiError(CommandProblem.cannotWrite(path: path, code: errno), kind: .cannotCreate)
  }
}
