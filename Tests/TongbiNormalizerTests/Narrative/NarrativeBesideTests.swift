// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// What stands beside a figure and is not its own: others who are counted, dealt with or gone to, times of what began.
@Suite("Told beside others")
struct NarrativeBesideTests {
  static let owners: [(String, [String])] = [
    // Kinds that are counted side by side and acted on own nothing; what is founded owns nothing; what is told of has its own.
    (
      "柳川县2024年卫生健康工作总结\n全县整合2家县级医院和11家乡镇卫生院组建医共体，下派专家516人次。",
      ["全县 experts_dispatched 2024 516", "全县 institutions 2024 11 of 乡镇卫生院"]
    ),
    ("柳川县2024年卫生健康工作总结\n2家县级医院、11家乡镇卫生院全部完成改造，编制床位1,860张。", ["- beds_authorized 2024 1860"]),
    ("柳川县人民医院2023年工作总结\n县域内竞争加剧，新开业的一家民营医院床位达160张。", ["民营医院 beds_open 2023 160"]),
    ("柳川市卫生健康工作简报\n云溪县投入420万元改造接种门诊；石湾县举办接种培训5期。", ["云溪县 investment - 4200000", "石湾县 trainings - 5"]),
    ("柳川市卫生健康工作简报\n我市先后派出4批医疗队，获赠锦旗14面。", ["全市 banners - 14"]),
    // A member that a group's paper speaks of; the group's own within it; branches; who deals with those who report.
    (
      "柳川县医疗健康集团2023年工作总结\n县人民医院全年门急诊68.3万人次。新开展新技术24项。",
      ["县人民医院 new_technologies 2023 24", "县人民医院 visits_outpatient_emergency 2023 683000"]
    ),
    (
      "柳川县紧密型县域医共体2024年运行情况报告\n县级医院派驻专家386人次到成员单位坐诊，医共体内开展新技术16项。",
      ["县级医院 experts_dispatched 2024 386", "柳川县紧密型县域医共体 new_technologies 2024 16"]
    ),
    (
      "柳川县总医院医共体2023年简报\n中医院分院门急诊14.6万人次，出院6,390人次；11家乡镇分院门急诊58.2万人次。",
      [
        "中医院分院 discharges 2023 6390",
        "中医院分院 visits_outpatient_emergency 2023 146000",
        "乡镇分院 visits_outpatient_emergency 2023 582000",
        "柳川县总医院医共体 institutions 2023 11 of 乡镇分院",
      ]
    ),
    ("柳川镇卫生院2023年工作总结\n县域医共体总院对我院实行统一管理，人员经费占比52.6%。", ["柳川镇卫生院 staff_cost_ratio 2023 52.6"]),
    ("柳川县中心医院2023年工作总结\n与市中心医院签订托管协议，对方长期派驻专家8名。", []),
    ("柳川县人民医院骨科2023年工作总结\n每周二到云坪镇卫生院坐诊，全年下派医护人员96人次。", ["柳川县人民医院骨科 experts_dispatched 2023 96"]),
    (
      "柳川县人民医院2023年工作总结\n4月份赴对口帮扶的云坪镇卫生院义诊1次，接诊群众120余人。",
      ["柳川县人民医院 volunteer_clinic_served 2023-04 120", "柳川县人民医院 volunteer_clinics 2023-04 1"]
    ),
    (
      "柳川县人民医院2023年工作总结\n互联网医院线上诊疗1.7万人次，日间手术占比20.6%。",
      ["柳川县人民医院 day_surgery_share 2023 20.6", "柳川县人民医院 internet_visits 2023 17000"]
    ),
    // Departments by their staff, named again, and the house beside them; one project's money.
    (
      "柳川县人民医院2023年工作总结\n药学部现有人员46人，其中主任药师2人。",
      ["柳川县人民医院 staff_total 2023 2 of 主任药师", "柳川县人民医院 staff_total 2023 46 of 药学部"]
    ),
    (
      "柳川县人民医院2023年工作总结\n康复科、肛肠科通过专科验收，康复科收治住院病人612人次，床位使用率104.2%。",
      ["柳川县人民医院 bed_occupancy_rate 2023 104.2 of 康复科", "柳川县人民医院 inpatient_visits 2023 612 of 康复科"]
    ),
    (
      "柳川县卫生健康委员会2022年工作总结\n总投资3.6亿元的县人民医院改扩建项目主体完工，累计完成投资1.94亿元。",
      ["县人民医院 investment 2022 194000000", "县人民医院 investment 2022 360000000"]
    ),
    (
      "柳川市急救中心2023年工作总结\n直属急救站出车16,420次；网络医院急救站出车24,810次。",
      ["直属急救站 ems_calls 2023 16420", "网络医院急救站 ems_calls 2023 24810"]
    ),
    // The house that an item of a briefing begins with; departments that a sentence takes one by one; what a group sends.
    (
      "柳川县卫生健康工作简报\n柳川县卫生健康局办公室　2024年7月15日\n县血站  上半年组织无偿献血1,846人次，采血量2,986单位。\n●云坪镇卫生院投入46万元改造中医馆，上半年中医非药物疗法3,640人次。",
      [
        "云坪镇卫生院 investment 2024-S1 460000",
        "云坪镇卫生院 tcm_nonpharm_visits 2024-S1 3640",
        "县血站 blood_donors 2024-S1 1846",
        "县血站 blood_volume 2024-S1 2986",
      ]
    ),
    (
      "柳川县人民医院2023年工作总结\n从科室看，骨科出院1,768人次，平均住院日9.4天；心内科出院2,310人次，病床使用率112.6%。",
      [
        "柳川县人民医院 avg_length_of_stay 2023 9.4 of 骨科",
        "柳川县人民医院 bed_occupancy_rate 2023 112.6 of 心内科",
        "柳川县人民医院 discharges 2023 1768 of 骨科",
        "柳川县人民医院 discharges 2023 2310 of 心内科",
      ]
    ),
    (
      "柳川县总医院2023年度运行情况报告\n基层开展手术206例；下转患者1,486人次，增长1.2倍。",
      ["基层 surgeries 2023 206", "柳川县总医院 referrals_down 2023 1486"]
    ),
  ]

  @Test("whose a figure is that stands beside others", arguments: owners)
  func owner(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let names: [(String, [String])] = [
    // Averages of houses are no totals; trainings that others held; what a fund has left; who was found to be ill.
    ("柳川县2023年卫生健康统计公报\n村卫生室诊疗量342.6万人次，平均每个村卫生室年诊疗量2,013人次。", ["村卫生室 visits_total 2023 3426000"]),
    ("柳川县人民医院2023年工作总结\n每月平均门诊量3.1万人次。", []),
    ("柳川县人民医院2023年工作总结\n参加全国县级医院院长培训班1期，举办培训班3期。", ["柳川县人民医院 trainings 2023 3"]),
    ("柳川县人民医院2023年工作总结\n医保基金实行总额付费、结余留用，当年结余1,842万元。", []),
    ("柳川镇卫生院2025年5月份工作汇报\n在管高血压患者2,860人，新发现高血压12人。", ["柳川镇卫生院 htn_managed 2025-05 2860"]),
    // Wide commas and blanks between thousands; who the sentence names before who its heading does; no metric of another heading.
    (
      "柳川县2013年卫生事业统计公报\n在管高血压患者31，406人、2型糖尿病患者7 812人，规范管理率分别达到71.6%和69.4%。",
      [
        "全县 dm_managed 2013 7812",
        "全县 dm_std_rate 2013 69.4",
        "全县 htn_managed 2013 31406",
        "全县 htn_std_rate 2013 71.6",
      ]
    ),
    (
      "柳川镇卫生院2021年工作总结\n（三）高血压、糖尿病患者健康管理。在管高血压患者3,860人，规范管理率77.4%。",
      ["柳川镇卫生院 htn_managed 2021 3860", "柳川镇卫生院 htn_std_rate 2021 77.4"]
    ),
    (
      "柳川市2024年第三季度监测通报\n（一）县域内就诊率。最高的云溪县为90.8%。\n（二）基本公卫进度。全市老年人健康管理率57.6%。石湾县、云溪县分别为65.2%、62.8%。",
      [
        "云溪县 elderly_mgmt_rate 2024-Q3 62.8",
        "云溪县 in_county_rate 2024-Q3 90.8",
        "全市 elderly_mgmt_rate 2024-Q3 57.6",
        "石湾县 elderly_mgmt_rate 2024-Q3 65.2",
      ]
    ),
    // What stands right before a share is what has it; money and costs by their names; who was asked and how.
    (
      "柳川县人民医院2023年工作总结\n门诊药占比40.6%，住院药占比24.2%。基本药物使用金额占比37.8%。",
      ["柳川县人民医院 drug_ratio_inpatient 2023 24.2", "柳川县人民医院 drug_ratio_outpatient 2023 40.6"]
    ),
    (
      "柳川县人民医院2023年工作总结\n完成手术4,986例，其中微创手术占30.4%，四级手术占比13.6%。",
      ["柳川县人民医院 surgeries 2023 4986", "柳川县人民医院 surgery_l4_share 2023 13.6", "柳川县人民医院 surgery_mini_share 2023 30.4"]
    ),
    (
      "柳川县人民医院2023年工作总结\n手术12,406台次，三级及以上手术占69.8%。",
      ["柳川县人民医院 surgeries 2023 12406", "柳川县人民医院 surgery_l34_share 2023 69.8"]
    ),
    (
      "柳川县人民医院2023年工作总结\n业务支出1,286.4万元。其中人员经费占40.6%。",
      ["柳川县人民医院 expenditure_total 2023 12864000", "柳川县人民医院 staff_cost_ratio 2023 40.6"]
    ),
    (
      "柳川县卫生健康局2019年工作总结\n基本公共卫生服务补助资金到位2,216万元，已支出1,584.3万元。",
      ["柳川县卫生健康局 phs_fund_received 2019 22160000", "柳川县卫生健康局 phs_fund_spent 2019 15843000"]
    ),
    ("柳川县人民医院2023年工作总结\n住院患者电话回访满意度94.8%。", ["柳川县人民医院 satisfaction_inpatient 2023 94.8"]),
    (
      "柳川县卫生健康局2021年工作总结\n全系统设党总支3个、党支部28个，党员806名。",
      ["柳川县卫生健康局 party_branches 2021 28", "柳川县卫生健康局 party_general_branches 2021 3", "柳川县卫生健康局 party_members 2021 806"]
    ),
    ("柳川县卫生健康局2020年工作总结\n2家发热门诊完成改造，全年接诊9,860人次。", ["柳川县卫生健康局 visits_fever 2020 9860"]),
    ("柳川县人民医院2023年工作总结\n派出医护人员12人次支援隔离点；约谈医院负责人6人次。", ["柳川县人民医院 experts_dispatched 2023 12", "柳川县人民医院 talks 2023 6"]),
    (
      "柳川市中心血站2023年工作总结\n共有34,610人次捐献全血、5,214人次捐献机采血小板，合计无偿献血39,824人次。",
      ["柳川市中心血站 blood_donors 2023 34610 of 全血", "柳川市中心血站 blood_donors 2023 39824"]
    ),
    // A metric whose course is told before its values; losses by other words.
    (
      "柳川县人民医院2023年工作总结\n药占比持续下降，由2015年的40.6%降到33.9%。耗占比由14.2%爬升到16.1%。",
      [
        "柳川县人民医院 consumable_ratio - 14.2",
        "柳川县人民医院 consumable_ratio 2023 16.1",
        "柳川县人民医院 drug_ratio 2015 40.6",
        "柳川县人民医院 drug_ratio 2023 33.9",
      ]
    ),
    ("柳川县人民医院2023年工作总结\n收支缺口196万元。", ["柳川县人民医院 surplus 2023 -1960000"]),
  ]

  @Test("what a figure is of that stands beside other names", arguments: names)
  func name(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let times: [(String, [String])] = [
    // 全年 behind a year is of it; what began on a day or a month tells no time; houses begun do not either.
    ("柳川县人民医院2023年工作总结\n而在2019年，全年门急诊量还只有48.6万人次。", ["柳川县人民医院 visits_outpatient_emergency 2019 486000"]),
    ("柳川县人民医院2023年工作总结\n回想2019年，我院全年手术2,860台。", ["柳川县人民医院 surgeries 2019 2860"]),
    ("柳川县人民医院2023年工作总结\n9月1日零时起全面取消药品加成，药占比27.2%。", ["柳川县人民医院 drug_ratio 2023 27.2"]),
    ("柳川镇卫生院2025年工作汇报\n签约工作自3月开始，我院6个家庭医生团队入村入户。", ["柳川镇卫生院 fd_teams 2025 6"]),
    ("柳川县人民医院2023年工作总结\n去年6月成立的院党支部现有党员12名。", ["柳川县人民医院 party_members 2023 12"]),
    // Ends of last year in a speech; the same list a year earlier; the year that 今年 is, by the months or the year that is over.
    (
      "在2013年全县卫生工作会议上的讲话\n（2013年2月20日）\n2012年是关键之年。去年全县总诊疗人次226.4万。\n截至去年底，每千人口床位2.8张。",
      ["全县 beds_per_1000 2012 2.8", "全县 visits_total 2012 2264000"]
    ),
    (
      "柳川县2017年前三季度工作总结\n新生儿、婴儿死亡率分别为2.4‰、4.1‰，去年同期分别为2.8‰、4.6‰。",
      [
        "全县 infant_mortality_rate 2016-01/2016-09 4.6",
        "全县 infant_mortality_rate 2017-01/2017-09 4.1",
        "全县 neonatal_mortality_rate 2016-01/2016-09 2.8",
        "全县 neonatal_mortality_rate 2017-01/2017-09 2.4",
      ]
    ),
    (
      "跨越——柳川县人民医院发展纪实\n2025年上半年，该院门急诊量38.4万人次。\n今年1—8月，日间手术占比20.4%。",
      ["柳川县人民医院 day_surgery_share 2025-01/2025-08 20.4", "柳川县人民医院 visits_outpatient_emergency 2025-S1 384000"]
    ),
    (
      "守护——柳川县人民医院见闻\n2024年，医院门急诊量达到36.2万人次。\n今年前10个月，医院下派医护人员1,386人次。",
      ["柳川县人民医院 experts_dispatched 2025-01/2025-10 1386", "柳川县人民医院 visits_outpatient_emergency 2024 362000"]
    ),
    (
      "山乡有良医——柳川县见闻\n2024年，全县总诊疗量达到186.4万人次。\n今年上半年，全县手术396台次。\n到2027年，每万人口全科医生数要达到4.4人。",
      ["全县 gps_per_10000 2027 4.4 target", "全县 surgeries 2025-S1 396", "全县 visits_total 2024 1864000"]
    ),
    // The same months a year later, behind a former value.
    (
      "柳川县人民医院2025年前三季度工作汇报\n门诊人次由去年上半年的11.8万人次增加到今年同期的13.6万人次；出院9,860人次。",
      [
        "柳川县人民医院 discharges 2025-01/2025-09 9860",
        "柳川县人民医院 visits_outpatient 2024-S1 118000",
        "柳川县人民医院 visits_outpatient 2025-S1 136000",
      ]
    ),
  ]

  @Test("when a figure was that stands beside other times", arguments: times)
  func time(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }
}
