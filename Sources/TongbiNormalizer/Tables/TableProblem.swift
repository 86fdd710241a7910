// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What can be wrong with a table, a list of facilities or a definition of a metric.
package enum TableProblem: Problem, Hashable {
  /// The catalogue's file does not have its form.
  case badCatalogue(word: String)
  /// A definition of a metric has no id.
  case metricWithoutID(name: String)
  /// A numerator or denominator that no metric has as its name.
  case unknownPart(name: String, metric: String)

  /// The stable name of the case.
  package var code: String {
    switch self {
    case .badCatalogue: "bad-catalogue"
    case .metricWithoutID: "metric-without-id"
    case .unknownPart: "unknown-part"
    }
  }

  /// What was found and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .badCatalogue(let word):
      language.pick(
        "指标目录中的“\(word)”不合格式。请恢复随程序附带的 metrics.csv。",
        "“\(word)” does not fit the form of the catalogue. Restore the metrics.csv that came with the program.")
    case .metricWithoutID(let name):
      language.pick(
        "指标“\(name)”没有 id。请写一个，例如 id: residents。",
        "the metric “\(name)” has no id. Give it one, for example id: residents.")
    case .unknownPart(let name, let metric):
      language.pick(
        "指标 \(metric) 的分子或分母“\(name)”不在指标目录中。请先定义它，或用 tongbi metrics 查看已有指标。",
        "“\(name)”, a part of the metric \(metric), is in no catalogue. Define it first, or see tongbi metrics.")
    }
  }
}
