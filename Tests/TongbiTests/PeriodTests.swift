// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Tongbi

@Suite("Periods")
struct PeriodTests {
  static let forms = [
    "2023", "2023-S1", "2023-S2", "2023-Q1", "2023-Q4", "2023-06", "2023-01/2023-09", "2023-11-30", "../2023-06-04",
    "2023-01-01/2023-07-20", "2016-04/2017-03",
  ]

  @Test("a period prints as it was written", arguments: forms)
  func roundTrip(text: String) throws { #expect(try Period(parsing: text).description == text) }

  @Test(
    "what is no period is not read",
    arguments: [
      "", "23", "2023-13", "2023-00", "2023-S3", "2023-Q5", "2023-02-29", "2023-09/2023-01", "2023-", "abcd", "../2023",
      "0000",
    ])
  func notAPeriod(text: String) { #expect(Period(text) == nil) }

  static let earlier = [
    ("2023", "2022"), ("2023-S1", "2022-S1"), ("2023-Q4", "2022-Q4"), ("2023-01", "2022-01"),
    ("2023-01/2023-09", "2022-01/2022-09"), ("2016-04/2017-03", "2015-04/2016-03"), ("2023-12-31", "2022-12-31"),
    ("2024-02-29", "2023-02-28"), ("../2023-06-04", "../2022-06-04"),
  ]

  @Test("the base is the same period one year earlier, never longer or shorter", arguments: earlier)
  func yearEarlier(text: String, expected: String) throws {
    let period = try Period(parsing: text)
    #expect(period.yearEarlier.description == expected)
    #expect(period.yearEarlier.months.count == period.months.count)
  }

  static let before = [
    ("2023", "2022"), ("2023-S1", "2022-S2"), ("2023-Q1", "2022-Q4"), ("2023-01", "2022-12"),
    ("2023-04/2023-05", "2023-02/2023-03"), ("2023-03-31", "2023-02-28"),
    // A week, days across a year's end, and thirds of a month.
    ("2023-08-07/2023-08-13", "2023-07-31/2023-08-06"), ("2024-01-03/2024-01-05", "2023-12-31/2024-01-02"),
    ("2020-03-01/2020-03-10", "2020-02-21/2020-02-29"), ("2023-07-21/2023-07-31", "2023-07-11/2023-07-20"),
    ("2023-07-11/2023-07-20", "2023-07-01/2023-07-10"),
  ]

  @Test("the preceding period has the same length and ends where this one begins", arguments: before)
  func preceding(text: String, expected: String) throws {
    #expect(try Period(parsing: text).preceding.description == expected)
    #expect(try Period(parsing: expected).following.preceding.description == expected)
  }

  static let plain = [
    ("2023-01/2023-12", "2023"), ("2023-01/2023-06", "2023-S1"), ("2023-07/2023-09", "2023-Q3"),
    ("2023-01/2023-09", "2023-01/2023-09"), ("2023-05", "2023-05"),
  ]

  @Test("the same months have one plainest name", arguments: plain)
  func canonical(text: String, expected: String) throws {
    #expect(try Period(parsing: text).canonical.description == expected)
  }

  static let containment = [
    ("2023", "2023-06", true), ("2023", "2023-Q4", true), ("2023", "2023-12-31", true), ("2023", "2024-01", false),
    ("2023-S1", "2023-Q3", false), ("2023-06", "2023", false), ("../2023-06-30", "2023-06", true),
    ("../2023-06-30", "2023-07", false), ("2016-04/2017-03", "2017-03", true),
  ]

  @Test("a period contains another when all of its days lie in it", arguments: containment)
  func contains(whole: String, part: String, expected: Bool) throws {
    #expect(try Period(parsing: whole).contains(Period(parsing: part)) == expected)
  }

  @Test("the months covered are all of them, in order")
  func months() throws {
    #expect(
      try Period(parsing: "2022-11/2023-02").months.map(\.description) == ["2022-11", "2022-12", "2023-01", "2023-02"])
    #expect(try Period(parsing: "2023-12-31").months.isEmpty)
  }

  static let names = [
    ("2023", "2023年", "2023"), ("2023-S1", "2023年上半年", "H1 2023"), ("2023-Q3", "2023年三季度", "Q3 2023"),
    ("2023-06", "2023年6月", "Jun 2023"), ("2023-01/2023-09", "2023年1—9月", "Jan–Sep 2023"),
    ("2023-12-31", "2023年末", "end of 2023"),
  ]

  @Test("a period has a name in both languages", arguments: names)
  func name(text: String, chinese: String, english: String) throws {
    let period = try Period(parsing: text)
    #expect(period.name(in: .chinese) == chinese)
    #expect(period.name(in: .english) == english)
  }

  @Test("periods are ordered by their end, the shorter before the longer")
  func order() throws {
    let sorted = ["2022", "2023-01", "2023-Q4", "2023-12", "2023", "2023-S2"].compactMap { Period($0) }.sorted()
    #expect(sorted.map(\.description) == ["2022", "2023-01", "2023-12", "2023-Q4", "2023-S2", "2023"])
  }
}
