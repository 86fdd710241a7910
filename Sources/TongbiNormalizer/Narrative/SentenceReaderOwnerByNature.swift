// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Whose a figure is by what it counts, whoever was spoken of before.
extension SentenceReader {
  /// The house whose money it is, or the region whose people were vaccinated; `nil` where what is counted does not tell.
  func ownerByNature(of metric: Metric) -> String? {
    guard let own = document.facility else { return nil }
    // 全市固定采血点达到9个，项目总投资428万元, in the report of a house: its own.
    if metric.kind == .moneyFlow, metric.unit == .yuan, entityClause != clause, case .named(let region)? = entity,
      region.hasPrefix("全"), region.count == 2, !WordSet.offices.ends(own), !WordSet.groupsOfHouses.ends(own)
    {
      return own
    }
    guard entity == nil, let area = document.areaOfPeople, currentFacility() == own else { return nil }
    // 接种免疫规划疫苗11.25万剂次, in the report of a disease-control centre: in all the county.
    if metric.unit == Self.doses, own.holds("疾") { return area }
    // 全县两癌筛查8.2万人。8月份单月筛查9,740人, in the report of a centre: of the county again.
    guard let last = drafts.last(where: { !$0.isEcho }) ?? topic.last else { return nil }
    return last.metric?.id == metric.id && last.facility == area ? area : nil
  }
}
