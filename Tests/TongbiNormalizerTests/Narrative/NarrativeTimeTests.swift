// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// What time a report speaks of where its sentences leave that open, and what of it is still to come.
@Suite("The time that a report speaks of")
struct NarrativeTimeTests {
  static let times: [(String, [String])] = [
    // The number of an issue gives the year, the line below it the quarter.
    (
      "卫生健康工作简报\n2024年第6期（总第88期）　2024年7月9日\n二季度全市基本公共卫生服务进展\n完成门诊12.4万人次。",
      ["全市 visits_outpatient 2024-Q2 124000"]
    ),
    // What the text is said to report on holds for all of it.
    (
      "云溪镇卫生院工作简报\n（2024年第四期）\n今年以来，全院上下齐心协力。现就上半年工作情况报告如下：\n门诊3.1万人次。\n从质量看，药占比25.1%。",
      ["云溪镇卫生院 visits_outpatient 2024-S1 31000", "云溪镇卫生院 drug_ratio 2024-S1 25.1"]
    ),
    // A period behind the report's own is no result.
    (
      "云溪县人民医院一季度药事简报\n（2024年4月8日）\n药占比26.8%。\n二季度药占比不高于26%，抗菌药物使用强度控制在38DDDs以内。",
      [
        "云溪县人民医院 drug_ratio 2024-Q1 26.8", "云溪县人民医院 drug_ratio 2024-Q2 26 target",
        "云溪县人民医院 antibiotic_intensity 2024-Q2 38 target",
      ]
    ),
    (
      "云溪区疾控中心2023年第三季度工作情况\n2023年10月12日\n年底高血压患者规范管理率达到72%。",
      ["云溪区疾控中心 htn_std_rate 2023-12-31 72 target"]
    ),
    ("云溪县人民医院2024年1—9月运行分析\n四季度门诊达到11万人次。", ["云溪县人民医院 visits_outpatient 2024-Q4 110000 target"]),
    // What has to be done, and what will be.
    (
      "云溪县人民医院2023年工作总结\n各科室要对照标准找差距，药占比降到26%以下。",
      ["云溪县人民医院 drug_ratio 2023 26 target"]
    ),
    ("云溪县人民医院2023年工作总结\n全院将完成手术3200台次。", ["云溪县人民医院 surgeries 2023 3200 target"]),
    // 主要, 要看到 and 要求 order nothing, and 将 takes hold of what it stands before.
    (
      "云溪县人民医院2023年工作总结\n主要指标稳中向好，门诊21.4万人次。也要看到，药占比29.4%仍然偏高。按照上级要求，全年培训16期。",
      [
        "云溪县人民医院 visits_outpatient 2023 214000", "云溪县人民医院 drug_ratio 2023 29.4", "云溪县人民医院 trainings 2023 16",
      ]
    ),
    // A noun of what is to come, behind words of time alone, heads a plan; 方向 and 目标 of slogans do not.
    (
      "云溪县人民医院2023年工作总结\n五、来年设想\n门诊22万人次，药占比26%以内。",
      [
        "云溪县人民医院 visits_outpatient 2024 220000 target", "云溪县人民医院 drug_ratio 2024 26 target",
      ]
    ),
    ("云溪县人民医院2023年工作总结\n一、把牢政治方向\n召开党委会22次。", ["云溪县人民医院 party_meetings 2023 22"]),
    // Levels in a report on several years are those of the last; sums are of all, and averages over the years as well.
    (
      "云溪县人民医院“十三五”工作回顾\n药占比由2015年的38.4%下降到27.6%，平均住院日8.4天。五年发展党员21名，年均药占比31%。",
      [
        "云溪县人民医院 drug_ratio 2015 38.4", "云溪县人民医院 drug_ratio 2020 27.6",
        "云溪县人民医院 avg_length_of_stay 2020 8.4", "云溪县人民医院 party_members_new 2016-01/2020-12 21",
        "云溪县人民医院 drug_ratio 2016-01/2020-12 31",
      ]
    ),
    // What was before an event is of no known time, and what happened earlier dates nothing after it.
    (
      "云溪县2023年卫生健康工作总结\n2020年启动医改前，县域内就诊率81.3%。2021年9月，全县组建医共体2个。县域内就诊率90.6%。",
      ["全县 in_county_rate - 81.3", "全县 in_county_rate 2023 90.6"]
    ),
    (
      "云溪县2023年卫生健康工作总结\n2021—2023年，县财政分别投入2600万元、3100万元和3500万元。县中医院手术1,604台。",
      [
        "全县 investment 2021 26000000", "全县 investment 2022 31000000", "全县 investment 2023 35000000",
        "县中医院 surgeries 2023 1604",
      ]
    ),
    // The day in the bracket of a press note, and the month under the title of a speech, tell the year.
    (
      "山里人家门口看病\n本报讯（记者 李明 2022年10月28日）　秋意渐浓。今年1至9月，云溪县人民医院出院1.3万人次。",
      ["云溪县人民医院 discharges 2022-01/2022-09 13000"]
    ),
    (
      "医共体建设经验交流材料\n——云溪县人民医院\n（2024年3月）\n全年出院1.3万人次。",
      ["云溪县人民医院 discharges 2023 13000"]
    ),
    // Years up to the report's own.
    (
      "云溪县2023年工作总结\n近三年累计投入资金2.4亿元。三年来，下派专家321人次。门诊人次126万。",
      [
        "全县 investment 2021-01/2023-12 240000000", "全县 experts_dispatched 2021-01/2023-12 321",
        "全县 visits_outpatient 2023 1260000",
      ]
    ),
    ("云溪县人民医院2023年工作总结\n今年以来，门诊26.1万人次。", ["云溪县人民医院 visits_outpatient 2023 261000"]),
    (
      "云溪县人民医院2023年工作总结\n2018年以来，下派专家812人次。近三年，床位由320张增加到560张。",
      [
        "云溪县人民医院 experts_dispatched 2018-01/2023-12 812", "云溪县人民医院 beds_open - 320", "云溪县人民医院 beds_open 2023 560",
      ]
    ),
    // What happened in a month of another year is no time of the figures after it.
    (
      "云溪县人民医院2023年工作总结\n2020年9月，医院整体搬迁。门诊26.1万人次。\n2021年5月，胸痛中心成立，抢救时间缩短到25分钟。手术5000台。",
      ["云溪县人民医院 visits_outpatient 2023 261000", "云溪县人民医院 surgeries 2023 5000"]
    ),
    // In the answer to an assessment 今年 is the year after the one assessed.
    (
      "云溪县人民医院2022年度绩效考核反馈问题整改报告\n收到考核通报（云卫函〔2023〕12号）后，全面整改。\n一、问题\n药占比31.2%。\n二、成效\n今年1—8月手术5200台。\n病床使用率85%。",
      [
        "云溪县人民医院 drug_ratio 2022 31.2", "云溪县人民医院 surgeries 2023-01/2023-08 5200",
        "云溪县人民医院 bed_occupancy_rate 2023-01/2023-08 85",
      ]
    ),
    // What there is, in a report on several years, is so at their end; what it came from was before them or as the year before says.
    (
      "云溪县2021—2025年工作总结\n三四级手术占比从2020年的31.5%提升至52.8%，出院由1.86万人次增至2.59万人次。\n每千人口床位数6.02张。",
      [
        "全县 surgery_l34_share 2020 31.5", "全县 surgery_l34_share 2025 52.8", "全县 discharges 2020 18600",
        "全县 discharges 2025 25900", "全县 beds_per_1000 2025 6.02",
      ]
    ),
    (
      "云溪县人民医院2024年工作总结\n三四级手术占比由三年前的22.4%提高到39.7%。",
      ["云溪县人民医院 surgery_l34_share 2021 22.4", "云溪县人民医院 surgery_l34_share 2024 39.7"]
    ),
    // What is wanting in a section that goes on to plan is so now.
    (
      "云溪县2024年前三季度工作总结\n五、存在问题和下步打算\n前三季度出院仅86人次。", ["全县 discharges 2024-01/2024-09 86"]
    ),
    (
      "云溪县人民医院2024年上半年工作总结\n下半年安排：9月底前完成改造，全年健康检查1.2万人次。",
      ["云溪县人民医院 health_checks 2024 12000 target"]
    ),
    // A report of the past dates back what is over: 前三季度 in July.
    ("门诊情况\n2024年7月20日\n1—9月，云溪县人民医院门诊9.1万人次。", ["云溪县人民医院 visits_outpatient 2023-01/2023-09 91000"]),
  ]

  @Test("the period of a figure, and whether it is still to come", arguments: times)
  func time(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }

  static let blots: [(String, Bool)] = [
    ("云溪县人民医院20XX年工作总结\n出院1.2万人次。", true), ("20XX年，我院出院1.2万人次。", true), ("我院××××年出院1.2万人次。", true),
    ("云溪县人民医院20XX年工作总结\n2023年，出院1.2万人次。", false), ("我院出院1.2万人次。", false),
  ]

  @Test("a year that is blotted out is told from one that nobody named", arguments: blots)
  func blotted(text: String, expected: Bool) {
    let reading = NarrativeRulesTests.reading(text)
    #expect(reading.observations.map(\.isYearMasked) == [expected])
    #expect(reading.observations.allSatisfy { !$0.isYearMasked || $0.period == nil })
  }
}
