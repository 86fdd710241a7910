// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Changes as comma-separated records under ``ChangeOutput/header``, made on all cores and written in order.
struct ChangeRecords {
  private let ledger: Ledger
  private let requests: [ChangeRequest]
  private let output: ChangeOutput
  /// By state in the order of all cases, its name.
  private let states: [[UInt8]]
  /// By code: names as fields, quoted where they need it, each with its comma.
  private let facilities: FieldList
  private let metrics: FieldList
  private let units: FieldList
  /// How many bytes are worth being written.
  private static let fewBytes = 1 << 16
  // About how many bytes a record has.
  private static let usualLength = 112

  init(_ ledger: Ledger, _ requests: [ChangeRequest], _ output: ChangeOutput) {
    self.ledger = ledger
    self.requests = requests
    self.output = output
    facilities = FieldList(ledger.cube.facilities)
    metrics = FieldList(ledger.cube.metrics.map(\.id))
    units = FieldList(ledger.cube.metrics.map(\.unit.symbol))
    states = Change.State.allCases.map { Array($0.rawValue.utf8) }
  }

  /// What was handed on.
  struct Summary {
    /// Whether there was nothing.
    var isEmpty = true
    /// The totals over all facilities that were asked for.
    var totals: [Change] = []
  }

  /// The records of one share of the work.
  private struct Piece {
    var bytes: [UInt8] = []
    /// What the facilities of the share make together, by window.
    var running: [RunningTotal] = []
    /// The totals over all facilities among the records.
    var totals: [Change] = []
  }

  /// Hands on the records, some thousands at a time, while the next are made.
  @discardableResult
  func write(to body: ([UInt8]) throws(TongbiError) -> Void) throws(TongbiError) -> Summary {
    var summary = Summary()
    // Short pieces wait for each other, so that a small table is written at once.
    var waiting: [UInt8] = []
    // By metric and window, what the facilities make together: a request for totals after one for facilities.
    var known: [Int32: [RunningTotal]] = [:]
    for request in requests {
      let work = ChangeWork(ledger, request, sources: .left)
      let make = { @Sendable [known] share in records(ofShare: share, of: work, known) }
      try OrderedWork.run(
        count: work.shareCount, threads: work.isForMany ? Processors.count : 1, helper: { _ in make },
        own: make
      ) { (share, piece: inout Piece) throws(TongbiError) in
        if request.grouping == .facility {
          add(piece.running, to: &known[work.metric(ofShare: share).code, default: []])
        }
        summary.totals += piece.totals
        guard !piece.bytes.isEmpty else { return true }
        summary.isEmpty = false
        if waiting.isEmpty { swap(&waiting, &piece.bytes) } else { waiting += piece.bytes }
        guard waiting.count >= Self.fewBytes else { return true }
        try body(waiting)
        waiting.removeAll(keepingCapacity: true)
        return true
      }
    }
    if !waiting.isEmpty { try body(waiting) }
    return summary
  }

  private func add(_ totals: [RunningTotal], to known: inout [RunningTotal]) {
    if known.isEmpty { known = totals } else { for index in totals.indices { known[index].add(totals[index]) } }
  }

  /// The records of one share.
  private func records(ofShare share: Int, of work: ChangeWork, _ known: [Int32: [RunningTotal]]) -> Piece {
    var piece = Piece()
    let (metric, isRatio) = work.metric(ofShare: share)
    let fields = SharedFields(
      work, share, facilities: facilities, metric: metrics[Int(metric)],
      ending: { units[Int(metric)] + states[$0] })
    var records = TextBytes(capacity: work.seriesCount(ofShare: share) * Self.usualLength)
    if work.request.grouping == .metric {
      func appendTotal(_ change: CodedChange) {
        append(change, fields, share, of: work, to: &records)
        piece.totals.append(work.change(change, in: share))
      }
      if work.request.base == nil, !isRatio, let running = known[metric] {
        for window in running.indices {
          work.totals(ofShare: share, window: window, from: running[window]).forEach(appendTotal)
        }
      } else {
        work.forEachChange(ofShare: share, appendTotal)
      }
    } else {
      piece.running = work.forEachChange(
        ofShare: share, months: { fields.append($0, to: &records) },
        { append($0, fields, share, of: work, to: &records) })
    }
    piece.bytes = records.take()
    return piece
  }

  /// Appends the record of any change.
  private func append(
    _ change: CodedChange, _ fields: SharedFields, _ share: Int, of work: ChangeWork, to records: inout TextBytes
  ) {
    switch change.subject {
    case .facility(let code): facilities.append(Int(code), to: &records)
    case .many(let subject): FieldList([output.name(subject)]).append(0, to: &records)
    }
    fields.append(
      change.window, change.state, (change.current.value, change.current.months.count),
      (change.base.value, change.base.months.count), change.difference, change.percent, to: &records)
    if ledger.isCorrected {
      var corrections: [UInt8] = [UInt8(ascii: ",")]
      CSVText.append(output.corrections(of: work.change(change, in: share), ledger) ?? "", to: &corrections)
      records.bytes(corrections.span)
    }
    records.byte(UInt8(ascii: "\n"))
  }
}

extension Change.State {
  /// Its place in the order of all cases.
  fileprivate var place: Int {
    switch self {
    case .ok: 0
    case .missingCurrent: 1
    case .missingBase: 2
    case .masked: 3
    case .zeroBase: 4
    case .negativeBase: 5
    case .signChange: 6
    case .notComparable: 7
    case .partial: 8
    }
  }
}

extension TextBytes {
  /// Appends a number, empty where there is none, with its comma.
  @inline(__always)
  fileprivate mutating func field(_ number: ExactDecimal?) {
    if let number { self.number(number) }
    byte(UInt8(ascii: ","))
  }
}

/// What the records of one share have in common.
private struct SharedFields {
  /// By code of the facility: its name.
  let facilities: FieldList
  /// By window: metric and period.
  let periods: FieldList
  /// By window: the period of the base.
  let bases: FieldList
  /// By state: the unit and the state.
  let endings: FieldList

  init(
    _ work: ChangeWork, _ share: Int, facilities: FieldList, metric: [UInt8], ending: (Int) -> [UInt8]
  ) {
    self.facilities = facilities
    let windows = work.periods(ofShare: share)
    periods = FieldList(fields: windows.map { metric + Array("\($0.current.description),".utf8) })
    bases = FieldList(fields: windows.map { Array("\($0.base.description),".utf8) })
    endings = FieldList(fields: Change.State.allCases.indices.map(ending))
  }

  /// Appends the record of a change of months.
  func append(_ change: MonthChange, to records: inout TextBytes) {
    facilities.append(Int(change.facility), to: &records)
    append(
      change.window, change.state, (change.value, change.current.monthCount),
      (change.baseValue, change.base.monthCount), change.difference, change.percent, to: &records)
    records.byte(UInt8(ascii: "\n"))
  }

  /// A figure, and of how many months it is.
  typealias Side = (value: ExactDecimal?, months: Int)

  /// Appends all of a record behind its subject.
  @inline(__always)
  func append(
    _ window: Int, _ state: Change.State, _ current: Side, _ base: Side, _ difference: ExactDecimal?,
    _ percent: ExactDecimal?, to records: inout TextBytes
  ) {
    periods.append(window, to: &records)
    records.field(current.value)
    records.field(ExactDecimal(Int64(current.months)))
    bases.append(window, to: &records)
    records.field(base.value)
    records.field(ExactDecimal(Int64(base.months)))
    records.field(difference)
    records.field(percent)
    endings.append(state.place, to: &records)
  }
}
