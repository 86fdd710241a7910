// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Periods of data exchange")
struct ExchangePeriodTests {
  static let periods: [(String, String)] = [
    ("2004W10", "2004-03-01/2004-03-07"), ("2023-W05", "2023-01-30/2023-02-05"), ("2020W53", "2020-12-28/2021-01-03"),
    ("2015WedW5", "2015-01-28/2015-02-03"), ("2015SunW1", "2015-01-04/2015-01-10"),
    ("2015BiW1", "2014-12-29/2015-01-11"), ("200401B", "2004-01/2004-02"), ("200406B", "2004-11/2004-12"),
    ("2004AprilS1", "2004-04/2004-09"), ("2004AprilS2", "2004-10/2005-03"), ("2023-T2", "2023-05/2023-08"),
    ("2023-M06", "2023-06"), ("2023-A1", "2023"), ("2023-D032", "2023-02-01"), ("2023-01-01/P3M", "2023-Q1"),
    ("2023-01-01T00:00:00/P1Y", "2023"), ("2023-01-02/P7D", "2023-01-02/2023-01-08"),
  ]

  @Test("weeks and days become spans of days, months runs of months", arguments: periods)
  func parse(text: String, expected: String) {
    #expect(ExchangePeriod.parse(text)?.canonical.description == expected)
    #expect(WrittenPeriod(text)?.period(in: nil)?.canonical.description == expected)
  }

  @Test("a financial year is twelve months from its name on")
  func financial() {
    #expect(ExchangePeriod.financial("2004April")?.description == "2004-04/2005-03")
    #expect(ExchangePeriod.financial("2004July")?.description == "2004-07/2005-06")
    #expect(ExchangePeriod.financial("2004Oct")?.description == "2004-10/2005-09")
  }

  @Test(
    "other text is none",
    arguments: [
      "2021W53", "2004W0", "2004W99", "200407B", "2004AprilS3", "2023-T4", "2023-M13", "2023-D366", "W10", "20W1",
      "2023-01-15/P1M", "99999999W9", "",
    ]
  )
  func refuse(text: String) {
    #expect(ExchangePeriod.parse(text) == nil)
  }
}
