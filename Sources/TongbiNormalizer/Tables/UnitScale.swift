// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// How a figure in a written unit becomes one in its metric's unit.
enum UnitScale: Hashable {
  /// Times a power of ten.
  case shift(Int)
  /// Not at all: yuan are no visits.
  case mismatch

  /// The way from a written unit to the metric's.
  init(from written: WrittenUnit?, to unit: Unit) {
    guard let written else {
      self = .shift(0)
      return
    }
    if written.unit == .none || written.unit == unit {
      self = .shift(written.exponent)
    } else if let from = written.unit.ratioFactor, let to = unit.ratioFactor {
      self = .shift(Self.zeros(to) - Self.zeros(from))
    } else if Self.isForeign(written.unit) || Self.isForeign(unit) {
      self = .mismatch
    } else if Self.family(written.unit) == Self.family(unit), unit != .none {
      self = .shift(written.exponent)
    } else {
      self = .mismatch
    }
  }

  /// Whether it is money of another country: 5 美元 are not 5 元.
  private static func isForeign(_ unit: Unit) -> Bool {
    guard let first = unit.symbol.unicodeScalars.first, "美港欧日英澳新台".unicodeScalars.contains(first) else { return false }
    return ["美元", "港元", "港币", "欧元", "日元", "英镑", "澳元", "澳门元", "新台币", "台币"].contains { unit.symbol.hasPrefix($0) }
  }

  private enum Family { case money, ratio, time, count, pure }

  private static func family(_ unit: Unit) -> Family {
    if unit == .none { return .pure }
    if unit.ratioFactor != nil { return .ratio }
    if unit.symbol.contains("元") { return .money }
    if ["天", "日", "床日", "小时", "分钟", "岁", "年", "月", "days"].contains(unit.symbol) { return .time }
    return ["倍", "吨", "公里", "平方米", "DDDs"].contains(unit.symbol) ? .pure : .count
  }

  private static func zeros(_ factor: Int64) -> Int {
    factor == 100 ? 2 : factor == 1000 ? 3 : 5
  }
}

extension ExactDecimal {
  /// The number times 10^`exponent`; `nil` beyond 18 digits. Quick, for it runs once for every figure.
  func shifted(_ exponent: Int) -> ExactDecimal? {
    if exponent == 0 { return self }
    if exponent > 0, exponent <= places {
      return ExactDecimal(significand: significand, places: places - exponent)
    }
    return try? scaled(byPowerOfTen: exponent)
  }
}

extension Metric {
  /// A metric for words that no catalogue knows: a count that is added, unless its unit or its name says that it
  /// cannot be.
  static func uncatalogued(_ label: String, unit: Unit) -> Metric {
    let isRatio = unit.ratioFactor != nil
    let isMean =
      unit.symbol.contains("/") || endings.contains(where: label.hasSuffix) || label.contains("平均")
      || label.contains("人均") || label.contains("次均")
    let rollup: Metric.Rollup = isRatio || isMean ? .none : .sum
    return Metric(
      id: label, name: label, unit: unit, kind: isRatio ? .ratio : isMean ? .average : .flow, overFacilities: rollup,
      overTime: rollup, changeStyle: isRatio ? .points : .percent, isCatalogued: false)
  }

  /// Makes an indicator that comes with its parts one that joins by them, and is never added.
  mutating func becomeRatio() {
    kind = unit.ratioFactor == nil ? .average : .ratio
    overFacilities = unit.ratioFactor == nil ? .none : .ratio
    overTime = overFacilities
  }

  private static let endings = [
    "率", "占比", "比例", "比重", "指数", "均值", "百分比", "比率", "次数比", "rate", "ratio", "share", "percent", "percentage", "pct",
    "%",
    "average", "mean",
  ]
}
