// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Lists behind 其中 and behind a whole, names with qualifiers, and figures that stand for limits or for others.
@Suite("Lists, qualifiers and limits in sentences")
struct NarrativeListsTests {
  static let lists: [(String, [String])] = [
    // Where a part of the tests was done is no count of visits there.
    (
      "全年完成核酸检测13.6万人次，其中门诊4.2万人次、住院3.1万人次、社会人员6.3万人次。",
      ["nat_tests 136000", "nat_tests 42000 of 门诊", "nat_tests 31000 of 住院", "nat_tests 63000 of 社会人员"]
    ),
    // Of doctors and nurses together, and not of nurses alone.
    (
      "现有医师19人、护士41人，其中副高7人，硕士8人。",
      ["doctors 19", "nurses 41", "staff_total 7 of 副高", "staff_total 8 of 硕士"]
    ),
    // A kind of complaints, whose name begins with a verb.
    (
      "全年受理投诉35起，其中服务态度类12起、收费类8起。",
      ["complaints 35", "complaints 12 of 服务态度类", "complaints 8 of 收费类"]
    ),
    (
      "免疫规划疫苗接种率96.8%，其中含麻疹成分疫苗第一、二剂次分别为98.1%和96.9%。",
      ["epi_coverage 96.8", "epi_coverage 98.1 of 含麻疹成分疫苗第一剂次", "epi_coverage 96.9 of 含麻疹成分疫苗第二剂次"]
    ),
    (
      "免疫规划疫苗14.1万剂次，非免疫规划疫苗1.2万剂次。",
      ["vaccine_doses 141000 of 免疫规划疫苗", "vaccine_doses 12000 of 非免疫规划疫苗"]
    ),
    // The end of the name told last, ranked; departments by their names alone.
    (
      "抗菌药物使用强度38.2DDDs。使用强度前两位科室：重症医学科112.6、呼吸内科86.4。",
      ["antibiotic_intensity 38.2", "antibiotic_intensity 112.6 of 重症医学科", "antibiotic_intensity 86.4 of 呼吸内科"]
    ),
    ("部分科室床位使用率偏低，如感染科62.5%、中医科71.3%。", ["bed_occupancy_rate 62.5 of 感染科", "bed_occupancy_rate 71.3 of 中医科"]),
    ("部分科室平均住院日偏长，其中康复医学科达14.6天。", ["avg_length_of_stay 14.6 of 康复医学科"]),
    (
      "平均住院日8.9天。康复科最长，为16.4天；肛肠科最短，为6.7天。",
      ["avg_length_of_stay 8.9", "avg_length_of_stay 16.4 of 康复科", "avg_length_of_stay 6.7 of 肛肠科"]
    ),
    (
      "参保人员住院36.8万人次，其中居民30.1万人次，职工6.7万人次。",
      ["inpatient_visits 368000", "inpatient_visits 301000 of 居民", "inpatient_visits 67000 of 职工"]
    ),
    ("街头自愿献血3,310人次，团体献血7,177人次。", ["blood_donors 3310 of 街头自愿献血", "blood_donors 7177 of 团体献血"]),
    ("药占比28.4%，ICU 35.1%。", ["drug_ratio 28.4", "drug_ratio 35.1 of ICU"]),
    ("门诊患者抗菌药物使用率9.6%，急诊24.8%。", ["antibiotic_use_rate 9.6", "antibiotic_use_rate 24.8 of 急诊"]),
    // What came in from the treasury has a name of its own.
    ("总收入2.86亿元，其中医疗收入2.41亿元，财政补助3,926万元。", ["revenue_total 286000000", "revenue_medical 241000000"]),
    // Behind 、 a list goes on; village doctors are no staff of a hospital.
    ("职工324人，其中医师96人、护士88人、调度员42人。", ["staff_total 324", "doctors 96", "nurses 88", "staff_total 42 of 调度员"]),
    ("职工54人，其中执业医师11人、乡村医生31人。", ["staff_total 54", "doctors 11"]),
    ("上半年辞职13人，其中医生8人。", []),
    ("护士648人，其中男护士11人；本科以上学历521人。", ["nurses 648", "nurses 11 of 男", "nurses 521 of 本科以上学历"]),
  ]

  @Test("parts of a list are of the whole before it", arguments: lists)
  func ofWhole(text: String, expected: [String]) { #expect(Self.read(text) == expected) }

  static let names: [(String, [String])] = [
    ("初步测算健康素养水平34.9%。", ["health_literacy 34.9"]),
    ("院前分娩38例。", ["deliveries 38 of 院前"]),
    ("儿童患者县域内就诊率81.5%。", ["in_county_rate 81.5 of 儿童患者"]),
    ("抢救床由4张增加到10张，开放康复床位30张。", ["beds_open 4 of 抢救床", "beds_open 10 of 抢救床", "beds_open 30 of 康复床位"]),
    ("定点医疗机构平均住院日7.4天。", ["avg_length_of_stay 7.4"]),
    ("含麻疫苗流动儿童接种率89.6%。", ["epi_coverage 89.6 of 含麻疫苗流动儿童"]),
    ("业务收入1,476万元，财政拨款890万元；支出2,102万元。", ["revenue_medical 14760000", "expenditure_total 21020000"]),
    ("全年支出2.79亿元，收支结余712万元。", ["expenditure_total 279000000", "surplus 7120000"]),
    // What a fund takes in and spends is no hospital's.
    ("医保基金总收入9.74亿元，总支出9.28亿元，当期结余4,600万元。", []),
    ("区财政投入150万元更新设备。", ["investment 1500000"]),
    ("召开党委会专题研究整改9次。", ["party_meetings 9"]),
    ("约谈医师17人次。", ["talks 17"]),
    ("对4名医师予以约谈，给予1人诫勉处理。", ["talks 4", "penalties_persons 1"]),
    ("12名医务人员被评为优秀医务工作者。", ["awards_persons 12"]),
    ("全科现有43人，主任技师2人。", ["staff_total 43", "staff_total 2 of 主任技师"]),
    ("608人次挽袖献血1,012单位。", ["blood_donors 608", "blood_volume 1012"]),
    ("培养专科护士6名。", []),
    // Those served by the deed that the sentence told before.
    (
      "下乡义诊14场，免费发放药品价值2.6万余元，接诊群众1,900人次。",
      ["volunteer_clinics 14", "volunteer_clinic_served 1900"]
    ),
    ("义诊34场，服务矿工和居民6,200余人次。", ["volunteer_clinics 34", "volunteer_clinic_served 6200"]),
    ("全院1,086名干部职工风雨兼程。", ["staff_total 1086"]),
    ("病床使用率一度超过120%。", ["bed_occupancy_rate 120"]),
    ("12345工单14件，账面结余只有11.8万元。", ["complaints 14", "surplus 118000"]),
  ]

  @Test("words around a name narrow it, or say no more than it does", arguments: names)
  func withQualifiers(text: String, expected: [String]) { #expect(Self.read(text) == expected) }

  static let limits: [(String, [String])] = [
    // What somebody set, and what others have.
    ("耗占比14.8%，控制在医院下达的15%以内。", ["consumable_ratio 14.8", "consumable_ratio 15 target"]),
    ("抗菌药物使用强度42DDDs，仍高于卫健委核定的40DDDs。", ["antibiotic_intensity 42", "antibiotic_intensity 40 target"]),
    ("药占比28.5%，低于医院下达的30%。", ["drug_ratio 28.5", "drug_ratio 30 target"]),
    ("失访率5.6%，高于5%的国家要求。", []),
    ("居民满意度88.9%，低于全区平均水平（91%）。", ["satisfaction 88.9", "全区 satisfaction 91"]),
    // Heads have no decimals, and what each one did is not what all did.
    ("每千名儿童床位数1.56张，低于全省2.20张的平均水平。", []),
    ("医师人均年诊疗5,367人次。", []),
    ("孕产妇系统管理率低（2022年86.4%）。", ["maternal_mgmt_rate 86.4"]),
    (
      "急诊接诊4.8万人次，日均132人次，最多的一天（2月6日，大年初二）达287人次。",
      ["visits_emergency 48000", "visits_emergency 287"]
    ),
    ("流感疫苗接种2.1万剂次，接种率15.7%。", ["vaccine_doses 21000 of 流感疫苗接种"]),
    ("概算投资9,800万元。", ["investment 98000000 target"]),
    // To own up to something is no plan.
    ("也要坦率地说，全年医疗投诉9起。", ["complaints 9"]),
    // A department's rate of success is of those it saved, and not of its visits.
    ("急诊量5.1万人次，抢救成功率96%。", ["visits_emergency 51000", "rescue_success_rate 96"]),
  ]

  @Test("limits and the level of others are no results", arguments: limits)
  func beyond(text: String, expected: [String]) { #expect(Self.read(text) == expected) }

  @Test("in the report of a ward its patients are inpatients and its own name makes no part")
  func ward() {
    #expect(
      NarrativeRulesTests.read("清溪县人民医院重症医学科2023年工作总结\n全年收治患者1,126例次，ICU病死率11.6%。") == [
        "清溪县人民医院重症医学科 inpatient_visits 2023 1126", "清溪县人民医院重症医学科 mortality_inpatient 2023 11.6",
      ])
    #expect(
      NarrativeRulesTests.read("清溪县人民医院2023年工作总结\n全年收治患者1,126例次，ICU病死率11.6%。") == [
        "清溪县人民医院 mortality_inpatient 2023 11.6 of ICU"
      ])
  }

  @Test("what a growth is compared with holds for that growth alone")
  func growthOfGrowth() {
    #expect(
      NarrativeRulesTests.changes("门急诊38.2万人次，同比下降11.6%，降幅比上半年收窄15.3个百分点；出院1.47万人次，下降8.2%。")
        == ["percent -11.6 yearEarlier", "points -15.3 other", "percent -8.2 yearEarlier"])
  }

  /// The figures of a hospital's report of 2023, by metric, value and part; another facility is named.
  private static func read(_ sentence: String) -> [String] {
    let own = "清溪县人民医院"
    return NarrativeRulesTests.read("\(own)2023年工作总结\n\(sentence)").map { line in
      var words = line.split(separator: " ")
      words.remove(at: 2)
      if words[0] == own { words.removeFirst() }
      return words.joined(separator: " ")
    }
  }
}
