// SPDX-License-Identifier: Apache-2.0

/// Numbers with the low byte first, as the files of old Office programs hold them.
extension [UInt8] {
  /// Two bytes as a number; 0 where they lie outside.
  func word16(_ at: Int) -> Int {
    guard at >= 0, at < count - 1 else { return 0 }
    return Int(self[at]) | Int(self[at + 1]) << 8
  }

  /// Four bytes as a number; 0 where they lie outside.
  func word32(_ at: Int) -> Int { word16(at) | word16(at + 2) << 16 }

  /// Eight bytes as a floating-point number.
  func double(_ at: Int) -> Double {
    Double(bitPattern: UInt64(word32(at)) | UInt64(word32(at + 4)) << 32)
  }
}
