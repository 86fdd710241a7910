// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// What the spellings of rows that were met before stand for, row by row of a chunk.
struct QuickKeys {
  /// What the keys of a row stand for, but for its period.
  struct Key {
    var facility: Int32 = 0
    /// −1 where no row names the metric.
    var metric: Int32 = -1
    /// An index into the written units; −1 where the row has none.
    var unit: Int32 = -1
    // The codes that these stand for, so that the next row need not look up the same again.
    fileprivate var facilityCode: Int32 = .min
    fileprivate var metricCode: Int32 = .min
    fileprivate var unitCode: Int32 = .min
    // Where the runs of these codes end, as far as that was looked for: a facility's run goes on over many metrics.
    fileprivate var facilityEnd = 0
    fileprivate var metricEnd = 0
    fileprivate var unitEnd = 0
  }

  // By row its code, and by code what that stands for.
  private let facilities, metrics, periods, units: [Int32]
  /// What facilities stand for; moved out while another is learnt, so that nothing is copied.
  var facilityMeanings: CodeMeanings
  private let metricMeanings, periodMeanings, unitMeanings: CodeMeanings
  private let outsideFacility, outsidePeriod: Int32
  /// Whether every row has a period that needs no closer look.
  let isDated: Bool

  init(_ reading: borrowing TableReading, _ columns: borrowing ChunkColumns) {
    facilities = columns.codes(reading.facilityColumn)
    metrics = columns.codes(reading.metricColumn)
    periods = columns.codes(reading.periodColumns.first)
    units = columns.codes(reading.unitColumn)
    facilityMeanings = reading.facilityMeanings
    metricMeanings = reading.metricMeanings
    periodMeanings = reading.singlePeriods
    unitMeanings = reading.unitMeanings
    (outsideFacility, outsidePeriod) = (reading.outsideFacility, reading.outsidePeriod)
    isDated = periods.isEmpty ? outsidePeriod >= 0 : periodMeanings.areKnown
  }

  /// Finds what the keys of a row stand for, given those of another; returns whether none needs a closer look.
  @inline(__always)
  func find(_ key: inout Key, at index: Int) -> Bool {
    let facility = facilities.isEmpty ? -1 : facilities[index]
    let metric = metrics.isEmpty ? -1 : metrics[index]
    let unit = units.isEmpty ? -1 : units[index]
    if facility != key.facilityCode || metric != key.metricCode || unit != key.unitCode {
      key.facility = facility < 0 ? outsideFacility : facilityMeanings[facility]
      key.metric = metric < 0 ? -1 : metricMeanings[metric]
      key.unit = unit < 0 ? -1 : unitMeanings[unit]
      guard key.facility >= 0, key.metric >= 0 || metric < 0, key.unit != .min else {
        key.facilityCode = .min
        return false
      }
      (key.facilityCode, key.metricCode, key.unitCode) = (facility, metric, unit)
    }
    return true
  }

  /// The period of a row; below 0 where it needs a closer look.
  @inline(__always)
  func period(at index: Int) -> Int32 { periods.isEmpty ? outsidePeriod : periodMeanings[periods[index]] }

  /// Where the run of rows ends that have the keys of one of them, but for the period; rows are asked for from the top.
  @inline(__always)
  func runEnd(_ key: inout Key, from index: Int, to end: Int) -> Int {
    // In a table in no order, most rows have keys of their own.
    guard index &+ 1 < end, areSame(index, index &+ 1) else { return index &+ 1 }
    Self.findEnd(&key.facilityEnd, in: facilities, from: index, to: end)
    Self.findEnd(&key.metricEnd, in: metrics, from: index, to: end)
    Self.findEnd(&key.unitEnd, in: units, from: index, to: end)
    return min(key.facilityEnd, key.metricEnd, key.unitEnd)
  }

  @inline(__always)
  private static func findEnd(_ known: inout Int, in codes: [Int32], from index: Int, to end: Int) {
    if known <= index { known = codes.isEmpty ? end : CodeRun.end(in: codes, from: index, to: end) }
  }

  @inline(__always)
  private func areSame(_ row: Int, _ other: Int) -> Bool {
    (facilities.isEmpty || facilities[row] == facilities[other]) && (metrics.isEmpty || metrics[row] == metrics[other])
      && (units.isEmpty || units[row] == units[other])
  }
}
