// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// A nameless temporary file with the bytes of a stream; it vanishes with the last report that needs it.
///
/// A class because it owns a file descriptor; it holds no data that changes.
final class SpooledFile: Sendable {
  /// Open for reading at any offset.
  let descriptor: Int32
  /// The number of bytes.
  let size: Int

  /// Copies all that comes out of a descriptor.
  init(copying stream: Int32, named file: String) throws(TongbiError) {
    descriptor = Self.temporary()
    guard descriptor >= 0 else {
      size = 0
      throw Self.failure(file, .cannotSpool(reason: systemReason()))
    }
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var size = 0
    var problem: ReportsProblem?
    while problem == nil {
      let count = unsafe block.withUnsafeMutableBytes { unsafe Glibc.read(stream, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 {
        if errno != EINTR { problem = errno == EISDIR ? .isFolder : .cannotRead(reason: systemReason()) }
      } else if Self.write(block, count, to: descriptor) {
        size += count
      } else {
        problem = .cannotSpool(reason: systemReason())
      }
    }
    self.size = size
    if let problem { throw Self.failure(file, problem) }
  }

  deinit { close(descriptor) }

  private static func temporary() -> Int32 {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/tongbi-XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    if descriptor >= 0 {
      _ = unsafe template.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe unlink($0) } }
    }
    return descriptor
  }

  private static func write(_ block: [UInt8], _ count: Int, to descriptor: Int32) -> Bool {
    var done = 0
    while done < count {
      let written = unsafe block.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, count - done)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      done += written
    }
    return true
  }

  private static func failure(_ file: String, _ problem: ReportsProblem) -> TongbiError {
    TongbiError(problem, at: Source(file: file))
  }
}
