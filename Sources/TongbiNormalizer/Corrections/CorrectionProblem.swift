// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What a person should know about corrections.
package enum CorrectionProblem: Problem, Hashable {
  /// The list lacks columns that it cannot do without.
  case missingColumns([String])
  /// A line whose field or value cannot be taken.
  case badLine(column: String, text: String, expected: String)
  /// A line that does not say why.
  case noReason
  /// A correction that was applied.
  case applied(Correction)
  /// The words at its place are others than those it was made for.
  case textChanged(place: String, was: String, now: String)
  /// Its words stand at another place now.
  case textMoved(was: String, now: String)
  /// Nothing stands at its place, or its file was not read.
  case matchesNothing(file: String, place: String)
  /// Several figures stand at its place.
  case ambiguous(place: String, labels: [String])

  /// The stable name of the case.
  package var code: String {
    switch self {
    case .missingColumns: "correction-columns"
    case .badLine: "correction-not-understood"
    case .noReason: "correction-without-reason"
    case .applied: "corrected"
    case .textChanged, .textMoved: "correction-text-changed"
    case .matchesNothing: "correction-matches-nothing"
    case .ambiguous: "correction-ambiguous"
    }
  }

  /// What was found and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .missingColumns(let columns):
      let list = columns.joined(separator: language.pick("、", ", "))
      return language.pick(
        "更正清单缺少列：\(list)。用 tongbi extract --format corrections 可得到填好出处的清单。",
        "the list of corrections lacks the columns \(list). tongbi extract --format corrections prints one with the places filled in."
      )
    case .badLine(let column, let text, let expected):
      return language.pick(
        "更正未采用：\(column) 列的“\(text)”不能用，应为\(expected)。",
        "not applied: “\(text)” in column \(column) cannot be used; it should be \(expected).")
    case .noReason:
      return language.pick(
        "更正未采用：没有写明理由（reason）。请补写。", "not applied: it gives no reason. Write one into the column reason.")
    case .applied(let correction):
      return language.pick(
        "已更正：\(correction.words(in: .chinese))。", "corrected: \(correction.words(in: .english)).")
    case .textChanged(let place, let was, let now):
      return language.pick(
        "更正未采用：\(place) 处的原文已变，更正时为“\(was)”，现为“\(now)”。请重新核对后改写这一行。",
        "not applied: the words at \(place) have changed since, from “\(was)” to “\(now)”. Check them and rewrite the line."
      )
    case .textMoved(let was, let now):
      return language.pick(
        "更正未采用：原文已不在 \(was)，现在 \(now)。核对无误后请改写出处（place）。",
        "not applied: its words have moved from \(was) to \(now). Check them and rewrite the place.")
    case .matchesNothing(let file, let place):
      return language.pick(
        "更正未采用：“\(file)”的 \(place) 处没有取出数字，或没有读这个文件。请对照 tongbi extract --format csv 的 file、place、quote 列。",
        "not applied: no figure was extracted at \(place) of “\(file)”, or the file was not read. Compare the columns file, place and quote of tongbi extract --format csv."
      )
    case .ambiguous(let place, let labels):
      let list = labels.joined(separator: language.pick("、", ", "))
      return language.pick(
        "更正未采用：\(place) 处有几个数：\(list)。请在 label 列写明是哪一个。",
        "not applied: several figures stand at \(place): \(list). Say in the column label which one is meant.")
    }
  }
}
