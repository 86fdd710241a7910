// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// Changes that stand apart from the figure they are of.
@Suite("Changes told apart")
struct NarrativeChangesApartTests {
  static let changes: [(String, [String])] = [
    // Of what the words count, in the unit of the figure, of both illnesses, and of a list's names.
    ("柳川县人民医院2023年工作总结\n义诊26场，惠及群众4,300余人次，场次较2022年翻了一番。", ["volunteer_clinics times 2 2022"]),
    ("柳川县人民医院2023年工作总结\n递交入党申请书86份，比上年增加14份。", ["party_applicants absolute 14 2022"]),
    (
      "柳川县人民医院2023年工作总结\n高血压患者规范管理率77.1%，糖尿病患者规范管理率75.9%；两病规范管理率分别提高2.4个和3.1个百分点。",
      ["dm_std_rate points 3.1 2022", "htn_std_rate points 2.4 2022"]
    ),
    (
      "柳川县卫生健康局2023年工作总结\n县级公立医院门诊、住院次均费用分别为218.6元、5,412元，门诊同比增长1.4%，住院同比下降2.6%。",
      ["cost_per_inpatient percent -2.6 2022", "cost_per_outpatient_visit percent 1.4 2022"]
    ),
    // Behind a list of years, below a heading in the line, of houses whose figures are not told.
    (
      "柳川县人民医院五年回顾（2019—2023年）\n2019—2023年，门急诊人次分别为41.2万、38.5万、44.3万、46.8万和52.7万；2023年较2019年增长27.9%。",
      ["visits_outpatient_emergency percent 27.9 2019"]
    ),
    ("柳川县卫生健康局2023年工作总结\n（四）住院次均费用涨幅收窄。县中医院同比下降1.7%。", ["cost_per_inpatient percent -1.7 2022"]),
    (
      "柳川县卫生健康局2023年工作总结\n全县药占比同比下降3.1个百分点，县人民医院、县中医院、县妇幼保健院分别下降3.8个、2.2个和1.4个百分点。",
      [
        "drug_ratio points -1.4 2022",
        "drug_ratio points -2.2 2022",
        "drug_ratio points -3.1 2022",
        "drug_ratio points -3.8 2022",
      ]
    ),
    // Growth that was more before, several times an earlier year, nearly twice, and above the lowest year.
    ("柳川县人民医院2023年工作总结\n业务收入6,218万元，增幅由上年的14.2%回落到5.8%。", ["revenue_medical percent 5.8 2022"]),
    (
      "柳川县人民医院2023年工作总结\n东院区门急诊48.2万人次、出院2.6万人次，分别是启用首年2021年的2.1倍和3.2倍。",
      ["discharges times 3.2 2021", "visits_outpatient_emergency times 2.1 2021"]
    ),
    ("柳川县人民医院2023年工作总结\n发热门诊1.2万人次，为去年的近两倍。", ["visits_fever times 2 2022"]),
    ("柳川县人民医院2023年工作总结\n病床使用率94.2%，比最低的2020年高出18.6个百分点。", ["bed_occupancy_rate points 18.6 2020"]),
  ]

  @Test("a change is of the figure that its words name", arguments: changes)
  func change(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.changesByMetric(text).sorted() == expected.sorted())
  }
}
