// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Changes told in other words than 增长 and 下降, and plans that a sentence lists.
@Suite("Changes in words of more and less")
struct NarrativeChangesTests {
  static let changes: [(String, [String])] = [
    // By how much more or less of whatever was done.
    ("采血3.1万单位，较2022年多采1,206单位。", ["absolute 1206 yearEarlier"]),
    ("出院患者1.1万人次，同比少收治312人次，下降2.8%。", ["absolute -312 yearEarlier", "percent -2.8 yearEarlier"]),
    ("住院7,300人次，比上年多出院病人206人次。", ["absolute 206 yearEarlier"]),
    ("平均住院日7.4天，比上月短0.2天，比去年同月短0.5天。", ["absolute -0.2 preceding", "absolute -0.5 yearEarlier"]),
    ("预算执行率71.2%，较上年同期快6.4个百分点。", ["points 6.4 yearEarlier"]),
    ("病床使用率88.1%，比2019年仍低3.2个百分点。", ["points -3.2 other"]),
    ("医疗收入8,215万元，超上年同期402万元。", ["absolute 4020000 yearEarlier"]),
    ("为5,214人做了健康体检，比2022年的4,806人多408人。", ["absolute 408 yearEarlier"]),
    // By a sign behind a mark; by how much a metric grew at those who are ranked, and at those the next sentence names.
    ("出院7,415人次，+4.9%；门诊3.9万人次，-1.2%。", ["percent 4.9 yearEarlier", "percent -1.2 yearEarlier"]),
    ("全县诊疗49万人次。增幅居前的是石门镇（26.4%）和白果乡（19.7%）。", ["percent 26.4 yearEarlier", "percent 19.7 yearEarlier"]),
    ("全县诊疗49万人次。大田乡同比下降8.3%，龙潭乡同比下降4.6%。", ["percent -8.3 yearEarlier", "percent -4.6 yearEarlier"]),
    // One letter in brackets.
    (
      "门诊3.26万人次（增6.1%），剖宫产率36.2%（降2.4个百分点）。",
      ["percent 6.1 yearEarlier", "points -2.4 yearEarlier"]
    ),
    // Several bases, one value each; the last unit holds for all.
    ("药占比25.4%，环比、同比分别下降0.3个和1.2个百分点。", ["points -0.3 preceding", "points -1.2 yearEarlier"]),
    ("居民健康素养水平30.4%，比2020年、2022年分别高出5.1个和1.8个百分点。", ["points 5.1 other", "points 1.8 yearEarlier"]),
    // One value for each figure: in turn, under one name, with one that stayed.
    ("收到锦旗42面、感谢信96封，比上年多了11面和17封。", ["absolute 11 yearEarlier", "absolute 17 yearEarlier"]),
    (
      "门诊次均药费88.2元，住院次均药费1,406元，药费同比降幅分别为5.2%和7.4%。",
      ["percent -5.2 yearEarlier", "percent -7.4 yearEarlier"]
    ),
    (
      "门急诊9.4万人次、出院5,210人次、手术806台次，同比分别增长7.2%、9.6%和持平。",
      ["percent 7.2 yearEarlier", "percent 9.6 yearEarlier", "flat - yearEarlier"]
    ),
    (
      "门诊24.9万人次、急诊3.1万人次、住院0.98万人次，同比上升7.8%、12.6%和下降3.4%。",
      ["percent 7.8 yearEarlier", "percent 12.6 yearEarlier", "percent -3.4 yearEarlier"]
    ),
    // 815元和4.8% are two changes of one figure.
    ("住院次均费用9,120元，同比减少460元和4.8%。", ["absolute -460 yearEarlier", "percent -4.8 yearEarlier"]),
  ]

  @Test(
    "a change is told by more or less of what was done, in brackets, against several bases, in turn", arguments: changes
  )
  func change(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.changes("清溪县人民医院2023年工作总结\n" + text).sorted() == expected.sorted())
  }

  static let aims: [(String, [String])] = [
    (
      "2024年工作计划：全年门诊人次增长5%，达到21万人次；平均住院日不超过7.6天。",
      ["清溪县人民医院 visits_outpatient 2024 210000 target", "清溪县人民医院 avg_length_of_stay 2024 7.6 target"]
    ),
    (
      "出院11,206人次，完成年度计划10,800人次的103.8%；药占比24.2%，低于26%的年度控制目标1.8个百分点。",
      [
        "清溪县人民医院 discharges 2023 11206", "清溪县人民医院 discharges 2023 10800 target",
        "清溪县人民医院 drug_ratio 2023 24.2", "清溪县人民医院 drug_ratio 2023 26 target",
      ]
    ),
    (
      "剖宫产率40.2%，距离市里下达的38%以下的控制目标仍有差距；分娩1,206例。",
      [
        "清溪县人民医院 csection_rate 2023 40.2", "清溪县人民医院 csection_rate 2023 38 target",
        "清溪县人民医院 deliveries 2023 1206",
      ]
    ),
    (
      "健康档案建档率88.4%（任务数85%）；平均住院日8.1天，2024年拟再降至7.7天。",
      [
        "清溪县人民医院 health_record_rate 2023 88.4", "清溪县人民医院 health_record_rate 2023 85 target",
        "清溪县人民医院 avg_length_of_stay 2023 8.1", "清溪县人民医院 avg_length_of_stay 2024 7.7 target",
      ]
    ),
  ]

  @Test(
    "what a sentence plans is an aim of the year it plans for, and what is held against an aim is none", arguments: aims
  )
  func aim(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read("清溪县人民医院2023年工作总结\n" + text).sorted() == expected.sorted())
  }

  static let periods: [(String, [String])] = [
    // A period in brackets before any figure holds for all of them.
    (
      "截至目前（2024年8月31日），全市累计建立居民电子健康档案61.4万份，签约率63.9%。",
      ["全市 health_records ../2024-08-31 614000", "全市 fd_contract_rate ../2024-08-31 63.9"]
    ),
    (
      "主题教育开展以来（2023年4月至8月），全县讲党课38场次，谈心谈话604人次。",
      ["全县 party_lectures 2023-04/2023-08 38", "全县 talks 2023-04/2023-08 604"]
    ),
    // The year of one former value does not outlast it, nor the year of an aim that was reached early.
    (
      "清溪县人民医院：2023年总支出2.29亿元，上年为2.10亿元；资产负债率52.7%。",
      [
        "清溪县人民医院 expenditure_total 2023 229000000", "清溪县人民医院 expenditure_total 2022 210000000",
        "清溪县人民医院 asset_liability_ratio 2023 52.7",
      ]
    ),
    (
      "清溪县：2023年全县居民健康素养水平31.6%，提前实现2025年达到30%的目标；人均预期寿命79.2岁。",
      ["全县 health_literacy 2023 31.6", "全县 health_literacy 2025 30 target", "全县 life_expectancy 2023 79.2"]
    ),
    (
      "清溪县人民医院：2024年工作目标：在2023年的基础上，出院2.6万人次以上，药占比控制在25%以下。",
      ["清溪县人民医院 discharges 2024 26000 target", "清溪县人民医院 drug_ratio 2024 25 target"]
    ),
    // Kinds of institutions whose last one ends for all.
    (
      "2023年全市出院者平均住院日，三级、二级、一级医院分别为8.6天、7.8天和6.9天。",
      [
        "三级医院 avg_length_of_stay 2023 8.6", "二级医院 avg_length_of_stay 2023 7.8",
        "一级医院 avg_length_of_stay 2023 6.9",
      ]
    ),
    // Words that link a name with what became of it.
    (
      "清溪县人民医院：2023年药占比则由2021年的27.4%逐年降到25.1%，床位使用率随之升至81.7%，住院次均费用也降到5,428元。",
      [
        "清溪县人民医院 drug_ratio 2021 27.4", "清溪县人民医院 drug_ratio 2023 25.1",
        "清溪县人民医院 bed_occupancy_rate 2023 81.7", "清溪县人民医院 cost_per_inpatient 2023 5428",
      ]
    ),
    // An aim and its result in one clause after the other.
    (
      "清溪县人民医院：2023年病床使用率目标不低于85%，实际86.7%；药占比目标28%以下，实际28.6%。",
      [
        "清溪县人民医院 bed_occupancy_rate 2023 85 target", "清溪县人民医院 bed_occupancy_rate 2023 86.7",
        "清溪县人民医院 drug_ratio 2023 28 target", "清溪县人民医院 drug_ratio 2023 28.6",
      ]
    ),
  ]

  @Test("a year in brackets, of a base or of an aim holds as far as it is meant", arguments: periods)
  func period(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }
}
