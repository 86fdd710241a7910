// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiNormalizer

/// What reports count that no catalogue knows, by how often it is said.
struct UnlistedMetrics {
  /// One name with what it was counted in and where.
  struct Entry {
    var name: String
    var count = 0
    /// The units met, each with how often.
    var units: [(symbol: String, count: Int)] = []
    /// Where it was met first, with the words.
    var example: Source

    /// The unit met most often.
    var unit: String { units.max { $0.count < $1.count }?.symbol ?? "" }
  }

  private var entries: [Entry] = []
  private var places: [String: Int] = [:]

  /// Takes what was read.
  mutating func take(_ piece: Intake.Piece) {
    guard case .chunk(let figures) = piece else {
      for observation in piece.observations where observation.metric == nil {
        add(observation.label, observation.unit, observation.source)
      }
      return
    }
    let chunk = figures.spelledOut
    for row in chunk.rows where !chunk.names.metrics[Int(row.metric)].isCatalogued {
      let name = chunk.names.labels[Int(row.metric)]
      add(name, chunk.names.metrics[Int(row.metric)].unit, chunk.source(of: row, quote: name))
    }
  }

  private mutating func add(_ label: String, _ unit: Unit, _ source: Source) {
    let name = FoldedName.trimmed(label)
    let folded = FoldedName.fold(name)
    guard !folded.isEmpty else { return }
    let place = places[folded] ?? entries.count
    if place == entries.count {
      places[folded] = place
      entries.append(Entry(name: name, example: source))
    }
    entries[place].count += 1
    if let known = entries[place].units.firstIndex(where: { $0.symbol == unit.symbol }) {
      entries[place].units[known].count += 1
    } else {
      entries[place].units.append((unit.symbol, 1))
    }
  }

  /// The names, those said most often first.
  var ordered: [Entry] {
    entries.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}
