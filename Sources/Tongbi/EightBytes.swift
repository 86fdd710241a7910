// SPDX-License-Identifier: Apache-2.0

extension UInt64 {
  /// Whether one of eight bytes is one of some; a byte right above such a one may seem to be one, too.
  @inlinable
  @inline(__always)
  package func mayHold(_ first: UInt8, _ second: UInt8, _ third: UInt8? = nil) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func has(_ byte: UInt8) -> UInt64 {
      let others = self ^ (ones &* UInt64(byte))
      return (others &- ones) & ~others
    }
    return (has(first) | has(second) | (third.map(has) ?? 0)) & (ones &* 0x80) != 0
  }
}
