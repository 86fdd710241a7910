// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Sentences of bulletins and notices, which speak of many facilities at once.
@Suite("Sentences of bulletins")
struct NarrativeBulletinTests {
  static let rankings: [(String, [String])] = [
    // A ranking has one metric, and each facility its value.
    (
      "清江县2023年公共卫生工作通报\n老年人健康管理率64%，排名前两位的是：云岭镇卫生院72.6%、河西街道社区卫生服务中心70.4%；排名末位的白石镇48.9%。糖尿病规范管理率73%。",
      [
        "全县 elderly_mgmt_rate 2023 64", "云岭镇卫生院 elderly_mgmt_rate 2023 72.6",
        "河西街道社区卫生服务中心 elderly_mgmt_rate 2023 70.4", "白石镇 elderly_mgmt_rate 2023 48.9", "全县 dm_std_rate 2023 73",
      ]
    ),
    (
      "清江县2023年公共卫生工作通报\n高血压规范管理率最高的云岭镇卫生院达到84.2%，最低的白石镇卫生院为61.5%。",
      ["云岭镇卫生院 htn_std_rate 2023 84.2", "白石镇卫生院 htn_std_rate 2023 61.5"]
    ),
    (
      "清江县2023年公共卫生工作通报\n签约率超过45%的有云岭镇（48.2%）、白石镇（46.7%）2个乡镇。",
      ["云岭镇 fd_contract_rate 2023 48.2", "白石镇 fd_contract_rate 2023 46.7"]
    ),
    (
      "宁州市2023年家庭医生工作通报\n【各县情况】清江县签约率45.3%、白河县43.9%。重点人群签约率方面，清江县、白河县分别为88.7%、86.4%。",
      [
        "清江县 fd_contract_rate 2023 45.3", "白河县 fd_contract_rate 2023 43.9",
        "清江县 fd_contract_rate_key 2023 88.7", "白河县 fd_contract_rate_key 2023 86.4",
      ]
    ),
    // Departments are parts of the facility.
    (
      "清江县人民医院2024年3月质量通报\n平均住院日排名靠前的科室：肿瘤科13.2天、神经内科11.8天；最短的眼科为3.1天。",
      [
        "清江县人民医院 avg_length_of_stay 2024-03 13.2 of 肿瘤科", "清江县人民医院 avg_length_of_stay 2024-03 11.8 of 神经内科",
        "清江县人民医院 avg_length_of_stay 2024-03 3.1 of 眼科",
      ]
    ),
    (
      "清江县人民医院2024年3月质量通报\n呼吸与危重症医学科、神经内科床位使用率分别为112.4%和108.0%；眼科仅为38.5%。",
      [
        "清江县人民医院 bed_occupancy_rate 2024-03 112.4 of 呼吸与危重症医学科",
        "清江县人民医院 bed_occupancy_rate 2024-03 108.0 of 神经内科", "清江县人民医院 bed_occupancy_rate 2024-03 38.5 of 眼科",
      ]
    ),
  ]

  @Test("each facility of a ranking has its value of the one metric", arguments: rankings)
  func ranking(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let kinds: [(String, [String])] = [
    // Kinds of institutions that are counted are parts of all; a single one is the subject of what follows.
    (
      "宁州市2023年卫生健康统计公报\n医院中，公立医院58个，民营医院68个。",
      ["全市 institutions 2023 58 of 公立医院", "全市 institutions 2023 68 of 民营医院"]
    ),
    (
      "宁州市2023年卫生健康统计公报\n全市中医类医院18个，床位4,216张。",
      ["全市 institutions 2023 18 of 中医类医院", "中医类医院 beds_open 2023 4216"]
    ),
    (
      "宁州市2023年卫生健康统计公报\n总诊疗人次186万，其中县级医院88万人次，12家社区卫生服务中心98万人次；入院4.2万人次。",
      [
        "全市 visits_total 2023 1860000", "县级医院 visits_total 2023 880000",
        "全市 institutions 2023 12 of 社区卫生服务中心", "社区卫生服务中心 visits_total 2023 980000", "全市 admissions 2023 42000",
      ]
    ),
    // 在基层医疗卫生机构 says where, not who.
    (
      "清江县2023年家庭医生签约服务情况\n签约居民在基层医疗卫生机构就诊23.8万人次，基层就诊率62.4%。",
      ["全县 primary_visit_share 2023 62.4"]
    ),
  ]

  @Test("kinds of institutions are parts, and subjects of what follows them", arguments: kinds)
  func kind(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let periods: [(String, [String])] = [
    // An issue number is no period of its own.
    (
      "宁州市妇幼健康简报（2024年第2期）\n1—6月，全市活产数8,426人。\n剖宫产率46.8%。",
      ["全市 newborns 2024-01/2024-06 8426", "全市 csection_rate 2024-01/2024-06 46.8"]
    ),
    // The month in brackets says when a report was given.
    ("宁州市卫生健康工作报告（2024年1月）\n县域内就诊率91.6%。", ["全市 in_county_rate 2023 91.6"]),
    // Aims lie ahead.
    (
      "清江县人民医院2023年第三季度质量通报\n（2023年10月12日）\n第四季度抗菌药物使用强度须降至40DDDs以下。",
      ["清江县人民医院 antibiotic_intensity 2023-Q4 40 target"]
    ),
    (
      "清江县人民医院2022年工作总结\n二、2023年打算\n新的一年，药占比降到32%以下。", ["清江县人民医院 drug_ratio 2023 32 target"]
    ),
    (
      "清江县人民医院2024年9月运行简报\n2.10月份重点做好清算，力争当月门急诊达到4万人次。",
      ["清江县人民医院 visits_outpatient_emergency 2024-10 40000 target"]
    ),
    // A year named in the sentence before is that of 全年.
    ("2021年，全区住院分娩率100%。全年活产数7,932人。", ["全区 hospital_delivery_rate 2021 100", "全区 newborns 2021 7932"]),
  ]

  @Test("the period of a figure is the report's, not the issue's, and aims lie ahead", arguments: periods)
  func period(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let names: [(String, [String])] = [
    ("期末实有床位450张。", ["- beds_open - 450"]), ("全县分娩活产数5,217人。", ["全县 newborns - 5217"]),
    ("组织全院护理业务培训28次。", ["全院 trainings - 28"]), ("开展主题义诊活动86场。", ["- volunteer_clinics - 86"]),
    ("发热门诊全年接诊1.93万人次。", ["- visits_fever - 19300"]), ("向上级医院转诊238人次。", ["- referrals_up - 238"]),
    ("65岁及以上老年人4,216人，健康管理3,056人。", ["- elderly_managed - 3056"]),
    ("巡察反馈的38个问题，已完成整改36个。", ["- rectify_total - 38"]),
    ("次均费用：门诊236.8元，住院7,846元。", ["- cost_per_outpatient_visit - 236.8", "- cost_per_inpatient - 7846"]),
    ("药品收入5,216万元，医疗收入2.03亿元，其中药品收入5,216万元，占医疗收入25.7%。", ["- drug_ratio - 25.7"]),
    ("家庭医生签约1.26万户、3.42万人。", ["- fd_contract_people - 34200"]),
    (
      "60岁以上人群全程接种率91.2%，加强免疫接种率80.4%。",
      ["- vacc_rate_full - 91.2 of 60岁以上人群", "- vacc_rate_booster - 80.4 of 60岁以上人群"]
    ),
    // What looks like a metric and is none.
    ("单日最高门诊量2,146人次。", []), ("培训基层人员1,864人次。", []), ("新院区规划床位800张。", ["新院区 beds_open - 800 target"]),
    ("慰问困难党员及群众23人。", []),
  ]

  @Test("names with words before or inside them, and names cut short, are those of the catalogue", arguments: names)
  func name(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).filter { !$0.contains("revenue") } == expected)
  }

  static let changes: [(String, [String])] = [
    ("门诊15.3万人次，同口径增长4.2%。", ["percent 4.2 yearEarlier"]), ("总诊疗人次年均增长5.6%。", ["percent 5.6 other"]),
    ("手术12,637例，上年10,893例，增长16.0%。", ["percent 16.0 yearEarlier"]),
    ("门急诊68.4万人次，与2022年的612,480人次相比，增加7.2万人次。", ["absolute 72000 yearEarlier"]),
    ("平均住院日7.5天，较上月延长0.1天。", ["absolute 0.1 preceding"]),
  ]

  @Test("bases are told by words of scope and by the value of the year before", arguments: changes)
  func change(text: String, expected: [String]) { #expect(NarrativeRulesTests.changes(text) == expected) }
}
