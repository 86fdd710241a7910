// SPDX-License-Identifier: Apache-2.0

extension Cube {
  /// Gives every series its wholes: parts (departments, age groups) whose whole is not stated are joined.
  mutating func joinParts() {
    let partGroups = (0..<Int32(store.places.count)).filter { store.places.part(ofGroup: $0) != 0 }
    guard !partGroups.isEmpty else { return }
    let isPart = Set(partGroups)
    store.own()
    for index in store.series.indices {
      var cells: [Period: [Cell]] = [:]
      store.forEachPage(of: index) { page, group in
        guard isPart.contains(group) else { return }
        for slot in 0..<Int32(CellPlaces.length) {
          guard let cell = store.cell(at: CellStore.Reference(page: page, slot: slot)) else { continue }
          cells[store.places.period(at: CellPlace(group: group, slot: slot)), default: []].append(cell)
        }
      }
      let series = store.series[index]
      for (period, parts) in cells.sorted(by: { $0.key < $1.key }) {
        let place = store.place(of: period, part: 0)
        let reference = CellStore.Reference(page: store.page(Int32(index), place.group), slot: place.slot)
        guard !store.isFilled(reference.page, reference.slot) else { continue }
        store.write(joined(parts, of: metrics[Int(series.metric)]), at: reference)
      }
    }
  }

  /// Departments or types added up; a masked one hides the whole, a missing one leaves it.
  private func joined(_ cells: [Cell], of metric: Metric) -> Cell {
    let origins = cells.flatMap(\.origins).sorted { ($0.index, $0.row, $0.column) < ($1.index, $1.row, $1.column) }
    let present = cells.filter { $0.absence != .missing }
    if present.count == 1, let only = present.first { return only }
    var whole = Cell(
      value: .zero, numerator: nil, denominator: nil, absence: .notAdditive,
      isExact: present.allSatisfy(\.isExact), lastPlace: present.map(\.lastPlace).max() ?? 0, origins: origins.prefix(4)
    )
    if let absence = present.compactMap(\.absence).first ?? (present.isEmpty ? .missing : nil) {
      whole.absence = absence
      return whole
    }
    whole.numerator = try? sum(of: present.compactMap(\.numerator), count: present.count)
    whole.denominator = try? sum(of: present.compactMap(\.denominator), count: present.count)
    var value: ExactDecimal?
    if metric.overFacilities == .sum {
      value = try? sum(of: present.map(\.value), count: present.count)
    } else if let numerator = whole.numerator, let denominator = whole.denominator {
      value = try? metric.ratio(numerator, over: denominator)
    }
    if let value {
      whole.value = value
      whole.absence = nil
    }
    return whole
  }

  /// The sum of all of `count` numbers; `nil` where one is lacking.
  private func sum(of numbers: [ExactDecimal], count: Int) throws -> ExactDecimal? {
    guard numbers.count == count else { return nil }
    var sum = DecimalSum()
    for number in numbers { try sum.add(number) }
    return try sum.total
  }
}
