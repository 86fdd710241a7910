// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// When figures were that the sentence does not date itself, and which of them are aims.
@Suite("Dated by others")
struct NarrativeDatedTests {
  static let times: [(String, [String])] = [
    // The day of a newspaper, in its line, in a bracket below or beside the names of those who wrote.
    (
      "小病不出村——柳川县见闻\n《柳川日报》2021年11月18日 第2版\n今年1—10月，云坪镇卫生院门诊2.64万人次。截至10月底，全县组建家庭医生团队136个。",
      ["云坪镇卫生院 visits_outpatient 2021-01/2021-10 26400", "全县 fd_teams ../2021-10-31 136"]
    ),
    ("柳川县综合医改两年间\n本报记者　甲　（2018年1月26日《柳川日报》第2版）\n去年，县中医院门诊量首次突破18万人次。", ["县中医院 visits_outpatient 2017 180000"]),
    (
      "柳川县推进医共体建设见闻\n今年上半年，云坪镇卫生院住院286人次，而改革前的2019年上半年只有86人次。\n下一步将继续推进。（本报记者　甲　2022年8月16日）",
      ["云坪镇卫生院 inpatient_visits 2019-S1 86", "云坪镇卫生院 inpatient_visits 2022-S1 286"]
    ),
    // What a paper says that it tells of, and parts of it summed up; the year again behind its months.
    (
      "柳川县医共体建设工作简报\n第6期\n柳川县医共体管委会办公室　2024年10月15日\n现将1—9月主要运行情况通报如下。\n【数据速览】\n县域内就诊率90.6%，全年县域内就诊率要稳定在90%以上。",
      ["全县 in_county_rate 2024 90 target", "全县 in_county_rate 2024-01/2024-09 90.6"]
    ),
    (
      "柳川县中医医院2021年三季度运行分析\n三季度医疗收入3,086万元。1—9月累计，全院门诊13.86万人次。药占比23.8%。",
      [
        "柳川县中医医院 drug_ratio 2021-01/2021-09 23.8",
        "柳川县中医医院 revenue_medical 2021-Q3 30860000",
        "柳川县中医医院 visits_outpatient 2021-01/2021-09 138600",
      ]
    ),
    (
      "柳川县人民医院骨科2024年工作总结\n1至11月，门诊16,820人次。全年出院1,926人次。病床使用率97.4%。",
      [
        "柳川县人民医院骨科 bed_occupancy_rate 2024 97.4",
        "柳川县人民医院骨科 discharges 2024 1926",
        "柳川县人民医院骨科 visits_outpatient 2024-01/2024-11 16820",
      ]
    ),
    // Years told in passing, and events that began.
    (
      "柳川县2022年三季度通报\n全县县域内就诊率90.8%，改革前的2019年为80.6%；基层就诊率64.2%，比2019年提高7.6个百分点。",
      ["全县 in_county_rate 2019 80.6", "全县 in_county_rate 2022-Q3 90.8", "全县 primary_visit_share 2022-Q3 64.2"]
    ),
    ("柳川县中心医院2020年工作总结\n1月26日起，全院取消休假，设立党员先锋岗26个。", ["柳川县中心医院 pioneer_posts 2020 26"]),
    ("柳川县人民医院2023年工作总结\n疫情高峰期的12月，发热门诊就诊3,960人次。", ["柳川县人民医院 visits_fever 2023-12 3960"]),
    // A heading's words behind a comma give no time.
    ("柳川市中医医院2023年上半年运行分析\n（一）服务量恢复，但二季度回落。体检1.62万人次。", ["柳川市中医医院 health_checks 2023-S1 16200"]),
    // Year ends in a report of December; past years among plans; what was, in brackets behind an aim.
    (
      "柳川县卫生局2012年工作总结及2013年工作打算\n一、2012年主要工作\n年末全县共有医疗卫生机构286个，床位1,786张。\n二〇一二年十二月二十日",
      ["全县 beds_open 2012-12-31 1786", "全县 institutions 2012-12-31 286"]
    ),
    ("柳川县2022年卫生健康工作总结和2023年工作计划\n三、2023年工作计划\n2022年全县居民健康素养水平为24.8%，任务艰巨。", ["全县 health_literacy 2022 24.8"]),
    (
      "柳川县中医医院2021年三季度运行分析\n（二）四季度门诊患者满意度要达到95%以上（三季度为90.6%）。",
      ["柳川县中医医院 satisfaction_outpatient 2021-Q3 90.6", "柳川县中医医院 satisfaction_outpatient 2021-Q4 95 target"]
    ),
    // Aims that were reached are those named there alone, and tasks are no results.
    (
      "柳川县人民医院2023年工作总结\n药占比28.6%，2021年、2022年分别为36.4%和32.8%，完成了省定30%以下的目标。",
      [
        "柳川县人民医院 drug_ratio 2021 36.4",
        "柳川县人民医院 drug_ratio 2022 30 target",
        "柳川县人民医院 drug_ratio 2022 32.8",
        "柳川县人民医院 drug_ratio 2023 28.6",
      ]
    ),
    (
      "柳川县2017年卫生工作总结\n全县家庭医生签约率35.8%，重点人群签约率61.6%，分别超额完成省定30%、60%的年度任务。",
      ["全县 fd_contract_rate 2017 35.8", "全县 fd_contract_rate_key 2017 61.6"]
    ),
    (
      "柳川县人民医院2023年工作总结\n医疗费用增幅控制在8%的市定目标以内，药占比26.4%。",
      ["柳川县人民医院 drug_ratio 2023 26.4", "柳川县人民医院 fee_growth_rate 2023 8 target"]
    ),
    // Lists over quarters, facilities and houses' former values.
    (
      "柳川市中心血站2017年工作总结\n一至四季度献血分别为5,116人次、6,208人次、5,986人次和6,742人次。",
      [
        "柳川市中心血站 blood_donors 2017-Q1 5116",
        "柳川市中心血站 blood_donors 2017-Q2 6208",
        "柳川市中心血站 blood_donors 2017-Q3 5986",
        "柳川市中心血站 blood_donors 2017-Q4 6742",
      ]
    ),
    (
      "柳川县2014年医改汇报\n2014年上半年，县人民医院与县中医院药占比分别由改革前2012年的45.6%和48.2%下降到37.8%和40.6%。",
      [
        "县中医院 drug_ratio 2012 48.2",
        "县中医院 drug_ratio 2014-S1 40.6",
        "县人民医院 drug_ratio 2012 45.6",
        "县人民医院 drug_ratio 2014-S1 37.8",
      ]
    ),
    (
      "柳川市第三医院2021年一季度分析\n（一）门诊。一季度门急诊8,826人次，其中1月、2月、3月分别为2,986人次、2,542人次、3,298人次。",
      [
        "柳川市第三医院 visits_outpatient_emergency 2021-01 2986",
        "柳川市第三医院 visits_outpatient_emergency 2021-02 2542",
        "柳川市第三医院 visits_outpatient_emergency 2021-03 3298",
        "柳川市第三医院 visits_outpatient_emergency 2021-Q1 8826",
      ]
    ),
    (
      "柳川县总医院2024年工作总结\n患者满意度由医共体成立前2019年的85.8%上升到95.2%。",
      ["柳川县总医院 satisfaction 2019 85.8", "柳川县总医院 satisfaction 2024 95.2"]
    ),
    // The day in the line of the title.
    (
      "柳川县人民医院工作见闻（2025年8月9日　第2版）\n医院去年门诊量1.35万人次。今年上半年，医院住院3,120人次。",
      ["柳川县人民医院 inpatient_visits 2025-S1 3120", "柳川县人民医院 visits_outpatient 2024 13500"]
    ),
    // The last section of a speech, which lays down the work to come.
    (
      "在全县卫生健康工作会议上的讲话\n（2019年2月26日）\n一、肯定成绩\n去年，全县家庭医生签约率46.8%。\n三、突出重点，奋力开创新局面\n（四）抓公卫。家庭医生签约率达到50%以上。",
      ["全县 fd_contract_rate 2018 46.8", "全县 fd_contract_rate 2019 50 target"]
    ),
  ]

  @Test("when a figure was that others date", arguments: times)
  func time(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }
}
