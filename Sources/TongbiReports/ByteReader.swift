// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// Reads a file from front to end in blocks.
///
/// Blocks rather than a mapping, because a mapped file that another program cuts short kills the process.
struct ByteReader: ~Copyable {
  private let file: String
  private let descriptor: Int32
  private let spooled: SpooledFile?
  /// How many bytes were read or skipped so far.
  private(set) var offset = 0

  /// Takes over a descriptor, unless it belongs to a spooled file, which then stays alive as long as the reader.
  init(file: String, descriptor: Int32, keeping spooled: SpooledFile?) {
    self.file = file
    self.descriptor = descriptor
    self.spooled = spooled
  }

  deinit {
    if spooled == nil { close(descriptor) }
  }

  /// What the file is like now.
  var stamp: FileStamp? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
  }

  /// Passes over bytes.
  mutating func skip(_ count: Int) { offset += count }

  /// Reads bytes into an array from a position to its end at most, and returns how many; 0 at the end of the file.
  mutating func read(into block: inout [UInt8], at position: Int = 0) throws(TongbiError) -> Int {
    let start = offset
    let file = descriptor
    while true {
      let count = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe pread(file, buffer.baseAddress.map { unsafe $0 + position }, buffer.count - position, off_t(start))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw TongbiError(ReportsProblem.cannotRead(reason: systemReason()), at: Source(file: self.file))
      }
      offset += count
      return count
    }
  }
}
