// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiChartSamples

@testable import TongbiCharts

@Suite("Change words")
struct ChangeWordsTests {
  static func absent(_ now: Figure.Absence?, _ before: Figure.Absence?) -> Change {
    var change = SampleCharts.change("甲", "120", "100")
    if let now { change.current = Figure(absence: now) }
    if let before { change.base = Figure(absence: before) }
    return change
  }

  static let obstacles: [(Change, String?, String?)] = [
    (absent(nil, nil), nil, nil),
    (absent(.missing, nil), "本期缺报", "not reported this period"),
    (absent(nil, .missing), "上年缺报，不比较", "no base figure, not compared"),
    (absent(.missing, .missing), "两期均缺报", "not reported in either period"),
    (absent(.masked, .missing), "数据已屏蔽", "figures masked"),
    (absent(nil, .conflicting), "来源矛盾，待核", "sources contradict, to be checked"),
    (absent(.notAdditive, nil), "缺分子分母，不能合计", "numerators unknown, no total"),
    (absent(.suspect, nil), "数据存疑，待核", "doubtful figure, to be checked"),
    (absent(.bounded, .missing), "仅知上下限，不可比", "only a bound is known, not comparable"),
    (
      SampleCharts.change("甲", "9", "8", months: (10, nil)), "月份不等（10、12个月），不可比", "10 and 12 months, not comparable"
    ),
    (SampleCharts.change("甲", "9", "0"), nil, nil),
  ]

  @Test("each state that forbids a difference has its words", arguments: obstacles)
  func obstacle(change: Change, chinese: String?, english: String?) {
    for (language, expected) in [(Language.chinese, chinese), (.english, english)] {
      let unit = DisplayUnit(for: [], unit: change.metric.unit, language: language)
      let words = ChangeWords(for: [change], metric: change.metric, language: language, unit: unit)
      #expect(words.obstacle(change) == expected)
    }
  }

  static let clauses: [(Change, String?)] = [
    (SampleCharts.change("甲", "108.168", "100"), "增长8.2%"),
    (SampleCharts.change("甲", "90", "100"), "下降10.0%"),
    (SampleCharts.change("甲", "90", "90"), "持平"),
    (SampleCharts.change("甲", "5", "0"), nil),
    (SampleCharts.change("甲", "26.8", "28.7", SampleCharts.drugs), "下降1.9个百分点"),
    (SampleCharts.change("甲", "8.12", "8.05", SampleCharts.stay), "上升0.07天"),
  ]

  @Test("a change is said with its direction and unit: points for percentages", arguments: clauses)
  func clause(change: Change, expected: String?) {
    let values = [change.current.value, change.base.value].compactMap { $0 }
    let unit = DisplayUnit(for: values, unit: change.metric.unit, language: .chinese)
    let words = ChangeWords(for: [change], metric: change.metric, language: .chinese, unit: unit)
    #expect(words.clause(change) == expected)
  }

  static let means: [([String], String)] = [
    (["7", "4"], "平均 5.5"), (["8", "4"], "平均 6"), (["821234", "356120"], "平均 58.9"), (["431", "300"], "平均 366"),
  ]

  @Test(
    "the mean on a ranking keeps a decimal among small whole numbers, and has the places of the values else",
    arguments: means)
  func mean(values: [String], expected: String) {
    let changes = values.enumerated().map { SampleCharts.change("机构\($0)", $1, nil) }
    guard case .ranking(let chart) = SampleCharts.ranking(changes, metric: SampleCharts.visits) else {
      Issue.record("no ranking")
      return
    }
    #expect(RankingWords(chart, language: .chinese).groupLabel == expected)
  }
}
