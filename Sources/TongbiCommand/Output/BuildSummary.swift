// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What `build` says at the end: what it made, and what needs a look.
struct BuildSummary {
  let language: Language
  let files: Int
  let out: String
  /// How many pictures of an earlier build were removed.
  let removed: Int

  /// Prints the summary to standard output.
  func tell(reading: Intake.Reading, drawn: Gallery.Drawn, findings: [Finding]) throws {
    let facilities = reading.ledger.countedFacilities.count
    let output = FindingOutput(language: language)
    var lines = [
      language.pick(
        "读取\(files)个文件：\(reading.count)个数字，\(facilities)家机构，\(reading.ledger.cube.metrics.count)个指标。",
        "Read \(files) files: \(reading.count) figures of \(facilities) facilities and \(reading.ledger.cube.metrics.count) metrics."
      ),
      language.pick(
        "写入 \(out)：\(drawn.charts.count)张图（各有PNG、SVG、PDF），index.html、observations.csv、changes.csv、findings.csv。",
        "Wrote to \(out): \(drawn.charts.count) charts (PNG, SVG, PDF), index.html, observations.csv, changes.csv, findings.csv."
      ),
    ]
    if removed > 0 {
      lines.append(
        language.pick(
          "删除上次生成、现已不再有的图片\(removed)个。", "Removed \(removed) pictures of a build before that are not drawn any more."))
    }
    let worth = findings.filter { $0.severity > .note }
    if worth.isEmpty {
      lines.append(language.pick("没有需要核对的问题。", "Nothing needs a look."))
    } else {
      let summary = output.summary(findings)
      lines.append(
        language.pick("请核对（\(summary)，全部见 findings.csv）：", "Please look at (\(summary); all in findings.csv):"))
      lines += worth.prefix(12).map { "  " + output.line($0) }
      if worth.count > 12 {
        lines.append(language.pick("  ……另有\(worth.count - 12)条。", "  … and \(worth.count - 12) more."))
      }
    }
    try OutputFile.write(lines.joined(separator: "\n") + "\n", to: "-")
  }
}
