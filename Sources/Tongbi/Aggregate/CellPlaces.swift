// SPDX-License-Identifier: Apache-2.0

/// Where the cells of a period and part stand in a series: in which group of twelve, and where in the group.
struct CellPlace: Hashable, Sendable {
  /// The group: the months of a year, the quarters of three, …
  var group: Int32
  /// 0 to 11.
  var slot: Int32
}

/// Sorts periods into groups of twelve neighbours, so that the months of a year lie side by side.
struct CellPlaces: Sendable {
  private enum Family: UInt8 { case month, quarter, half, year, other }

  private struct Group: Hashable {
    var family: Family
    /// Which twelve of the family.
    var block: Int
    /// The part; 0 is the whole.
    var part: Int32
  }

  /// The length of a group.
  static let length = 12

  private var groups: [Group] = []
  private var codes: [Group: Int32] = [:]
  private var others: [Period] = []
  private var otherCodes: [Period: Int] = [:]

  /// How many groups there are.
  var count: Int { groups.count }

  /// The part whose cells stand in a group.
  func part(ofGroup group: Int32) -> Int32 { groups[Int(group)].part }

  /// The index of the first month of a group of months of wholes; `nil` for any other group.
  func firstMonth(ofGroup group: Int32) -> Int? {
    let group = groups[Int(group)]
    return group.family == .month && group.part == 0 ? group.block * Self.length : nil
  }

  /// The period of a place.
  func period(at place: CellPlace) -> Period {
    let group = groups[Int(place.group)]
    let index = group.block * Self.length + Int(place.slot)
    switch group.family {
    case .month: return .month(Month(index: index))
    case .quarter: return .quarter(index / 4, index % 4 + 1)
    case .half: return .half(index / 2, index % 2 + 1)
    case .year: return .year(index)
    case .other: return others[index]
    }
  }

  /// Whether any period has been given the place.
  func isUsed(_ place: CellPlace) -> Bool {
    let group = groups[Int(place.group)]
    return group.family != .other || group.block * Self.length + Int(place.slot) < others.count
  }

  /// The place of a period under its plainest name, a new one where it was not met before.
  mutating func place(of period: Period, part: Int32) -> CellPlace {
    let (family, index) = known(period) ?? (.other, newOther(period))
    let group = Group(family: family, block: index / Self.length, part: part)
    let slot = Int32(index % Self.length)
    if let code = codes[group] { return CellPlace(group: code, slot: slot) }
    let code = Int32(groups.count)
    groups.append(group)
    codes[group] = code
    return CellPlace(group: code, slot: slot)
  }

  /// The place of a period that was met.
  func existing(_ period: Period, part: Int32) -> CellPlace? {
    guard let (family, index) = known(period) else { return nil }
    return codes[Group(family: family, block: index / Self.length, part: part)].map {
      CellPlace(group: $0, slot: Int32(index % Self.length))
    }
  }

  private func known(_ period: Period) -> (Family, Int)? {
    switch period {
    case .month(let month): (.month, month.index)
    case .quarter(let year, let quarter): (.quarter, year * 4 + quarter - 1)
    case .half(let year, let half): (.half, year * 2 + half - 1)
    case .year(let year): (.year, year)
    case .months, .instant, .upTo, .days: otherCodes[period].map { (.other, $0) }
    }
  }

  private mutating func newOther(_ period: Period) -> Int {
    otherCodes[period] = others.count
    others.append(period)
    return others.count - 1
  }
}
