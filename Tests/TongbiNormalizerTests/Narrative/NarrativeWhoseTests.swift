// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// Whose figures are that nothing right before them names.
@Suite("Whose figures are")
struct NarrativeWhoseTests {
  static let owners: [(String, [String])] = [
    // Groups by their full names; a house by itself; what houses do online.
    (
      "柳川县医疗卫生服务共同体2024年工作报告\n县120急救指挥分中心统一调度，全年出车4,126次。累计上转患者3,918人次。",
      ["柳川县医疗卫生服务共同体 ems_calls 2024 4126", "柳川县医疗卫生服务共同体 referrals_up 2024 3918"]
    ),
    (
      "柳川县卫生健康局2023年工作总结\n全县总诊疗176.2万人次。县人民医院一家门急诊就达28.6万人次，业务收入突破1.1亿元。",
      [
        "全县 visits_total 2023 1762000",
        "县人民医院 revenue_medical 2023 110000000",
        "县人民医院 visits_outpatient_emergency 2023 286000",
      ]
    ),
    ("柳川市卫生健康委2024年前三季度运行通报\n全市各级互联网医院线上诊疗36.8万人次。", ["全市 internet_visits 2024-01/2024-09 368000"]),
    // Hospitals that the name of a metric begins with, and kinds that a title or a sentence names.
    (
      "柳川市卫生健康委2024年前三季度运行通报\n医院药占比27.4%，耗占比13.8%。公立医院医疗费用增幅5.6%。",
      [
        "公立医院 fee_growth_rate 2024-01/2024-09 5.6",
        "医院 consumable_ratio 2024-01/2024-09 13.8",
        "医院 drug_ratio 2024-01/2024-09 27.4",
      ]
    ),
    (
      "柳川市卫生健康委2024年前三季度运行通报\n4家试点医院全年门急诊86.4万人次；出院4.12万人次。",
      [
        "柳川市卫生健康委 institutions 2024-01/2024-09 4 of 试点医院",
        "试点医院 discharges 2024 41200",
        "试点医院 visits_outpatient_emergency 2024 864000",
      ]
    ),
    (
      "柳川县县级公立医院2025年一季度医疗运行简报\n出院1.26万人次。医疗收入1.18亿元，同比增长0.6%。",
      ["县级公立医院 discharges 2025-Q1 12600", "县级公立医院 revenue_medical 2025-Q1 118000000"]
    ),
    (
      "柳川县总医院2024年工作总结\n各分院完成诊疗16.4万人次。其中，基层分院出院1.42万人次。",
      ["各分院 visits_total 2024 164000", "基层分院 discharges 2024 14200"]
    ),
    // Others than those who report, with their time, up to the semicolon or the sentence's end.
    (
      "柳川区2021年公共卫生工作总结\n全区居民健康素养水平23.6%，2020年为21.2%，2021年全国平均水平为25.4%；居民人均预期寿命79.8岁。",
      [
        "全区 health_literacy 2020 21.2",
        "全区 health_literacy 2021 23.6",
        "全区 life_expectancy 2021 79.8",
        "全国 health_literacy 2021 25.4",
      ]
    ),
    (
      "柳川县2022年基本公共卫生服务报告\n全县居民健康素养水平26.8%。2021年全国居民健康素养水平为25.4%。孕产妇系统管理率92.6%。",
      ["全县 health_literacy 2022 26.8", "全县 maternal_mgmt_rate 2022 92.6", "全国 health_literacy 2021 25.4"]
    ),
    (
      "柳川市卫生健康委2024年前三季度运行通报\n居民健康素养水平26.9%，与全国的29.7%还有差距。",
      ["全国 health_literacy 2024-01/2024-09 29.7", "柳川市卫生健康委 health_literacy 2024-01/2024-09 26.9"]
    ),
    (
      "柳川市卫生健康委2024年前三季度运行通报\n全市居民健康素养水平达到25.8%，全省平均水平为27.1%。",
      ["全市 health_literacy 2024-01/2024-09 25.8", "全省 health_literacy 2024-01/2024-09 27.1"]
    ),
    // Two houses that a title compares; of two, the first and the second.
    (
      "云坪镇卫生院与石湾镇卫生院2022年运行情况对比\n两院全年出院人数分别为1,986人次和412人次，病床使用率分别为68.2%和27.4%。",
      [
        "云坪镇卫生院 bed_occupancy_rate 2022 68.2",
        "云坪镇卫生院 discharges 2022 1986",
        "石湾镇卫生院 bed_occupancy_rate 2022 27.4",
        "石湾镇卫生院 discharges 2022 412",
      ]
    ),
    // What a centre of the region's people does is the region's; money is a house's own.
    ("柳川县疾病预防控制中心2021年工作总结\n全县接种门诊规范化率100%。全年接种免疫规划疫苗10.86万剂次。", ["全县 vaccine_doses 2021 108600"]),
    ("柳川市中心血站2020年工作总结\n全市固定采血点达到8个，更新采血车2辆，项目总投资386万元。", ["柳川市中心血站 investment 2020 3860000"]),
    (
      "柳川县妇幼保健院2018年工作总结\n2018年全县活产数3,986人。住院分娩率99.97%，产后访视率95.1%。",
      ["全县 hospital_delivery_rate 2018 99.97", "全县 newborns 2018 3986", "全县 postnatal_visit_rate 2018 95.1"]
    ),
    // Who is gone to, sent to or dealt with owns nothing.
    (
      "柳川市中心医院2024年工作总结\n派出专家下沉基层612人次，接收上转患者3,806人次。",
      ["柳川市中心医院 experts_dispatched 2024 612", "柳川市中心医院 referrals_up 2024 3806"]
    ),
    ("柳川市第三医院心内科2016年工作总结\n选派骨干医师到对口支援的云坪镇卫生院坐诊，参加义诊6次。", ["柳川市第三医院心内科 volunteer_clinics 2016 6"]),
    ("柳川县人民医院2023年工作总结\n依托县中医院举办培训班5期。", ["柳川县人民医院 trainings 2023 5"]),
    ("柳川县总医院2022年工作总结\n分院新建中医馆3个；向分院下转患者2,516人次。", ["柳川县总医院 referrals_down 2022 2516"]),
    // A part goes on behind a semicolon where more of the same was told of all.
    (
      "柳川县总医院2024年前三季度工作总结\n总医院诊疗总量76.8万人次；出院2.86万人次。其中11家乡镇卫生院门急诊36.2万人次；出院0.68万人次，同比增长4.1%。",
      [
        "乡镇卫生院 discharges 2024-01/2024-09 6800",
        "乡镇卫生院 visits_outpatient_emergency 2024-01/2024-09 362000",
        "柳川县总医院 discharges 2024-01/2024-09 28600",
        "柳川县总医院 visits_total 2024-01/2024-09 768000",
      ]
    ),
    (
      "柳川县医疗集团2023年工作总结\n集团出院3.86万人次，其中县人民医院2.94万人次，平均住院日7.8天；乡镇卫生院0.92万人次。",
      [
        "乡镇卫生院 discharges 2023 9200",
        "县人民医院 avg_length_of_stay 2023 7.8",
        "县人民医院 discharges 2023 29400",
        "柳川县医疗集团 discharges 2023 38600",
      ]
    ),
    // The region's share of primary care, by those who gave it.
    ("柳川市2022年卫生健康工作总结\n基层医疗卫生机构诊疗量占全市的55.2%，较2021年提高1.6个百分点。", ["全市 primary_visit_share 2022 55.2"]),
    // Departments: honoured, asked or named by the way they lend events no owner; halls and the only one that does it.
    (
      "柳川县人民医院2023年工作总结\n针灸推拿科获评省级重点专科，引进小针刀等新技术11项。据财务科决算数，全年医疗收入2.42亿元。",
      ["柳川县人民医院 new_technologies 2023 11", "柳川县人民医院 revenue_medical 2023 242000000"]
    ),
    (
      "柳川县人民医院2023年工作总结\n急诊科护士长获评“最美护士”，全年获得市级以上表彰6人。国医堂开诊三年来，全年门诊7.2万人次。",
      ["柳川县人民医院 awards_persons 2023 6", "柳川县人民医院 visits_outpatient 2023 72000 of 国医堂"]
    ),
    // The house that a sentence goes to, and those who are below a rate, of which it tells no figure.
    (
      "柳川县人民医院2023年工作总结\n全年开展新技术34项。在距县城60公里的云坪镇卫生院，全年门诊1.35万人次。",
      ["云坪镇卫生院 visits_outpatient 2023 13500", "柳川县人民医院 new_technologies 2023 34"]
    ),
    (
      "柳川县2020年家庭医生签约服务工作报告\n全县签约率48%。对签约率低于35%的2个乡进行约谈督导。",
      ["全县 fd_contract_rate 2020 48"]
    ),
    (
      "柳川县中医院2023年工作总结\n全年门诊5.2万人次。国医堂、治未病中心人气旺，中药饮片占比29.4%。",
      ["柳川县中医院 tcm_pieces_ratio 2023 29.4", "柳川县中医院 visits_outpatient 2023 52000"]
    ),
    ("柳川镇卫生院2020年工作总结\n中医科新增耳穴压豆等技术，中医非药物疗法6,820人次。", ["柳川镇卫生院 tcm_nonpharm_visits 2020 6820"]),
    (
      "柳川区人民医院2024年二季度运行分析\n出院人次前三位的科室：呼吸与危重症医学科1,086人次；消化内科986人次。",
      ["柳川区人民医院 discharges 2024-Q2 1086 of 呼吸与危重症医学科", "柳川区人民医院 discharges 2024-Q2 986 of 消化内科"]
    ),
  ]

  @Test("whose a figure is that nothing right before it names", arguments: owners)
  func owner(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }
}
