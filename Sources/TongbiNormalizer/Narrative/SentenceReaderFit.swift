// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Whether a number can be a figure of a metric.
extension SentenceReader {
  func unit(of at: Int) -> String {
    switch lexemes[at].kind {
    case .number(_, let unit), .masked(let unit), .span(let unit): unit.isEmpty ? listUnit(at) : unit
    default: ""
    }
  }

  /// 38.2万、21.6万和9.7万人次: the unit that stands once, behind the last value of the list being read.
  private func listUnit(_ at: Int) -> String {
    guard let unitOfList, unitOfList.values.contains(at) else { return "" }
    return unitOfList.unit
  }

  /// 每月2次, 1年4次, 平均每个村卫生室年诊疗量2291人次; but not 每万人口2.9名.
  func isFrequency(_ at: Int) -> Bool {
    // 手术从每年不足600台增加到2,187台.
    if at + 1 < lexemes.count, case .becomes = lexemes[at + 1].kind, (clause..<at).contains(where: isFrom) {
      return false
    }
    var isBehindName = false
    for place in stride(from: at - 1, through: max(clause, at - 6), by: -1) {
      switch lexemes[place].kind {
      case .text:
        let words = text.scalars[lexemes[place].range]
        guard let each = words.firstIndex(of: "每") else { continue }
        let next = each + 1 < words.endIndex ? words[each + 1] : nil
        if isBehindName ? Self.eachOne.contains(next) : at - place <= 4 && !Self.eachMany.contains(next) { return true }
      // 平均每4分钟接诊一名发热病人.
      case .number where UnitSet.durations.contains(unit(of: place)):
        return place > clause && string(place - 1).hasSuffix("每")
      case .metric where isWord(place, "接诊"): continue
      case .metric: isBehindName = true
      case .mark, .number, .masked: return false
      case .guarded:
        if endsIn(place, .times), place == at - 1, touches(place, at), !isRatio(unit(of: at)) {
          return true
        }
      default: continue
      }
    }
    return false
  }

  /// What stands behind 每 where a figure behind a name is one of an average.
  private static let eachOne = Set("个所家名位张月天日周支".unicodeScalars.map { Optional($0) })
  /// What stands behind 每 in names of rates.
  private static let eachMany = Set("千万百".unicodeScalars.map { Optional($0) })

  /// Whether a number may be a figure of a metric, by its unit.
  ///
  /// - Parameter label: Its name, where that does not stand right before it.
  func fits(_ at: Int, _ metric: Metric, _ unit: String, label name: String? = nil) -> Bool {
    if UnitWord.fits(unit, metric: metric.unit) {
      // 每千名儿童床位数1.56张: heads have no decimals.
      if metric.kind == .stock, case .number(let number, _) = lexemes[at].kind, number.lastPlace < 0 { return false }
      return metric.kind != .stock || !unit.reads("人次") && !unit.reads("例")
    }
    if unit.reads("份"), metric.name.hasPrefix("核酸") { return true }
    // 为38.9万名居民建立健康档案: one for each.
    if unit.reads("名"), metric.name.holds("档案") { return true }
    // 医疗机构362户: those that are watched over.
    if unit.reads("户"), metric.name == "医疗卫生机构数" { return true }
    // 满意度88.9分, of a hundred.
    if unit.reads("分"), metric.unit == .percent, metric.name.hasSuffix("满意度") { return true }
    // 护士7个.
    if unit.reads("个"), metric.kind == .stock, metric.unit.symbol == "人", endsClause(at + 1),
      case .number = lexemes[at].kind,
      at > clause, self.metric(at: at - 1)?.id == metric.id
    {
      return true
    }
    // 入党申请书23份, 24份入党申请书.
    if unit.reads("份") || unit.reads("封"), UnitWord.fits("名", metric: metric.unit) {
      if nameEnd(before: at).map(string)?.last == "书" { return true }
      if at + 1 < lexemes.count, touches(at, at + 1), string(at + 1).last == "书" { return true }
    }
    if unit.isEmpty, case .masked = lexemes[at].kind { return metric.unit.ratioFactor == nil }
    guard unit.isEmpty, case .number(let number, _) = lexemes[at].kind, endsClause(at + 1) || isOfAimBehind(at) else {
      return false
    }
    if metric.unit == .none || metric.unit.symbol == "倍" { return true }
    // 分娩量：2,874; of a list in which a colon stands before each value.
    if at > clause + 1, isWord(at - 1, ":"), !number.isChinese, metric.unit.ratioFactor == nil, metric.kind != .average
    {
      return true
    }
    if metric.kind == .average, metric.unit != .yuan, let low = metric.lowest, let high = metric.highest {
      // 平均住院日8.2: the unit is in the name.
      return !number.isChinese && number.value >= low && number.value <= high
    }
    if metric.unit.ratioFactor != nil {
      return (!number.isChinese || number.value.isZero) && (metric.highest.map { number.value <= $0 } ?? false)
    }
    let label = name ?? nameEnd(before: at).map(string) ?? ""
    return number.hasMultiplier || label.hasSuffix(metric.unit.symbol)
      || label.hasSuffix(metric.unit.symbol + ")") || WordSet.countEndings.ends(label)
  }

  /// 国家免疫规划疫苗接种率：卡介苗99.6%、…: the metric that a clause without figures ends with, before a colon and other words.
  func metricOfHead(_ colon: Int) -> Metric? {
    guard colon > clause, let metric = metric(at: colon - 1), !lexemes[clause..<colon].contains(where: isFigure),
      colon + 1 < lexemes.count, case .text = lexemes[colon + 1].kind
    else { return nil }
    return metric
  }

  /// 收入构成：门诊1,433万、体检936万: money, whatever else the names may mean.
  func takenApart(_ label: String, _ at: Int) -> (metric: Metric?, isMoney: Bool) {
    guard !isRatio(unit(of: at)),
      let (start, _) = WordSet.structuresOfMoney.match(headWords, endingAt: headWords.count, after: 0)
    else { return (nil, false) }
    return (index.metric(named: label.letters[...], headWords[start..<(start + 2)]), true)
  }

  /// 次均费用：门诊236.8元: the name that a word makes with those before the colon.
  func headed(_ label: String) -> Metric? {
    guard !headWords.isEmpty else { return nil }
    let letters = Array(label.unicodeScalars)
    if WordSet.structures.match(headWords, endingAt: headWords.count, after: 0) != nil {
      // 医疗收入结构：药品26.8%、卫生材料22.4%.
      return index.metric(named: letters + Array("占比".unicodeScalars))
        ?? index.metric(named: letters + Array("收入占比".unicodeScalars))
    }
    return index.metric(named: letters + headWords) ?? index.metric(named: headWords + letters)
  }

  /// The bound that words around a number give it.
  func bound(_ at: Int, _ own: Quantity.Bound) -> Quantity.Bound {
    if at + 1 < lexemes.count, touches(at, at + 1), case .bound(let bound) = lexemes[at + 1].kind { return bound }
    if at + 1 < lexemes.count, case .text = lexemes[at + 1].kind, isWord(at + 1, "大关") { return .moreThan }
    if own != .exact { return own }
    if let listBound { return listBound }
    if at > 0, case .bound(let bound) = lexemes[at - 1].kind { return bound }
    if at > 0, case .aim = lexemes[at - 1].kind {
      // 应大于77.3岁.
      let range = lexemes[at - 1].range
      return BoundWord.before(text.scalars, range.upperBound, after: range.lowerBound)?.bound ?? .exact
    }
    return .exact
  }
}
