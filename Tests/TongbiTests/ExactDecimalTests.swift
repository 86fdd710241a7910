// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Tongbi
import TongbiTestRandom

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test("a number prints as it was written", arguments: ["0", "8.70", "-0.05", "123456789012345678", "0.001"])
  func roundTrip(text: String) throws {
    #expect(try decimal(text).description == text)
  }

  @Test(
    "what is not a plain number is not read",
    arguments: ["", "-", ".", "1,204", "1.2.3", "1e5", "１２", "12a", " 1", "9999999999999999999", "--1"])
  func notANumber(text: String) { #expect(ExactDecimal(text) == nil) }

  static let sums = [
    ("1.1", "2.02", "3.12"), ("8.70", "0", "8.70"), ("-1", "1", "0"), ("0.1", "0.2", "0.3"),
    ("999999999999999999", "1", "1000000000000000000"),
  ]

  @Test("a sum is exact and keeps the larger number of places", arguments: sums)
  func sum(left: String, right: String, expected: String) throws {
    #expect(try (decimal(left) + decimal(right)).description == expected)
  }

  static let quotients = [
    ("1", "3", 4, "0.3333"), ("2", "3", 4, "0.6667"), ("-2", "3", 2, "-0.67"), ("1", "8", 2, "0.13"),
    ("-1", "8", 2, "-0.13"), ("125", "0.5", 0, "250"), ("0.5", "125", 3, "0.004"), ("7", "7", 6, "1.000000"),
  ]

  @Test("a quotient is rounded half away from zero", arguments: quotients)
  func quotient(dividend: String, divisor: String, places: Int, expected: String) throws {
    #expect(try decimal(dividend).divided(by: decimal(divisor), places: places).description == expected)
  }

  @Test("equal values are equal whatever their places, and hash alike")
  func equality() throws {
    #expect(try decimal("8.70") == decimal("8.7"))
    #expect(try decimal("8.70").hashValue == decimal("8.7").hashValue)
    #expect(try decimal("-0.5") < decimal("0.25"))
    #expect(try decimal("10") > decimal("9.99"))
  }

  @Test("a result that does not fit is an error, never a wrong number")
  func overflow() throws {
    #expect(throws: TongbiError.self) { try ExactDecimal(.max) + 1 }
    #expect(throws: TongbiError.self) { try ExactDecimal(.max) * 10 }
    #expect(throws: TongbiError.self) { try ExactDecimal(1).divided(by: 0, places: 2) }
    #expect(throws: TongbiError.self) { try decimal("123456789").scaled(byPowerOfTen: 12) }
    #expect(throws: TongbiError.self) { try -ExactDecimal(.min) }
  }

  static let multiplied = [
    ("68.42", 4, "684200"), ("4.37", 8, "437000000"), ("1.23456", 4, "12345.6"), ("12", -2, "0.12"),
  ]

  @Test("a multiplier moves the point and keeps the digits", arguments: multiplied)
  func scale(text: String, exponent: Int, expected: String) throws {
    #expect(try decimal(text).scaled(byPowerOfTen: exponent).description == expected)
  }

  static let rounded = [("1234", 2, "1200"), ("1250", 2, "1300"), ("26.849", -1, "26.8"), ("26.85", -1, "26.9")]

  @Test("rounding goes to the written place, halves away from zero", arguments: rounded)
  func round(text: String, exponent: Int, expected: String) throws {
    #expect(try decimal(text).rounded(toPlace: exponent) == decimal(expected))
  }

  @Test("a total does not depend on the order of its parts", arguments: 0..<50)
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<200).map { _ in
      ExactDecimal(
        significand: Int64.random(in: -1_000_000_000...1_000_000_000, using: &random),
        places: Int.random(in: 0...6, using: &random))
    }
    #expect(try total(numbers) == total(numbers.shuffled(using: &random)))
  }

  @Test("every number of digits is printed in full, whatever its places")
  func digits() throws {
    for number in [Int64.min, -1, 0, 7, .max] + ExactDecimal.powers.flatMap({ [$0 - 1, $0, $0 + 1] }) {
      for places in [0, 1, 2, 6, 18] {
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let point = places == 0 ? "" : "." + padded.suffix(places)
        let expected = (number < 0 ? "-" : "") + padded.dropLast(places) + point
        #expect(ExactDecimal(significand: number, places: places).description == expected)
      }
    }
  }

  private func total(_ numbers: [ExactDecimal]) throws -> ExactDecimal {
    var sum = DecimalSum()
    for number in numbers { try sum.add(number) }
    return try sum.total
  }
}

/// The number that a test writes as text.
func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
