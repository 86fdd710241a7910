// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi

/// Tells findings on standard error and decides the exit code.
struct FindingReport {
  let language: Language
  /// How many findings are told in full; the rest are counted.
  var most = 40

  /// Tells the findings, the weightiest first.
  ///
  /// - Throws: `ExitCode(1)` when `strictly` and one of them is an error.
  func tell(_ findings: [Finding], strictly: Bool) throws {
    let output = FindingOutput(language: language)
    for finding in FindingOutput.ordered(findings, most: most) { Terminal.say(output.line(finding)) }
    if findings.count > most {
      let more = findings.count - most
      Terminal.say(language.pick("……另有\(more)条，见 tongbi check", "… and \(more) more: see tongbi check"))
    }
    if strictly, findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
