// SPDX-License-Identifier: Apache-2.0

package import Tongbi
package import TongbiCharts
package import TongbiTestRandom

/// Charts of many shapes, made up from a seed.
package struct SampleCharts {
  package static let visits = Metric(
    id: "visits_outpatient_emergency", name: "门急诊人次", englishName: "Outpatient and emergency visits", unit: Unit("人次"),
    kind: .flow, better: .higher)
  package static let drugs = Metric(
    id: "drug_ratio", name: "药占比", englishName: "Drug share of revenue", unit: .percent, kind: .ratio,
    overFacilities: .ratio, overTime: .ratio, better: .lower, changeStyle: .points)
  package static let signing = Metric(
    id: "signing", name: "家庭医生签约率", englishName: "Family doctor coverage", unit: .percent, kind: .ratio,
    overFacilities: .ratio, overTime: .last, better: .higher, changeStyle: .points)
  package static let surplus = Metric(
    id: "surplus", name: "收支结余", englishName: "Surplus", unit: .yuan, kind: .moneyFlow, better: .neutral)
  package static let stay = Metric(
    id: "length_of_stay", name: "平均住院日", englishName: "Average length of stay", unit: Unit("天"), kind: .average,
    overFacilities: .ratio, overTime: .ratio, better: .lower, changeStyle: .absolute)

  package static let county = [
    "清源县人民医院", "清源县中医医院", "清源县妇幼保健院", "城关镇社区卫生服务中心", "石桥镇中心卫生院", "柳林镇卫生院", "白塔镇卫生院", "马家沟乡卫生院",
  ]

  package static func figure(
    _ text: String?, _ period: Period, status: Observation.Status = .reported, months: Int? = nil
  )
    -> Figure
  {
    guard let text, let value = ExactDecimal(text) else { return .missing }
    let all = period.months
    var figure = Figure(value: value, months: MonthSet(all.prefix(months ?? all.count)), status: status)
    figure.isBackcast = status == .derived
    return figure
  }

  package static func change(
    _ name: String, _ now: String?, _ before: String?, _ metric: Metric = visits, period: Period = .year(2023),
    statuses: (Observation.Status, Observation.Status) = (.reported, .reported), months: (Int?, Int?) = (nil, nil)
  ) -> Change {
    Change(
      subject: .facility(name), metric: metric, period: period, basePeriod: period.yearEarlier,
      current: figure(now, period, status: statuses.0, months: months.0),
      base: figure(before, period.yearEarlier, status: statuses.1, months: months.1))
  }

  /// The total of some rows, or of those with both figures.
  package static func total(_ changes: [Change], _ subject: Change.Subject) -> Change? {
    let rows = subject == .matched ? changes.filter { $0.difference != nil } : changes
    guard let first = changes.first else { return nil }
    func sum(_ side: (Change) -> Figure, _ period: Period) -> Figure {
      var sum = DecimalSum()
      for row in rows { if let value = side(row).value { try? sum.add(value) } }
      guard sum.count > 0, let total = try? sum.total else { return .missing }
      return Figure(value: total, months: period.monthSet, facilities: sum.count, status: .derived)
    }
    return Change(
      subject: subject, metric: first.metric, period: first.period, basePeriod: first.basePeriod,
      current: sum(\.current, first.period), base: sum(\.base, first.basePeriod))
  }

  package static func yearOverYear(_ changes: [Change], metric: Metric = visits, scope: String? = "全县") -> Chart {
    let period = changes.first?.period ?? .year(2023)
    let isSum = metric.overFacilities == .sum
    return .yearOverYear(
      YearOverYearChart(
        metric: metric, period: period, basePeriod: period.yearEarlier, changes: changes,
        total: isSum ? total(changes, .all) : nil, matched: isSum ? total(changes, .matched) : nil, scope: scope,
        sourceLine: "各机构2022、2023年度工作总结及门急诊月报（示例县，数据为虚构）"))
  }

  package static func ranking(
    _ changes: [Change], metric: Metric, target: ExactDecimal? = nil, highlight: String? = nil, total: Change? = nil
  ) -> Chart {
    .ranking(
      RankingChart(
        metric: metric, period: changes.first?.period ?? .year(2023), changes: changes, total: total, target: target,
        highlight: highlight, scope: "全县", sourceLine: "各机构2023年度工作总结（示例县，数据为虚构）"))
  }

  package static var exemplar: [Change] {
    let now = ["821234", "356120", "183020", "97011", "56230", "42010", "31200", "18000"]
    let before = ["758990", "309100", "189100", "91002", "49200", nil, "31200", "21000"]
    return zip(county, zip(now, before)).map { change($0, $1.0, $1.1) }
  }

  /// A chart of any shape.
  package static func random(seed: UInt64) -> Chart {
    var random = SplitMix64(seed: seed)
    let count = [1, 2, 3, 5, 8, 13, 20, 30, 60, 130].randomElement(using: &random) ?? 8
    let metric = [visits, drugs, signing, surplus, stay].randomElement(using: &random) ?? visits
    let size = Double.random(in: 0...9, using: &random)
    let period: Period =
      [.year(2023), .quarter(2023, 2), .half(2024, 1), .instant(Day(lastOf: Month(index: 2023 * 12 + 11)))]
      .randomElement(using: &random) ?? .year(2023)
    if Int.random(in: 0..<3, using: &random) == 0 { return trend(metric, count: count, size: size, &random) }
    let changes = (0..<count).map { index in
      let now = text(metric, size, &random)
      let before = text(metric, size, &random)
      let status: Observation.Status = Int.random(in: 0..<8, using: &random) == 0 ? .derived : .reported
      let months = Int.random(in: 0..<9, using: &random) == 0 ? 2 : nil
      return change(
        name(index, &random), now, before, metric, period: period, statuses: (.reported, status),
        months: (months, Bool.random(using: &random) ? months : nil))
    }
    if Bool.random(using: &random) { return yearOverYear(changes, metric: metric, scope: nil) }
    let target = Bool.random(using: &random) ? text(metric, size, &random).flatMap { ExactDecimal($0) } : nil
    return ranking(changes, metric: metric, target: target, highlight: changes.randomElement(using: &random)?.name)
  }

  private static func trend(_ metric: Metric, count: Int, size: Double, _ random: inout SplitMix64) -> Chart {
    let step = ChangeRequest.Step.allCases.randomElement(using: &random) ?? .month
    let steps = Int.random(in: 1...40, using: &random)
    let series = (0..<count).map { index in
      let points = (0..<steps).map { offset -> (period: Period, figure: Figure) in
        let length = step.months
        let first = Month(index: 2015 * 12 + offset * length)
        let period = Period(from: first, to: first.advanced(by: length - 1))
        return (period, figure(text(metric, size, &random), period))
      }
      return TrendSeries(name: name(index, &random), points: points)
    }
    let target = Bool.random(using: &random) ? text(metric, size, &random).flatMap { ExactDecimal($0) } : nil
    return .trend(
      TrendChart(
        metric: metric, series: series, every: step, target: target,
        highlight: Bool.random(using: &random) ? series.first?.name : nil, notes: ["样例。"]))
  }

  package static func name(_ index: Int, _ random: inout SplitMix64) -> String {
    let stems = ["清源县", "白塔镇", "马家沟乡", "石桥镇中心", "城关镇第二社区", "North Hill ", "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿图什市"]
    let kinds = ["卫生院", "人民医院", "社区卫生服务中心", "妇幼保健计划生育服务中心", "Hospital"]
    return (stems.randomElement(using: &random) ?? "") + (kinds.randomElement(using: &random) ?? "") + "\(index)"
  }

  private static func text(_ metric: Metric, _ size: Double, _ random: inout SplitMix64) -> String? {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return nil
    case 1: return "0"
    default: break
    }
    if metric.unit == .percent {
      return ExactDecimal(significand: .random(in: 0...1000, using: &random), places: 1).description
    }
    let top = (0..<Int(size)).reduce(Int64(40)) { power, _ in power * 10 }
    let value = Int64.random(in: 0...top, using: &random)
    let small = Int.random(in: 0..<3, using: &random) == 0 ? value / 400 : value
    if metric == stay { return ExactDecimal(significand: small % 2000, places: 2).description }
    return String(metric == surplus && Bool.random(using: &random) ? -small : small)
  }
}

extension Change {
  package var name: String {
    switch subject {
    case .facility(let name), .group(let name), .matchedGroup(let name): name
    case .all, .matched: ""
    }
  }
}
