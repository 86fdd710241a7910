// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Figures before their nouns")
struct NarrativeNounFirstTests {
  private static let title = "清江县人民医院2023年工作总结\n"

  static let deeds: [(String, [String])] = [
    // Deeds are counted before their name, and before words for their kind.
    ("完成7项民生实事。", ["清江县人民医院 service_projects 2023 7"]),
    (
      "组织6场大型健康义诊活动，开展9次护理业务培训。",
      ["清江县人民医院 volunteer_clinics 2023 6", "清江县人民医院 trainings 2023 9"]
    ),
    (
      "28场义诊服务居民3,960人次。",
      ["清江县人民医院 volunteer_clinics 2023 28", "清江县人民医院 volunteer_clinic_served 2023 3960"]
    ),
    ("新收到17份入党申请书。", ["清江县人民医院 party_applicants 2023 17"]),
    ("巡察共反馈5个方面46个突出问题。", ["清江县人民医院 rectify_total 2023 46"]),
    ("骨干参加4期培训班。", []),
    ("75面锦旗、98封感谢信见证情深。", ["清江县人民医院 banners 2023 75", "清江县人民医院 praise_letters 2023 98"]),
    (
      "开展健康义诊、送医下乡31场次，服务群众4,100人次。",
      ["清江县人民医院 volunteer_clinics 2023 31", "清江县人民医院 volunteer_clinic_served 2023 4100"]
    ),
    (
      "12项新技术落地开花，其中4项填补县内空白。",
      ["清江县人民医院 new_technologies 2023 12", "清江县人民医院 new_technologies 2023 4 of 填补县内空白"]
    ),
  ]

  static let persons: [(String, [String])] = [
    // Those who came, before what became of them; staff do what others come for.
    ("全年有862名产妇在这里顺利分娩。", ["清江县人民医院 deliveries 2023 862"]),
    ("517名恢复期患者下转到社区。", ["清江县人民医院 referrals_down 2023 517"]),
    ("930名公职人员踊跃献血。", ["清江县人民医院 blood_donors 2023 930 of 公职人员"]),
    ("140名产妇选择无痛分娩。", []),
    ("抽调36名医护人员参与全员核酸采样，累计采样9.4万人次。", ["清江县人民医院 nat_tests 2023 94000"]),
    ("免费为1,866名老人做了体检。", ["清江县人民医院 elderly_free_checkups 2023 1866"]),
    ("为2.6万名门诊患者提供预约诊疗服务。", []), ("11名医护人员获得县级以上表彰。", ["清江县人民医院 awards_persons 2023 11"]),
    ("先后有36批次专家142人次下沉乡镇卫生院坐诊。", ["清江县人民医院 experts_dispatched 2023 142"]),
    (
      "全院41个党支部、536名党员踊跃参与。",
      ["清江县人民医院 party_branches 2023 41", "清江县人民医院 party_members 2023 536"]
    ),
    // All that there are, and some of them.
    ("门诊党支部23名党员全部下沉社区。", ["清江县人民医院 party_members 2023 23"]),
    ("3名党员受到表扬。", []),
    (
      "党委下设6个党支部、党员131名。",
      ["清江县人民医院 party_branches 2023 6", "清江县人民医院 party_members 2023 131"]
    ),
  ]

  @Test("a number finds the deed or the persons that stand behind it", arguments: deeds + persons)
  func counts(line: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(Self.title + line) == expected)
  }

  static let lists: [(String, [String])] = [
    // 各站…：each by its name, departments as parts.
    (
      "清江市急救中心2023年工作总结\n各站出车量：城东分站1,306次，市中医院分站842次，其余7个分站合计2,115次。",
      [
        "城东分站 ems_calls 2023 1306", "市中医院分站 ems_calls 2023 842", "其余7个分站 ems_calls 2023 2115",
      ]
    ),
    (
      title + "各科室出院人次：内科2,104人次，妇产科812人次。",
      ["清江县人民医院 discharges 2023 2104 of 内科", "清江县人民医院 discharges 2023 812 of 妇产科"]
    ),
    (
      "清江县2023年医改情况\n各乡镇卫生院床位使用率：青山卫生院71.2%，其余卫生院平均55.3%。",
      ["青山卫生院 bed_occupancy_rate 2023 71.2", "其余卫生院 bed_occupancy_rate 2023 55.3"]
    ),
    (
      title + "骨科、神经外科分别开展手术812台、306台。总院本部门诊42.1万人次。",
      [
        "清江县人民医院 surgeries 2023 812 of 骨科", "清江县人民医院 surgeries 2023 306 of 神经外科",
        "总院本部 visits_outpatient 2023 421000",
      ]
    ),
    // A verb holds for the items after it; a kind of vaccines is a part.
    (
      title + "管理高血压患者3,120人，血压控制率66%；2型糖尿病患者1,240人。",
      [
        "清江县人民医院 htn_managed 2023 3120", "清江县人民医院 htn_control_rate 2023 66",
        "清江县人民医院 dm_managed 2023 1240",
      ]
    ),
    (
      title + "接种免疫规划疫苗5,210剂次、非免疫规划疫苗2,960剂次。",
      [
        "清江县人民医院 vaccine_doses 2023 5210 of 接种免疫规划疫苗", "清江县人民医院 vaccine_doses 2023 2960 of 非免疫规划疫苗",
      ]
    ),
    // Seats and campuses are whose their figures are, also behind 各 and in brackets.
    (
      title + "病床使用率92.1%，其中本部95.3%、河西院区81.7%。新院区（河西院区）出院3,104人次。",
      [
        "清江县人民医院 bed_occupancy_rate 2023 92.1", "本部 bed_occupancy_rate 2023 95.3",
        "河西院区 bed_occupancy_rate 2023 81.7", "河西院区 discharges 2023 3104",
      ]
    ),
    (
      "清江市2023年医疗服务运行情况\n全市CMI值0.91，其中市第一人民医院1.18、各县级医院平均0.84。",
      ["全市 cmi 2023 0.91", "市第一人民医院 cmi 2023 1.18", "县级医院 cmi 2023 0.84"]
    ),
    // What a sentence is about ends the talk of hospitals; where someone goes is no subject.
    (
      "清江县卫生健康局2023年工作总结\n医院住院次均费用6,120元。双向转诊方面，上转1,204人次。",
      ["医院 cost_per_inpatient 2023 6120", "清江县卫生健康局 referrals_up 2023 1204"]
    ),
    (title + "派出专家9人次到白石县医院坐诊带教，义诊4次。", ["清江县人民医院 experts_dispatched 2023 9", "清江县人民医院 volunteer_clinics 2023 4"]),
    // Stations are whose their figures are, also where nothing names their centre.
    (
      "2023年急救运行分析\n城北站、城南站、滨江站出车量列前三位，分别为962次、840次、627次。",
      ["城北站 ems_calls 2023 962", "城南站 ems_calls 2023 840", "滨江站 ems_calls 2023 627"]
    ),
    // What a group takes in is counted where the kind stands before its number.
    (
      "清江县2023年医改情况\n全县医共体共纳入乡镇卫生院12家、村卫生室136家。整合县中医院和16家乡镇卫生院。",
      ["全县 institutions 2023 12 of 乡镇卫生院", "全县 institutions 2023 136 of 村卫生室"]
    ),
    ("清江镇卫生院2023年工作总结\n家庭医生签约：5个家庭医生团队走村入户。", ["清江镇卫生院 fd_teams 2023 5"]),
    // Since the year began; of what was told last.
    (
      "清江县人民医院2023年三季度小结\n老年人健康管理：7—9月完成老年人体检1,104人，年初以来累计3,260人。",
      [
        "清江县人民医院 elderly_free_checkups 2023-07/2023-09 1104", "清江县人民医院 elderly_free_checkups 2023-01/2023-09 3260",
      ]
    ),
  ]

  @Test("each of a list has its own figure, and its verb is said once", arguments: lists)
  func items(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }
}
