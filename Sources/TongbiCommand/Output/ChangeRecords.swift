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

  /// Hands on the records, some thousands at a time.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  func write(to body: ([UInt8]) throws(TongbiError) -> Void) throws(TongbiError) -> Bool {
    var isEmpty = true
    // By metric and window, what the facilities make together: a request for totals after one for facilities.
    var known: [Int32: [RunningTotal]] = [:]
    for request in requests {
      let work = ChangeWork(ledger, request, sources: .left)
      for start in stride(from: 0, to: work.shareCount, by: Self.sharesAtOnce) {
        let end = min(work.shareCount, start + Self.sharesAtOnce)
        let done = inParallel(end - start) { [known] in records(ofShare: start + $0, of: work, known) }
        for (share, (bytes, totals)) in zip(start..., done) {
          if request.grouping == .facility { add(totals, to: &known[work.metric(ofShare: share).code, default: []]) }
          guard !bytes.isEmpty else { continue }
          isEmpty = false
          try body(bytes)
        }
      }
    }
    return !isEmpty
  }

  private func add(_ totals: [RunningTotal], to known: inout [RunningTotal]) {
    if known.isEmpty { known = totals } else { for index in totals.indices { known[index].add(totals[index]) } }
  }

  /// The records of one share, empty where the state forbids a figure, and what its facilities make together.
  private func records(
    ofShare share: Int, of work: ChangeWork, _ known: [Int32: [RunningTotal]]
  ) -> (bytes: [UInt8], totals: [RunningTotal]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 16)
    let periods = work.periods(ofShare: share).map { period in
      (Array("\(period.current.description),".utf8), Array("\(period.base.description),".utf8))
    }
    let comma = UInt8(ascii: ",")
    func append(_ change: CodedChange) {
      switch change.subject {
      case .facility(let code): bytes += facilities[Int(code)]
      case .many(let subject):
        CSVText.append(output.name(subject), to: &bytes)
        bytes.append(comma)
      }
      bytes += metrics[Int(change.metric)]
      bytes += periods[change.window].0
      appendFigure(change.current, to: &bytes)
      bytes += periods[change.window].1
      appendFigure(change.base, to: &bytes)
      let comparison = work.comparison(change, in: share)
      let state = comparison.state
      let difference = comparison.difference(in: state)
      difference?.write(to: &bytes)
      bytes.append(comma)
      if comparison.style == .percent, state == .ok || state == .partial {
        comparison.relativePercent(of: difference)?.write(to: &bytes)
      }
      bytes.append(comma)
      bytes += units[Int(change.metric)]
      bytes += states[Self.place(of: state)]
    }
    let (metric, isRatio) = work.metric(ofShare: share)
    if work.request.grouping == .metric, work.request.base == nil, !isRatio, let totals = known[metric] {
      for window in totals.indices {
        work.totals(ofShare: share, window: window, from: totals[window]).forEach(append)
      }
      return (bytes, [])
    }
    let totals = work.forEachChange(ofShare: share, append)
    return (bytes, totals)
  }

  /// Appends the value and the number of months, each with its comma.
  private func appendFigure(_ figure: Figure, to bytes: inout [UInt8]) {
    figure.value?.write(to: &bytes)
    bytes.append(UInt8(ascii: ","))
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
