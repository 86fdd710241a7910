// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// Speeches and plans, the reports of departments, houses told apart, and names that other words make whole.
@Suite("Speeches, departments and shared names")
struct NarrativeSpeechesTests {
  static let speeches: [(String, [String])] = [
    // In a speech 去年 is the year before it, beside an earlier year and in what is asked for; what it asks for is of its own year.
    (
      "在柳川县2025年全县卫生健康工作会议上的讲话\n（2025年2月18日）\n五年前，也就是2020年，全县门急诊39.6万人次，去年达到72.3万人次。平均住院日8.1天，去年8.5天。\n三要管好费用。住院次均费用去年是6,980元，今年要降到6,800元以下。门诊预约率要达到75%。",
      [
        "全县 appointment_rate 2025 75 target", "全县 avg_length_of_stay 2023 8.5", "全县 avg_length_of_stay 2024 8.1",
        "全县 cost_per_inpatient 2024 6980", "全县 cost_per_inpatient 2025 6800 target",
        "全县 visits_outpatient_emergency 2020 396000", "全县 visits_outpatient_emergency 2024 723000",
      ]
    ),
    // An earlier time ends where the sentence says 现在; what is expected of the year says nothing of the months told.
    (
      "柳川县卫生健康局2024年工作总结\n“十三五”末每千人口床位只有5.2张，现在是6.6张；每千人口执业医师2.7人。",
      [
        "柳川县卫生健康局 beds_per_1000 2020-12-31 5.2", "柳川县卫生健康局 beds_per_1000 2024 6.6",
        "柳川县卫生健康局 doctors_per_1000 2024 2.7",
      ]
    ),
    (
      "柳川县卫生健康局2025年工作情况报告\n1—11月，全县总诊疗92.7万人次，全年有望突破一百万；出院3.95万人次。",
      ["全县 discharges 2025-01/2025-11 39500", "全县 visits_total 2025-01/2025-11 927000"]
    ),
    // A paper that begins with a day is of all up to it; a proposal names its time.
    (
      "家庭医生签约工作简报\n第3期\n2024年9月5日\n截至8月31日，全县签约居民25.36万人，签约率55.0%。\n重点人群签约率81.4%。",
      [
        "- fd_contract_rate_key ../2024-08-31 81.4", "全县 fd_contract_people ../2024-08-31 253600",
        "全县 fd_contract_rate ../2024-08-31 55.0",
      ]
    ),
    (
      "柳川县中医院2024年一季度分析\n建议二季度：门诊预约率提到60%以上。",
      ["柳川县中医院 appointment_rate 2024-Q2 60 target"]
    ),
    // Years that went by since something happened are of no known time.
    (
      "组团帮扶侧记\n2022年6月，两家医院结成对子，派驻专家38名。三年来，接诊门诊患者4.9万人次，开展手术2,673台，其中三四级手术1,108台，抢救危重患者760余人次。",
      [
        "- experts_dispatched 2022-06 38", "- surgeries - 1108 of 三四级手术", "- surgeries - 2673",
        "- visits_outpatient - 49000",
      ]
    ),
    // What follows in a passage of aims is asked for; a month in passing; what there is, and was, in a plan.
    (
      "在2021年全县卫生健康工作会议上的讲话\n（2021年3月5日）\n第一，县域内就诊率要达到92%。第二，高血压、糖尿病患者规范管理率均不低于75%。",
      ["全县 dm_std_rate 2021 75 target", "全县 htn_std_rate 2021 75 target", "全县 in_county_rate 2021 92 target"]
    ),
    (
      "柳川县人民医院2022年总结\n门诊28,316人次，仅12月就达3,100人次；完成核酸检测312.4万人次。",
      [
        "柳川县人民医院 nat_tests 2022 3124000", "柳川县人民医院 visits_outpatient 2022 28316",
        "柳川县人民医院 visits_outpatient 2022-12 3100",
      ]
    ),
    (
      "柳川县2025年医共体工作要点\n全县现有村卫生室286所，执业（助理）医师107名。\n组建家庭医生团队150个。县妇幼保健院要完成搬迁，截至2024年底累计完成投资0.97亿元。",
      [
        "全县 fd_teams 2025 150 target", "全县 institutions 2025 286 of 村卫生室", "县妇幼保健院 investment ../2024-12-31 97000000",
        "村卫生室 doctors 2025 107",
      ]
    ),
    // An aim whose verb ends in 到, before a time; the end of a quarter.
    (
      "柳川县2016年调研汇报\n争取到2017年底县域内就诊率达到90%。",
      ["全县 in_county_rate 2017-12-31 90 target"]
    ),
    (
      "柳川县2024年通报\n二季度末前平均住院日降至7.5天。",
      ["全县 avg_length_of_stay 2024-Q2 7.5"]
    ),
  ]

  @Test("a speech and a plan tell of the times that their words give", arguments: speeches)
  func speeche(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let departments: [(String, [String])] = [
    // A department that reports owns its figures, all of its staff are no part, and the whole house is another owner.
    (
      "柳川县人民医院神经外科2023年工作总结\n全科总收入4126万元。院感发生率3.4%，仍高于全院平均水平（1.2%）。",
      [
        "柳川县人民医院 infection_rate 2023 1.2", "柳川县人民医院神经外科 infection_rate 2023 3.4",
        "柳川县人民医院神经外科 revenue_total 2023 41260000",
      ]
    ),
    ("柳县人民医院骨科2023年工作总结\n出院1,200人次。", ["柳县人民医院骨科 discharges 2023 1200"]),
    ("柳川县人民医院院感科2023年工作总结\n出院1,200人次。", ["柳川县人民医院 discharges 2023 1200"]),
    // Departments of a clause whose figures the next one gives; also under a heading that names another metric.
    (
      "柳川县人民医院2024年三季度分析\n五、存在问题\n一是骨科、心内科药占比居高不下，分别达37.9%、32.3%；二是抗菌药物使用强度43.7DDDs。",
      [
        "柳川县人民医院 antibiotic_intensity 2024-Q3 43.7", "柳川县人民医院 drug_ratio 2024-Q3 32.3 of 心内科",
        "柳川县人民医院 drug_ratio 2024-Q3 37.9 of 骨科",
      ]
    ),
  ]

  @Test("what a department reports is its own", arguments: departments)
  func department(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let owners: [(String, [String])] = [
    // A house behind the name of a metric, kinds behind 而, the seat of a group, and whom something is sent to.
    (
      "柳川县2023年督查通报\n高血压控制率石咀镇卫生院达68.4%，马营乡卫生院只有41.9%。",
      ["石咀镇卫生院 htn_control_rate 2023 68.4", "马营乡卫生院 htn_control_rate 2023 41.9"]
    ),
    (
      "柳川县2023年督查通报\n县人民医院病床使用率97.4%；而15个乡镇卫生院病床使用率仅38.6%。",
      ["乡镇卫生院 bed_occupancy_rate 2023 38.6", "县人民医院 bed_occupancy_rate 2023 97.4"]
    ),
    (
      "柳川县医共体2024年上半年分析\n其中总医院本部门急诊25.16万人次、出院15,212人次。",
      ["总医院本部 discharges 2024-S1 15212", "总医院本部 visits_outpatient_emergency 2024-S1 251600"]
    ),
    (
      "柳川县人民医院2023年总结\n向9处乡镇卫生院派驻专家36人次。",
      ["柳川县人民医院 experts_dispatched 2023 36"]
    ),
    // The house that an item without a number is about.
    (
      "柳川县签约简报（2024年第3期）\n◇白马镇卫生院为3,290名在管高血压患者贴上标签。血压达标率由66.8%升至70.3%。",
      ["白马镇卫生院 htn_control_rate - 66.8", "白马镇卫生院 htn_control_rate 2024 70.3", "白马镇卫生院 htn_managed 2024 3290"]
    ),
    // Another average than that of the region.
    (
      "柳川县中医院2024年分析\nDRG付费下CMI值仅0.82，低于全市二级中医院平均水平（0.87）。",
      ["全市二级中医院 cmi 2024 0.87", "柳川县中医院 cmi 2024 0.82"]
    ),
    // Houses by the places they are in; regions that share one value each; others in brackets, and a kind compared with.
    (
      "柳川县2015年调研汇报\n南坪、白栎、石门卫生院门诊量分别为8.2万、5.1万和3.7万人次，病床使用率分别为82.3%、66.0%和51.7%。",
      [
        "南坪卫生院 bed_occupancy_rate 2015 82.3", "南坪卫生院 visits_outpatient 2015 82000",
        "白栎卫生院 bed_occupancy_rate 2015 66.0",
        "白栎卫生院 visits_outpatient 2015 51000", "石门卫生院 bed_occupancy_rate 2015 51.7",
        "石门卫生院 visits_outpatient 2015 37000",
      ]
    ),
    (
      "柳川区2023年汇报\n血压、血糖控制率分别为71.5%和63.2%，均高于全市平均水平（全市为66.8%、58.5%）。",
      [
        "全区 dm_control_rate 2023 63.2", "全区 htn_control_rate 2023 71.5", "全市 dm_control_rate 2023 58.5",
        "全市 htn_control_rate 2023 66.8",
      ]
    ),
    (
      "柳川市2024年通报\n四级手术占比：三级医院平均21.6%，比二级医院（6.9%）高14.7个百分点。其中市中心医院由上年同期的27.4%升至30.5%。",
      [
        "三级医院 surgery_l4_share 2024 21.6", "二级医院 surgery_l4_share 2024 6.9", "市中心医院 surgery_l4_share 2023 27.4",
        "市中心医院 surgery_l4_share 2024 30.5",
      ]
    ),
  ]

  @Test("houses are told apart by the words around their names", arguments: owners)
  func owner(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let names: [(String, [String])] = [
    // Doses of one vaccine and rates of them; money taken apart; staff without a unit; branches of the party.
    (
      "柳川县疾控中心2021年总结\n全县接种新冠疫苗41,206剂次，第一剂20,873剂次、加强针1,693剂次。80岁以上老年人第一剂、全程、加强免疫接种率分别为82.7%、77.3%和59.8%。",
      [
        "全县 vacc_rate_booster 2021 59.8 of 80岁以上老年人", "全县 vacc_rate_first 2021 82.7 of 80岁以上老年人",
        "全县 vacc_rate_full 2021 77.3 of 80岁以上老年人", "全县 vaccine_doses 2021 1693 of 加强针",
        "全县 vaccine_doses 2021 20873 of 第一剂", "全县 vaccine_doses 2021 41206",
      ]
    ),
    (
      "柳川县仁爱医院2023年总结\n收入构成：门诊1,433万、住院2,618万、体检936万。人员成本2,104万元，占支出39.6%。收支相抵亏损95万元。",
      [
        "柳川县仁爱医院 revenue_inpatient 2023 26180000", "柳川县仁爱医院 revenue_outpatient 2023 14330000",
        "柳川县仁爱医院 staff_cost_ratio 2023 39.6", "柳川县仁爱医院 surplus 2023 -950000",
      ]
    ),
    (
      "柳川县中医院2024年总结\n全院312名职工中，中医类执业医师58人。院内职工63人（在编41）。党总支现有支部4个、党员73名。全年做了8,862台手术。",
      [
        "柳川县中医院 doctors 2024 58 of 中医类执业医师", "柳川县中医院 party_branches 2024 4", "柳川县中医院 party_members 2024 73",
        "柳川县中医院 staff_total 2024 312", "柳川县中医院 staff_total 2024 41 of 在编", "柳川县中医院 staff_total 2024 63",
        "柳川县中医院 surgeries 2024 8862",
      ]
    ),
    // Who is insured is no staff, and those for whom rates are told apart are not all of a group.
    (
      "柳川县医保局2024年总结\n全县基本医疗保险参保61.83万人，其中城乡居民55.42万人，职工6.41万人。",
      []
    ),
    (
      "柳川镇卫生院2023年总结\n签约居民8,952人，脱贫人口、计生特殊家庭应签尽签，签约率均达100%。",
      ["柳川镇卫生院 fd_contract_people 2023 8952", "柳川镇卫生院 fd_contract_rate_special 2023 100"]
    ),
    (
      "柳川市2021年妇幼总结\n筛出高危孕产妇1,386人，管理率100%。救治危重孕产妇63例，成功率98.4%。",
      ["全市 rescue_success_rate 2021 98.4"]
    ),
    (
      "柳川县人民医院2024年总结\n手术从每年600台增加到2,187台。三四级手术占比从四成提到了近六成。",
      [
        "柳川县人民医院 surgeries - 600", "柳川县人民医院 surgeries 2024 2187", "柳川县人民医院 surgery_l34_share - 40",
        "柳川县人民医院 surgery_l34_share 2024 60",
      ]
    ),
    // One rate of two groups, two of one name under a colon, and the served at free clinics.
    (
      "柳川镇卫生院2023年总结\n管理高血压患者4.6万人、糖尿病患者1.5万人，规范管理率均在78%以上。下乡义诊三次，接诊260余人。",
      [
        "柳川镇卫生院 dm_managed 2023 15000", "柳川镇卫生院 dm_std_rate 2023 78", "柳川镇卫生院 htn_managed 2023 46000",
        "柳川镇卫生院 htn_std_rate 2023 78", "柳川镇卫生院 volunteer_clinic_served 2023 260", "柳川镇卫生院 volunteer_clinics 2023 3",
      ]
    ),
    (
      "柳川市2024年通报\n患者满意度：门诊、住院分别为88.9分、92.6分。",
      ["全市 satisfaction_inpatient 2024 92.6", "全市 satisfaction_outpatient 2024 88.9"]
    ),
  ]

  @Test("names are cut short, taken apart and shared", arguments: names)
  func name(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let changes: [(String, [String])] = [
    // A change of one letter behind a figure, behind why it came about, by its sign, and apart from its figure.
    (
      "门诊收入7,812万元，增20.3%；次均门诊费用96.4元，降3.6元。",
      ["revenue_outpatient percent 20.3", "cost_per_outpatient_visit absolute -3.6"]
    ),
    ("手术1,128例，受麻醉医师短缺影响同比下降2.4%。", ["surgeries percent -2.4"]),
    ("床位使用率84.1%，同比掉了8.9个百分点。", ["bed_occupancy_rate points -8.9"]),
    (
      "检查化验收入占比25.7%，医疗服务收入占比32.8%，同比分别-0.9、+1.6个百分点。",
      ["exam_lab_ratio points -0.9", "medical_service_ratio points 1.6"]
    ),
    ("药占比25.9%、耗占比14.2%，同比分别降1.2个和0.7个百分点。", ["drug_ratio points -1.2", "consumable_ratio points -0.7"]),
    ("新生儿、婴儿死亡率分别为2.17‰、3.58‰，其中婴儿死亡率较上年下降0.43个千分点。", ["infant_mortality_rate points -0.43"]),
    (
      "抗菌药物使用强度58.9，比上年下降6.3个DDDs；收支结余-1,386万元，较去年减亏512万元。",
      ["antibiotic_intensity absolute -6.3", "surplus absolute 5120000"]
    ),
    // Of the parts alone, and of departments that the clause before lists.
    (
      "卫生技术人员3,874人，其中：执业（助理）医师2,063人，注册护士2,287人，分别较上年增加152人和171人。",
      ["doctors absolute 152", "nurses absolute 171"]
    ),
    ("门诊量连续两月负增长，儿科、呼吸科尤为明显，分别下降17.5%和21.4%。", ["visits_outpatient percent -17.5", "visits_outpatient percent -21.4"]),
  ]

  @Test("a change finds its figure", arguments: changes)
  func change(text: String, expected: [String]) {
    let reading = NarrativeRulesTests.reading("柳川县人民医院2023年分析\n" + text)
    let found = reading.observations.flatMap { observation in
      observation.changes.map { "\(observation.metric?.id ?? "-") \($0.kind) \($0.value?.description ?? "-")" }
    }
    #expect(found == expected)
  }
}
