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
    // So is a line that it stands above or below, of each of a list, and of a metric without a figure.
    (
      "云溪县2024年工作总结\n高血压、糖尿病患者规范管理率分别为76.3%和74.8%，均高于省定62%的要求。",
      [
        "全县 htn_std_rate 2024 76.3", "全县 dm_std_rate 2024 74.8", "全县 htn_std_rate 2024 62 target",
        "全县 dm_std_rate 2024 62 target",
      ]
    ),
    (
      "云溪县2024年工作总结\n老年人健康管理率63.5%，未达到70%的区定标准。",
      ["全县 elderly_mgmt_rate 2024 63.5", "全县 elderly_mgmt_rate 2024 70 target"]
    ),
    ("云溪县2024年工作总结\n剖宫产率仍偏高，高于省控40%的目标。", ["全县 csection_rate 2024 40 target"]),
    (
      "云溪县人民医院2024年工作总结\n抗菌药物使用强度43.6DDDs，超过国家标准40。病床使用率92%，超过85%的警戒线。",
      [
        "云溪县人民医院 antibiotic_intensity 2024 43.6", "云溪县人民医院 antibiotic_intensity 2024 40 target",
        "云溪县人民医院 bed_occupancy_rate 2024 92", "云溪县人民医院 bed_occupancy_rate 2024 85 target",
      ]
    ),
    // How far it stands from such a line is no figure.
    ("云溪县2024年工作总结\n孕产妇系统管理率93.2%，高于国家标准8.2个百分点。", ["全县 maternal_mgmt_rate 2024 93.2"]),
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
}
