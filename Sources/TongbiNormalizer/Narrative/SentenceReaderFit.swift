// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Whether a number can be a figure of a metric.
extension SentenceReader {
  /// Whether a number may be a figure of a metric, by its unit.
  ///
  /// - Parameter label: Its name, where that does not stand right before it.
  func fits(_ at: Int, _ metric: Metric, _ unit: String, label name: String? = nil) -> Bool {
    if UnitWord.fits(unit, metric: metric.unit) {
      // 医疗机构103件 are reports from them.
      if metric.name == "医疗卫生机构数" { return UnitSet.institutions.contains(unit) || unit == "处" }
      return metric.kind != .stock || !unit.reads("人次")
    }
    if unit.reads("份"), metric.name.hasPrefix("核酸") { return true }
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
}
