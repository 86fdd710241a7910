// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The names of one table's observations, each with one code.
struct TableNames {
  private(set) var names = ObservationChunk.Names()
  private var facilities = NameCodes()
  /// The code of rows without a facility, once there are any.
  private var noFacility: Int32?
  private var metrics: [String: Int32] = [:]
  private var periods: [Period?: Int32] = [:]
  private var parts: [String?: Int32] = [nil: 0]
  /// By metric, the unit that stands behind its name in the table.
  private(set) var labelUnits: [WrittenUnit?] = []

  mutating func facility(_ name: String?) -> Int32 {
    let next = Int32(names.facilities.count)
    let code: Int32
    if let name {
      code = facilities.code(of: name, next: next) { [list = names.facilities] in list[Int($0)] }
    } else {
      code = noFacility ?? next
      noFacility = code
    }
    if code == next { names.facilities.append(name) }
    return code
  }

  mutating func period(_ period: Period?) -> Int32 {
    if let code = periods[period] { return code }
    names.periods.append(period)
    periods[period] = Int32(names.periods.count - 1)
    return Int32(names.periods.count - 1)
  }

  mutating func part(_ part: String?) -> Int32 {
    if let code = parts[part] { return code }
    names.parts.append(part)
    parts[part] = Int32(names.parts.count - 1)
    return Int32(names.parts.count - 1)
  }

  /// The code of a metric by its words; `make` says what it is when the words are new.
  mutating func metric(_ words: String, make: () -> (metric: Metric, label: String, unit: WrittenUnit?)) -> Int32 {
    if let code = metrics[words] { return code }
    let (metric, label, unit) = make()
    names.metrics.append(metric)
    names.labels.append(label)
    labelUnits.append(unit)
    metrics[words] = Int32(names.metrics.count - 1)
    return Int32(names.metrics.count - 1)
  }
}

/// What the codes of one column mean, found out when a code first comes up; `Int32.min` is not yet.
struct CodeMeanings {
  /// By code.
  private(set) var meanings: [Int32] = []

  mutating func grow(to count: Int) {
    if meanings.count < count {
      meanings.append(contentsOf: repeatElement(.min, count: count - meanings.count))
    }
  }

  /// Whether all codes stand for something; not told where there are very many.
  var areKnown: Bool { meanings.count < 1000 && meanings.allSatisfy { $0 >= 0 } }

  subscript(code: Int32) -> Int32 {
    get { meanings[Int(code)] }
    set { meanings[Int(code)] = newValue }
  }
}
