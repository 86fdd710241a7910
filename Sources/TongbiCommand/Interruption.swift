// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Synchronization
import TongbiReports

/// Ctrl-C: the file being written is taken away, what was finished stays, and the program ends with 130.
enum Interruption {
  /// The temporary files of this process. A signal reaches the process as a whole, so they are kept for the process.
  private static let temporaryFiles = Mutex<Set<String>>([])

  /// Settles what becomes of SIGINT and SIGTERM: the program ends, and from the first temporary file on it tidies up before.
  static func prepare() {
    // Nothing is to be taken away yet; to listen takes a thread, which has to be started.
    for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(130) } }
    // A closed pipe (tongbi … | head) ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    Leftovers.announce(to: listen)
    if Terminal.isWatched { listen() }
  }

  /// Listens from now on.
  private static func listen() { _ = isListening }

  private static let isListening: Bool = {
    for number in [SIGINT, SIGTERM] {
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      // The source listens for as long as it is kept, which its own handler does.
      source.setEventHandler { withExtendedLifetime(source) { end() } }
      source.resume()
    }
    return true
  }()

  /// Remembers a temporary file until it is renamed or removed.
  static func protect(_ path: String) {
    listen()
    temporaryFiles.withLock { _ = $0.insert(path) }
  }

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
