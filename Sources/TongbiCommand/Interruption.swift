// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Synchronization
import TongbiReports

/// Ctrl-C: the file being written is taken away, what was finished stays, and the program ends with 130.
enum Interruption {
  /// The temporary files of this process. A signal reaches the process as a whole, so they are kept for the process.
  private static let temporaryFiles = Mutex<Set<String>>([])

  /// Begins to listen for SIGINT and SIGTERM.
  ///
  /// - Returns: What listens; it does so for as long as it is kept.
  static func listen() -> [any DispatchSourceSignal] {
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler { end() }
      source.resume()
      return source
    }
    // A closed pipe (tongbi … | head) ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    return sources
  }

  /// Remembers a temporary file until it is renamed or removed.
  static func protect(_ path: String) { temporaryFiles.withLock { _ = $0.insert(path) } }

  /// Forgets a temporary file.
  static func release(_ path: String) { temporaryFiles.withLock { _ = $0.remove(path) } }

  private static func end() {
    temporaryFiles.withLock { paths in
      for path in paths { unlink(path) }
    }
    Leftovers.clear()
    Terminal.clearProgress()
    _exit(130)
  }
}
