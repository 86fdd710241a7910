// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Changes as comma-separated records under ``ChangeOutput/header``, made on all cores and written in order.
struct ChangeRecords {
  private let ledger: Ledger
  private let requests: [ChangeRequest]
  private let output: ChangeOutput
  /// By state in the order of all cases, how a record ends.
  private let states: [[UInt8]]
  /// Small numbers of months.
  private let counts: [[UInt8]]
  /// By code: names as fields, quoted where they need it, each with its comma.
  private let facilities: [[UInt8]]
  private let metrics: [[UInt8]]
  private let units: [[UInt8]]
  // How many shares are worked on before what they gave is written.
  private static let sharesAtOnce = 8

  init(_ ledger: Ledger, _ requests: [ChangeRequest], _ output: ChangeOutput) {
    func field(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      CSVText.append(text, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      return bytes
    }
    self.ledger = ledger
    self.requests = requests
    self.output = output
    facilities = ledger.cube.facilities.map(field)
    metrics = ledger.cube.metrics.map { field($0.id) }
    units = ledger.cube.metrics.map { field($0.unit.symbol) }
    states = Change.State.allCases.map { Array("\($0.rawValue)\n".utf8) }
    counts = (0...60).map { Array("\($0),".utf8) }
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

  /// Hands on the records, some thousands at a time.
  @discardableResult
  func write(to body: ([UInt8]) throws(TongbiError) -> Void) throws(TongbiError) -> Summary {
    var summary = Summary()
    // By metric and window, what the facilities make together: a request for totals after one for facilities.
    var known: [Int32: [RunningTotal]] = [:]
    for request in requests {
      let work = ChangeWork(ledger, request, sources: .left)
      for start in stride(from: 0, to: work.shareCount, by: Self.sharesAtOnce) {
        let end = min(work.shareCount, start + Self.sharesAtOnce)
        let done = inParallel(end - start) { [known] in records(ofShare: start + $0, of: work, known) }
        for (share, piece) in zip(start..., done) {
          if request.grouping == .facility {
            add(piece.running, to: &known[work.metric(ofShare: share).code, default: []])
          }
          summary.totals += piece.totals
          guard !piece.bytes.isEmpty else { continue }
          summary.isEmpty = false
          try body(piece.bytes)
        }
      }
    }
    return summary
  }

  private func add(_ totals: [RunningTotal], to known: inout [RunningTotal]) {
    if known.isEmpty { known = totals } else { for index in totals.indices { known[index].add(totals[index]) } }
  }

  /// The records of one share, a figure empty where the state forbids it.
  private func records(ofShare share: Int, of work: ChangeWork, _ known: [Int32: [RunningTotal]]) -> Piece {
    var piece = Piece()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 16)
    let (metric, isRatio) = work.metric(ofShare: share)
    let metricField = metrics[Int(metric)]
    let periods = work.periods(ofShare: share).map { period in
      (metricField + Array("\(period.current.description),".utf8), Array("\(period.base.description),".utf8))
    }
    let endings = states.map { units[Int(metric)] + $0 }
    func append(_ change: CodedChange) {
      switch change.subject {
      case .facility(let code): bytes += facilities[Int(code)]
      case .many(let subject):
        CSVText.append(output.name(subject), to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes += periods[change.window].0
      appendNumber(change.current.value, to: &bytes)
      appendMonths(of: change.current, to: &bytes)
      bytes += periods[change.window].1
      appendNumber(change.base.value, to: &bytes)
      appendMonths(of: change.base, to: &bytes)
      appendNumber(change.difference, to: &bytes)
      appendNumber(change.percent, to: &bytes)
      bytes += endings[Self.place(of: change.state)]
      guard ledger.isCorrected else { return }
      bytes[bytes.count - 1] = UInt8(ascii: ",")
      CSVText.append(output.corrections(of: work.change(change, in: share), ledger) ?? "", to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    if work.request.grouping == .metric {
      func appendTotal(_ change: CodedChange) {
        append(change)
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
      piece.running = work.forEachChange(ofShare: share, append)
    }
    piece.bytes = bytes
    return piece
  }

  /// Appends a number, empty where there is none, with its comma.
  private func appendNumber(_ number: ExactDecimal?, to bytes: inout [UInt8]) {
    guard let number else { return bytes.append(UInt8(ascii: ",")) }
    number.write(to: &bytes, before: UInt8(ascii: ","))
  }

  /// Appends the number of months with its comma.
  private func appendMonths(of figure: Figure, to bytes: inout [UInt8]) {
    let months = figure.months.count
    bytes += months < counts.count ? counts[months] : Array("\(months),".utf8)
  }

  private static func place(of state: Change.State) -> Int {
    switch state {
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
