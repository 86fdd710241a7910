// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Tongbi

/// Standard error: messages always, progress only where a person watches.
enum Terminal {
  /// Whether standard error is a terminal.
  static let isWatched = isatty(STDERR_FILENO) == 1

  /// Writes a line to standard error.
  static func say(_ line: String) {
    clearProgress()
    write(line + "\n")
  }

  /// Writes an error to standard error, with the program's name before it.
  static func complain(_ message: String) { say("tongbi: \(message)") }

  /// Shows what is being done, in place of what was shown before; nothing when nobody watches.
  static func progress(_ line: String) {
    guard isWatched else { return }
    write("\r\u{1B}[K" + line)
  }

  /// Takes the progress line away.
  static func clearProgress() {
    guard isWatched else { return }
    write("\r\u{1B}[K")
  }

  private static func write(_ text: String) {
    // Nobody can be told that standard error is closed.
    try? PartFile.write(Array(text.utf8), to: STDERR_FILENO, "-")
  }

  /// The language of the user's locale: English for en_*, else Chinese.
  static var language: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("en") == true ? .english : .chinese
  }
}
