// SPDX-License-Identifier: Apache-2.0

/// A number by which a file that was written once is known again (FNV-1a, 64 bits).
package enum PictureSum {
  /// The sum of some bytes, as hexadecimal digits.
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(sum, radix: 16)
  }
}
