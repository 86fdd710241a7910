// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// How a paper says whose it is and what time it is of, where its title does not.
@Suite("Whose a paper is, and of what time")
struct NarrativePapersTests {
  static let times: [(file: String, text: String, expected: [String])] = [
    // The first sentence names the year.
    ("总结.txt", "年度工作总结\n2019年，柳川镇卫生院在县局领导下开展工作。\n门诊3.1万人次。", ["柳川镇卫生院 visits_outpatient 2019 31000"]),
    // So it does not where the text goes on to later years.
    (
      "汇报.txt", "工作汇报\n2019年，柳川县人民医院门诊2.1万人次。\n2023年，柳川县人民医院门诊4.3万人次。",
      ["柳川县人民医院 visits_outpatient 2019 21000", "柳川县人民医院 visits_outpatient 2023 43000"]
    ),
    // A year in brackets, and digits in the name of the file.
    ("总结.txt", "柳川县人民医院年度工作总结（2021）\n药占比28.4%。", ["柳川县人民医院 drug_ratio 2021 28.4"]),
    ("2022总结终稿.txt", "工作总结\n门诊4.2万人次。\n柳川县中医院", ["柳川县中医院 visits_outpatient 2022 42000"]),
    ("运营分析202409.txt", "9月份运营分析\n柳川县中医院运营部\n本月药占比26.8%。", ["柳川县中医院 drug_ratio 2024-09 26.8"]),
    ("年鉴供稿.txt", "《柳川县年鉴（2020）》供稿\n全县婴儿死亡率3.9‰。", ["全县 infant_mortality_rate 2019 3.9"]),
    (
      "回顾.txt", "三年工作回顾（2016-2018）\n柳川县人民医院\n三年间，门诊分别为3.2万、3.6万、4.1万人次。",
      [
        "柳川县人民医院 visits_outpatient 2016 32000", "柳川县人民医院 visits_outpatient 2017 36000",
        "柳川县人民医院 visits_outpatient 2018 41000",
      ]
    ),
    // The number of the paper counts the year before.
    (
      "报告.txt", "柳医〔2023〕4号\n关于报送年度总结的报告\n现将我院去年工作总结报送如下。\n门诊4.2万人次。今年，门诊力争达到5万人次。\n柳川县中医院",
      ["柳川县中医院 visits_outpatient 2022 42000", "柳川县中医院 visits_outpatient 2023 50000 target"]
    ),
    // What a remark in brackets says of the day, and dates with points.
    ("讲话.txt", "在上半年运营分析会上的讲话\n（2023年7月20日，根据录音整理）\n柳川县医院药占比29.1%。", ["柳川县医院 drug_ratio 2023-S1 29.1"]),
    ("小结.txt", "上半年工作小结\n药占比39.8%。\n柳川镇卫生院\n2017.7.10", ["柳川镇卫生院 drug_ratio 2017-S1 39.8"]),
    (
      "汇报.txt", "汇报\n我院去年门急诊24.6万人次；今年1—10月门急诊17.8万人次。\n柳川县人民医院\n2020.11.10",
      [
        "柳川县人民医院 visits_outpatient_emergency 2019 246000",
        "柳川县人民医院 visits_outpatient_emergency 2020-01/2020-10 178000",
      ]
    ),
    // A speech of January tells of the year before, and plans its own.
    (
      "报告.txt", "奋楫扬帆启新程\n——2024年1月20日在柳川县医院职工代表大会上\n过去的一年，门急诊78.6万人次。今年，门急诊突破82万人次是我们的目标。",
      ["柳川县医院 visits_outpatient_emergency 2023 786000", "柳川县医院 visits_outpatient_emergency 2024 820000 target"]
    ),
    // The one stretch of months that is named; and this year's first months, which are no aim in March.
    (
      "汇报.txt", "柳川镇卫生院工作汇报\n（2020年9月8日）\n1至8月门诊2.1万人次。\n老年人健康管理率61%。",
      [
        "柳川镇卫生院 visits_outpatient 2020-01/2020-08 21000", "柳川镇卫生院 elderly_mgmt_rate 2020-01/2020-08 61",
      ]
    ),
    (
      "见闻.txt", "柳川镇卫生院见闻\n发布时间：2025-03-14\n去年，门诊2万人次。今年1至2月，门诊量又达到3,100人次。",
      [
        "柳川镇卫生院 visits_outpatient 2024 20000", "柳川镇卫生院 visits_outpatient 2025-01/2025-02 3100",
      ]
    ),
    // When a house began is no time of its figures.
    (
      "汇报.txt", "康宁医院年终汇报\n我院2013年开业，现有职工168人。2017年度门诊5.2万人次。",
      [
        "康宁医院 staff_total 2017 168", "康宁医院 visits_outpatient 2017 52000",
      ]
    ),
    // What follows from the second half is still to come in July.
    (
      "讲话.txt", "柳川县医院上半年会上的讲话\n（2023年7月20日）\n下半年就盯两个数：平均住院日7.5天，药占比28%。",
      [
        "柳川县医院 avg_length_of_stay 2023-S2 7.5 target", "柳川县医院 drug_ratio 2023-S2 28 target",
      ]
    ),
    // A title of next year, and one that looks back and plans.
    (
      "发言.txt", "明年工作怎么干\n柳川县卫生健康委员会规划科　2025年12月19日\n到11月底，全县医疗卫生机构214家。\n明年拟安排项目12个。总投资4.2亿元。",
      ["全县 institutions 2025-11-30 214", "全县 investment 2026 420000000 target"]
    ),
    (
      "思路.txt", "“十四五”收官回眸与2026年工作思路\n（柳川区卫生健康局）\n前11个月，全区总诊疗28.6万人次。\n一、2026年目标\n总诊疗30万人次。",
      ["全区 visits_total 2025-01/2025-11 286000", "全区 visits_total 2026 300000 target"]
    ),
    // The month below a title is when it was written; the day of a note has an hour.
    (
      "汇报.txt", "关于医共体建设情况的汇报\n柳川县人民医院\n2025年11月\n1—10月门诊5.4万人次。平均住院日7.2天。",
      ["柳川县人民医院 visits_outpatient 2025-01/2025-10 54000", "柳川县人民医院 avg_length_of_stay 2025-01/2025-10 7.2"]
    ),
    (
      "推文.txt", "半年成绩单出炉！\n柳川市妇幼保健院　2024-07-05 17:30\n2024年的进度条已经过半。\n手术4126台。",
      ["柳川市妇幼保健院 surgeries 2024-S1 4126"]
    ),
    // The title below the head of a briefing, and not the days on which somebody looked.
    (
      "简报.txt", "工作简报\n第9期\n柳川县卫生局办公室　2017年10月18日\n全县前三季度公共卫生督查情况\n9月20日至29日，县卫生局抽调骨干督查。\n全县签约率34.4%。",
      ["全县 fd_contract_rate 2017-01/2017-09 34.4"]
    ),
    // A yearbook tells of the year before, and so do new year's wishes.
    ("年鉴.txt", "《柳川县年鉴》2021卷\n全县建档率91.2%。", ["全县 health_record_rate 2020 91.2"]),
    ("贺词.txt", "——2024年新年贺词\n柳川市第一医院\n过去的一年，出院患者5.2万人次。", ["柳川市第一医院 discharges 2023 52000"]),
    // A weekly paper, and the days of its week in brackets.
    (
      "周报.txt", "第32周工作周报\n（2024年8月5日—8月11日）\n柳川县医院\n本周门诊15236人次，较上周增长2.1%。",
      ["柳川县医院 visits_outpatient 2024-08-05/2024-08-11 15236"]
    ),
    (
      "周报.txt", "柳川县接种周报\n截至2022年3月27日，全县累计接种68.42万剂次。本周（3月21日—27日）接种4316剂次。",
      ["全县 vaccine_doses ../2022-03-27 684200", "全县 vaccine_doses 2022-03-21/2022-03-27 4316"]
    ),
    // The half that a title names is of the one year that the text does.
    (
      "通报.txt", "柳河镇上半年公共卫生考核通报\n镇卫生院于2023年7月4日至6日进行了考核。\n后坪村卫生室：老年人健康管理率65.2%。",
      ["后坪村卫生室 elderly_mgmt_rate 2023-S1 65.2"]
    ),
    // What there is now in a request of March, beside the year before; and in a notice of the year's spring.
    (
      "请示.txt", "关于增加编制床位的请示\n我院现有编制床位400张。2022年，门诊49.7万人次。\n柳川市中医医院\n2023年3月8日",
      ["柳川市中医医院 beds_authorized 2023-03-08 400", "柳川市中医医院 visits_outpatient 2022 497000"]
    ),
    (
      "公告.txt", "柳川县人民医院2025年招聘公告\n医院现有在职职工786人。2024年，门急诊42.3万人次。\n（2025年3月10日发布）",
      ["柳川县人民医院 staff_total 2025-03-10 786", "柳川县人民医院 visits_outpatient_emergency 2024 423000"]
    ),
    // What stands up to the last day that a report tells of is what it tells; who is to read it is not who wrote it.
    (
      "总结.txt", "柳河镇卫生院2021年工作总结\n截至12月底，收住院1163人次，病床使用率68%。",
      ["柳河镇卫生院 inpatient_visits 2021 1163", "柳河镇卫生院 bed_occupancy_rate 2021 68"]
    ),
    (
      "汇报.txt", "三级医院创建工作汇报\n（供市卫健委督导组参阅，2025年4月18日）\n柳川县人民医院\n我院1996年评为二级甲等，现有编制床位800张。",
      ["柳川县人民医院 beds_authorized 2025-04-18 800"]
    ),
    ("呈贡区人民医院总结.txt", "2023年工作总结\n药占比28.1%。", ["呈贡区人民医院 drug_ratio 2023 28.1"]),
    // What a house will hold once it is built is of no year.
    (
      "专报.txt", "信息专报\n柳川县人民医院　2024年9月23日\n项目建成后，预计年手术可达1.2万台次。",
      ["柳川县人民医院 surgeries - 12000 target"]
    ),
  ]

  @Test("a paper finds its time by what stands around its text", arguments: times)
  func time(file: String, text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text, file: file) == expected)
  }

  static let owners: [(file: String, text: String, expected: [String])] = [
    ("13-柳荫社区卫生服务中心小结.txt", "2021年工作小结\n诊疗7.4万人次。", ["柳荫社区卫生服务中心 visits_total 2021 74000"]),
    (
      "小结.txt", "2021年工作小结\n2021年，柳荫社区卫生服务中心紧扣任务，现将工作小结如下：\n诊疗7.4万人次。",
      [
        "柳荫社区卫生服务中心 visits_total 2021 74000"
      ]
    ),
    // Headlines of two halves, and whom a journalist tells of.
    (
      "稿.txt",
      "家门口看好病 柳川县中医院2024年见闻\n省中医院派驻专家12名。\n记者从医院获悉，该院门诊9.7万人次。",
      ["省中医院 experts_dispatched 2024 12", "柳川县中医院 visits_outpatient 2024 97000"]
    ),
    // Those that are called by their number.
    (
      "通报.txt", "柳川市2024年3月通报\n门诊次均费用：市一院386.5元、市妇幼312.0元。",
      [
        "市一院 cost_per_outpatient_visit 2024-03 386.5", "市妇幼 cost_per_outpatient_visit 2024-03 312.0",
      ]
    ),
    // Mottoes and verbs are nobody's names.
    ("材料.txt", "做实县域医共体\n——柳川县2023年的实践\n县域内就诊率91.6%。", ["全县 in_county_rate 2023 91.6"]),
    // Campuses, branches and those looked after.
    (
      "说明.txt", "2025年上半年运行情况\n我院东院区门急诊42.8万人次；西院区门急诊19.5万人次。",
      [
        "东院区 visits_outpatient_emergency 2025-S1 428000", "西院区 visits_outpatient_emergency 2025-S1 195000",
      ]
    ),
    (
      "汇报.txt", "柳川县中医院2016年汇报\n县中医院门诊4.7万人次；托管的城关镇卫生院门诊1.3万人次。",
      [
        "柳川县中医院 visits_outpatient 2016 47000", "城关镇卫生院 visits_outpatient 2016 13000",
      ]
    ),
    // What a centre reports on its district is the district's.
    (
      "汇报.txt", "柳川区妇幼健康工作情况汇报\n区妇幼保健计划生育服务中心（2019年1月）\n全区产妇4,862人。剖宫产率42.6%。",
      ["全区 csection_rate 2018 42.6"]
    ),
  ]

  @Test("a paper finds its owner by what stands around its text", arguments: owners)
  func owner(file: String, text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text, file: file) == expected)
  }
}
