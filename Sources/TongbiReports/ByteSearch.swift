// SPDX-License-Identifier: Apache-2.0

import Glibc

extension [UInt8] {
  /// Whether a byte stands among them; looked for by the system, many at a time.
  func holds(_ byte: UInt8) -> Bool {
    withUnsafeBytes { bytes in
      unsafe bytes.baseAddress.flatMap { unsafe memchr($0, Int32(byte), bytes.count) } != nil
    }
  }
}
