// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Damaged numbers in sentences")
struct NarrativeDamageTests {
  private static let title = "青河县人民医院2023年工作总结\n"

  /// What is read of the lines below a title: a metric, and its value or status.
  private static func figures(_ text: String) -> [String] {
    NarrativeRulesTests.reading(title + text).observations.map {
      ($0.metric?.id ?? $0.label) + " " + ($0.quantity?.value.description ?? $0.status.rawValue)
    }
  }

  /// The words of the findings about damaged numbers, each with its place.
  private static func findings(_ text: String) -> [String] {
    NarrativeRulesTests.reading(title + text).findings.compactMap { finding in
      guard case .damagedNumber(let words)? = finding.problem as? NarrativeProblem,
        case .words(let line, let start, let end) = finding.source.place
      else { return nil }
      return "\(words) L\(line):\(start)-\(end)"
    }
  }

  static let misprints: [(String, [String], [String])] = [
    // Separators in wrong places; numbers beside them are read.
    (
      "全年门诊12,34,5人次，出院1,234人次。", ["visits_outpatient masked", "discharges 1234"], ["12,34,5人次 L2:4-13"]
    ),
    ("全年出院12,3456人次。", ["discharges masked"], ["12,3456人次 L2:4-13"]),
    ("全年出院1234,567人次，增长3%。", ["discharges masked"], ["1234,567人次 L2:4-14"]),
    // A comma before decimals.
    ("药占比28,6%，床位使用率85，2%。", ["drug_ratio masked", "bed_occupancy_rate masked"], ["28,6% L2:3-8", "85，2% L2:14-19"]),
    ("医疗收入1,23亿元。", ["revenue_medical masked"], ["1,23亿元 L2:4-10"]),
    // More points than one.
    ("全年门诊1.2.3万人次。", ["visits_outpatient masked"], ["1.2.3万人次 L2:4-12"]),
    (
      "全年门诊12..5万人次，出院12.5.万人次。", ["visits_outpatient masked", "discharges masked"],
      ["12..5万人次 L2:4-12", "12.5.万人次 L2:15-23"]
    ),
    // Letters for digits.
    (
      "全年门诊1O23人次，出院l2.5万人次。", ["visits_outpatient masked", "discharges masked"],
      ["1O23人次 L2:4-10", "l2.5万人次 L2:13-20"]
    ),
  ]

  @Test("A number whose signs make none gives no value, and a finding with its place", arguments: misprints)
  func damaged(text: String, figures: [String], findings: [String]) {
    #expect(Self.figures(text) == figures)
    #expect(Self.findings(text) == findings)
  }

  static let unharmed: [(String, [String])] = [
    // Values of a list behind 分别.
    (
      "全年门诊、急诊、出院分别为12,34,56人次。", ["visits_outpatient 12", "visits_emergency 34", "discharges 56"]
    ),
    // The next figure behind the comma.
    ("CMI值1.02,4级手术占比20%。", ["cmi 1.02", "surgery_l4_share 20"]),
    ("全年门诊12345人次,出院1,234人次。", ["visits_outpatient 12345", "discharges 1234"]),
    ("全年出院人次1200,3人获奖。", ["discharges 1200", "awards_persons 3"]),
    // Names, numbers of versions and of sections.
    ("甲型H1N1流感防控，系统升级到1.2.3版，全年出院1,234人次。", ["discharges 1234"]),
    ("1.2.3人员情况：出院1,234人次。", ["discharges 1234"]),
    ("2023.12.5日止，全年出院1,234人次。", ["discharges 1234"]),
  ]

  @Test("Lists, following figures, names and dates are no damaged numbers", arguments: unharmed)
  func sound(text: String, figures: [String]) {
    #expect(Self.figures(text) == figures)
    #expect(Self.findings(text).isEmpty)
  }

  @Test("The change of a damaged number is kept, and a damaged change has no value")
  func changes() {
    #expect(NarrativeRulesTests.changesByMetric(Self.title + "全年出院8,65人次，增长3%。") == ["discharges percent 3 2022"])
    #expect(
      NarrativeRulesTests.changesByMetric(Self.title + "全年出院8,650人次，同比增长5,2%。") == ["discharges percent - 2022"])
    #expect(Self.findings("全年出院8,650人次，同比增长5,2%。") == ["5,2% L2:16-20"])
  }
}
