// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Tongbi

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test("a number prints as it was written", arguments: ["0", "8.70", "-0.05", "123456789012345678", "0.001"])
  func roundTrip(text: String) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.description == text)
  }
}
