// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// Figures and changes that take their metric, time or group from words further off.
@Suite("What stands further off")
struct NarrativeGrowthTests {
  static let figures: [(String, [String])] = [
    // Rates of groups beside each other, and of those for whom contracts are counted apart.
    (
      "柳川县2023年签约通报\n全县老年人签约率88.1%，高血压患者92.4%，孕产妇79.6%。",
      [
        "全县 fd_contract_rate_key 2023 88.1 of 老年人", "全县 fd_contract_rate_key 2023 92.4 of 高血压患者",
        "全县 fd_contract_rate_key 2023 79.6 of 孕产妇",
      ]
    ),
    (
      "柳川县2020年签约通报\n全县签约率46.2%，重点人群78.9%。全县建档立卡贫困人口2,216人，签约率100%。",
      [
        "全县 fd_contract_rate 2020 46.2", "全县 fd_contract_rate_key 2020 78.9", "全县 fd_contract_rate_special 2020 100",
      ]
    ),
    // Years that share their word, and the year in brackets behind a value.
    (
      "柳川县人民医院2015年总结\n抢救成功率95.2%，2013、2014年分别为93.1%和94.4%。",
      [
        "柳川县人民医院 rescue_success_rate 2015 95.2", "柳川县人民医院 rescue_success_rate 2013 93.1",
        "柳川县人民医院 rescue_success_rate 2014 94.4",
      ]
    ),
    (
      "柳川县2020年汇报\n全县孕产妇死亡率0（2019年），婴儿死亡率4.1‰。",
      ["全县 maternal_mortality_ratio 2019 0", "全县 infant_mortality_rate 2020 4.1"]
    ),
    // An earlier value in passing dates nothing behind it; the values of a base for several figures.
    (
      "柳川县人民医院2023年汇报\n药占比32.8%，而改革前的2013年为46.5%；住院次均费用5,318元。",
      [
        "柳川县人民医院 drug_ratio 2023 32.8", "柳川县人民医院 drug_ratio 2013 46.5",
        "柳川县人民医院 cost_per_inpatient 2023 5318",
      ]
    ),
    (
      "柳川县2023年汇报\n全县新生儿死亡率1.5‰、婴儿死亡率2.6‰，与上年的1.7‰、2.8‰相比均有下降。",
      [
        "全县 neonatal_mortality_rate 2023 1.5", "全县 neonatal_mortality_rate 2022 1.7",
        "全县 infant_mortality_rate 2022 2.8", "全县 infant_mortality_rate 2023 2.6",
      ]
    ),
    // The exact figure behind the round one; the number before its name; two kinds side by side.
    ("柳川县人民医院2023年总结\n总诊疗人次突破两百万，达到203.7万。", ["柳川县人民医院 visits_total 2023 2037000"]),
    ("柳川县人民医院2023年盘点\n14.7万：全年出院人次", ["柳川县人民医院 discharges 2023 147000"]),
    (
      "柳川县2023年总结\n全县完成宫颈癌筛查3.2万人、乳腺癌筛查3.15万人。",
      ["全县 screening_persons 2023 32000", "全县 screening_persons 2023 31500"]
    ),
    // Kinds by level, and a seat and its branches behind the metric.
    (
      "柳川县2023年通报\n全县次均住院费用7,918元；三级、二级、一级及以下机构分别为13,460元、6,275元、2,834元。",
      [
        "全县 cost_per_inpatient 2023 7918", "三级机构 cost_per_inpatient 2023 13460", "二级机构 cost_per_inpatient 2023 6275",
        "一级及以下机构 cost_per_inpatient 2023 2834",
      ]
    ),
    (
      "柳川县2023年通报\n住院次均费用总院5,742元、卫生院2,106元。",
      ["总院 cost_per_inpatient 2023 5742", "卫生院 cost_per_inpatient 2023 2106"]
    ),
    // A month says when one thing is to be done, and no more; items by their numbers behind a semicolon.
    (
      "柳川县人民医院2025年总结\n三、2026年计划\n新院区10月投用；门诊量达到15万人次。",
      ["柳川县人民医院 visits_outpatient 2026 150000 target"]
    ),
    // The year before a report on five years is where its former values are from.
    (
      "柳川县中医院“十三五”工作回顾\n药占比由52.7%下降到41.9%；五年累计门诊74.3万人次。",
      [
        "柳川县中医院 drug_ratio 2015 52.7", "柳川县中医院 drug_ratio 2020 41.9",
        "柳川县中医院 visits_outpatient 2016-01/2020-12 743000",
      ]
    ),
    // Those named who have passed what the metric is held against.
    (
      "柳川县2023年公卫通报\n糖尿病规范管理率低于70%的有北关（61.7%）、黄庄（66.5%）。",
      ["北关 dm_std_rate 2023 61.7", "黄庄 dm_std_rate 2023 66.5"]
    ),
    // A loss is what is left, below zero; what insurance pays too little is none.
    ("柳川县人民医院2023年分析\n全年亏损1,263万元。", ["柳川县人民医院 surplus 2023 -12630000"]),
    ("柳川县人民医院2023年分析\nDRG入组率99%，亏损613万元。", []),
    // Whose patients are referred: theirs who were named, unless they were named for whom they sent.
    (
      "柳川镇卫生院2023年总结\n县医院派驻专家4名，向上转诊273人次。",
      ["县医院 experts_dispatched 2023 4", "柳川镇卫生院 referrals_up 2023 273"]
    ),
    (
      "柳川县人民医院医共体总医院2023年总结\n县中医院门诊6.1万人次，下转患者245人次。",
      ["县中医院 visits_outpatient 2023 61000", "县中医院 referrals_down 2023 245"]
    ),
    (
      "柳川市2022年通报\n柳川市第二医院收支结余为-2318万元，市精神卫生中心-406万元。",
      ["柳川市第二医院 surplus 2022 -23180000", "市精神卫生中心 surplus 2022 -4060000"]
    ),
    // From the time of an event, and to the present.
    (
      "柳川县人民医院2022年总结\n职工由搬迁时的560人增加到现在的702人。",
      ["柳川县人民医院 staff_total - 560", "柳川县人民医院 staff_total 2022 702"]
    ),
    (
      "柳川县人民医院2022年总结\n床位由2018年的260张增至目前的500张。",
      ["柳川县人民医院 beds_open 2018 260", "柳川县人民医院 beds_open 2022 500"]
    ),
    // One value for all that stand behind the figure before, and one each for so many facilities.
    (
      "柳川县2023年通报\n全县老年人健康管理率67%、高血压规范管理率和糖尿病规范管理率均为70%、建档率90%。",
      [
        "全县 elderly_mgmt_rate 2023 67", "全县 htn_std_rate 2023 70", "全县 dm_std_rate 2023 70",
        "全县 health_record_rate 2023 90",
      ]
    ),
    (
      "柳川县2023年通报\n大垭乡、沙坪镇两个卫生院签约率仅为41.3%和44.8%。",
      ["大垭乡 fd_contract_rate 2023 41.3", "沙坪镇 fd_contract_rate 2023 44.8"]
    ),
    // One of many counts nothing; the facility that a numbered item begins with has what follows.
    ("柳川县人民医院2023年总结\n柳川县人民医院是一所三级医院，编制床位500张。", ["柳川县人民医院 beds_authorized 2023 500"]),
    (
      "柳川县医共体2023年汇报\n4.县中医院特色凸显。门诊19.2万人次。",
      ["县中医院 visits_outpatient 2023 192000"]
    ),
    // 三、四级 is no mark of a list; departments below a heading with a remark, and the lines that they are held to.
    (
      "柳川县2023年汇报\n县人民医院出院2.1万人次；三、四级手术占比62.4%。",
      ["县人民医院 discharges 2023 21000", "县人民医院 surgery_l34_share 2023 62.4"]
    ),
    (
      "柳川县人民医院2024年三季度通报\n二、各科室药占比（三季度）\n肿瘤科52.6%（控制线50%）；儿科31.5%。",
      [
        "柳川县人民医院 drug_ratio 2024-Q3 52.6 of 肿瘤科", "柳川县人民医院 drug_ratio 2024-Q3 50 target of 肿瘤科",
        "柳川县人民医院 drug_ratio 2024-Q3 31.5 of 儿科",
      ]
    ),
  ]

  @Test("a figure finds its metric, time and group further off", arguments: figures)
  func figure(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }
}
