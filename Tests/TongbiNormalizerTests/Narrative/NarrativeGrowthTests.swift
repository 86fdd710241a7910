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
        "全县 fd_contract_rate 2023 88.1 of 老年人", "全县 fd_contract_rate 2023 92.4 of 高血压患者",
        "全县 fd_contract_rate 2023 79.6 of 孕产妇",
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
  ]

  @Test("a figure finds its metric, time and group further off", arguments: figures)
  func figure(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }
}
