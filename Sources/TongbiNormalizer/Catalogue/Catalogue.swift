// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// The metrics known (指标目录): those built in and those of the project file.
package struct Catalogue: Sendable {
  /// The metrics, in the order of the file, those of the project file last.
  package private(set) var metrics: [Metric] = []
  private var places: [String: Int] = [:]
  /// Folded spelling to place in `metrics`.
  private var spellings: NameIndex

  /// An empty catalogue.
  package init() { spellings = NameIndex() }

  /// An empty catalogue for metrics whose names stand in a text, with room for so many names.
  init(from written: [UInt8], roomFor count: Int) { spellings = NameIndex(from: written, roomFor: count) }

  /// The catalogue that comes with Tongbi; read once, by whoever asks first.
  package static func builtIn() throws(TongbiError) -> Catalogue { try ownMetrics.get() }

  private static let ownMetrics = Result { () throws(TongbiError) in
    try CatalogueFile.read(PackageResources.metrics_csv)
  }

  /// The metric of an id.
  package func metric(id: String) -> Metric? { places[id].map { metrics[$0] } }

  /// The metric that a report's words name: its id, its Chinese or English name, or another name; `nil` for unknown words.
  ///
  /// Width, case, blanks and brackets are folded; a unit behind the name, 床位（张）, and a footnote, 门诊人次¹, are dropped.
  package func metric(named words: String) -> Metric? {
    if let metric = metric(spelled: words) { return metric }
    let label = WrittenLabel(words)
    if label.unit != nil, let place = spellings[FoldedName.fold(label.name)] { return metrics[place] }
    return [words, label.name].lazy.compactMap { FootnoteMark.split(label: $0) }
      .compactMap { split in
        spellings[FoldedName.fold(split.text)] ?? spellings[FoldedName.fold(WrittenLabel(split.text).name)]
      }.first.map { metrics[$0] }
  }

  /// The metric with a name that is spelled like this but for width, case, blanks and brackets.
  func metric(spelled name: String) -> Metric? { spellings[FoldedName.fold(name)].map { metrics[$0] } }

  /// The one metric that a title speaks of; `nil` where it speaks of none or of several.
  ///
  /// The longest name counts, and names of fewer than three characters are too common to tell.
  package func metric(within title: String) -> Metric? {
    guard let (longest, metric) = longestName(in: FoldedName.fold(title)) else { return nil }
    let rest = FoldedName.fold(title).split(separator: longest, maxSplits: 1, omittingEmptySubsequences: false)
    for piece in rest {
      if let (_, other) = longestName(in: String(piece)), other.id != metric.id { return nil }
    }
    return metric
  }

  private func longestName(in text: String) -> (String, Metric)? {
    let found = spellings.names(in: text).filter { $0.name.count >= 3 }
    return found.max { ($0.name.count, $1.name) < ($1.name.count, $0.name) }.map { ($0.name, metrics[$0.number]) }
  }

  /// Adds metrics, or changes known ones; of a known one only the given facts change.
  ///
  /// - Throws: ``TongbiError`` for an id that is empty, a numerator or denominator that no metric has as its name, or
  ///   bounds beyond 18 digits. The catalogue is unchanged then.
  package mutating func extend(with definitions: [MetricDefinition]) throws(TongbiError) {
    var extended = self
    for definition in definitions {
      guard !FoldedName.fold(definition.id).isEmpty else {
        throw TongbiError(TableProblem.metricWithoutID(name: definition.name ?? ""), kind: .usage)
      }
      extended.put(try definition.metric(over: metric(id: definition.id)))
    }
    for definition in definitions {
      try extended.joinParts(of: definition)
    }
    self = extended
  }

  private mutating func joinParts(of definition: MetricDefinition) throws(TongbiError) {
    guard let place = places[definition.id] else { return }
    if let part = definition.numerator { metrics[place].numerator = try known(part, for: definition.id) }
    if let part = definition.denominator { metrics[place].denominator = try known(part, for: definition.id) }
  }

  private func known(_ name: String, for id: String) throws(TongbiError) -> String {
    guard let metric = metric(id: name) ?? metric(named: name) else {
      throw TongbiError(TableProblem.unknownPart(name: name, metric: id), kind: .usage)
    }
    return metric.id
  }

  /// Puts a metric in; the last one to claim a spelling has it, so that a project file wins over what is built in.
  mutating func put(_ metric: Metric) {
    let place = putUnspelled(metric)
    for name in [metric.id, metric.name, metric.englishName] + metric.aliases {
      name.withBytes { spellings.put($0, place) }
    }
  }

  /// Puts a metric in without its names, and returns its place.
  mutating func putUnspelled(_ metric: Metric) -> Int {
    let place = places[metric.id] ?? metrics.count
    if place == metrics.count { metrics.append(metric) } else { metrics[place] = metric }
    places[metric.id] = place
    return place
  }

  /// Has the names that stand somewhere in the text of the catalogue, with bars between them, mean the metric at a place.
  mutating func spell(at names: Range<Int>, _ place: Int) { spellings.put(at: names, place) }

  /// Names the parts of a metric that is already in.
  mutating func setParts(of id: String, numerator: String?, denominator: String?) {
    guard let place = places[id] else { return }
    metrics[place].numerator = numerator
    metrics[place].denominator = denominator
  }

  /// The metrics that hold all the words in one of their names, those with that very name first; all for no words.
  package func search(words: [String]) -> [Metric] {
    let wanted = words.map { FoldedName.fold($0) }.filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return metrics }
    let found = metrics.filter { metric in
      let names = ([metric.id, metric.name, metric.englishName] + metric.aliases).map { FoldedName.fold($0) }
      return wanted.allSatisfy { word in names.contains { $0.contains(word) } }
    }
    let exact = metric(named: words.joined(separator: " "))
    return found.filter { $0.id == exact?.id } + found.filter { $0.id != exact?.id }
  }
}
