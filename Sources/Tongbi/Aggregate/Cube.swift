// SPDX-License-Identifier: Apache-2.0

/// All observed figures of many reports, by facility, metric, period and part.
///
/// Memory grows with the number of distinct keys, not with the size of the files. Targets, parts named in a sentence and
/// figures without metric, facility or period do not enter.
public struct Cube: Sendable {
  struct SeriesKey: Hashable, Sendable {
    var facility: Int32
    var metric: Int32
    /// Where the series stands in the store, as far as that is known without looking for it; −1 where it is not.
    var place: Int32 = -1

    static func == (left: Self, right: Self) -> Bool {
      left.facility == right.facility && left.metric == right.metric
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(facility)
      hasher.combine(metric)
    }
  }

  /// A change that a report states beside a figure, kept for checking and for deriving a base.
  struct Statement: Sendable {
    var key: SeriesKey
    var period: Period
    var quantity: Quantity?
    var changes: [StatedChange]
    var source: Source
  }

  /// What to do with a key that comes twice with different values.
  public let policy: DuplicatePolicy
  /// The facilities met, in the order of reading.
  public private(set) var facilities: [String] = []
  /// The metrics met, in the order of reading.
  public private(set) var metrics: [Metric] = []
  /// What was found while the figures were put together.
  public private(set) var findings: [Finding] = []

  /// The figures that a person corrected, as they stand now.
  public private(set) var corrected: [Observation] = []

  var store = CellStore()
  var statements: [Statement] = []
  private var facilityCodes = NameCodes()
  private var metricCodes: [String: Int32] = [:]
  private var parts: [String: Int32] = [:]
  private var files: [(file: String, sheet: String?)] = []
  private var sources: [Source] = []
  private var unnamed: [String: (count: Int, source: Source)] = [:]
  private var undated: [String: (count: Int, source: Source)] = [:]
  private var codes = TableCodes()
  /// How many contradictions were met; those past the first are counted, not listed.
  var contradictions = 0

  /// An empty cube.
  public init(policy: DuplicatePolicy = .error) { self.policy = policy }

  /// Adds one observation, as narrative text yields them.
  public mutating func add(_ observation: Observation) {
    guard observation.role == .observed, observation.part == nil, let metric = observation.metric else { return }
    guard let facility = observation.facility else {
      unnamed[observation.source.file, default: (0, observation.source)].count += 1
      return
    }
    guard let period = observation.period?.canonical else {
      undated[observation.source.file, default: (0, observation.source)].count += 1
      return
    }
    if !observation.corrections.isEmpty { corrected.append(observation) }
    let key = SeriesKey(facility: code(ofFacility: facility), metric: code(of: metric))
    if !observation.changes.isEmpty {
      statements.append(
        Statement(
          key: key, period: period, quantity: observation.quantity, changes: observation.changes,
          source: observation.source))
    }
    guard observation.quantity != nil || observation.status == .masked || observation.status == .missing else { return }
    guard !(observation.quantity == nil && !observation.changes.isEmpty && observation.status == .missing) else {
      return
    }
    sources.append(observation.source)
    let quantity = observation.quantity
    let cell = Cell(
      value: quantity?.value ?? .zero, numerator: observation.numerator, denominator: observation.denominator,
      absence: observation.status.absence, isExact: quantity.map { $0.bound == .exact } ?? true,
      lastPlace: Int8(clamping: quantity?.lastPlace ?? 0),
      origin: Cell.Origin(index: Int32(sources.count - 1), row: -1, column: 0))
    store.own()
    put(cell, key, store.place(of: period, part: 0))
  }

  /// Adds the observations of a table. The chunks of one table come one after the other.
  package mutating func add(_ chunk: ObservationChunk) {
    extendCodes(for: chunk)
    store.own()
    var added = 0
    if let plain = chunk.plain {
      var first = 0
      var writer = PlainWriter(plain, codes)
      while first < plain.runs.count {
        let before = plain.runs[first].before
        addRows(added..<Int(before), of: chunk)
        added = Int(before)
        var end = first + 1
        while end < plain.runs.count, plain.runs[end].before == before { end += 1 }
        writer.begin(first..<end)
        while let other = store.write(plain, &codes, &writer) {
          put(plain.row(plain.runs[other.run], other.row, other.place), chunk)
        }
        first = end
      }
    }
    addRows(added..<chunk.rows.count, of: chunk)
  }

  private mutating func addRows(_ rows: Range<Int>, of chunk: ObservationChunk) {
    for index in rows {
      put(chunk.rows[index], chunk, ratio: chunk.ratios.isEmpty ? ObservationChunk.RatioParts() : chunk.ratios[index])
    }
  }

  /// Puts any figure into its place.
  private mutating func put(
    _ row: ObservationChunk.Row, _ chunk: ObservationChunk,
    ratio: ObservationChunk.RatioParts = ObservationChunk.RatioParts()
  ) {
    let facility = codes.facilities[Int(row.facility)]
    guard facility >= 0 else { return noteUnnamed(row, chunk) }
    guard row.period >= 0, case let place = codes.places[Int(row.period)], place.group >= 0 else { return }
    let key = SeriesKey(facility: facility, metric: codes.metrics[Int(row.metric)])
    let part = codes.parts[Int(row.part)]
    let whole = part == 0 ? place : store.place(of: store.places.period(at: place), part: part)
    if ratio.numerator == nil, ratio.denominator == nil {
      let series = store.series(facility: key.facility, metric: key.metric)
      let reference = CellStore.Reference(page: store.page(series, whole.group), slot: whole.slot)
      if store.writeIfEmpty(row, at: reference, file: codes.file) { return }
    }
    let cell = Cell(
      value: row.value, numerator: ratio.numerator, denominator: ratio.denominator, absence: row.status.absence,
      isExact: row.bound == .exact, lastPlace: row.lastPlace,
      origin: Cell.Origin(index: codes.file, row: row.row, column: row.column))
    put(cell, key, whole)
  }

  private mutating func extendCodes(for chunk: ObservationChunk) {
    if chunk.isFirst {
      codes = TableCodes()
      codes.file = code(ofFile: chunk.file, sheet: chunk.sheet)
    }
    let names = chunk.names
    for index in codes.facilities.count..<names.facilities.count {
      codes.facilities.append(names.facilities[index].map { code(ofFacility: $0) } ?? -1)
    }
    for metric in names.metrics[codes.metrics.count...] { codes.metrics.append(code(of: metric)) }
    for period in names.periods[codes.places.count...] {
      codes.places.append(period.map { store.place(of: $0.canonical, part: 0) } ?? CellPlace(group: -1, slot: 0))
    }
    for part in names.parts[codes.parts.count...] { codes.parts.append(part.map { code(ofPart: $0) } ?? 0) }
  }

  private mutating func noteUnnamed(_ row: ObservationChunk.Row, _ chunk: ObservationChunk) {
    let source = chunk.source(of: row)
    unnamed[chunk.file, default: (0, source)].count += 1
  }

  /// Makes a ratio known whose numerator and denominator were both met, so that it can be worked out.
  public mutating func addRatios(among metrics: [Metric]) {
    for metric in metrics where metric.unit.ratioFactor != nil && metricCodes[metric.id] == nil {
      guard let above = metric.numerator, let below = metric.denominator, above != below, metricCodes[above] != nil,
        metricCodes[below] != nil
      else { continue }
      _ = code(of: metric)
    }
  }

  /// Notes what is only counted: figures without facility or period, file by file, and further contradictions. Called
  /// once, when all is read.
  public mutating func noteUnnamed() {
    for (_, entry) in unnamed.sorted(by: { $0.key < $1.key }) {
      findings.append(Finding(.warning, AggregateProblem.facilityUnknown(count: entry.count), at: entry.source))
    }
    for (_, entry) in undated.sorted(by: { $0.key < $1.key }) {
      findings.append(Finding(.warning, AggregateProblem.periodUnknown(count: entry.count), at: entry.source))
    }
    if contradictions > Self.mostContradictions {
      let problem = AggregateProblem.moreContradictions(contradictions - Self.mostContradictions, used: policy)
      findings.append(Finding(policy == .error ? .error : .warning, problem, at: Source(file: "-")))
    }
    unnamed = [:]
    undated = [:]
    contradictions = 0
  }

  /// The source that an origin stands for.
  func source(of origin: Cell.Origin, quote: String = "") -> Source {
    if origin.row < 0 { return sources[Int(origin.index)] }
    let file = files[Int(origin.index)]
    return Source(
      file: file.file, place: .cell(sheet: file.sheet, row: Int(origin.row), column: Int(origin.column)), quote: quote)
  }

  /// The code of a facility that was met.
  func code(forFacility name: String) -> Int32? { facilityCodes.find(name) { facilities[Int($0)] } }

  /// The code of a metric that was met.
  func code(forMetric id: String) -> Int32? { metricCodes[id] }

  mutating func report(_ finding: Finding) { findings.append(finding) }
}

extension Cube {
  private mutating func code(ofFacility name: String) -> Int32 {
    let next = Int32(facilities.count)
    let code = facilityCodes.code(of: name, next: next) { [facilities] in facilities[Int($0)] }
    if code == next { facilities.append(name) }
    return code
  }

  private mutating func code(of metric: Metric) -> Int32 {
    if let code = metricCodes[metric.id] { return code }
    let code = Int32(metrics.count)
    metrics.append(metric)
    metricCodes[metric.id] = code
    return code
  }

  private mutating func code(ofPart name: String) -> Int32 {
    if let code = parts[name] { return code }
    let code = Int32(parts.count + 1)
    parts[name] = code
    return code
  }

  private mutating func code(ofFile name: String, sheet: String?) -> Int32 {
    if let index = files.firstIndex(where: { $0 == (name, sheet) }) { return Int32(index) }
    files.append((name, sheet))
    return Int32(files.count - 1)
  }
}

extension Observation.Status {
  /// Why a figure of this status has no value; `nil` where it has one.
  var absence: Figure.Absence? {
    switch self {
    case .reported, .derived, .corrected: nil
    case .masked: .masked
    case .missing: .missing
    case .suspect: .suspect
    }
  }
}
