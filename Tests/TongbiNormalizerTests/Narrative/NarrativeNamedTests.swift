// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// What figures are of whose names are cut short, joined or turned round.
@Suite("Named otherwise")
struct NarrativeNamedTests {
  static let names: [(String, [String])] = [
    // Kinds of vaccines are parts only where others are told.
    ("柳川镇卫生院2022年工作总结\n全年接种免疫规划疫苗6,812剂次。", ["柳川镇卫生院 vaccine_doses 2022 6812"]),
    (
      "柳川镇卫生院2022年工作总结\n全年接种免疫规划疫苗6,812剂次，非免疫规划疫苗806剂次。",
      ["柳川镇卫生院 vaccine_doses 2022 6812 of 接种免疫规划疫苗", "柳川镇卫生院 vaccine_doses 2022 806 of 非免疫规划疫苗"]
    ),
    ("柳川镇卫生院2015年工作总结\n接种门诊共接种一类疫苗、二类疫苗合计2,486剂次。", ["柳川镇卫生院 vaccine_doses 2015 2486"]),
    // Names cut short by what the sentence said before.
    (
      "柳川县人民医院2023年工作总结\n组织两轮区域核酸筛查，共筛查28.6万人次。全年检测核酸31.8万人次。",
      ["柳川县人民医院 nat_tests 2023 286000", "柳川县人民医院 nat_tests 2023 318000"]
    ),
    ("柳川县妇幼保健院2018年工作总结\n承担农村妇女“两癌”检查项目，完成筛查9,860人。", ["柳川县妇幼保健院 screening_persons 2018 9860"]),
    ("柳川镇卫生院2022年工作总结\n公卫经费到位晚，上半年只到账86.4万元。", ["柳川镇卫生院 phs_fund_received 2022-S1 864000"]),
    (
      "柳川县卫生局2012年工作总结\n管理65岁以上老年人4.86万人、高血压患者3.42万人、糖尿病患者0.88万人。",
      ["柳川县卫生局 dm_managed 2012 8800", "柳川县卫生局 elderly_managed 2012 48600", "柳川县卫生局 htn_managed 2012 34200"]
    ),
    ("柳川镇卫生院2016年工作总结\n恢复开展外科手术，半年做了186台。", ["柳川镇卫生院 surgeries 2016 186"]),
    ("柳川镇卫生院2016年工作总结\n停了多年的阑尾、疝气手术也恢复了，半年做了43台。", []),
    // Branches and their members, whatever they do; those renewed; deeds behind who did them.
    (
      "柳川县人民医院2023年工作总结\n9个党支部、186名党员开展主题党日98次。党支部发展党员3名。",
      [
        "柳川县人民医院 party_branches 2023 9",
        "柳川县人民医院 party_days 2023 98",
        "柳川县人民医院 party_members 2023 186",
        "柳川县人民医院 party_members_new 2023 3",
      ]
    ),
    (
      "柳川县人民医院2023年工作总结\n7个党支部如期完成换届，科主任“双带头人”21名。",
      ["柳川县人民医院 branch_renewals 2023 7", "柳川县人民医院 double_leaders 2023 21"]
    ),
    // Events by where they went, and whom they reached in their own sentence.
    (
      "柳川县人民医院2023年工作总结\n义诊下乡16次。组织专家义诊18场次，惠及妇女儿童2,460人次。",
      [
        "柳川县人民医院 volunteer_clinic_served 2023 2460",
        "柳川县人民医院 volunteer_clinics 2023 16",
        "柳川县人民医院 volunteer_clinics 2023 18",
      ]
    ),
    (
      "柳川县人民医院2023年工作总结\n组织义诊26场次，接诊群众5,860人次。严格执行先诊疗后付费，惠及贫困患者2,870人次。",
      ["柳川县人民医院 volunteer_clinic_served 2023 5860", "柳川县人民医院 volunteer_clinics 2023 26"]
    ),
    (
      "柳川县人民医院2023年工作总结\n举办疫情防控和业务培训24期，42人次获得县级以上表彰。",
      ["柳川县人民医院 awards_persons 2023 42", "柳川县人民医院 trainings 2023 24"]
    ),
    // What is no figure of the metric that its words begin or end with.
    ("柳川县人民医院2023年工作总结\n艾滋病抗病毒治疗门诊在治患者1,206人。电话回访出院患者1,180人。", []),
    ("柳川镇卫生院2023年工作总结\n5.预防接种。建证率100%，国家免疫规划疫苗接种率97.2%。", ["柳川镇卫生院 epi_coverage 2023 97.2"]),
    ("柳川村卫生室2019年工作汇报\n糖尿病规范管理率86.4%。65岁往上的老人全村168个，管理率79.6%。", ["柳川村卫生室 dm_std_rate 2019 86.4"]),
    (
      "柳川县妇幼保健院2025年上半年工作总结\n全县活产数1,086人，孕产妇系统管理率95.4%。全县“两癌”筛查民生实事项目全年任务5,000人，上半年已完成3,260人。",
      ["全县 maternal_mgmt_rate 2025-S1 95.4", "全县 newborns 2025-S1 1086"]
    ),
    ("柳川县2025年村医工作汇报\n全县在岗乡村医生462人，其中执业（助理）医师186人。", []),
    // Satisfaction is of those who are named beside it; words of contrast join a name and its value.
    (
      "柳川县人民医院2023年工作总结\n出院患者电话随访率95%，患者满意度94.6%。职工满意度却只有82.6%。",
      ["柳川县人民医院 satisfaction 2023 94.6", "柳川县人民医院 satisfaction_staff 2023 82.6"]
    ),
    (
      "柳川县人民医院2023年工作总结\n住院分娩率连续五年100%。云坪镇卫生院高血压患者规范管理率经核实仅为62.4%。",
      ["云坪镇卫生院 htn_std_rate 2023 62.4", "柳川县人民医院 hospital_delivery_rate 2023 100"]
    ),
    // A rate of all before that of its key groups.
    (
      "柳川镇卫生院2024年工作总结\n签约居民12,860人，其中重点人群7,240人，签约率41.6%，重点人群签约率78.2%。",
      [
        "柳川镇卫生院 fd_contract_people 2024 12860",
        "柳川镇卫生院 fd_contract_people 2024 7240 of 重点人群",
        "柳川镇卫生院 fd_contract_rate 2024 41.6",
        "柳川镇卫生院 fd_contract_rate_key 2024 78.2",
      ]
    ),
  ]

  @Test("what a figure is of that is not named in full", arguments: names)
  func name(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let changes: [(String, [String])] = [
    // Changes by words that state one only behind a base, and of the figure that is counted so.
    ("柳川镇卫生院2022年工作总结\n在管高血压患者4,186人，比上年新增162人。", ["htn_managed absolute 162 2021"]),
    ("柳川县疾控中心2021年工作总结\n举办业务培训28期，累计培训2,680人次，较上年增加11期。", ["trainings absolute 11 2020"]),
    (
      "柳川县2022年汇报\n云坪镇卫生院药占比36.8%；石湾镇卫生院医疗收入228.6万元，药占比51.2%，前者同比提高1.2个百分点，后者提高4.1个百分点。",
      ["drug_ratio points 1.2 2021", "drug_ratio points 4.1 2021"]
    ),
    (
      "柳川县人民医院2023年工作总结\n病床使用率83.6%，平均住院日7.6天，后两项指标同比分别下降1.4个百分点、0.2天。",
      ["avg_length_of_stay absolute -0.2 2022", "bed_occupancy_rate points -1.4 2022"]
    ),
    (
      "柳川县2024年上半年总结\n全县签约率48.6%，重点人群签约率77.4%，两项比例分别比年初提高1.2个和2.4个百分点。",
      ["fd_contract_rate points 1.2 2023-12-31", "fd_contract_rate_key points 2.4 2023-12-31"]
    ),
  ]

  @Test("what a change is of that other words state", arguments: changes)
  func change(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.changesByMetric(text).sorted() == expected.sorted())
  }
}
