// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Changes as comma-separated records under ``ChangeOutput/header``, made on all cores and written in order.
struct ChangeRecords {
  private let work: ChangeWork
  private let output: ChangeOutput
  /// By code: names as fields, quoted where they need it.
  private let facilities: [[UInt8]]
  private let metrics: [[UInt8]]
  private let units: [[UInt8]]
  // How many shares are worked on before what they gave is written.
  private static let sharesAtOnce = 8

  init(_ ledger: Ledger, _ request: ChangeRequest, _ output: ChangeOutput) {
    func field(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      CSVText.append(text, to: &bytes)
      return bytes
    }
    work = ChangeWork(ledger, request, sources: .left)
    self.output = output
    facilities = ledger.cube.facilities.map(field)
    metrics = ledger.cube.metrics.map { field($0.id) }
    units = ledger.cube.metrics.map { field($0.unit.symbol) }
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
    let periods = work.periods(ofShare: share).map {
      (Array($0.current.description.utf8), Array($0.base.description.utf8))
    }
    let comma = UInt8(ascii: ",")
    work.forEachChange(ofShare: share) { change in
      switch change.subject {
      case .facility(let code): bytes += facilities[Int(code)]
      case .many(let subject): CSVText.append(output.name(subject), to: &bytes)
      }
      bytes.append(comma)
      bytes += metrics[Int(change.metric)]
      bytes.append(comma)
      bytes += periods[change.window].0
      bytes.append(comma)
      append(change.current, to: &bytes)
      bytes += periods[change.window].1
      bytes.append(comma)
      append(change.base, to: &bytes)
      let comparison = work.comparison(change, in: share)
      let state = comparison.state
      comparison.difference(in: state)?.write(to: &bytes)
      bytes.append(comma)
      comparison.percent(in: state)?.write(to: &bytes)
      bytes.append(comma)
      bytes += units[Int(change.metric)]
      bytes.append(comma)
      bytes.append(contentsOf: state.rawValue.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Appends the value and the number of months, each with its comma.
  private func append(_ figure: Figure, to bytes: inout [UInt8]) {
    figure.value?.write(to: &bytes)
    bytes.append(UInt8(ascii: ","))
    ExactDecimal(Int64(figure.months.count)).write(to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }
}
