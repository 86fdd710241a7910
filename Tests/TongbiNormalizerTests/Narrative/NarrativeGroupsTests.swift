// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Groups of facilities: their seat, their branches, how many of a kind they have.
@Suite("Groups of facilities")
struct NarrativeGroupsTests {
  private static let group = "柳川县医共体总医院2024年工作简报\n"
  private static let county = "柳川县卫生健康局2023年工作总结\n"

  static let owners: [(String, [String])] = [
    // The seat of a group and its branches, which are counted and give what was told before them.
    (
      group + "门诊55.9万人次，其中总医院本部21.3万人次，增长2%；11家乡镇分院34.6万人次。",
      [
        "柳川县医共体总医院 visits_outpatient 2024 559000", "总医院本部 visits_outpatient 2024 213000",
        "柳川县医共体总医院 institutions 2024 11 of 乡镇分院",
        "乡镇分院 visits_outpatient 2024 346000",
      ]
    ),
    (
      group + "总医院本部次均住院费用6,120元，分院2,310元。",
      ["总医院本部 cost_per_inpatient 2024 6120", "分院 cost_per_inpatient 2024 2310"]
    ),
    // A branch named in one sentence is who the next one speaks of.
    (
      group + "河西分院自5月起延长门诊时间，接诊1.1万人次。该院全年门诊1.9万人次，出院612人次。",
      ["河西分院 visits_total 2024-05 11000", "河西分院 visits_outpatient 2024 19000", "河西分院 discharges 2024 612"]
    ),
    (group + "帮助分院开展新技术12项。", ["柳川县医共体总医院 new_technologies 2024 12"]),
    // 全县19家乡镇卫生院 are not all of the county.
    (
      county + "全县17家乡镇卫生院门诊41.2万人次，同比增长3%，出院0.9万人次。",
      [
        "全县 institutions 2023 17 of 乡镇卫生院", "乡镇卫生院 visits_outpatient 2023 412000", "乡镇卫生院 discharges 2023 9000",
      ]
    ),
    // But these are.
    (
      region + "全市7家公立医疗卫生机构门诊41.2万人次。",
      ["全市 institutions 2023 7 of 公立医疗卫生机构", "全市 visits_outpatient 2023 412000"]
    ),
  ]

  @Test("the seat, the branches and the kinds of a group have their own figures", arguments: owners)
  func owner(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  private static let region = "柳川市2023年卫生健康统计公报\n"

  static let parts: [(String, [String])] = [
    // Of the whole that is counted alike, though another figure came between.
    (
      region + "总诊疗人次926万人次，居民平均到医疗卫生机构就诊4.9次。其中医院402万人次，基层医疗卫生机构501万人次，占54.1%。",
      [
        "全市 visits_total 2023 9260000", "全市 visits_per_resident 2023 4.9", "医院 visits_total 2023 4020000",
        "基层医疗卫生机构 visits_total 2023 5010000", "全市 primary_visit_share 2023 54.1",
      ]
    ),
    (
      region + "总诊疗人次926万人次，其中乡村两级占54.1%。",
      ["全市 visits_total 2023 9260000", "全市 primary_visit_share 2023 54.1"]
    ),
    // Names alone behind the words that rank them.
    (
      county + "门诊量居前两位的是城西（1.9万人次）、石湾（1.4万人次）。",
      ["城西 visits_outpatient 2023 19000", "石湾 visits_outpatient 2023 14000"]
    ),
    // An item of a list is of none of those that the one before spoke of.
    (
      county + "1.县人民医院门诊12万人次；2.全年健康体检3.1万人次。",
      ["县人民医院 visits_outpatient 2023 120000", "柳川县卫生健康局 health_checks 2023 31000"]
    ),
    (
      county + "一是县人民医院门诊12万人次；二是全年健康体检3.1万人次。",
      ["县人民医院 visits_outpatient 2023 120000", "柳川县卫生健康局 health_checks 2023 31000"]
    ),
  ]

  @Test("a whole is taken apart by those who are named", arguments: parts)
  func part(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let counts: [(String, [String])] = [
    // All of a kind, of whom more is told.
    (
      county + "21家乡镇卫生院中，能开展外科手术的仅6家。",
      ["柳川县卫生健康局 institutions 2023 21 of 乡镇卫生院", "柳川县卫生健康局 institutions 2023 6 of 能开展外科手术的乡镇卫生院"]
    ),
    (
      county + "12家乡镇卫生院中4家没有中医科。",
      ["柳川县卫生健康局 institutions 2023 12 of 乡镇卫生院", "柳川县卫生健康局 institutions 2023 4 of 没有中医科的乡镇卫生院"]
    ),
    (
      county + "我县9家民营医院出院1.4万人次。",
      ["全县 institutions 2023 9 of 民营医院", "民营医院 discharges 2023 14000"]
    ),
    // Those of whom something is said that no figure sums up are no count of a kind, nor are those who are served.
    (county + "6家卫生院达到推荐标准。5家医院药占比超过40%。", []),
    (county + "血站向全市23家医院供应红细胞2.6万单位。", []),
    // The members of a group.
    (
      "柳川县人民医院2023年工作总结\n医共体覆盖13家乡镇卫生院。本院辖12个行政村、15所村卫生室。",
      ["柳川县人民医院 institutions 2023 13 of 乡镇卫生院", "柳川县人民医院 institutions 2023 15 of 村卫生室"]
    ),
    (
      county + "医共体由1家牵头医院、2家县直单位和14家乡镇卫生院组成，托管村卫生室165个。",
      ["医共体 institutions 2023 14 of 乡镇卫生院", "医共体 institutions 2023 165 of 村卫生室"]
    ),
    (
      county + "医共体成员单位包括8家乡镇卫生院和2家社区卫生服务中心。",
      ["医共体 institutions 2023 8 of 乡镇卫生院", "医共体 institutions 2023 2 of 社区卫生服务中心"]
    ),
    ("柳川县卫生监督所2023年工作总结\n现有公共场所812户、医疗机构346户。", ["柳川县卫生监督所 institutions 2023 346"]),
  ]

  @Test("a kind is counted where the sentence speaks of all of it", arguments: counts)
  func count(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }
}
