// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Aims and what came of them, in all the ways in which both stand side by side.
@Suite("Aims beside results")
struct NarrativeAimsTests {
  static let aims: [(String, [String])] = [
    // 计划 before a period or an adverb plans what follows.
    (
      "云溪县卫健局计划明年（2025年）完成门诊12万人次，药占比控制在25%以内。",
      ["云溪县卫健局 visits_outpatient 2025 120000 target", "云溪县卫健局 drug_ratio 2025 25 target"]
    ),
    // By a plan something was done.
    ("云溪县人民医院2024年工作总结\n按年度计划完成门诊12万人次。", ["云溪县人民医院 visits_outpatient 2024 120000"]),
    // A heading may have blanks between its number and its stop.
    (
      "云溪县人民医院2022年上半年工作总结\n五 、 下半年目标\n全年门诊不低于 12 万人次。",
      ["云溪县人民医院 visits_outpatient 2022 120000 target"]
    ),
    // What a plan has set out for a period is an aim in its clause; what was done of it follows.
    (
      "云溪县“十四五”规划确定的2025年每千人口床位数7张、每千人口医师数3.2人两项指标，2024年已分别完成7.12张和3.05人。",
      [
        "云溪县 beds_per_1000 2025 7 target", "云溪县 doctors_per_1000 2025 3.2 target", "云溪县 beds_per_1000 2024 7.12",
        "云溪县 doctors_per_1000 2024 3.05",
      ]
    ),
    // A demand that a result is held against is an aim.
    (
      "云溪县人民医院2024年工作总结\n病床使用率只有73%，与年底90%以上的要求还有差距。",
      ["云溪县人民医院 bed_occupancy_rate 2024 73", "云溪县人民医院 bed_occupancy_rate 2024-12-31 90 target"]
    ),
    // The aim of a year is of the year, in a report of less.
    (
      "云溪县2024年上半年工作总结\n完成“两癌”免费筛查8730人，占年度任务1.2万人的72.8%。",
      ["全县 screening_persons 2024-S1 8730", "全县 screening_persons 2024 12000 target"]
    ),
    // An aim of years of life is no age.
    (
      "云溪县2024年工作总结\n人均预期寿命79.4岁，距2025年79.8岁的目标一步之遥。",
      ["全县 life_expectancy 2024 79.4", "全县 life_expectancy 2025 79.8 target"]
    ),
    // An aim and the result behind it, each by its word.
    (
      "云溪县人民医院2023年工作总结\n门急诊目标任务为42万人次，实际完成44.3万人次；出院任务数2.1万人次，完成2.06万人次。",
      [
        "云溪县人民医院 visits_outpatient_emergency 2023 420000 target",
        "云溪县人民医院 visits_outpatient_emergency 2023 443000", "云溪县人民医院 discharges 2023 21000 target",
        "云溪县人民医院 discharges 2023 20600",
      ]
    ),
    (
      "云溪镇卫生院2022年工作总结\n建档率考核要求不低于85%，实际为93.2%；满意度指标值80%，完成值91.6%。",
      [
        "云溪镇卫生院 health_record_rate 2022 85 target", "云溪镇卫生院 health_record_rate 2022 93.2",
        "云溪镇卫生院 satisfaction 2022 80 target", "云溪镇卫生院 satisfaction 2022 91.6",
      ]
    ),
    // Aims in brackets behind the results that miss them.
    (
      "云溪县人民医院2023年工作总结\n药品收入1.37亿元，耗材收入1.03亿元，双双低于预算（1.45亿元、1.1亿元）。",
      [
        "云溪县人民医院 revenue_drug 2023 137000000", "云溪县人民医院 revenue_consumable 2023 103000000",
        "云溪县人民医院 revenue_drug 2023 145000000 target", "云溪县人民医院 revenue_consumable 2023 110000000 target",
      ]
    ),
    // A limit with the result beside it is an aim; whose aim it is may stand before the noun.
    (
      "云溪县医院2023年工作总结\n危重病人抢救成功率≥90%，实际92.3%；建档率92.1%，省定目标为90%；签约率46.7%。",
      [
        "云溪县医院 rescue_success_rate 2023 90 target", "云溪县医院 rescue_success_rate 2023 92.3",
        "云溪县医院 health_record_rate 2023 92.1", "云溪县医院 health_record_rate 2023 90 target",
        "云溪县医院 fd_contract_rate 2023 46.7",
      ]
    ),
    // An aim of which a share was done, and one that was not.
    (
      "云溪县医院2023年工作总结\n完成投资2.7亿元，占年度计划投资3亿元的90%；门诊人次未能完成105万的年度目标，实际为98.6万人次。",
      [
        "云溪县医院 investment 2023 270000000", "云溪县医院 investment 2023 300000000 target",
        "云溪县医院 visits_outpatient 2023 1050000 target", "云溪县医院 visits_outpatient 2023 986000",
      ]
    ),
    // An aim that stands behind its metric holds for itself alone.
    (
      "云溪区中心血站2022年工作总结\n全年采血任务为4.2万单位，采血量4.1万单位。",
      ["云溪区中心血站 blood_volume 2022 42000 target", "云溪区中心血站 blood_volume 2022 41000"]
    ),
    // What is to be done before a day that is still to come, by a word for the figures told before.
    (
      "云溪区2023年5月医疗服务情况\n常住人口签约率40.3%，重点人群签约率79.8%。年底前两项指标要分别达到45%和85%。",
      [
        "全区 fd_contract_rate 2023-05 40.3", "全区 fd_contract_rate_key 2023-05 79.8",
        "全区 fd_contract_rate 2023-12-31 45 target", "全区 fd_contract_rate_key 2023-12-31 85 target",
      ]
    ),
    // A month that a report cannot know of yet.
    (
      "云溪市人民医院2023年7月药事简报\n8月份，药占比控制在25.5%以内。\n药学部 2023年8月4日",
      ["云溪市人民医院 drug_ratio 2023-08 25.5 target"]
    ),
    // Beside what there is now, what is planned.
    (
      "云溪县中医院2024年计划新增床位80张，使编制床位由目前的320张增至400张。",
      ["云溪县中医院 beds_authorized - 320", "云溪县中医院 beds_authorized 2024 400 target"]
    ),
    // Results of a year before the aim's are none of it.
    (
      "到2026年末，云溪市力争全市床位总数突破1.2万张、注册护士达到6500名；2023年末上述指标分别为10846张、5712名。",
      [
        "全市 beds_open 2026-12-31 12000 target", "全市 nurses 2026-12-31 6500 target", "全市 beds_open 2023-12-31 10846",
        "全市 nurses 2023-12-31 5712",
      ]
    ),
    // What is wanting is so now, though the heading speaks of next year as well.
    (
      "云溪县人民医院2023年工作总结\n五、存在问题及2024年工作思路\n产科床位使用率不足50%。",
      ["云溪县人民医院 bed_occupancy_rate 2023 50 of 产科"]
    ),
    // Plans of a report that says no more of its time than the day are of that year.
    (
      "云溪县中医院党建工作汇报材料\n（2024年6月25日）\n三、下步打算\n年内发展党员3名。",
      ["云溪县中医院 party_members_new 2024 3 target"]
    ),
  ]

  @Test("an aim is told from a result, with its own period", arguments: aims)
  func aim(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let owners: [(String, [String])] = [
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
    // An office of health is no facility of its own in a report that names its owner.
    ("云溪县2024年工作总结\n县卫健局组织培训5期。", ["全县 trainings 2024 5"]),
  ]

  @Test("whose figures are, where no title says it", arguments: owners)
  func owner(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

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

  static let lists: [(String, [String])] = [
    // 分别 may be understood.
    (
      "云溪县2024年工作总结\n高血压、糖尿病患者规范管理率为81.2%、80.6%。",
      ["全县 htn_std_rate 2024 81.2", "全县 dm_std_rate 2024 80.6"]
    ),
    // The former values may stand before 分别.
    (
      "云溪县2024年工作总结\n床位使用率、四级手术占比从70.1%、12.2%分别增至72.3%、13.4%。",
      [
        "全县 bed_occupancy_rate - 70.1", "全县 bed_occupancy_rate 2024 72.3", "全县 surgery_l4_share - 12.2",
        "全县 surgery_l4_share 2024 13.4",
      ]
    ),
    // Changes first, the values behind them; and one value for all.
    (
      "云溪县2024年工作总结\n县人民医院、县中医院住院次均费用分别为7916元和6088元，药占比分别下降0.9、1.6个百分点，为26.2%和29.8%；医疗服务收入占比均超过34%。",
      [
        "县人民医院 cost_per_inpatient 2024 7916", "县中医院 cost_per_inpatient 2024 6088", "县人民医院 drug_ratio 2024 26.2",
        "县中医院 drug_ratio 2024 29.8", "县人民医院 medical_service_ratio 2024 34", "县中医院 medical_service_ratio 2024 34",
      ]
    ),
    // The last value has the unit of all.
    (
      "县医院、中医院、妇幼保健院2023年门诊分别看了38.2万、21.6万和9.7万人次。",
      ["县医院 visits_outpatient 2023 382000", "中医院 visits_outpatient 2023 216000", "妇幼保健院 visits_outpatient 2023 97000"]
    ),
    // Metrics told in the sentence before, by a word for all of them.
    (
      "云溪县2023年工作总结\n2019年总诊疗人次842.8万人次，出院人次34.2万人次。2023年两项分别为812.5万人次和31.8万人次。",
      [
        "全县 visits_total 2019 8428000", "全县 discharges 2019 342000", "全县 visits_total 2023 8125000",
        "全县 discharges 2023 318000",
      ]
    ),
    // Departments by rank, in brackets or behind a colon.
    (
      "云溪区中医医院2024年一季度简报\n平均住院日最长的是康复科（18.7天），最短的是肛肠科（5.6天）。",
      [
        "云溪区中医医院 avg_length_of_stay 2024-Q1 18.7 of 康复科",
        "云溪区中医医院 avg_length_of_stay 2024-Q1 5.6 of 肛肠科",
      ]
    ),
    // Quarters of a year, in a list whose last value has the unit.
    (
      "云溪镇卫生院2023年四个季度门诊量依次为6,215、5,980、6,447、7,102人次。",
      [
        "云溪镇卫生院 visits_outpatient 2023-Q1 6215", "云溪镇卫生院 visits_outpatient 2023-Q2 5980",
        "云溪镇卫生院 visits_outpatient 2023-Q3 6447", "云溪镇卫生院 visits_outpatient 2023-Q4 7102",
      ]
    ),
    // A department among parts has all figures up to the semicolon.
    (
      "云溪市医院2023年二季度通报\n平均住院日7.31天，其中骨科出院412人次，平均住院日9.8天；儿科出院505人次，平均住院日5.1天。",
      [
        "云溪市医院 avg_length_of_stay 2023-Q2 7.31", "云溪市医院 discharges 2023-Q2 412 of 骨科",
        "云溪市医院 avg_length_of_stay 2023-Q2 9.8 of 骨科", "云溪市医院 discharges 2023-Q2 505 of 儿科",
        "云溪市医院 avg_length_of_stay 2023-Q2 5.1 of 儿科",
      ]
    ),
    // What is judged may stand before who judges it.
    (
      "云溪县医院2023年工作总结\n患者满意度门诊95.3%，住院97.7%。",
      ["云溪县医院 satisfaction_outpatient 2023 95.3", "云溪县医院 satisfaction_inpatient 2023 97.7"]
    ),
    // Those in care, each with what ails them.
    (
      "云溪镇卫生院2023年工作总结\n为2204名在管高血压患者、691名糖尿病患者提供随访，规范管理率分别是80.4%、79.8%。",
      [
        "云溪镇卫生院 htn_managed 2023 2204", "云溪镇卫生院 dm_managed 2023 691", "云溪镇卫生院 htn_std_rate 2023 80.4",
        "云溪镇卫生院 dm_std_rate 2023 79.8",
      ]
    ),
    // Names with a letter that joins words elsewhere; years before a list.
    (
      "永年县2019年、2021年两次监测，居民健康素养水平依次为17.8%、23.4%。",
      ["永年县 health_literacy 2019 17.8", "永年县 health_literacy 2021 23.4"]
    ),
    // Of the facilities told before, and in the periods told before.
    (
      "云溪县2024年工作总结\n县人民医院门诊12万人次；县中医院门诊8万人次。两院平均住院日分别缩短至7.2天和6.8天。",
      [
        "县人民医院 visits_outpatient 2024 120000", "县中医院 visits_outpatient 2024 80000",
        "县人民医院 avg_length_of_stay 2024 7.2", "县中医院 avg_length_of_stay 2024 6.8",
      ]
    ),
    (
      "云溪县人民医院平均住院日逐年缩短，2022年8.1天，2023年7.4天；同期病床周转次数分别为36.2次和41.5次。",
      [
        "云溪县人民医院 avg_length_of_stay 2022 8.1", "云溪县人民医院 avg_length_of_stay 2023 7.4",
        "云溪县人民医院 bed_turnover 2022 36.2", "云溪县人民医院 bed_turnover 2023 41.5",
      ]
    ),
    // 万 with thousands behind it is one number.
    ("云溪县2024年工作总结\n居民电子健康档案31万4627份。", ["全县 health_records 2024 314627"]),
    // All who work there, whatever they do.
    ("云溪县人民医院2022年述职报告\n带领全院466名职工攻坚克难。", ["云溪县人民医院 staff_total 2022 466"]),
    // One grade of surgery, after two of them.
    (
      "云溪县人民医院2024年工作总结\n全年三、四级手术占比52.3%，四级手术占比14.7%。",
      ["云溪县人民医院 surgery_l34_share 2024 52.3", "云溪县人民医院 surgery_l4_share 2024 14.7"]
    ),
  ]

  @Test("values of several figures or facilities told at once", arguments: lists)
  func list(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let changes: [(String, [String])] = [
    ("药品收入占比68.3%，降了4.1个百分点。", ["points -4.1 yearEarlier"]),
    ("住院次均费用9754元，同比下降4.7%，可比价格下降6.0%。", ["percent -4.7 yearEarlier", "percent -6.0 yearEarlier"]),
    ("住院人次4870人次，与2019年大体持平。", ["flat - other"]),
    ("基层诊疗占比66.2%，较改革前2019年的58.7%提高7.5个百分点。", ["points 7.5 other"]),
    ("门急诊27.5万人次，是托管前2020年的1.6倍。", ["times 1.6 other"]),
    ("无偿献血2418人次，采血量4006单位，均与上年同期持平。", ["flat - yearEarlier", "flat - yearEarlier"]),
    // The value of the base in brackets.
    ("发热门诊2.74万人次，为4月（1.31万人次）的2.1倍。", ["times 2.1 other"]),
    // How near it came to another year is no change of its own.
    ("收治入院7218人次，较2022年增长24.5%，恢复到2019年的96.3%。", ["percent 24.5 yearEarlier"]),
  ]

  @Test("changes in few words", arguments: changes)
  func change(text: String, expected: [String]) { #expect(NarrativeRulesTests.changes(text) == expected) }
}
