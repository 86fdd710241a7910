// SPDX-License-Identifier: Apache-2.0

/// All observed figures of many reports, by facility, metric, period and part.
///
/// Memory grows with the number of distinct keys, not with the size of the files. Targets, parts named in a sentence and
/// figures without metric, facility or period do not enter.
public struct Cube: Sendable {
  struct SeriesKey: Hashable, Sendable {
    var facility: Int32
    var metric: Int32
  }

  struct CellKey: Hashable, Sendable {
    var period: Period
    var part: Int32
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

  var series: [SeriesKey: [CellKey: Cell]] = [:]
  var statements: [Statement] = []
  private var facilityCodes: [String: Int32] = [:]
  private var metricCodes: [String: Int32] = [:]
  private var parts: [String: Int32] = [:]
  private var files: [String] = []
  private var sources: [Source] = []
  private var unnamed: [String: (count: Int, source: Source)] = [:]
  private var undated: [String: (count: Int, source: Source)] = [:]
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
      absence: absence(of: observation.status), isExact: quantity.map { $0.bound == .exact } ?? true,
      lastPlace: Int8(clamping: quantity?.lastPlace ?? 0),
      origin: Cell.Origin(index: Int32(sources.count - 1), row: -1, column: 0))
    put(cell, key, CellKey(period: period, part: 0))
  }

  /// Adds the observations of a table.
  package mutating func add(_ chunk: ObservationChunk) {
    let names = chunk.names
    let facilities = names.facilities.map { $0.map { code(ofFacility: $0) } }
    let metrics = names.metrics.map { code(of: $0) }
    let periods = names.periods.map { $0?.canonical }
    let parts = names.parts.map { $0.map { code(ofPart: $0) } ?? 0 }
    let file = code(ofFile: chunk.file)
    for row in chunk.rows {
      guard let facility = facilities[Int(row.facility)] else {
        let source = Source(file: chunk.file, place: .cell(sheet: chunk.sheet, row: row.row, column: row.column))
        unnamed[chunk.file, default: (0, source)].count += 1
        continue
      }
      guard let period = periods[Int(row.period)] else { continue }
      let cell = Cell(
        value: row.value, numerator: row.numerator, denominator: row.denominator, absence: absence(of: row.status),
        isExact: row.bound == .exact, lastPlace: row.lastPlace,
        origin: Cell.Origin(index: file, row: Int32(clamping: row.row), column: Int32(clamping: row.column)))
      let key = SeriesKey(facility: facility, metric: metrics[Int(row.metric)])
      put(cell, key, CellKey(period: period, part: parts[Int(row.part)]))
    }
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
    return Source(
      file: files[Int(origin.index)], place: .cell(sheet: nil, row: Int(origin.row), column: Int(origin.column)),
      quote: quote)
  }

  /// The code of a facility that was met.
  func code(forFacility name: String) -> Int32? { facilityCodes[name] }

  /// The code of a metric that was met.
  func code(forMetric id: String) -> Int32? { metricCodes[id] }

  mutating func report(_ finding: Finding) { findings.append(finding) }
}

extension Cube {
  private func absence(of status: Observation.Status) -> Figure.Absence? {
    switch status {
    case .reported, .derived: nil
    case .masked: .masked
    case .missing: .missing
    case .suspect: .suspect
    }
  }

  private mutating func code(ofFacility name: String) -> Int32 {
    if let code = facilityCodes[name] { return code }
    let code = Int32(facilities.count)
    facilities.append(name)
    facilityCodes[name] = code
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

  private mutating func code(ofFile name: String) -> Int32 {
    if let index = files.firstIndex(of: name) { return Int32(index) }
    files.append(name)
    return Int32(files.count - 1)
  }
}

extension Dictionary {
  /// Stores the value where the key is new; else leaves all as it is and gives back what is there.
  mutating func updateValueIfAbsent(_ value: Value, forKey key: Key) -> Value? {
    if let known = self[key] { return known }
    self[key] = value
    return nil
  }
}
