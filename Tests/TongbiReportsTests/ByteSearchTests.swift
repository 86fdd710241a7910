// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbiReports

@Suite("A byte among others")
struct ByteSearchTests {
  @Test("a byte is found wherever it stands", arguments: 0..<70)
  func positions(place: Int) {
    var bytes = [UInt8](repeating: 0xE6, count: 70)
    #expect(!bytes.holds(0xFF))
    bytes[place] = 0xFF
    #expect(bytes.holds(0xFF))
    #expect(!bytes.holds(0))
  }

  @Test("nothing stands in no bytes")
  func none() {
    #expect(![UInt8]().holds(0))
  }
}
