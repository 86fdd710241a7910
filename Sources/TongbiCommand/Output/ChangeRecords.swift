// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Changes as comma-separated records under ``ChangeOutput/header``, made on all cores and written in order.
struct ChangeRecords {
  private let work: ChangeWork
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

  init(_ ledger: Ledger, _ request: ChangeRequest, _ output: ChangeOutput) {
    func field(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      CSVText.append(text, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      return bytes
    }
    work = ChangeWork(ledger, request, sources: .left)
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
    for start in stride(from: 0, to: work.shareCount, by: Self.sharesAtOnce) {
      let end = min(work.shareCount, start + Self.sharesAtOnce)
      for bytes in inParallel(end - start, { records(ofShare: start + $0) }) where !bytes.isEmpty {
        isEmpty = false
        try body(bytes)
      }
    }
    return !isEmpty
  }

  /// The records of one share; empty where the state forbids a figure.
  private func records(ofShare share: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 16)
    let periods = work.periods(ofShare: share).map { period in
      (Array("\(period.current.description),".utf8), Array("\(period.base.description),".utf8))
    }
    let comma = UInt8(ascii: ",")
    work.forEachChange(ofShare: share) { change in
      switch change.subject {
      case .facility(let code): bytes += facilities[Int(code)]
      case .many(let subject):
        CSVText.append(output.name(subject), to: &bytes)
        bytes.append(comma)
      }
      bytes += metrics[Int(change.metric)]
      bytes += periods[change.window].0
      append(change.current, to: &bytes)
      bytes += periods[change.window].1
      append(change.base, to: &bytes)
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
    return bytes
  }

  /// Appends the value and the number of months, each with its comma.
  private func append(_ figure: Figure, to bytes: inout [UInt8]) {
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
