// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Whose and when figures are in texts whose title does not say it.
@Suite("Owners of figures")
struct NarrativeOwnersTests {
  static let owners: [(String, [String])] = [
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
}
