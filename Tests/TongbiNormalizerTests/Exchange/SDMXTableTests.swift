// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("SDMX-CSV")
struct SDMXTableTests {
  static let head =
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE"
  static let flow = "dataflow,TONGBI:FACILITY(1.0.0)"
  static let three = """
    \(head)
    \(flow),M,A,CHC_01,VISITS,2023,83245,A,VISIT
    \(flow),M,Q,CHC_02,DRUG_RATIO,2023-Q1,41.2,P,PT
    \(flow),M,A,CHC_03,VISITS,2023,NaN,O,VISIT

    """

  @Test("values, units and statuses of version 2")
  func version2() throws {
    let result = try TableReader().read(Self.three)
    #expect(
      result.lines == [
        "CHC_01,VISITS,2023,,83245,人次,reported", "CHC_02,drug_ratio,2023-Q1,,41.2,%,reported",
        "CHC_03,VISITS,2023,,,人次,missing",
      ])
    #expect(result.observations.map(\.text) == ["83245", "41.2", "NaN"])
  }

  @Test("version 1 has one column for the dataflow; labels stand behind codes")
  func version1() throws {
    let result = try TableReader().read(
      """
      DATAFLOW,REF_AREA: Reference area,INDICATOR: Indicator,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE,OBS_STATUS: Status
      TONGBI:F(1.0),CHC_01: 清河卫生院,V1: 门诊人次,_T: Total,2023-06: June,12,A: Normal
      TONGBI:F(1.0),CHC_01: 清河卫生院,V1: 门诊人次,F: Female,2023-06: June,7,A: Normal

      """)
    #expect(
      result.lines == [
        "清河卫生院,visits_outpatient,2023-06,,12,人次,reported",
        "清河卫生院,visits_outpatient,2023-06,Female,7,人次,reported",
      ])
  }

  @Test("a server whose delimiter is a semicolon writes a decimal comma")
  func semicolon() throws {
    let text = Self.three.replacing(",", with: ";").replacing("41.2", with: "41,2")
      .replacing("STRUCTURE;", with: "STRUCTURE[,];")
    let result = try TableReader().read(text)
    #expect(result.lines.contains("CHC_02,drug_ratio,2023-Q1,,41.2,%,reported"))
    #expect(result.observations.count == 3)
  }

  static let statuses: [(String, String, String, String)] = [
    ("5", "A", "5", "reported"), ("5", "", "5", "reported"), ("5", "E", "5", "derived"), ("5", "U", "5", "suspect"),
    ("5", "F", "5", "suspect"), ("5", "B", "5", "reported"), ("5", "Q", "", "masked"), ("", "Q", "", "masked"),
    ("", "", "", "missing"), ("NaN", "", "", "missing"), ("#N/A", "M", "", "missing"), ("0", "L", "", "missing"),
    ("5", "?", "5", "suspect"),
  ]

  @Test("the status decides whether there is a figure", arguments: statuses)
  func status(value: String, status: String, expected: String, outcome: String) throws {
    let result = try TableReader().read("\(Self.head)\n\(Self.flow),M,A,CHC_01,V,2023,\(value),\(status),\n")
    #expect(result.lines == ["CHC_01,V,2023,,\(expected),,\(outcome)"])
    #expect(result.observations.map(\.text) == [value])
  }

  @Test("powers of ten are applied, deletions left out, constant dimensions told")
  func more() throws {
    let result = try TableReader().read(
      """
      STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS
      \(Self.flow),I,A,CHC_01,V,F,_T,2023,1.5,3,1
      \(Self.flow),I,A,CHC_02,V,F,Y0T4,2023,2,0,1
      \(Self.flow),D,A,CHC_03,V,F,_T,2023,9,,1
      \(Self.flow),I,A,CHC_04,V,F,_T,2023,9,x,1

      """)
    #expect(result.lines == ["CHC_01,V,2023,,1500,,reported", "CHC_02,V,2023,Y0T4,2,,reported"])
    #expect(Set(result.codes) == ["holds-for-all", "parts-added", "rows-dropped", "not-a-number"])
  }

  static let times: [(String, String)] = [
    ("2023", "2023"), ("2023-S1", "2023-S1"), ("2023-Q1", "2023-Q1"), ("2023-01", "2023-01"),
    ("2023-W05", "2023-01-30/2023-02-05"), ("2023-01-15", "2023-01-15"), ("2023-01-01/P3M", "2023-Q1"),
  ]

  @Test("times in the standard's forms", arguments: times)
  func time(text: String, expected: String) throws {
    let result = try TableReader().read("\(Self.head)\n\(Self.flow),M,A,CHC_01,V,\(text),5,A,\n")
    #expect(result.observations.map { $0.period?.canonical.description } == [expected])
  }

  @Test("a constant indicator that no column names is that of the dataflow")
  func dataflow() throws {
    let result = try TableReader().read("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nTONGBI:VISITS(1.0),CHC_01,2023,5\n")
    #expect(result.lines == ["CHC_01,VISITS,2023,,5,,reported"])
  }
}
