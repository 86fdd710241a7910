// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// What one place of a report says for others: its months, the year of values in brackets, who is spoken of.
@Suite("What a document says once")
struct NarrativeDocumentTests {
  static let times: [(String, [String])] = [
    // A title that names its year alone, and a text that speaks of its first months only.
    (
      "柳川县总医院2024年运行情况\n1—9月，各项工作平稳。\n门诊23.6万人次，出院1.2万人次。",
      [
        "柳川县总医院 visits_outpatient 2024-01/2024-09 236000", "柳川县总医院 discharges 2024-01/2024-09 12000",
      ]
    ),
    // A report on a month that says it tells of all months up to it.
    (
      "柳川县人民医院2025年7月运行简报\n现将1—7月运行情况报告如下，请审阅。\n门诊14.2万人次。",
      ["柳川县人民医院 visits_outpatient 2025-01/2025-07 142000"]
    ),
    // No title says when; the text does.
    (
      "关于业务工作的汇报\n现将2022年有关情况汇报如下。\n我院门诊8.3万人次。",
      ["我院 visits_outpatient 2022 83000"]
    ),
    // What is left of the year belongs to the year, in a report on less.
    (
      "柳川县人民医院2024年上半年总结\n上半年门诊9.1万人次，年内力争突破19万人次。",
      [
        "柳川县人民医院 visits_outpatient 2024-S1 91000", "柳川县人民医院 visits_outpatient 2024 190000 target",
      ]
    ),
    // The next quarter counts from that of the report.
    (
      "柳川县人民医院2023年第二季度药事通报\n一、现状\n药占比31.4%。\n二、下季度控制目标\n药占比控制在30%以内。",
      ["柳川县人民医院 drug_ratio 2023-Q2 31.4", "柳川县人民医院 drug_ratio 2023-Q3 30 target"]
    ),
    // Months that share the word for them.
    (
      "柳川县人民医院2023年第一季度通报\n逐月看，1、2、3月药占比分别为31.2%、30.6%、30.1%。",
      [
        "柳川县人民医院 drug_ratio 2023-01 31.2", "柳川县人民医院 drug_ratio 2023-02 30.6",
        "柳川县人民医院 drug_ratio 2023-03 30.1",
      ]
    ),
    // Values in brackets are of the year that the heading names.
    (
      "柳川县人民医院2023年总结\n一、主要指标（括号内为2022年）\n门诊8,420人次（7,960人次）。",
      ["柳川县人民医院 visits_outpatient 2022 7960", "柳川县人民医院 visits_outpatient 2023 8420"]
    ),
    // The month behind who signs says when a report was given; a meeting's year is that of no figure, but this one.
    (
      "医共体建设情况汇报\n（柳川县县长 2025年12月）\n柳川县人民医院门诊8.3万人次。",
      ["柳川县人民医院 visits_outpatient 2025 83000"]
    ),
    (
      "关于乡镇卫生院的调研报告\n县卫生健康局调研组（2024年6月）\n2023年，柳川县人民医院门诊8.3万人次。\n药占比31%。",
      ["柳川县人民医院 visits_outpatient 2023 83000", "县卫生健康局 drug_ratio 2023 31"]
    ),
    (
      "柳川县人民医院的探索\n（2025年全省基层卫生工作现场会交流材料）\n2024年，我院门诊8.3万人次。\n药占比31%。\n今年力争药占比降到29%以下。",
      [
        "柳川县人民医院 visits_outpatient 2024 83000", "柳川县人民医院 drug_ratio 2024 31",
        "柳川县人民医院 drug_ratio 2025 29 target",
      ]
    ),
    (
      "关于高质量发展的汇报\n柳川县人民医院\n（2023年2月X日）\n门诊9.2万人次。",
      ["柳川县人民医院 visits_outpatient 2022 92000"]
    ),
    // The day in the bracket that a note begins with; when something was built or happened dates nothing.
    (
      "柳川县人民医院大楼启用\n（宣传科 2017年9月27日）9月26日清晨，大楼启用。\n大楼于2014年动工，开放床位760张。2016年，医院门诊9.1万人次。今年1—8月，门诊7.2万人次。",
      [
        "柳川县人民医院 beds_open 2017-01/2017-08 760", "柳川县人民医院 visits_outpatient 2016 91000",
        "柳川县人民医院 visits_outpatient 2017-01/2017-08 72000",
      ]
    ),
    // What a note tells of this year is what all of it is of.
    (
      "柳川县人民医院半年成绩单\n发布时间：2023-07-20\n记者了解到，今年上半年，门诊9.2万人次。\n出院3,047人次。",
      ["柳川县人民医院 visits_outpatient 2023-S1 92000", "柳川县人民医院 discharges 2023-S1 3047"]
    ),
    // The day by which one part of a plan is to be done.
    (
      "柳川县人民医院2018年上半年工作总结\n二、下半年打算\n10月底前完成健康体检900人次；药占比控制在30%以内。",
      [
        "柳川县人民医院 health_checks 2018-10-31 900 target", "柳川县人民医院 drug_ratio 2018-S2 30 target",
      ]
    ),
    // Values of another time in brackets, without their unit; items behind signs.
    (
      "柳川县人民医院2018年工作总结\n◆门诊2.31万人次（2017年1.93万），出院2,874人次（2017年2,254）。\n·0-6岁儿童健康管理率95.3%。",
      [
        "柳川县人民医院 visits_outpatient 2018 23100", "柳川县人民医院 visits_outpatient 2017 19300",
        "柳川县人民医院 discharges 2018 2874", "柳川县人民医院 discharges 2017 2254",
        "柳川县人民医院 child_mgmt_rate 2018 95.3",
      ]
    ),
    // 计划生育 is a service and no plan, and efforts that are looked back on are no aims.
    (
      "柳川县2020年卫生统计公报\n一、计划生育与献血\n在各方共同努力下，无偿献血1.3万人次。",
      ["全县 blood_donors 2020 13000"]
    ),
  ]

  @Test("when figures were, by what the document says elsewhere", arguments: times)
  func time(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }

  @Test(
    "the day of writing may stand in the file's name, and a span of days is none",
    arguments: [
      ("新闻稿20260418.txt", Day(2026, 4, 18)), ("2024-4-18 通报.docx", Day(2024, 4, 18)),
      ("医院简报_2024.04.18_定稿.txt", Day(2024, 4, 18)), ("20230101-20230630总结.txt", nil), ("文件85601234.txt", nil),
      ("2024-04运行分析.txt", nil),
    ])
  func dayInName(name: String, expected: Day?) { #expect(DocumentDate.find(inName: name) == expected) }

  static let owners: [(String, [String])] = [
    // 该院 is who the passage before named.
    (
      "江北大学附属医院对口帮扶总结\n2019年，木岭县人民医院门诊2.1万人次。\n2023年，该院门诊4.3万人次。出院3,120人次。",
      [
        "木岭县人民医院 visits_outpatient 2019 21000", "木岭县人民医院 visits_outpatient 2023 43000",
        "木岭县人民医院 discharges 2023 3120",
      ]
    ),
    // A centre counts its stations and goes on to speak of itself; some of the stations are others.
    (
      "清水街道社区卫生服务中心2023年总结\n中心下设社区卫生服务站3个，现有职工84人。3个服务站门诊1.9万人次。",
      [
        "清水街道社区卫生服务中心 institutions 2023 3 of 社区卫生服务站", "清水街道社区卫生服务中心 staff_total 2023 84",
        "服务站 visits_outpatient 2023 19000",
      ]
    ),
    // Names cut short, where the metric of all was said before them.
    (
      "柳川县卫生健康局2024年签约通报\n履约率方面，城关中心、西山、东河分别达到90.2%、87.5%和84.1%。",
      [
        "城关中心 fd_fulfil_rate 2024 90.2", "西山 fd_fulfil_rate 2024 87.5", "东河 fd_fulfil_rate 2024 84.1",
      ]
    ),
    // Names before a colon.
    (
      "柳川县2023年公卫通报\n河口镇卫生院、白杨镇卫生院：建档率分别为86.3%和84.9%。",
      ["河口镇卫生院 health_record_rate 2023 86.3", "白杨镇卫生院 health_record_rate 2023 84.9"]
    ),
    // The average of a region is the region's.
    (
      "柳川县妇幼保健院2022年总结\n全县孕产妇死亡率6.1/10万，低于全省9.4/10万的平均水平。",
      ["全县 maternal_mortality_ratio 2022 6.1", "全省 maternal_mortality_ratio 2022 9.4"]
    ),
  ]

  @Test("whose figures are, by what the document says elsewhere", arguments: owners)
  func owner(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }

  static let kinds: [(String, [String])] = [
    // Departments that a metric is ranked over, or that stand below the heading of it.
    (
      "柳川县人民医院2023年通报\n药占比较高的科室为心内科、呼吸科，分别为35.2%、33.8%。",
      [
        "柳川县人民医院 drug_ratio 2023 35.2 of 心内科", "柳川县人民医院 drug_ratio 2023 33.8 of 呼吸科",
      ]
    ),
    (
      "柳川县人民医院2023年通报\n床位使用率超过105%的科室有3个，其中骨科达118.2%。",
      ["柳川县人民医院 bed_occupancy_rate 2023 118.2 of 骨科"]
    ),
    // Kinds of surgery and of vaccines are parts.
    (
      "柳川县人民医院2023年总结\n手术3,120例，三四级手术1,640例。",
      ["柳川县人民医院 surgeries 2023 3120", "柳川县人民医院 surgeries 2023 1640 of 三四级手术"]
    ),
    // What drugs cost in each visit.
    (
      "柳川县人民医院2023年总结\n门诊次均费用168.3元，其中药费81.2元，占48.2%。",
      [
        "柳川县人民医院 cost_per_outpatient_visit 2023 168.3", "柳川县人民医院 drug_cost_per_outpatient 2023 81.2",
        "柳川县人民医院 drug_ratio_outpatient 2023 48.2",
      ]
    ),
    // Examinations of the elderly, where the words before speak of them.
    (
      "柳川县石桥镇卫生院2023年总结\n65岁以上老年人6,105人，已体检2,987人。",
      ["柳川县石桥镇卫生院 elderly_free_checkups 2023 2987"]
    ),
    // Shares of a structure; staff on duty; standards beside departments below their metric's heading.
    (
      "柳川县人民医院2023年总结\n医疗收入结构：药品26.8%、卫生材料22.4%。编制120人，在岗108人。",
      [
        "柳川县人民医院 drug_ratio 2023 26.8", "柳川县人民医院 consumable_ratio 2023 22.4",
        "柳川县人民医院 staff_total 2023 108",
      ]
    ),
    (
      "柳川县人民医院2023年通报\n一、药占比情况\n超过控制线的科室有2个：呼吸内科52.3%（指标48%），骨科28.1%（指标25%）。",
      [
        "柳川县人民医院 drug_ratio 2023 52.3 of 呼吸内科", "柳川县人民医院 drug_ratio 2023 48 target of 呼吸内科",
        "柳川县人民医院 drug_ratio 2023 28.1 of 骨科", "柳川县人民医院 drug_ratio 2023 25 target of 骨科",
      ]
    ),
    // Teams and those sent, counted before their names.
    (
      "柳川县卫生健康局2023年总结\n126个家庭医生团队签约居民12.4万人。县级医院选派86名医师到卫生院坐诊。",
      [
        "柳川县卫生健康局 fd_teams 2023 126", "柳川县卫生健康局 fd_contract_people 2023 124000",
        "县级医院 experts_dispatched 2023 86",
      ]
    ),
    // A value glued to an abbreviation, and what is left of a fund.
    ("柳川县人民医院2023年总结\nCMI1.14。", ["柳川县人民医院 cmi 2023 1.14"]),
    ("柳川县医保局2023年总结\n医保基金支出3.4亿元，结余2,100万元。", []),
  ]

  @Test("what is counted, by the words around it", arguments: kinds)
  func kind(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }
}
