// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// Lines that results are held against, lists that name nothing of their own, and times and owners told apart.
@Suite("Lines, lists, times and owners")
struct NarrativeLinesTests {
  static let aims: [(String, [String])] = [
    // A requirement, a task or a line that the result before is held against, behind the number or before it.
    (
      "柳川县人民医院2023年工作总结\n接种率96.3%，仍未达到97%的最低要求；门诊9.2万人次，超过卫健局下达的9万人次任务；住院次均费用7,960元，控制在8200元年度目标之内。",
      [
        "柳川县人民医院 cost_per_inpatient 2023 7960", "柳川县人民医院 cost_per_inpatient 2023 8200 target",
        "柳川县人民医院 visits_outpatient 2023 90000 target", "柳川县人民医院 visits_outpatient 2023 92000",
      ]
    ),
    (
      "柳川县人民医院2023年工作总结\n剖宫产率43.5%，未能降至40%以下的控制目标；门诊8.1万人次，推荐标准为7.5万人次以上；医院感染发生率1.1%（标准≤8%）。",
      [
        "柳川县人民医院 csection_rate 2023 40 target", "柳川县人民医院 csection_rate 2023 43.5", "柳川县人民医院 infection_rate 2023 1.1",
        "柳川县人民医院 infection_rate 2023 8 target", "柳川县人民医院 visits_outpatient 2023 75000 target",
        "柳川县人民医院 visits_outpatient 2023 81000",
      ]
    ),
    // The line of a rate that no catalogue knows is none of another rate.
    (
      "柳川县人民医院2023年工作总结\n医院感染发生率1.1%，手卫生依从率82.6%，未达到85%的目标。",
      ["柳川县人民医院 infection_rate 2023 1.1"]
    ),
    // What is written into an agreement, and what came of it.
    (
      "柳川县人民医院2023年院长述职\n年初签订责任书：门诊9万人次、药占比不超过30%。一年来，实际门诊9.4万人次。",
      [
        "柳川县人民医院 drug_ratio 2023 30 target", "柳川县人民医院 visits_outpatient 2023 90000 target",
        "柳川县人民医院 visits_outpatient 2023 94000",
      ]
    ),
    (
      "柳川县2022年公卫推进会\n责任书明确：建档率达到90%以上，高血压患者规范管理率不低于62%。",
      ["全县 health_record_rate 2022 90 target", "全县 htn_std_rate 2022 62 target"]
    ),
    // As many aims as were told before.
    (
      "柳川县人民医院2023年工作总结\n微创手术占比17.9%，CMI值1.02；2024年目标分别为19%和1.08。2025年两项指标力争达到20%、1.10。",
      [
        "柳川县人民医院 cmi 2023 1.02", "柳川县人民医院 cmi 2024 1.08 target", "柳川县人民医院 cmi 2025 1.10 target",
        "柳川县人民医院 surgery_mini_share 2023 17.9", "柳川县人民医院 surgery_mini_share 2024 19 target",
        "柳川县人民医院 surgery_mini_share 2025 20 target",
      ]
    ),
    // Budgets, what is planned with a verb between, what is to be built, and more than was aimed at first.
    (
      "柳川县人民医院2023年预算说明\n2022年总收入2.8亿元。2023年预算总收入3亿元，人员支出占比提高到41%。",
      [
        "柳川县人民医院 revenue_total 2022 280000000", "柳川县人民医院 revenue_total 2023 300000000 target",
        "柳川县人民医院 staff_cost_ratio 2023 41 target",
      ]
    ),
    (
      "柳川县人民医院2023年总结\n计划临时扩增床位80张。项目建成后，年门诊量可达15万人次，2023年实际门诊9.4万人次。手术确保3,200台、力争3,400台。",
      [
        "柳川县人民医院 surgeries 2023 3200 target", "柳川县人民医院 surgeries 2023 3400 target",
        "柳川县人民医院 visits_outpatient - 150000 target", "柳川县人民医院 visits_outpatient 2023 94000",
      ]
    ),
    // A question announces plans; a gap from an aim is no plan.
    (
      "柳川县人民医院2023年总结\n明年怎么干？一是药占比降到26%；二是平均住院日7天。",
      ["柳川县人民医院 avg_length_of_stay 2024 7 target", "柳川县人民医院 drug_ratio 2024 26 target"]
    ),
    (
      "柳川县人民医院2023年总结\n五、存在问题及下步要求\n三四级手术占比51.3%，距55%的年度目标尚有差距。",
      ["柳川县人民医院 surgery_l34_share 2023 51.3", "柳川县人民医院 surgery_l34_share 2023 55 target"]
    ),
  ]

  @Test("an aim is told from the result that stands beside it", arguments: aims)
  func aim(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted()) }

  static let lists: [(String, [String])] = [
    // Several values to several, quarters that share a word or are named by their ends, and bare numbers.
    (
      "柳川县2022年妇幼年报\n婴儿死亡率、5岁以下儿童死亡率由2020年的2.87‰、4.05‰降至1.96‰、3.27‰。",
      [
        "全县 infant_mortality_rate 2020 2.87", "全县 infant_mortality_rate 2022 1.96",
        "全县 under5_mortality_rate 2020 4.05", "全县 under5_mortality_rate 2022 3.27",
      ]
    ),
    (
      "柳川市中心血站2020年总结\n一季度献血6,112人次；二、三季度分别为9,954和10,487人次。",
      ["柳川市中心血站 blood_donors 2020-Q1 6112", "柳川市中心血站 blood_donors 2020-Q2 9954", "柳川市中心血站 blood_donors 2020-Q3 10487"]
    ),
    (
      "柳川市中心血站2020年总结\n一至四季度献血人次分别为6,902、7,764、8,380和9,827人次。",
      [
        "柳川市中心血站 blood_donors 2020-Q1 6902", "柳川市中心血站 blood_donors 2020-Q2 7764", "柳川市中心血站 blood_donors 2020-Q3 8380",
        "柳川市中心血站 blood_donors 2020-Q4 9827",
      ]
    ),
    (
      "柳川县2023年通报\n出院人次，县人民医院14,208，县中医院6,137。住院次均费用最高的是县人民医院7,352元，其次是县中医院5,814元。",
      [
        "县中医院 cost_per_inpatient 2023 5814", "县中医院 discharges 2023 6137", "县人民医院 cost_per_inpatient 2023 7352",
        "县人民医院 discharges 2023 14208",
      ]
    ),
    // Behind a remark in brackets, of those told in turn, of departments, levels and groups.
    (
      "柳川市2021年统计公报\n床位2.3万张，其中医院1.7万张（占75.3%）、基层医疗卫生机构5,310张。",
      ["全市 beds_open 2021 23000", "医院 beds_open 2021 17000", "基层医疗卫生机构 beds_open 2021 5310"]
    ),
    (
      "柳川县医共体2023年总结\n平均住院日牵头医院7.4天、成员单位6.2天。住院次均费用分别为6,842元和2,157元。",
      [
        "成员单位 avg_length_of_stay 2023 6.2", "成员单位 cost_per_inpatient 2023 2157", "牵头医院 avg_length_of_stay 2023 7.4",
        "牵头医院 cost_per_inpatient 2023 6842",
      ]
    ),
    (
      "柳川县人民医院2023年总结\n部分科室平均住院日偏长，骨科、神经外科分别为10.4天和11.7天，明年目标分别控制在9.5天、10.8天以内。",
      [
        "柳川县人民医院 avg_length_of_stay 2023 10.4 of 骨科", "柳川县人民医院 avg_length_of_stay 2023 11.7 of 神经外科",
        "柳川县人民医院 avg_length_of_stay 2024 10.8 target of 神经外科", "柳川县人民医院 avg_length_of_stay 2024 9.5 target of 骨科",
      ]
    ),
    (
      "柳川县人民医院2023年总结\n出院5127人次。分科看，骨科612人次，呼吸内科703人次。抗菌药物使用强度37.6DDDs。超标科室：呼吸内科68.3、ICU102.5。",
      [
        "柳川县人民医院 antibiotic_intensity 2023 102.5 of ICU", "柳川县人民医院 antibiotic_intensity 2023 37.6",
        "柳川县人民医院 antibiotic_intensity 2023 68.3 of 呼吸内科", "柳川县人民医院 discharges 2023 5127",
        "柳川县人民医院 discharges 2023 612 of 骨科", "柳川县人民医院 discharges 2023 703 of 呼吸内科",
      ]
    ),
    (
      "柳川县医保局2023年情况\n县、乡两级住院次均费用分别为5,386元和2,174元。",
      ["乡级 cost_per_inpatient 2023 2174", "县级 cost_per_inpatient 2023 5386"]
    ),
    (
      "柳川县人民医院党委2023年总结\n党员中，女党员149名，35岁以下92名，研究生、本科的分别是38名、201名。",
      [
        "柳川县人民医院 party_members 2023 149 of 女", "柳川县人民医院 party_members 2023 201 of 本科",
        "柳川县人民医院 party_members 2023 38 of 研究生", "柳川县人民医院 party_members 2023 92 of 35岁以下",
      ]
    ),
    (
      "柳川县2023年统计公报\n执业医师988人、注册护士1,146人，每千人口分别达到2.41人、2.79人。接受健康管理的65岁及以上老年人7.64万人，高血压患者4.93万人。",
      [
        "全县 doctors 2023 988", "全县 doctors_per_1000 2023 2.41", "全县 elderly_managed 2023 76400",
        "全县 htn_managed 2023 49300", "全县 nurses 2023 1146", "全县 nurses_per_1000 2023 2.79",
      ]
    ),
    (
      "柳川街道社区卫生服务中心2023年总结\n签约居民26,051人，签约率36.0%；重点人群11,940人，签约率70.4%。",
      [
        "柳川街道社区卫生服务中心 fd_contract_people 2023 11940 of 重点人群", "柳川街道社区卫生服务中心 fd_contract_people 2023 26051",
        "柳川街道社区卫生服务中心 fd_contract_rate 2023 36.0", "柳川街道社区卫生服务中心 fd_contract_rate_key 2023 70.4",
      ]
    ),
    (
      "柳川县人民医院党委2023年总结\n党员528名，占职工总数的32.6%，其中女党员297名，35岁以下164名。职工917名（医生258名、驾驶员5名）。",
      [
        "柳川县人民医院 party_members 2023 528", "柳川县人民医院 party_members 2023 297 of 女",
        "柳川县人民医院 party_members 2023 164 of 35岁以下", "柳川县人民医院 staff_total 2023 917", "柳川县人民医院 doctors 2023 258",
        "柳川县人民医院 staff_total 2023 5 of 驾驶员",
      ]
    ),
    (
      "柳川县人民医院2023年总结\n一、二、三季度门诊量分别为9,846人次、9,031人次、9,403人次。",
      [
        "柳川县人民医院 visits_outpatient 2023-Q1 9846", "柳川县人民医院 visits_outpatient 2023-Q2 9031",
        "柳川县人民医院 visits_outpatient 2023-Q3 9403",
      ]
    ),
  ]

  @Test("values in turn belong to what was told before them", arguments: lists)
  func list(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted()) }

  static let times: [(String, [String])] = [
    // Months before 经济 are months; the parts of a year in a file name, thirds of a month, weeks and school years before.
    (
      "柳川县人民医院2025年1—9月经济运行分析\n出院1.2万人次。",
      ["柳川县人民医院 discharges 2025-01/2025-09 12000"]
    ),
    (
      "医疗服务旬报（2020年3月上旬）\n本旬，全县门急诊19800人次；县中医院门急诊3915人次，上旬为3204人次。",
      [
        "全县 visits_outpatient_emergency 2020-03-01/2020-03-10 19800",
        "县中医院 visits_outpatient_emergency 2020-02-21/2020-02-29 3204",
        "县中医院 visits_outpatient_emergency 2020-03-01/2020-03-10 3915",
      ]
    ),
    (
      "医政工作周报\n第32期（2023年8月7日—8月13日）\n本周，我院门急诊12630人次，上周为11904人次。",
      [
        "我院 visits_outpatient_emergency 2023-07-31/2023-08-06 11904",
        "我院 visits_outpatient_emergency 2023-08-07/2023-08-13 12630",
      ]
    ),
    (
      "柳川大学校医院工作总结\n本学年（2021年9月至2022年8月），门诊3.64万人次，上一学年为2.97万人次。",
      ["柳川大学校医院 visits_outpatient 2020-09/2021-08 29700", "柳川大学校医院 visits_outpatient 2021-09/2022-08 36400"]
    ),
    // A paper of a day is of its year, and a remark in a heading is of all below it.
    (
      "全区新冠疫苗接种工作专报（2022年2月21日）\n截至2月20日24时，全区累计接种新冠疫苗1,204,356剂次。3月底前全程接种率达到90%（目前83.7%）。",
      [
        "全区 vacc_rate_full ../2022-02-20 83.7", "全区 vacc_rate_full 2022-03-31 90 target",
        "全区 vaccine_doses ../2022-02-20 1204356",
      ]
    ),
    (
      "柳川县妇幼保健院\n2020年上半年工作报告\n一、主要指标（2019年10月1日至2020年3月31日年报口径另报，以下均为1—6月数据）\n1.活产数2,318人。",
      ["柳川县妇幼保健院 newborns 2020-01/2020-06 2318"]
    ),
    // What was told for all of the time and then for a part of it; years end with their list; the year of an end.
    (
      "柳川县2025年1—9月通报\n总诊疗178万人次；出院6.8万人次。其中三季度总诊疗60万人次；出院2.2万人次。",
      [
        "全县 discharges 2025-01/2025-09 68000", "全县 discharges 2025-Q3 22000", "全县 visits_total 2025-01/2025-09 1780000",
        "全县 visits_total 2025-Q3 600000",
      ]
    ),
    (
      "柳川县2016年总结\n2014—2016年，县域内就诊率分别为78.2%、84.6%和88.9%；基层诊疗占比62.5%。",
      [
        "全县 in_county_rate 2014 78.2", "全县 in_county_rate 2015 84.6", "全县 in_county_rate 2016 88.9",
        "全县 primary_visit_share 2016 62.5",
      ]
    ),
    (
      "柳川乡卫生院三年发展规划（2020—2022年）\n2019年底，全院职工38人，当年门诊2.9万人次。",
      ["柳川乡卫生院 staff_total 2019-12-31 38", "柳川乡卫生院 visits_outpatient 2019 29000"]
    ),
    // A month that one item names.
    (
      "柳川县人民医院2024年三季度分析\n一是8月以后住院增长乏力，应予关注；二是病床使用率仅78.9%。",
      ["柳川县人民医院 bed_occupancy_rate 2024-Q3 78.9"]
    ),
  ]

  @Test("a figure is of the time that the paper or the words around it give", arguments: times)
  func time(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted()) }

  static let owners: [(String, [String])] = [
    // Behind 仅 and 另有, visitors, counties and the house ranked next.
    (
      "柳川县2025年通报\n一季度，全县基层医疗卫生机构诊疗21.3万人次。仅河口镇中心卫生院，一季度门诊就达1.46万人次。",
      ["基层医疗卫生机构 visits_total 2025-Q1 213000", "河口镇中心卫生院 visits_outpatient 2025-Q1 14600"]
    ),
    (
      "柳川街道社区卫生服务中心2023年总结\n市二院专家下沉坐诊412人次，上转537人次。向对口乡镇卫生院下派专家384人次。",
      [
        "柳川街道社区卫生服务中心 experts_dispatched 2023 384", "柳川街道社区卫生服务中心 experts_dispatched 2023 412",
        "柳川街道社区卫生服务中心 referrals_up 2023 537",
      ]
    ),
    (
      "柳川市2018年调研报告\n平湖县县域内就诊率90.4%，基层诊疗占比61.8%；江北区因紧邻市级医院，基层诊疗占比38.9%。",
      ["平湖县 in_county_rate 2018 90.4", "平湖县 primary_visit_share 2018 61.8", "江北区 primary_visit_share 2018 38.9"]
    ),
    (
      "柳川县人民医院2023年运营分析\n心内科出院1,486人次，床位使用率103.5%；康复科开了40张床，使用率58.2%。",
      [
        "柳川县人民医院 bed_occupancy_rate 2023 103.5 of 心内科", "柳川县人民医院 bed_occupancy_rate 2023 58.2 of 康复科",
        "柳川县人民医院 discharges 2023 1486 of 心内科",
      ]
    ),
  ]

  @Test("a figure belongs to the house or department spoken of", arguments: owners)
  func owner(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }
}
