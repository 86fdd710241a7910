// SPDX-License-Identifier: Apache-2.0

@testable import TongbiReports

/// Writes GB18030, for tests: the inverse of what the system's `iconv` reads.
enum GB18030 {
  static func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII { return [UInt8(scalar.value)] }
    if let pair = pairs[scalar] { return pair }
    // Beyond the basic plane the four bytes count on from 90 30 81 30.
    var rest = scalar.value - 0x10000
    let fourth = UInt8(0x30 + rest % 10)
    rest /= 10
    let third = UInt8(0x81 + rest % 126)
    rest /= 126
    return [UInt8(0x90 + rest / 10), UInt8(0x30 + rest % 10), third, fourth]
  }

  private static let pairs: [Unicode.Scalar: [UInt8]] = {
    var pairs: [Unicode.Scalar: [UInt8]] = [:]
    for first: UInt8 in 0x81...0xFE {
      for second: UInt8 in 0x40...0xFE where second != 0x7F {
        let transcoder = Transcoder(.gb18030)
        var input = [first, second]
        var output = [UInt8](repeating: 0, count: 8)
        var (taken, filled) = (0, 0)
        _ = transcoder.convert(&input, from: &taken, to: 2, into: &output, at: &filled)
        let scalars = String(decoding: output[..<filled], as: UTF8.self).unicodeScalars
        if taken == 2, scalars.count == 1, let scalar = scalars.first { pairs[scalar] = input }
      }
    }
    return pairs
  }()
}
