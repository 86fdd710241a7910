// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Lists over years, aims that were announced, parts and shares, and damage that came in with copying.
@Suite("Series, aims and parts")
struct NarrativeSeriesTests {
  static let lists: [(String, [String])] = [
    // The metric and the years of a list may stand in the clause before.
    (
      "青峰县2023年工作总结\n2020—2022年，全县婴儿死亡率逐年下降，依次为3.9‰、3.4‰、2.8‰。",
      ["全县 infant_mortality_rate 2020 3.9", "全县 infant_mortality_rate 2021 3.4", "全县 infant_mortality_rate 2022 2.8"]
    ),
    // Of a range of years the first has the former value and the last the new one.
    (
      "青峰县2023年工作总结\n2018年至2022年间，病床使用率由71.3%升至83.6%。",
      ["全县 bed_occupancy_rate 2018 71.3", "全县 bed_occupancy_rate 2022 83.6"]
    ),
    // The base that a sentence begins with says when the former value was.
    (
      "青峰县2023年工作总结\n与2018年相比，全县床位由1620张增加到2140张。",
      ["全县 beds_open 2018 1620", "全县 beds_open 2023 2140"]
    ),
    // Values of a base in brackets belong to the figures before, in their order.
    (
      "青峰县2023年工作总结\n孕产妇系统管理率94.1%，住院分娩率99.9%，较2019年（90.2%和99.5%）分别提高3.9和0.4个百分点。",
      [
        "全县 maternal_mgmt_rate 2023 94.1", "全县 maternal_mgmt_rate 2019 90.2", "全县 hospital_delivery_rate 2019 99.5",
        "全县 hospital_delivery_rate 2023 99.9",
      ]
    ),
  ]

  @Test("lists over years and bases say when each value was", arguments: lists)
  func list(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  @Test("a bound that stands once holds for all values of a list")
  func bounds() {
    let text = "青峰县2023年工作总结\n婴儿死亡率、5岁以下儿童死亡率分别控制在3‰、5‰以下。"
    let bounded = NarrativeRulesTests.read(text) { $0.quantity?.bound == .atMost }
    #expect(bounded == ["全县 infant_mortality_rate 2023 3", "全县 under5_mortality_rate 2023 5"])
  }

  static let changes: [(String, [String])] = [
    // Changes go to the list read last, not to what stood before it.
    (
      "老年人健康管理率70.3%，高血压、糖尿病患者规范管理率分别为77.1%、74.5%，较上年分别提高2.6、1.9个百分点。",
      ["points 2.6 yearEarlier", "points 1.9 yearEarlier"]
    ),
    // A figure that told what it came from takes no further change of a list.
    (
      "住院患者满意度由93.1%提升到95.4%，门诊患者满意度90.2%，职工满意度88.7%，分别较上年提高1.5和2.1个百分点。",
      ["points 1.5 yearEarlier", "points 2.1 yearEarlier"]
    ),
    // The count grew, not its share.
    ("日间手术2310例，占择期手术的21.5%，比去年同期增加480例。", ["absolute 480 yearEarlier"]),
    ("个人献血15230人次，占71%，比上年增长4.2%。", ["percent 4.2 yearEarlier"]),
  ]

  @Test("changes of a list belong to the figures that have none", arguments: changes)
  func change(text: String, expected: [String]) { #expect(NarrativeRulesTests.changes(text) == expected) }

  static let aims: [(String, [String])] = [
    // What was announced is an aim up to 的目标, of the year that was named with it.
    (
      "青峰县人民医院职工代表大会\n会议提出2024年实现全年门急诊18.6万人次，增长4%，出院1.42万人次，完成手术5200台次，药占比降到26%的目标。",
      [
        "青峰县人民医院 visits_outpatient_emergency 2024 186000 target", "青峰县人民医院 discharges 2024 14200 target",
        "青峰县人民医院 surgeries 2024 5200 target", "青峰县人民医院 drug_ratio 2024 26 target",
      ]
    ),
    (
      "青峰县人民医院工作会议\n大会确定了2024年门诊量达到40万人次、药占比下降到25%的奋斗目标。",
      ["青峰县人民医院 visits_outpatient 2024 400000 target", "青峰县人民医院 drug_ratio 2024 25 target"]
    ),
    // What is set against an aim was reached.
    (
      "青峰县2023年工作总结\n每万人口全科医生2.6人，与2025年3.5人的目标有差距。",
      ["全县 gps_per_10000 2023 2.6", "全县 gps_per_10000 2025 3.5 target"]
    ),
    // 年度目标 is of the year, and of its clause alone.
    (
      "青峰县2023年上半年工作总结\n老年人健康管理率48.6%（年度目标66%）；家庭医生签约率41.2%。",
      [
        "全县 elderly_mgmt_rate 2023-S1 48.6", "全县 elderly_mgmt_rate 2023 66 target",
        "全县 fd_contract_rate 2023-S1 41.2",
      ]
    ),
    ("青峰县2023年政府工作安排\n今年要新增床位300张，县域内就诊率达到90%以上。", ["全县 in_county_rate 2023 90 target"]),
  ]

  @Test("an announcement, a distance and a year say what an aim is", arguments: aims)
  func aim(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let parts: [(String, [String])] = [
    // Those of a whole who did what is said of them, and others who did the like.
    (
      "青峰市中心血站2023年工作总结\n全年无偿献血21460人次；其中，19820人次捐献全血，同比增长5.1%；1640人次捐献机采血小板，同比增长9.8%。",
      [
        "青峰市中心血站 blood_donors 2023 21460", "青峰市中心血站 blood_donors 2023 19820 of 捐献全血",
        "青峰市中心血站 blood_donors 2023 1640 of 捐献机采血小板",
      ]
    ),
    // A kind of what the end of its name counts, where its share of all follows.
    ("青峰市中心血站2023年工作总结\n按人群统计，个人献血15230人次，占71%。", ["青峰市中心血站 blood_donors 2023 15230 of 个人献血"]),
    // A name cut short is of the disease named last, also from one sentence to the next.
    (
      "青峰县2023年工作总结\n管理高血压患者8210人，规范管理率76.1%。在管严重精神障碍患者612人，规范管理率94.8%。",
      ["全县 htn_managed 2023 8210", "全县 htn_std_rate 2023 76.1", "全县 smi_std_rate 2023 94.8"]
    ),
    // A share among the figures of others is none of the county's.
    ("青峰县2023年工作总结\n县域内住院率82.4%，乡镇卫生院住院人次占比31.5%。", ["全县 in_county_rate 2023 82.4"]),
  ]

  @Test("parts keep their own names, and names cut short their owners", arguments: parts)
  func part(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let damage: [(String, [String])] = [
    // A stop where a point was, and traditional letters.
    (
      "2023年，全国住院分娩率为99。8%，与上年持平；产后访视率95。1%。",
      ["全国 hospital_delivery_rate 2023 99.8", "全国 postnatal_visit_rate 2023 95.1"]
    ),
    (
      "青峰縣2023年工作總結\n注冊護士1542人，每千人口注冊護士3.21人。",
      ["全县 nurses 2023 1542", "全县 nurses_per_1000 2023 3.21"]
    ),
    // A stop that ends a sentence stays one.
    ("青峰县2023年工作总结\n全年门诊量为12万人次，床位300张。9月新院区启用。", ["全县 visits_outpatient 2023 120000", "全县 beds_open 2023 300"]),
  ]

  @Test("a stop between digits of a share is its point", arguments: damage)
  func damaged(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let owners: [(String, [String])] = [
    // A report that names nobody speaks of its own facility.
    ("2023年，我院门诊6.2万人次。平均住院日7.8天。", ["我院 visits_outpatient 2023 62000", "我院 avg_length_of_stay 2023 7.8"]),
    ("2023年医院总收入1.36亿元。", ["医院 revenue_total 2023 136000000"]),
    // The first passage may say the period of a report whose title has none.
    (
      "青峰县人民医院工作总结\n2019年，我院在县委县政府的领导下圆满完成各项任务。现总结如下：\n一、医疗服务\n门诊8.1万人次。",
      ["青峰县人民医院 visits_outpatient 2019 81000"]
    ),
    (
      "2019—2021年，湟水地区剖宫产率逐年走低，依次为46.1%、43.8%、41.2%。",
      [
        "湟水地区 csection_rate 2019 46.1", "湟水地区 csection_rate 2020 43.8", "湟水地区 csection_rate 2021 41.2",
      ]
    ),
    // Kinds of institutions: each the subject of its own part, all that a region has, or in brackets.
    (
      "青峰市2023年卫生健康统计公报\n乡镇卫生院12个，床位480张；村卫生室210个，人员230人。",
      [
        "全市 institutions 2023 12 of 乡镇卫生院", "乡镇卫生院 beds_open 2023 480", "全市 institutions 2023 210 of 村卫生室",
        "村卫生室 staff_total 2023 230",
      ]
    ),
    (
      "青峰区2023年工作总结\n全区9家社区卫生服务中心、31个社区卫生服务站共组建家庭医生团队120个。",
      [
        "全区 institutions 2023 9 of 社区卫生服务中心", "全区 institutions 2023 31 of 社区卫生服务站", "全区 fd_teams 2023 120",
      ]
    ),
  ]

  @Test("a report that names nobody speaks of itself, and kinds of institutions of their own", arguments: owners)
  func owner(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let names: [(String, [String])] = [
    // Members of a team are not all nurses there are; trainings are told by whom they were held for.
    ("青峰县2023年工作总结\n团队成员714人，其中护士262人。", []),
    ("青峰县2023年工作总结\n全年培训基层人员14期。", ["全县 trainings 2023 14"]),
    // A type of diabetes is a name; a share may be named with the whole that it is of.
    (
      "青峰县2023年工作总结\n高血压、2型糖尿病、严重精神障碍患者规范管理率分别达到78.2%、76.4%、95.1%。",
      ["全县 htn_std_rate 2023 78.2", "全县 dm_std_rate 2023 76.4", "全县 smi_std_rate 2023 95.1"]
    ),
    ("青峰县中医医院2023年工作总结\n中药饮片收入占药品收入的38.2%，较上年提高1.6个百分点。", ["青峰县中医医院 tcm_pieces_ratio 2023 38.2"]),
    ("述职报告\n本人任石桥镇卫生院院长以来，狠抓业务。\n门诊量3.1万人次。", ["石桥镇卫生院 visits_outpatient - 31000"]),
    // The unit may stand in the name for the former value, too.
    (
      "青峰县人民医院2023年工作总结\n抗菌药物使用强度（DDDs）由上年度的41.4降至38.7。",
      ["青峰县人民医院 antibiotic_intensity 2022 41.4", "青峰县人民医院 antibiotic_intensity 2023 38.7"]
    ),
  ]

  @Test("groups, trainings and units in names say what a figure is of", arguments: names)
  func name(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }
}
