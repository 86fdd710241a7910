// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Departments, kinds spoken of together, lists in brackets, and names that words before complete.
@Suite("Parts and deeds in sentences")
struct NarrativePartsTests {
  static let partsOfTold: [(String, [String])] = [
    // The share of primary care is the region's, and none of those told after it.
    (
      "云溪县2023年工作总结\n全县总诊疗213.7万人次，其中基层医疗卫生机构126.5万人次，占59.2%；医院87.2万人次。",
      [
        "全县 visits_total 2023 2137000", "基层医疗卫生机构 visits_total 2023 1265000", "全县 primary_visit_share 2023 59.2",
        "医院 visits_total 2023 872000",
      ]
    ),
    // A kind of doctors is a part of the doctors, not of all who work there.
    (
      "云溪县人民医院2023年工作总结\n现有职工386人，其中执业医师124人，中医类别医师71人。",
      [
        "云溪县人民医院 staff_total 2023 386", "云溪县人民医院 doctors 2023 124", "云溪县人民医院 doctors 2023 71 of 中医类别",
      ]
    ),
    // A part of what shares its unit and its name, though another figure stands between.
    (
      "云溪县中心血站2023年工作总结\n无偿献血2.1万人次，采血量3.8万单位，其中团体献血7177人次。",
      [
        "云溪县中心血站 blood_donors 2023 21000", "云溪县中心血站 blood_volume 2023 38000",
        "云溪县中心血站 blood_donors 2023 7177 of 团体献血",
      ]
    ),
  ]

  @Test("a part is one of the figure whose unit and name it shares", arguments: partsOfTold)
  func ofTold(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let parts: [(String, [String])] = [
    // A department that a sentence begins with is a part of the facility, for all its figures.
    (
      "清溪县人民医院2023年工作总结\n眼科2023年门诊1.2万人次，出院836人次。全院出院2.1万人次。",
      [
        "清溪县人民医院 visits_outpatient 2023 12000 of 眼科", "清溪县人民医院 discharges 2023 836 of 眼科",
        "清溪县人民医院 discharges 2023 21000",
      ]
    ),
    (
      "清溪县人民医院2023年工作总结\n平均住院日超过9天的科室有2个，分别为肿瘤科（12.4天）、神经内科（10.1天）。",
      ["清溪县人民医院 avg_length_of_stay 2023 12.4 of 肿瘤科", "清溪县人民医院 avg_length_of_stay 2023 10.1 of 神经内科"]
    ),
    (
      "清溪县2023年公共卫生工作通报\n老年人健康管理率排前两位的乡镇是青石镇77.1%、柳河乡75.2%，排末位的是沙坪镇51.8%。",
      [
        "青石镇 elderly_mgmt_rate 2023 77.1", "柳河乡 elderly_mgmt_rate 2023 75.2", "沙坪镇 elderly_mgmt_rate 2023 51.8",
      ]
    ),
    // Two kinds with one value are one owner; with two values each has its own.
    (
      "宁州市2023年卫生健康统计公报\n乡镇卫生院和社区卫生服务中心诊疗612万人次。",
      ["乡镇卫生院和社区卫生服务中心 visits_total 2023 6120000"]
    ),
    (
      "宁州市2023年卫生健康统计公报\n乡镇卫生院和社区卫生服务中心病床使用率分别为41.2%和36.8%。",
      ["乡镇卫生院 bed_occupancy_rate 2023 41.2", "社区卫生服务中心 bed_occupancy_rate 2023 36.8"]
    ),
    // A kind holds for the sentence after it; rates of people are the region's.
    (
      "宁州市2023年卫生健康统计公报\n医院次均门诊费用298元。次均住院费用8,120元。孕产妇死亡率6.1/10万。",
      [
        "医院 cost_per_outpatient_visit 2023 298", "医院 cost_per_inpatient 2023 8120",
        "全市 maternal_mortality_ratio 2023 6.1",
      ]
    ),
    // After parts the whole speaks again.
    (
      "2023年末全市共有医疗卫生机构床位3.1万张，其中医院2.4万张，乡镇卫生院0.5万张。全年总诊疗人次2,160万人次。",
      [
        "全市 beds_open 2023-12-31 31000", "医院 beds_open 2023-12-31 24000", "乡镇卫生院 beds_open 2023-12-31 5000",
        "全市 visits_total 2023 21600000",
      ]
    ),
    // A further part behind a semicolon, under a name of its own.
    (
      "清溪县2023年工作总结\n“两癌”筛查6,200人，其中宫颈癌筛查3,200人；乳腺癌筛查3,000人。",
      [
        "全县 screening_persons 2023 6200", "全县 screening_persons 2023 3200 of 宫颈癌筛查",
        "全县 screening_persons 2023 3000 of 乳腺癌筛查",
      ]
    ),
    // The share in brackets is the figure's.
    (
      "清溪县人民医院2023年工作总结\n医疗收入1.2亿元，药品收入3,120万元（占26.0%）。",
      [
        "清溪县人民医院 revenue_medical 2023 120000000", "清溪县人民医院 revenue_drug 2023 31200000",
        "清溪县人民医院 drug_ratio 2023 26.0",
      ]
    ),
  ]

  static let wards: [(String, [String])] = [
    // Those saved among some are no rate of all; what only one department has is no part of more.
    (
      "云溪县妇幼保健院2023年工作总结\n收治危重新生儿126例，抢救成功率96.4%。抢救危重病人410例，抢救成功率93.1%。",
      [
        "云溪县妇幼保健院 rescue_success_rate 2023 96.4 of 危重新生儿", "云溪县妇幼保健院 rescue_success_rate 2023 93.1",
      ]
    ),
    (
      "云溪县人民医院2023年运行分析\n其中骨科出院304人次，同比增长6%；产科出院238人次，分娩211例，剖宫产率41.2%。",
      [
        "云溪县人民医院 discharges 2023 304 of 骨科", "云溪县人民医院 discharges 2023 238 of 产科",
        "云溪县人民医院 deliveries 2023 211", "云溪县人民医院 csection_rate 2023 41.2",
      ]
    ),
    (
      "云溪县人民医院2023年工作总结\n儿科接诊3.2万人次，急诊科接诊2.8万人次。发热门诊24小时值守，接诊1.1万人次。",
      [
        "云溪县人民医院 visits_total 2023 32000 of 儿科", "云溪县人民医院 visits_emergency 2023 28000",
        "云溪县人民医院 visits_fever 2023 11000",
      ]
    ),
    (
      "云溪县2023年疾控工作总结\n流感疫苗接种1.2万剂次，新冠疫苗接种点累计接种3.2万剂次，预防接种门诊累计接种疫苗4.6万剂次。核酸采样点42个，累计采样9.6万人次。",
      [
        "全县 vaccine_doses 2023 12000 of 流感疫苗接种", "全县 vaccine_doses 2023 32000", "全县 vaccine_doses 2023 46000",
        "全县 nat_tests 2023 96000",
      ]
    ),
    (
      "云溪县人民医院2023年工作总结\n设计床位500张，开放床位420张。非计划重返手术5例。“3+N”家庭医生团队12个。",
      [
        "云溪县人民医院 beds_open 2023 500 target", "云溪县人民医院 beds_open 2023 420", "云溪县人民医院 fd_teams 2023 12",
      ]
    ),
    (
      "云溪县人民医院2023年工作总结\n药占比28.4%，而上年为29.2%，平均住院日7.6天。",
      [
        "云溪县人民医院 drug_ratio 2023 28.4", "云溪县人民医院 drug_ratio 2022 29.2",
        "云溪县人民医院 avg_length_of_stay 2023 7.6",
      ]
    ),
    // What was done to something ends with a dash; 将 is no part of what it stands before.
    (
      "云溪县人民医院2023年工作总结\n受新增床位影响——开放床位由260张增加到310张。建议将感染科床位压缩至28张。",
      [
        "云溪县人民医院 beds_open - 260", "云溪县人民医院 beds_open 2023 310",
        "云溪县人民医院 beds_open 2023 28 target of 感染科",
      ]
    ),
    // An earlier year told in contrast holds for its one value; shares of the grassroots are the county's.
    (
      "云溪县2023年医改情况\n乡镇卫生院手术268台，而2020年仅103台；乡镇卫生院床位使用率61.5%，基层诊疗占比62%。",
      [
        "乡镇卫生院 surgeries 2023 268", "乡镇卫生院 surgeries 2020 103", "乡镇卫生院 bed_occupancy_rate 2023 61.5",
        "全县 primary_visit_share 2023 62",
      ]
    ),
  ]

  @Test("what is told of some is of them alone", arguments: wards)
  func ward(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  @Test("parts and kinds keep their own figures", arguments: parts)
  func part(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let deeds: [(String, [String])] = [
    // Money of public health by the words before it.
    (
      "清溪县2023年工作总结\n基本公共卫生服务补助标准提高到89元，全年到位资金3,120万元，支出2,980万元。",
      ["全县 phs_fund_received 2023 31200000", "全县 phs_fund_spent 2023 29800000"]
    ),
    // Professionals sent to help below; those sent to learn are none.
    ("清溪县人民医院2023年工作总结\n向6家成员单位派驻业务骨干18名。", ["清溪县人民医院 experts_dispatched 2023 18"]),
    ("清溪县人民医院2023年工作总结\n选派业务骨干18名到上级医院进修。", []),
    ("清溪县人民医院2023年工作总结\n三级质控发现问题96个，约谈科主任4人次。", ["清溪县人民医院 rectify_total 2023 96", "清溪县人民医院 talks 2023 4"]),
    // What is striven for is an aim; what was won is none.
    (
      "清溪县人民医院2023年上半年工作总结\n争取全年出院达到1.8万人次。争取项目资金1,200万元。",
      ["清溪县人民医院 discharges 2023 18000 target"]
    ),
    // When a building opened is no time of the beds after it.
    ("清溪县人民医院2023年工作总结\n综合楼于9月投入使用，开放床位620张。", ["清溪县人民医院 beds_open 2023 620"]),
    ("从2023年前三季度运行情况看，清溪县医共体总诊疗人次61.2万。", ["清溪县医共体 visits_total 2023-01/2023-09 612000"]),
    ("清溪县2023年工作总结\n脱贫户、低保户等特殊人群签约率99.6%。", ["全县 fd_contract_rate_special 2023 99.6"]),
    ("清溪縣2023年工作總結\n註冊護士812人，召開第二屆年會。", ["全县 nurses 2023 812"]),
    ("我国居民人均预期寿命由2021年的78.2岁提高到2022年的78.6岁。", ["全国 life_expectancy 2021 78.2", "全国 life_expectancy 2022 78.6"]),
  ]

  @Test("deeds, money and aims are told by the words around them", arguments: deeds)
  func deed(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }
}
