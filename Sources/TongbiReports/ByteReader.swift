// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// A file that is read in stretches, from any thread.
///
/// A class because it owns a descriptor. Stretches rather than a mapping, because a mapped file that another program
/// cuts short kills the process.
final class ByteReader: Sendable {
  private let file: String
  private let descriptor: Int32
  private let spooled: SpooledFile?

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

  /// Reads bytes into an array and returns how many; fewer than asked for only where the file ends.
  ///
  /// - Parameters:
  ///   - block: Takes the bytes.
  ///   - position: Where in `block` they begin.
  ///   - count: How many are wanted at most; there is room for them.
  ///   - offset: Where in the file they begin.
  func read(
    into block: inout [UInt8], at position: Int = 0, count: Int, from offset: Int
  ) throws(TongbiError) -> Int {
    let wanted = min(count, block.count - position)
    var done = 0
    while done < wanted {
      let read = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + position + done }, wanted - done, off_t(offset + done))
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else {
        throw TongbiError(ReportsProblem.cannotRead(reason: systemReason()), at: Source(file: file))
      }
      if read == 0 { break }
      done += read
    }
    return done
  }
}

extension [UInt8] {
  /// Room for bytes that are to be read: they are whatever lies there, because to write zeros first would take as long as
  /// to read.
  init(unwritten count: Int) {
    self = unsafe [UInt8](unsafeUninitializedCapacity: count) { _, filled in filled = count }
  }
}
