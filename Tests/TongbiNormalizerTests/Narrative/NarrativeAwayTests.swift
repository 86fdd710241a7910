// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// Names and times that stand further away from their figure: in headings, in brackets, in the clause before.
@Suite("Told from further away")
struct NarrativeAwayTests {
  static let names: [(String, [String])] = [
    // Rates below a heading in the line; the verb of problems; a rate's part behind 其中; newcomers are no staff.
    ("柳川县人民医院2023年工作总结\n4．0～6岁儿童健康管理。管理2,306人，管理率87.4%。", ["柳川县人民医院 child_mgmt_rate 2023 87.4"]),
    ("柳川县人民医院2023年工作总结\n梳理出的19个问题已整改到位16个。", ["柳川县人民医院 rectify_total 2023 19"]),
    (
      "柳川县人民医院2023年工作总结\n累计建立居民健康档案21,406份，建档率84%，其中电子档案19,803份。",
      [
        "柳川县人民医院 health_record_rate 2023 84",
        "柳川县人民医院 health_records 2023 19803 of 电子档案",
        "柳川县人民医院 health_records 2023 21406",
      ]
    ),
    ("柳川县人民医院2023年工作总结\n新进各类人员46人，全院职工达到986人。", ["柳川县人民医院 staff_total 2023 986"]),
    (
      "柳川县人民医院2023年工作总结\n有党员16名，去年发展1名，今年发展2名。",
      ["柳川县人民医院 party_members 2023 16", "柳川县人民医院 party_members_new 2022 1", "柳川县人民医院 party_members_new 2023 2"]
    ),
    // Those who are helped, by their name; 创历史最高 names nobody; so often is no count.
    ("柳川县人民医院2023年工作总结\n对口帮扶云坪镇卫生院；参加义诊9次。", ["柳川县人民医院 volunteer_clinics 2023 9"]),
    (
      "柳川县人民医院急诊科2023年工作总结\n接诊病人3.6万人次，创历史最高，其中1月份接诊4,206人次。",
      ["柳川县人民医院急诊科 visits_emergency 2023 36000", "柳川县人民医院急诊科 visits_emergency 2023-01 4206"]
    ),
    ("柳川县人民医院2023年工作总结\n急诊科平均每5分钟接诊一名发热病人。", []),
    // A former value with its year in brackets; a metric whose own clause tells of a department.
    (
      "柳川县人民医院2023年工作总结\n药占比从改革前（2015年）的40.2%下降到25.6%，门诊次均费用216元。",
      ["柳川县人民医院 cost_per_outpatient_visit 2023 216", "柳川县人民医院 drug_ratio 2015 40.2", "柳川县人民医院 drug_ratio 2023 25.6"]
    ),
    ("柳川县人民医院2023年工作总结\n儿科门诊逆势上扬，全年达2.84万人次。", ["柳川县人民医院 visits_outpatient 2023 28400 of 儿科"]),
    ("柳川县人民医院2023年工作总结\n1.门诊次均费用涨幅偏大。8月份一度达到198.4元。", ["柳川县人民医院 cost_per_outpatient_visit 2023-08 198.4"]),
    // Some of the sites are no owner; no house is called 人文医院; what all centres of a region did is the region's.
    ("柳川街道社区卫生服务中心2024年上半年自评报告\n两个站点随访记录雷同，自查发现问题16个。", ["柳川街道社区卫生服务中心 rectify_total 2024-S1 16"]),
    ("柳川县人民医院2023年工作总结\n人文医院更有温度。职工满意度83.6%。", ["柳川县人民医院 satisfaction_staff 2023 83.6"]),
    (
      "柳川区家庭医生签约工作简报（2024年第3期）\n截至9月30日，全区18家社区卫生服务中心组建家庭医生团队216个，签约居民18.42万人。",
      [
        "全区 fd_contract_people ../2024-09-30 184200",
        "全区 fd_teams ../2024-09-30 216",
        "全区 institutions ../2024-09-30 18 of 社区卫生服务中心",
      ]
    ),
    ("柳川县人民政府关于紧密型县域医共体建设情况的报告\n2023年，上转患者4,206人次。", ["全县 referrals_up 2023 4206"]),
    // Samples are of the acid that the sentence names, operations of those that it speaks of; who lives somewhere has no contract.
    ("柳川街道社区卫生服务中心2022年一季度小结\n参加区域核酸筛查7轮，采样18.6万人次。", ["柳川街道社区卫生服务中心 nat_tests 2022-Q1 186000"]),
    ("柳川县人民医院2024年上半年工作总结\n恢复开展外科手术，上半年做了57台。", ["柳川县人民医院 surgeries 2024-S1 57"]),
    ("柳川县2022年家庭医生签约情况\n（一）签约情况。全县常住人口36.2万人，组建家庭医生团队109个。", ["全县 fd_teams 2022 109"]),
    (
      "柳川县2020年卫生健康工作总结\n整合11家乡镇卫生院，下派专家516人次。柳川县财政累计投入1.94亿元改善基层条件。",
      ["全县 experts_dispatched 2020 516", "全县 investment 2020 194000000"]
    ),
    ("柳川县人民医院2023年工作总结\n下派专家到3家医共体分院坐诊128人次。", ["柳川县人民医院 experts_dispatched 2023 128"]),
  ]

  @Test("a figure is named by its heading, its brackets or the clause before", arguments: names)
  func name(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let times: [(String, [String])] = [
    // Sections of the year so far are of the months that it tells of; an event of a year is no time of what follows.
    (
      "关于全市卫生健康工作情况的报告\n——2024年10月28日在柳川市人大常委会会议上\n一、今年以来的主要工作\n（一）能力提升。1—9月，全市总诊疗人次1,206.3万。\n（二）医改深化。全市公立医院药占比24.6%。",
      ["全市 visits_total 2024-01/2024-09 12063000", "公立医院 drug_ratio 2024-01/2024-09 24.6"]
    ),
    ("柳川县“十三五”卫生健康发展回顾\n三、医改深化。2017年全面取消药品加成。县级公立医院门诊次均费用196.5元。", ["县级公立医院 cost_per_outpatient_visit 2020 196.5"]),
    // What a paper says it is up to; an aim by its own name in brackets.
    (
      "中共柳川县人民医院总支部关于巡察整改情况的通报\n2022年1月12日，巡察组反馈了意见，现将截至2022年6月底的整改情况予以公布。\n整改率88.6%。上半年集中学习8次。",
      ["柳川县人民医院 party_study 2022-S1 8", "柳川县人民医院 rectify_rate ../2022-06-30 88.6"]
    ),
    ("柳川县妇幼保健院2018年工作总结\n指标均达到2020年目标（孕产妇死亡率控制在18/10万以下一项除外）。", ["柳川县妇幼保健院 maternal_mortality_ratio 2020 18 target"]),
    // Rates of people are the region's in the report of a centre for them.
    (
      "柳川县妇幼保健院2023年工作总结\n全县活产数2,104人。全年未发生孕产妇死亡。3岁以下儿童系统管理率92.6%。",
      ["全县 child_mgmt_rate 2023 92.6", "全县 newborns 2023 2104"]
    ),
    // The time of an aim that is compared, of a start, of a month alone, and of a year long before.
    (
      "柳川街道社区卫生服务中心2024年上半年总结\n老年人健康管理率36.4%，与全年70%的目标相比进度滞后；高血压患者规范管理率72.5%。",
      [
        "柳川街道社区卫生服务中心 elderly_mgmt_rate 2024 70 target",
        "柳川街道社区卫生服务中心 elderly_mgmt_rate 2024-S1 36.4",
        "柳川街道社区卫生服务中心 htn_std_rate 2024-S1 72.5",
      ]
    ),
    ("柳川县人民医院2023年工作总结\n自2023年7月1日起实行DIP付费，全院CMI值0.86。", ["柳川县人民医院 cmi 2023 0.86"]),
    (
      "柳川市医院2017年1-9月控费情况汇报\n1-9月，药占比31.6%，9月份当月药占比已降至29.2%；卫生材料收入6,842万元。",
      [
        "柳川市医院 drug_ratio 2017-01/2017-09 31.6",
        "柳川市医院 drug_ratio 2017-09 29.2",
        "柳川市医院 revenue_consumable 2017-01/2017-09 68420000",
      ]
    ),
    (
      "在柳川县第二人民医院2015年度总结大会上的讲话\n2010年，业务收入才3,200万元。药占比从2014年的40.6%降到36.9%。",
      ["柳川县第二人民医院 drug_ratio 2014 40.6", "柳川县第二人民医院 drug_ratio 2015 36.9", "柳川县第二人民医院 revenue_medical 2010 32000000"]
    ),
    ("2022年1—8月柳川市医疗服务情况\n8月下旬实行临时管控，当月总诊疗人次16.3万。", ["全市 visits_total 2022-08 163000"]),
    (
      "柳川县2023年卫生健康统计公报\n次均门诊药费（92.4元）占38.7%，占比较2022年（40.2%）有所回落。",
      [
        "全县 drug_cost_per_outpatient 2023 92.4",
        "全县 drug_ratio_outpatient 2022 40.2",
        "全县 drug_ratio_outpatient 2023 38.7",
      ]
    ),
    // The time of an aim that words compare, and the month that was hit worst.
    ("柳川县2023年上半年工作总结\n老年人健康管理率36.4%，完成全年任务的一半多一点。资金到位1,846万元。", ["全县 elderly_mgmt_rate 2023-S1 36.4"]),
    ("柳川市中心血站2020年工作总结\n受疫情影响最重的2月份，无偿献血仅586人次。", ["柳川市中心血站 blood_donors 2020-02 586"]),
  ]

  @Test("a section, an announcement and a heading tell the time", arguments: times)
  func time(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }
}
