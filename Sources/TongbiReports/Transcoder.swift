// SPDX-License-Identifier: Apache-2.0

import CIconv
import Glibc

/// Turns bytes of another encoding into UTF-8, block by block.
///
/// `iconv` takes raw pointers; they stay inside ``convert(_:from:to:into:at:)``.
struct Transcoder: ~Copyable {
  /// Why a conversion stopped.
  enum Stop {
    /// All bytes were taken, or those left are the beginning of a character.
    case needsInput
    /// The output is full.
    case full
    /// The byte at the input position is not in the encoding.
    case invalid
  }

  private let handle: iconv_t?

  /// Every conversion is `.invalid` where the system does not know the encoding, and for UTF-8, which needs none.
  init(_ encoding: TextEncoding) {
    let opened = encoding == .utf8 ? nil : unsafe iconv_open("UTF-8", encoding.iconvName)
    handle = Int(bitPattern: opened) == -1 ? nil : opened
  }

  deinit {
    if let handle { _ = unsafe iconv_close(handle) }
  }

  /// Converts as much as fits, moving both positions on.
  func convert(
    _ input: inout [UInt8], from position: inout Int, to end: Int, into output: inout [UInt8], at filled: inout Int
  ) -> Stop {
    guard let handle else { return .invalid }
    let (start, room) = (position, output.count - filled)
    var inputLeft = end - position
    var outputLeft = room
    let outputStart = filled
    let result = unsafe input.withUnsafeMutableBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress.map { unsafe ($0 + start).assumingMemoryBound(to: CChar.self) }
        var to = unsafe target.baseAddress.map { unsafe ($0 + outputStart).assumingMemoryBound(to: CChar.self) }
        return unsafe iconv(handle, &from, &inputLeft, &to, &outputLeft)
      }
    }
    let reason = errno
    position = end - inputLeft
    filled += room - outputLeft
    guard result == -1 else { return .needsInput }
    switch reason {
    case E2BIG: return .full
    case EINVAL: return .needsInput
    default: return .invalid
    }
  }
}
