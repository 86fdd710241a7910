// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Rules of sentences")
struct NarrativeRulesTests {
  private static let names = (try? Catalogue.builtIn()).map { AliasIndex($0) }

  /// What is read of lines, each figure as facility, metric, period and value.
  static func read(
    _ text: String, file: String = "report.txt", keeping keep: (Observation) -> Bool = { _ in true }
  ) -> [String] {
    reading(text, file: file).observations.filter { $0.metric != nil && $0.quantity != nil && keep($0) }.map {
      observation in
      let words = [
        observation.facility ?? "-", observation.metric?.id ?? "-", observation.period?.description ?? "-",
        observation.quantity?.value.description ?? "-",
      ]
      return words.joined(separator: " ") + (observation.role == .target ? " target" : "")
        + (observation.part.map { " of " + $0 } ?? "")
    }
  }

  /// What lines say; nothing without a catalogue.
  static func reading(_ text: String, file: String = "report.txt") -> NarrativeReading {
    guard let names else { return NarrativeReading() }
    let lines = text.split(separator: "\n").enumerated().map { Passage(line: $0 + 1, text: String($1)) }
    return NarrativeReader(names: names).read(TextReport(file: file, passages: lines))
  }

  /// The changes that a line of 2023 states, each as kind, value and relation.
  static func changes(_ text: String) -> [String] {
    guard let names else { return [] }
    let context = DocumentContext(year: 2023)
    let report = TextReport(file: "report.txt", passages: [Passage(line: 1, text: text)])
    let found = NarrativeReader(names: names, context: context).read(report).observations.flatMap(\.changes)
    return found.map { "\($0.kind) \($0.value?.description ?? "-") \($0.relation)" }
  }

  /// The changes that a report states, each with its metric, kind, value and base.
  static func changesByMetric(_ text: String) -> [String] {
    reading(text).observations.flatMap { observation in
      observation.changes.map { change in
        "\(observation.metric?.id ?? "-") \(change.kind) \(change.value?.description ?? "-") \(change.base?.description ?? "-")"
      }
    }
  }

  static let facilities: [(String, [String])] = [
    // A title may name it behind a colon, and the first sentences may speak as it.
    ("回眸2023：清江县人民医院年度答卷\n医院门诊12.3万人次。", ["清江县人民医院 visits_outpatient 2023 123000"]),
    (
      "奋进的一年\n不忘初心。2023年，清江县中医院全体职工团结奋进。全年出院1.2万人次。",
      ["清江县中医院 discharges 2023 12000"]
    ),
    // A word for the kind of the reporting facility is the facility.
    ("云岭镇卫生院2023年工作总结\n卫生院开放床位30张。", ["云岭镇卫生院 beds_open 2023 30"]),
    ("南湖街道社区卫生服务中心2023年工作总结\n中心门诊3.2万人次。", ["南湖街道社区卫生服务中心 visits_outpatient 2023 32000"]),
    ("2023年神经内科工作总结\n——清江县人民医院神经内科\n全年门诊2.1万人次。", ["清江县人民医院神经内科 visits_outpatient 2023 21000"]),
    ("在清江县人民医院2022年总结大会上的讲话\n出院病人2.6万人次。", ["清江县人民医院 discharges 2022 26000"]),
    ("清江县卫生健康委员会2023年工作总结\n签约率41%。", ["清江县卫生健康委员会 fd_contract_rate 2023 41"]),
    // A title that names a region and no facility speaks of the region.
    ("清江县2023年家庭医生签约服务情况\n签约率41%。", ["全县 fd_contract_rate 2023 41"]),
    // A kind of facilities that is counted is the subject, all institutions of a region are the region.
    (
      "清江县卫生健康局2023年工作总结\n18家乡镇卫生院诊疗34.5万人次。",
      ["清江县卫生健康局 institutions 2023 18 of 乡镇卫生院", "乡镇卫生院 visits_total 2023 345000"]
    ),
    // 该院 is the facility named before; what a facility is and its name are one subject.
    (
      "清江县人民医院2023年工作总结\n我院托管的云岭镇卫生院运行平稳，该院全年门诊4.3万人次。",
      ["云岭镇卫生院 visits_outpatient 2023 43000"]
    ),
    ("清江县卫健局2023年工作总结\n牵头医院县人民医院门诊12万人次。", ["县人民医院 visits_outpatient 2023 120000"]),
    ("清江县人民医院2023年工作总结\n河西分院全年门诊2.7万人次。", ["河西分院 visits_outpatient 2023 27000"]),
    // Who was named in the clause before holds for the value after it.
    (
      "清江县2023年医疗服务通报\n床位使用率85%，其中县人民医院最高，为96.4%。",
      ["全县 bed_occupancy_rate 2023 85", "县人民医院 bed_occupancy_rate 2023 96.4"]
    ),
  ]

  static let sections: [(String, [String])] = [
    // Words in 【】 and labels of aims before a colon head what follows.
    (
      "清江县中医院2023年工作总结\n【主要成效】门诊3.2万人次。\n【下步安排】到12月底，药占比不高于30%。",
      ["清江县中医院 visits_outpatient 2023 32000", "清江县中医院 drug_ratio 2024-12-31 30 target"]
    ),
    (
      "清江县中医院2023年11月运行简报\n门诊3.2万人次。\n建议：住院次均费用控制在6900元以下。",
      ["清江县中医院 visits_outpatient 2023-11 32000", "清江县中医院 cost_per_inpatient - 6900 target"]
    ),
    ("清江县中医院2023年工作总结\n意见建议：收到投诉15件。", ["清江县中医院 complaints 2023 15"]),
  ]

  @Test("a section of aims has a heading that says so", arguments: sections)
  func aims(text: String, expected: [String]) { #expect(Self.read(text) == expected) }

  static let periods: [(String, [String])] = [
    // Where the text names none, a sentence has the period of the one before; of a day, its year alone.
    (
      "2023年第三季度共随访1,200人。结果显示：住院患者满意度95.1%。",
      ["- satisfaction_inpatient 2023-Q3 95.1"]
    ),
    (
      "截至2023年6月底，开放床位300张。上半年门诊4.2万人次。",
      ["- beds_open ../2023-06-30 300", "- visits_outpatient 2023-S1 42000"]
    ),
    // It may stand between who did something and what was done.
    (
      "针灸科2023年共收治住院患者730人次，床位使用率98.2%。",
      ["- inpatient_visits 2023 730 of 针灸科", "- bed_occupancy_rate 2023 98.2 of 针灸科"]
    ),
    // A press note begins with its day.
    (
      "清江市召开前三季度工作新闻发布会\n2023年10月20日上午，市卫生健康委召开新闻发布会。1至9月，全市出院21.5万人次。",
      ["全市 discharges 2023-01/2023-09 215000"]
    ),
    ("清江县中医院2024年年中工作汇报\n门诊3.2万人次。", ["清江县中医院 visits_outpatient 2024-S1 32000"]),
    ("清江县中医院2023年半年工作总结\n门诊3.2万人次。", ["清江县中医院 visits_outpatient 2023-S1 32000"]),
    // The first words of a text narrow the year of its title.
    ("清江县中医院2024年工作汇报\n上半年，我院主要做了以下工作：\n一、医疗\n门诊3.2万人次。", ["清江县中医院 visits_outpatient 2024-S1 32000"]),
    // The period of an aim is not that of what was reached.
    (
      "清江县中医院2024年上半年总结\n总诊疗量12万人次，完成全年任务的53.8%；门诊11万人次。",
      ["清江县中医院 visits_total 2024-S1 120000", "清江县中医院 visits_outpatient 2024-S1 110000"]
    ),
    // A value of the same period a year before is no topic.
    (
      "清江县中医院2024年上半年总结\n门诊3.2万人次，去年同期为3.1万人次；出院0.5万人次。",
      [
        "清江县中医院 visits_outpatient 2023-S1 31000", "清江县中医院 visits_outpatient 2024-S1 32000",
        "清江县中医院 discharges 2024-S1 5000",
      ]
    ),
    // 上年 counts from the year named before it.
    (
      "2021年门诊人次由上年的2.8万人次增加到3.2万人次。",
      ["- visits_outpatient 2020 28000", "- visits_outpatient 2021 32000"]
    ),
    // Parts of a period do not outlast their list.
    (
      "2023年7—9月，门诊6000人次，7月2000人次、8月4000人次；住院154人次。",
      [
        "- visits_outpatient 2023-07/2023-09 6000", "- visits_outpatient 2023-07 2000",
        "- visits_outpatient 2023-08 4000",
        "- inpatient_visits 2023-07/2023-09 154",
      ]
    ),
    (
      "清江县中医院2024年5月月报\n本月门诊3000人次，累计15000人次。",
      ["清江县中医院 visits_outpatient 2024-05 3000", "清江县中医院 visits_outpatient 2024-01/2024-05 15000"]
    ),
    ("累计签约居民10.57万人。（截至2023年9月30日）", ["- fd_contract_people ../2023-09-30 105700"]),
    // A second period of a title is that of the plans.
    (
      "清江县中医院2023年工作总结和2024年工作计划\n一、2023年工作\n门诊3.2万人次。\n二、下一步打算\n门诊达到3.5万人次。",
      ["清江县中医院 visits_outpatient 2023 32000", "清江县中医院 visits_outpatient 2024 35000 target"]
    ),
    (
      "清江县中医院2023年工作总结\n第一部分 2023年工作回顾\n门诊3.2万人次。\n第二部分 2024年工作思路\n门诊3.5万人次。",
      ["清江县中医院 visits_outpatient 2023 32000", "清江县中医院 visits_outpatient 2024 35000 target"]
    ),
  ]

  static let figures: [(String, [String])] = [
    // A name cut short goes on where words said before leave off.
    (
      "登记管理高血压患者3.28万人，规范管理率75.1%。", ["- htn_managed - 32800", "- htn_std_rate - 75.1"]
    ),
    ("辖区65岁及以上老年人4826人，健康管理率70.7%。", ["- elderly_mgmt_rate - 70.7"]),
    (
      "在管高血压患者2680人、糖尿病患者843人，规范管理率分别为74.9%和73.1%。",
      ["- htn_managed - 2680", "- dm_managed - 843", "- htn_std_rate - 74.9", "- dm_std_rate - 73.1"]
    ),
    ("每千人口执业（助理）医师3.2人、注册护士3.8人。", ["- doctors_per_1000 - 3.2", "- nurses_per_1000 - 3.8"]),
    ("每万人全科医生仅2.6人。", ["- gps_per_10000 - 2.6"]),
    ("已体检65岁以上老年人1023人。", ["- elderly_free_checkups - 1023"]),
    // A share is told by 占 and what it is a share of.
    (
      "手术9873台，其中三、四级手术5926台，占手术总量的60.02%。",
      ["- surgeries - 9873", "- surgeries - 5926 of 三、四级手术", "- surgery_l34_share - 60.02"]
    ),
    ("次均门诊药费（94.7元）占39.2%。", ["- drug_cost_per_outpatient - 94.7", "- drug_ratio_outpatient - 39.2"]),
    // Verbs and adverbs that stand in no list are told by their letters.
    (
      "床位使用率高达108.6%，药占比压到23%，四级手术占比跃升至15%。",
      ["- bed_occupancy_rate - 108.6", "- drug_ratio - 23", "- surgery_l4_share - 15"]
    ),
    // 分别 about the clause before; two facilities of one group.
    (
      "门诊人次、出院人次双双下滑，分别为15.2万人次和0.83万人次。", ["- visits_outpatient - 152000", "- discharges - 8300"]
    ),
    (
      "甲、乙两个院区门诊分别为3.2万人次、1.8万人次。",
      ["- visits_outpatient - 32000 of 甲院区", "- visits_outpatient - 18000 of 乙院区"]
    ),
    ("下设2个党总支、14个党支部。", ["- party_general_branches - 2", "- party_branches - 14"]),
    ("3个支部按期完成换届选举。", ["- branch_renewals - 3"]),
    ("有49.2万人次前来门诊就医。", ["- visits_outpatient - 492000"]),
    ("业务收入1亿零320万元。", ["- revenue_medical - 103200000"]),
    // An aim beside what was reached.
    ("药占比28.3%，完成了下达的29%的目标值。", ["- drug_ratio - 28.3", "- drug_ratio - 29 target"]),
    (
      "宫颈癌筛查8642人，完成年度任务数8500人的101.67%。",
      ["- screening_persons - 8642", "- screening_persons - 8500 target"]
    ),
    (
      "门急诊16万人次目标，实际完成17.2万人次。",
      ["- visits_outpatient_emergency - 160000 target", "- visits_outpatient_emergency - 172000"]
    ),
    ("要把药占比压减到24%以下。", ["- drug_ratio - 24 target"]),
    // What no figure is.
    ("门诊收入比住院收入少3200万元。", []),
    ("门诊量、住院量均实现两位数增长。", []),
  ]

  @Test("the facility is the one that a title, a type word, a count or the words before say", arguments: facilities)
  func facility(text: String, expected: [String]) { #expect(Self.read(text) == expected) }

  @Test("the period is the one that a title, a preamble, a heading or the words before say", arguments: periods)
  func period(text: String, expected: [String]) { #expect(Self.read(text) == expected) }

  @Test("figures find the metric that their words, or words said before, name", arguments: figures)
  func figure(text: String, expected: [String]) { #expect(Self.read(text) == expected) }

  static let changes: [(String, [String])] = [
    ("门急诊48.37万人次，与2022年的44.12万人次相比增长9.63%。", ["percent 9.63"]),
    ("收治入院病人2.86万人次，较上年多收2015人次。", ["absolute 2015"]),
    ("病床周转19.8次，病床使用率93.05%，分别较上年同期加快1.1次、上升2.6个百分点。", ["absolute 1.1", "points 2.6"]),
    ("中药饮片占比29.4%，高出上年1.8个百分点。", ["points 1.8"]),
    ("药占比58.2%，虽比上年滑落1.9个百分点，但仍比2019年高0.6个百分点。", ["points -1.9", "points 0.6"]),
    ("手术1046台，环比、同比分别增长2.1%和7.8%。", ["percent 2.1", "percent 7.8"]),
    ("门诊次均费用176元、住院次均费用4285元，前者同比上涨3.6%，后者同比下降2.7%。", ["percent 3.6", "percent -2.7"]),
    ("平均住院日8.9天，比去年同期少了0.7天。", ["absolute -0.7"]),
  ]

  @Test("changes are told by verbs, bases and lists of both", arguments: changes)
  func change(text: String, expected: [String]) throws {
    let names = try #require(Self.names)
    let report = TextReport(file: "report.txt", passages: [Passage(line: 1, text: text)])
    let found = NarrativeReader(names: names).read(report).observations.flatMap(\.changes)
    #expect(found.map { "\($0.kind) \($0.value?.description ?? "-")" } == expected)
  }
}
