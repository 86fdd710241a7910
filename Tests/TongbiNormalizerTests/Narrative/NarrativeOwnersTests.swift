// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Whose and when figures are in texts whose title does not say it.
@Suite("Owners of figures")
struct NarrativeOwnersTests {
  static let owners: [(String, [String])] = [
    // An office has no patients: what it reports of them is its region's; its party and meetings are its own.
    (
      "云溪县卫健局2023年工作总结\n全县出院2.5万人次。\n药占比28.1%。召开党委会12次。",
      ["全县 discharges 2023 25000", "全县 drug_ratio 2023 28.1", "云溪县卫健局 party_meetings 2023 12"]
    ),
    ("云溪县卫健局2023年工作总结\n药占比28.1%。", ["云溪县卫健局 drug_ratio 2023 28.1"]),
    // By kinds of institutions the sum is taken apart that is counted in their unit.
    (
      "宁州市2023年统计公报\n总诊疗人次231.48万人次，居民平均就诊5.17次。按机构分，医院98.62万人次。",
      ["全市 visits_total 2023 2314800", "全市 visits_per_resident 2023 5.17", "医院 visits_total 2023 986200"]
    ),
    // A region or hospital named at the start stands for the sentences after it where the title names nobody.
    (
      "2022年，榆林岭县医疗卫生机构总诊疗人次达96.3万人次；入院3.1万人次。出院3.0万人次。",
      ["榆林岭县 visits_total 2022 963000", "榆林岭县 admissions 2022 31000", "榆林岭县 discharges 2022 30000"]
    ),
    (
      "自托管以来，清溪县人民医院面貌一新。2023年门急诊18.4万人次，手术2,306台次。",
      ["清溪县人民医院 visits_outpatient_emergency 2023 184000", "清溪县人民医院 surgeries 2023 2306"]
    ),
    (
      "2023年，白杨医院将门诊服务延伸到夜间，门诊量12.6万人次。平均住院日7.8天。",
      ["白杨医院 visits_outpatient 2023 126000", "白杨医院 avg_length_of_stay 2023 7.8"]
    ),
    // 上级医院 is no name.
    (
      "清溪县人民医院2023年工作总结\n2023年，上级医院下派专家36人次，门诊量12.6万人次。",
      ["上级医院 experts_dispatched 2023 36", "清溪县人民医院 visits_outpatient 2023 126000"]
    ),
    // Kinds of institutions by level and owner, also after a region's name.
    (
      "2023年江临省三级公立医院门诊次均费用398.2元；二级公立医院次均住院费用6,120元。",
      ["三级公立医院 cost_per_outpatient_visit 2023 398.2", "二级公立医院 cost_per_inpatient 2023 6120"]
    ),
    // Rates of a region's people are not of the hospital that was spoken of before.
    (
      "清溪县2024年政府工作报告\n县人民医院门诊楼投用，新增床位120张；县域内就诊率达91.2%，家庭医生签约率61.5%。",
      ["全县 in_county_rate 2023 91.2", "全县 fd_contract_rate 2023 61.5"]
    ),
    // Campuses have figures of their own.
    (
      "清溪县人民医院2023年10月简报\n北院区：门急诊2.3万人次，出院812人次。",
      ["北院区 visits_outpatient_emergency 2023-10 23000", "北院区 discharges 2023-10 812"]
    ),
    (
      "清溪县2023年上半年家庭医生工作通报\n签约率排名前两位的是柳荫社区卫生服务中心（53.1%）、石桥镇卫生院（50.2%）。",
      ["柳荫社区卫生服务中心 fd_contract_rate 2023-S1 53.1", "石桥镇卫生院 fd_contract_rate 2023-S1 50.2"]
    ),
  ]

  @Test("a figure belongs to whoever the sentence or the one before names", arguments: owners)
  func owner(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }

  static let counts: [(String, [String])] = [
    // Kinds that are counted are parts of all institutions; what follows one of them is its own.
    (
      "宁州市2023年卫生健康统计公报\n年末全市共设96个乡镇卫生院，床位3,120张，卫生人员2,860人。",
      [
        "全市 institutions 2023-12-31 96 of 乡镇卫生院", "乡镇卫生院 beds_open 2023-12-31 3120",
        "乡镇卫生院 staff_total 2023-12-31 2860",
      ]
    ),
    (
      "宁州市2023年卫生健康统计公报\n2023年末，全市医疗卫生机构612个（含村卫生室420个），床位9,120张。",
      [
        "全市 institutions 2023-12-31 612", "全市 institutions 2023-12-31 420 of 村卫生室", "全市 beds_open 2023-12-31 9120",
      ]
    ),
    // Words before 人员 make others of them.
    (
      "宁州市2023年卫生健康统计公报\n卫生人员8,912人，管理人员412人。",
      ["全市 staff_total 2023 8912"]
    ),
  ]

  @Test("institutions are counted by kind", arguments: counts)
  func count(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }

  static let dates: [(String, [String])] = [
    // The day of a press note or notice says the year of its months.
    (
      "清溪县融媒体中心2023年4月9日讯（记者 李然）\n今年一季度，清溪县人民医院门诊量8.3万人次。",
      ["清溪县人民医院 visits_outpatient 2023-Q1 83000"]
    ),
    (
      "发布日期：2022-10-31　来源：县卫生健康局\n截至9月底，清溪县签约居民21.4万人。",
      ["清溪县 fd_contract_people ../2022-09-30 214000"]
    ),
    ("家庭医生工作简报（2023年12月8日）\n截至11月底，清溪县签约率52.3%。", ["清溪县 fd_contract_rate ../2023-11-30 52.3"]),
    // A year that lies ahead is no year of what was.
    (
      "时间：2023年8月16日上午9:30\n到2025年，全市每千人口床位数达到7.5张。上半年，全市总诊疗人次612.4万。",
      ["全市 beds_per_1000 2025 7.5 target", "全市 visits_total 2023-S1 6124000"]
    ),
  ]

  @Test("the day above a text says its year", arguments: dates)
  func date(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let openings: [(String, [String])] = [
    // A text without a title is of whom it begins with.
    ("2022年云溪区共有医疗机构418家。", ["云溪区 institutions 2022 418"]),
    ("仁和县人民医院2023年前10个月门急诊38.2万人次。", ["仁和县人民医院 visits_outpatient_emergency 2023-01/2023-10 382000"]),
    ("我院（云溪县妇幼保健院）2024年剖宫产率41.7%。", ["云溪县妇幼保健院 csection_rate 2024 41.7"]),
    // Names may begin with a numeral, or hold the number that a centre is called by.
    ("五里桥社区卫生服务站2023年10月份接诊1906人次。", ["五里桥社区卫生服务站 visits_total 2023-10 1906"]),
    ("云溪县120急救指挥中心2023年出车11309次。", ["云溪县120急救指挥中心 ems_calls 2023 11309"]),
    // A region after its metric has the value behind it; so has all of a region.
    (
      "云溪县2024年第三季度通报\n老年人健康管理率芦湾镇78.2%、石湾镇74.6%。中医药健康管理率全县平均70.8%。",
      [
        "芦湾镇 elderly_mgmt_rate 2024-Q3 78.2", "石湾镇 elderly_mgmt_rate 2024-Q3 74.6",
        "全县 elderly_tcm_rate 2024-Q3 70.8",
      ]
    ),
    // A department's own report is of it, and of the house what it says of 全院; a telling title names who it tells of.
    (
      "骨科2023年工作总结\n骨科现有床位60张，手术1,804台。全院手术9,600台。",
      ["骨科 beds_open 2023 60", "骨科 surgeries 2023 1804", "医院 surgeries 2023 9600"]
    ),
    ("医务科2023年工作总结\n我院手术9,600台。", ["我院 surgeries 2023 9600"]),
    (
      "每一次托付，都算数——数说云溪县人民医院2023年\n基层上转640人次，出院1.3万人次。",
      ["云溪县人民医院 referrals_up 2023 640", "云溪县人民医院 discharges 2023 13000"]
    ),
    // 在…， names who; a rate of the county is not that of its health centres.
    ("在县人民医院，2023年完成手术3,210台。", ["县人民医院 surgeries 2023 3210"]),
    (
      "2023年，全县乡镇卫生院门诊31万人次。县域内就诊率91.2%。",
      ["乡镇卫生院 visits_outpatient 2023 310000", "- in_county_rate 2023 91.2"]
    ),
    // An office of health is no facility of its own in a report that names its owner.
    ("云溪县2024年工作总结\n县卫健局组织培训5期。", ["全县 trainings 2024 5"]),
  ]

  @Test("whose figures are, where no title says it", arguments: openings)
  func opening(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let periods: [(String, [String])] = [
    // Months from January, behind a year; 提前两个月 names none.
    ("云溪县人民医院2024年前11个月门诊43.9万人次。", ["云溪县人民医院 visits_outpatient 2024-01/2024-11 439000"]),
    ("云溪县人民医院2024年出院1.2万人次，提前两个月完成任务。", ["云溪县人民医院 discharges 2024 12000"]),
    // The same months a year before, where the year stands in brackets.
    (
      "云溪县人民医院上半年（2024年1-6月）平均住院日由去年同期的8.1天压缩至7.6天。",
      ["云溪县人民医院 avg_length_of_stay 2023-01/2023-06 8.1", "云溪县人民医院 avg_length_of_stay 2024-01/2024-06 7.6"]
    ),
    // Where nothing else says when, what stands before a period is of the same time.
    (
      "云溪县人民医院党委下辖11个党支部，2024年上半年发展党员5名。",
      ["云溪县人民医院 party_branches 2024-S1 11", "云溪县人民医院 party_members_new 2024-S1 5"]
    ),
    // Since a day long ago: up to the end of the report's time.
    (
      "云溪县2023年前三季度工作总结\n新冠病毒疫苗自2021年1月开打以来累计接种71.9万剂次。",
      ["全县 vaccine_doses ../2023-09-30 719000"]
    ),
    // Months without a year are of the one year that the text names.
    (
      "6月份，全市总诊疗186.4万人次。2024年1—6月出院52.3万人次。",
      ["全市 visits_total 2024-06 1864000", "全市 discharges 2024-01/2024-06 523000"]
    ),
    // 去年（2022年） says which year this is.
    (
      "云溪市第四人民医院去年（2022年）出院病人1.08万人次，今年的目标是1.15万人次。",
      ["云溪市第四人民医院 discharges 2022 10800", "云溪市第四人民医院 discharges 2023 11500 target"]
    ),
    // What is done in a year is of the year, though its end was named before.
    (
      "云溪县人民医院2023年工作总结\n年末职工1486人；开展新技术31项。",
      ["云溪县人民医院 staff_total 2023-12-31 1486", "云溪县人民医院 new_technologies 2023 31"]
    ),
    // A period in brackets at the end may be that of all figures.
    ("我院出院病人2.1万人次，手术5600例（均为2023年数据）。", ["我院 discharges 2023 21000", "我院 surgeries 2023 5600"]),
    // A part of the year up to a day ends with its part of the sentence.
    (
      "云溪县人民医院2023年共梳理问题46个，截至12月底已整改43个；谈心谈话11人次。",
      ["云溪县人民医院 rectify_total 2023 46", "云溪县人民医院 talks 2023 11"]
    ),
  ]

  @Test("when a figure was, by the words that tell it", arguments: periods)
  func period(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }
}
