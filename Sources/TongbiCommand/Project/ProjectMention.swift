// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A metric or facility that a project file names, to be held against what the reports hold.
struct ProjectMention {
  /// What is named.
  enum Kind {
    case metric
    case facility
  }

  var kind: Kind
  var name: String
  var source: Source
}

extension ProjectFile {
  /// The names in `sources`, `targets` and `charts`.
  func mentions(in mapping: YAMLMapping) -> [ProjectMention] {
    let entries = [mapping["sources"], mapping["charts"]].compactMap { $0?.sequence }.flatMap { $0 }
    let listed = entries.flatMap { entry -> [ProjectMention] in
      [("metric", ProjectMention.Kind.metric), ("highlight", .facility)].compactMap { key, kind in
        guard let node = entry.mapping?[key], let name = node.text else { return nil }
        return ProjectMention(kind: kind, name: name, source: place(node))
      }
    }
    let targets = mapping["targets"]?.mapping?.compactMap { key, _ in
      key.text.map { ProjectMention(kind: .metric, name: $0, source: place(key)) }
    }
    return listed + (targets ?? [])
  }
}

extension Intake {
  /// Names in the project file that stand for nothing: told, because what they ask for is not done.
  func strayMentions(_ ledger: Ledger) -> [Finding] {
    project.mentions.compactMap { mention -> Finding? in
      switch mention.kind {
      case .metric:
        do throws(TongbiError) {
          _ = try metric(mention.name, in: ledger)
          return nil
        } catch {
          return Finding(.error, error.problem, at: mention.source)
        }
      case .facility:
        let known = ledger.countedFacilities
        guard !known.contains(mention.name) else { return nil }
        return Finding(
          .warning, CommandProblem.unknownFacility(mention.name, available: known), at: mention.source)
      }
    }
  }

  /// The project with its metrics named by their ids, whatever name the project file uses.
  func settled(_ ledger: Ledger) -> Project {
    var settled = project
    settled.targets = [:]
    for (name, target) in project.targets.sorted(by: { $0.key < $1.key }) {
      settled.targets[(try? metric(name, in: ledger).id) ?? name] = target
    }
    for index in settled.charts.indices {
      if let known = try? metric(settled.charts[index].metric, in: ledger) { settled.charts[index].metric = known.id }
    }
    return settled
  }
}
