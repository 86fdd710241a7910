// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbiNormalizer

/// Where plans begin in a report, of what time they are, and what happened once and is no time of the figures behind it.
@Suite("Plans and happenings")
struct NarrativePlansTests {
  static let plans: [(String, [String])] = [
    // What is asked for, what comes next and what next year brings are aims; so is a line that another stands above.
    (
      "云溪县中医院2016年上半年汇报\n恳请将我院编制床位增至600张。\n下一步，启动中医病房改造，总投资860万元。",
      [
        "云溪县中医院 beds_authorized 2016-S1 600 target", "云溪县中医院 investment 2016-S1 8600000 target",
      ]
    ),
    ("致职工的贺信\n明年，开放床位将达到2,000张。", ["- beds_open - 2000 target"]),
    (
      "云溪县2018年通报\n县人民医院药占比29.4%。县中医院仍高于30%的控制目标。",
      ["县人民医院 drug_ratio 2018 29.4", "县中医院 drug_ratio 2018 30 target"]
    ),
    // A line of its own begins the plans, numbered or not, with a sign before it or none.
    (
      "2016年度工作总结\n云溪县妇幼保健院\n★队伍建设\n在册职工143人。\n★2017年工作要点\n1.剖宫产率38%；2.分娩2600人。",
      [
        "云溪县妇幼保健院 staff_total 2016 143", "云溪县妇幼保健院 csection_rate 2017 38 target",
        "云溪县妇幼保健院 deliveries 2017 2600 target",
      ]
    ),
    (
      "云溪县人民医院2023年工作总结\n门诊12万人次。\n下一步工作\n二是门诊13万人次。",
      ["云溪县人民医院 visits_outpatient 2023 120000", "云溪县人民医院 visits_outpatient 2024 130000 target"]
    ),
    (
      "云溪县卫健局长的报告（2020年3月12日）\n第一，2019年工作有亮点\n云溪县人民医院门诊12万人次。\n第二，2020年工作要聚焦\n云溪县人民医院门诊13万人次。",
      ["云溪县人民医院 visits_outpatient 2019 120000", "云溪县人民医院 visits_outpatient 2020 130000 target"]
    ),
    (
      "骨一科2023年度科室工作总结\n门诊1.2万人次。\n【2024】\n平均住院日压到7.2天。",
      ["骨一科 visits_outpatient 2023 12000", "骨一科 avg_length_of_stay 2024 7.2 target"]
    ),
    // Numbered paragraphs below a heading without a number are its items.
    (
      "云溪镇卫生院2020年工作总结\n门诊1.2万人次。\n【2021年工作计划】\n一、做好疫苗接种，建成接种点。\n二、签约率提高到40%。",
      ["云溪镇卫生院 visits_outpatient 2020 12000", "云溪镇卫生院 fd_contract_rate 2021 40 target"]
    ),
    // What is wanting is told before what is to be done, in one section.
    (
      "云溪县人民医院2024年三季度运行分析\n六、存在问题及四季度措施\n一是出院仅1,021人次，收入下滑。\n四季度要做到：（1）药占比压到26%；（2）全年耗占比不超过9%。",
      [
        "云溪县人民医院 discharges 2024-Q3 1021", "云溪县人民医院 drug_ratio 2024-Q4 26 target",
        "云溪县人民医院 consumable_ratio 2024 9 target",
      ]
    ),
    (
      "云溪县人民医院2022年工作总结\n六、不足与2023年打算\n二是今年患者满意度88.9%。患者满意度达到92%以上。",
      ["云溪县人民医院 satisfaction 2022 88.9", "云溪县人民医院 satisfaction 2023 92 target"]
    ),
    // The time of one item is not that of the next.
    (
      "云溪县疾控中心2026年一季度简报\n2026年4月12日\n健康检查1800人次。\n下一步工作\n一是二季度健康检查2000人次；二是年内居民健康素养水平提高到31.5%。",
      [
        "云溪县疾控中心 health_checks 2026-Q1 1800", "云溪县疾控中心 health_checks 2026-Q2 2000 target",
        "云溪县疾控中心 health_literacy 2026 31.5 target",
      ]
    ),
    (
      "云溪县人民医院2024年工作总结\n2025年医院将启动二期建设，力争全年手术量突破2.5万台次。",
      ["云溪县人民医院 surgeries 2025 25000 target"]
    ),
    (
      "云溪县人民医院2019年上半年工作总结\n五、下半年工作打算\n围绕全年门诊20万人次的目标，新增床位80张。",
      ["云溪县人民医院 visits_outpatient 2019 200000 target"]
    ),
    // A kind of facilities that one aim is for is not that of the next.
    (
      "云溪县2015年工作总结\n二、2016年打算\n健康档案建档率达到92%；县级公立医院药占比降到38%以下；家庭医生签约率达到20%。",
      [
        "全县 health_record_rate 2016 92 target", "县级公立医院 drug_ratio 2016 38 target",
        "全县 fd_contract_rate 2016 20 target",
      ]
    ),
    ("云溪镇卫生院2020年工作总结\n妇幼与免疫规划：孕产妇系统管理率92.5%。", ["云溪镇卫生院 maternal_mgmt_rate 2020 92.5"]),
  ]

  @Test("plans are told from results wherever they begin", arguments: plans)
  func plan(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }

  static let happenings: [(String, [String])] = [
    (
      "云溪镇卫生院2017年工作总结\n今年5月启动以来，全镇签约9,240人。",
      ["云溪镇卫生院 fd_contract_people 2017 9240"]
    ),
    ("云溪镇卫生院2025年一季度小结\n3月1日启动，健康检查1,126人次。", ["云溪镇卫生院 health_checks 2025-Q1 1126"]),
    ("云溪县医共体2022年工作总结\n2019年8月挂牌成立，现有床位1,200张。", ["云溪县医共体 beds_open 2022 1200"]),
    ("云溪县医共体2022年工作总结\n2019年被列为试点，现有床位1,200张。", ["云溪县医共体 beds_open 2022 1200"]),
    // What is announced for a day to come is no happening.
    (
      "云溪县人民医院2022年工作总结\n三、2023年打算\n2024年底前通过评审，届时开放床位900张。",
      ["云溪县人民医院 beds_open 2024-12-31 900 target"]
    ),
    // 今年 in a report on nine months is no more than they are, 去年 in one of the year after the year told.
    (
      "云溪县人民医院工作汇报\n（2022年10月28日）\n二、前三季度工作\n今年下派专家1,240人次。今年力争门诊突破50万人次。",
      [
        "云溪县人民医院 experts_dispatched 2022-01/2022-09 1240", "云溪县人民医院 visits_outpatient 2022 500000 target",
      ]
    ),
    (
      "云溪县人民医院职代会工作报告（2025年1月17日）\n去年医院出院1.2万人次。平均住院日8.1天，去年8.5天。",
      [
        "云溪县人民医院 discharges 2024 12000", "云溪县人民医院 avg_length_of_stay 2024 8.1",
        "云溪县人民医院 avg_length_of_stay 2023 8.5",
      ]
    ),
    // The month behind who wrote is that of writing, and a note without a title's year is of the year that it names.
    (
      "云溪区妇幼健康工作情况汇报\n云溪区妇幼保健院（2019年1月）\n门诊72650人次。",
      ["云溪区妇幼保健院 visits_outpatient 2018 72650"]
    ),
    (
      "数说云溪县人民医院这一年\n院长在会上介绍，2025年医院门诊量达68.3万人次。\n全年分娩4,126例。",
      ["云溪县人民医院 visits_outpatient 2025 683000", "云溪县人民医院 deliveries 2025 4126"]
    ),
    // A speech of a year's first months tells of the year before and plans its own.
    (
      "在2016年全县卫生计生工作会议上的讲话\n（2016年2月26日）\n县卫计局局长　李明\n——全县总诊疗214.5万人次。\n三、抓好2016年各项工作\n今年门诊要达到12万人次。",
      ["全县 visits_total 2015 2145000", "全县 visits_outpatient 2016 120000 target"]
    ),
    // Parts before whose names a metric and a colon stand.
    (
      "云溪县疾控中心2017年工作总结\n国家免疫规划疫苗接种率：卡介苗99.6%、百白破疫苗98.3%。",
      ["云溪县疾控中心 epi_coverage 2017 99.6 of 卡介苗", "云溪县疾控中心 epi_coverage 2017 98.3 of 百白破疫苗"]
    ),
  ]

  @Test("when something happened is no time of the figures behind it", arguments: happenings)
  func happening(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }
}
