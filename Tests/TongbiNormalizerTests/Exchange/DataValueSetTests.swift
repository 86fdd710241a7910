// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiNormalizer
import TongbiReports
import TongbiTestRandom

@Suite("DHIS2 data value sets")
struct DataValueSetTests {
  static let folder = TestPath.shared.appendingPathComponent("data/dhis2-sierra-leone")
  static let hasFolder = TestPath.exists(folder)
  static let current =
    "dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,storedby,lastupdated,comment,followup,deleted"

  @Test(
    "the system's own import files come out value by value",
    .enabled(if: hasFolder, "the folder ../shared is not there"),
    arguments: [("dataValueSetB.csv", 12), ("dataValueSetWithDataSetHeader.csv", 3)])
  func importFiles(name: String, count: Int) throws {
    let result = try TableReader().read(file: Self.folder.appendingPathComponent(name).path)
    #expect(result.observations.count == count)
    #expect(result.lines.contains("BdfsJfj87js,f7n9E0hX8qk,2012-01,,10002,,reported"))
    #expect(result.findings.isEmpty, "\(result.findings)")
    let values = result.observations.compactMap { $0.quantity?.value.significand }
    #expect(values == Array(10_001..<10_001 + Int64(count)))
  }

  @Test(
    "blanks before quotes, months with a dash; what is no number is told",
    .enabled(if: hasFolder, "the folder ../shared is not there"))
  func spaced() throws {
    let file = Self.folder.appendingPathComponent("dataValues-spaced.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).count - 1
    let result = try TableReader().read(file: file.path)
    #expect(result.lines.contains("ouabcdefghD,deabcdefghA,2017-02,,233,,reported"))
    #expect(result.observations.count + result.codes.count { $0 == "not-a-number" } == rows)
    #expect(Set(result.codes) == ["not-a-number"])
  }

  static let headers: [String] = [
    current, current.replacingOccurrences(of: "dataelement", with: "dataelelement"),
    "dataelement,period,orgunit,catoptcombo,attroptcombo,value,strby,lstupd,cmt,flwup",
    "\"dataelement\",\"period\",\"orgunit\",\"categoryoptioncombo\",\"attributeoptioncombo\",\"value\"",
    "Data element,Period,Organisation unit,Category option combo,Attribute option combo,Value", "a,b,c,d,e,f",
    "dataElement,period,orgUnit,categoryOptionCombo,attributeOptionCombo,value,storedBy,timestamp,comment,followup,deleted,pBOMPrpg1QX",
  ]

  @Test("columns count by position under every header of the system, rows may be shorter", arguments: headers)
  func positions(header: String) throws {
    let result = try TableReader().read(
      header
        + "\nfbfJHSPpUQD,202507,u3qo3VzGIbh,uX9yDetTdOp,HllvX50cXC0,2,bodata1,2010-08-18T00:00:00.000+0000,,false\n"
        + "fbfJHSPpUQD,2025Q1,u3qo3VzGIbh,,,3\n")
    #expect(
      result.lines == [
        "u3qo3VzGIbh,fbfJHSPpUQD,2025-07,uX9yDetTdOp,2,,reported", "u3qo3VzGIbh,fbfJHSPpUQD,2025-Q1,,3,,reported",
      ])
    #expect(result.findings.isEmpty, "\(result.findings)")
  }

  static let periods: [(String, String)] = [
    ("202507", "2025-07"), ("2017-01", "2017-01"), ("2004W10", "2004-03-01/2004-03-07"), ("2004Q1", "2004-Q1"),
    ("2004S1", "2004-S1"), ("2004AprilS1", "2004-04/2004-09"), ("2004April", "2004-04/2005-03"),
    ("2004July", "2004-07/2005-06"), ("2004Oct", "2004-10/2005-09"), ("20040315", "2004-03-15"), ("2004", "2004"),
  ]

  @Test("periods in the system's forms", arguments: periods)
  func period(text: String, expected: String) throws {
    let result = try TableReader().read("\(Self.current)\nfbfJHSPpUQD,\(text),u3qo3VzGIbh,,,2\n")
    #expect(result.observations.map { $0.period?.description } == [expected])
  }

  @Test("deleted values are left out, and that is said")
  func deleted() throws {
    let result = try TableReader().read(
      "\(Self.current)\nfbfJHSPpUQD,202507,u3qo3VzGIbh,,,2,a,b,c,false,true\nfbfJHSPpUQD,202508,u3qo3VzGIbh,,,3,a,b,c,false,false\n"
    )
    #expect(result.observations.compactMap { $0.quantity?.value } == [3])
    #expect(result.codes == ["rows-dropped"])
  }

  static let set = """
    {"dataSet":"pBOMPrpg1QX","completeDate":"2014-02-03","period":"201401","orgUnit":"DiszpKrYNg8","dataValues":[
    {"dataElement":"f7n9E0hX8qk","categoryOptionCombo":"HllvX50cXC0","value":"12","comment":"a \\"b\\" \\u6e05","extra":[[{}]]},
    {"dataElement":"f7n9E0hX8qk","period":"201402","orgUnit":"BdfsJfj87js","categoryOptionCombo":"uX9yDetTdOp","value":14,"followup":false},
    {"dataElement":"Ix2HsbDMLea","value":"abc"},
    {"dataElement":"Ix2HsbDMLea","period":"201403","value":"5","deleted":true}]}
    """

  @Test("the same set in JSON, with what holds for all of its values said once")
  func json() throws {
    let result = try TableReader().read(Self.set, name: "values.json")
    #expect(
      result.lines == [
        "BdfsJfj87js,f7n9E0hX8qk,2014-02,uX9yDetTdOp,14,,reported", "DiszpKrYNg8,f7n9E0hX8qk,2014-01,,12,,reported",
      ])
    #expect(result.codes == ["not-a-number", "rows-dropped"])
  }

  @Test("facilities and metrics are known by their identifiers where a list names these")
  func names() throws {
    var reader = TableReader()
    reader.registry = FacilityRegistry(facilities: [Facility(name: "清河卫生院", otherNames: ["DiszpKrYNg8"])])
    let result = try reader.read(Self.set, name: "values.json")
    #expect(Set(result.observations.compactMap(\.facility)) == ["清河卫生院", "BdfsJfj87js"])
  }

  @Test("the order of rows changes no observation, nor does the form or the size of chunks", arguments: 0..<12)
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<50).map { index in
      [
        "de\(index % 3)bcdefghA", "20250\(index % 9 + 1)", "ou\(index % 7)bcdefghA",
        index % 2 == 0 ? "HllvX50cXC0" : "co1bcdefghA", "", "\(index)",
      ]
    }
    let expected = try TableReader().read(
      Self.current + "\n" + rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
    ).lines
    let moved = rows.shuffled(using: &random)
    var reader = TableReader()
    reader.chunkRows = Int.random(in: 1...20, using: &random)
    #expect(
      try reader.read(Self.current + "\n" + moved.map { $0.joined(separator: ",") }.joined(separator: "\n")).lines
        == expected)
    let values = moved.map { row in
      "{\"orgUnit\":\"\(row[2])\",\"value\":\"\(row[5])\",\"dataElement\":\"\(row[0])\",\"period\":\"\(row[1])\",\"categoryOptionCombo\":\"\(row[3])\"}"
    }
    let json = "{\"dataValues\":[" + values.joined(separator: ",\n ") + "]}"
    #expect(try reader.read(json, name: "x.json").lines == expected)
  }

  @Test("identifiers at the start of a table of reports do not make it a set")
  func others() throws {
    let result = try TableReader().read("医院,年份,床位（张）\n青山县医院,2023,5\n")
    #expect(result.lines == ["青山县医院,beds_open,2023,,5,张,reported"])
  }
}
