// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Another program that does a piece of work on files, in a process group of its own so that all it starts ends with it.
struct ExternalProgram {
  /// How a run ended.
  enum End {
    case done, failed, overtime
  }

  /// Where the program is.
  let path: String

  /// The first of some names that is a program in one of the folders of a search path (`PATH`).
  static func find(_ names: [String], in searchPath: String) -> ExternalProgram? {
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      for name in names where access("\(folder)/\(name)", X_OK) == 0 {
        return ExternalProgram(path: "\(folder)/\(name)")
      }
    }
    return nil
  }

  /// Runs it without input, its output thrown away, and waits.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind its name.
  ///   - folder: Where it works, and keeps what it keeps for a user; killed with the folder on an interruption.
  ///   - limit: After this time, it and all it started are killed.
  func run(_ arguments: [String], in folder: borrowing TemporaryFolder, limit: Duration) -> End {
    guard let process = start(arguments, home: folder.path) else { return .failed }
    folder.works(process)
    defer {
      // What it left running would write into a folder that goes away.
      kill(-process, SIGKILL)
      folder.works(0)
    }
    let clock = ContinuousClock()
    let end = clock.now + limit
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status == 0 ? .done : .failed }
      if ended < 0, errno != EINTR { return .failed }
      if clock.now >= end { break }
      usleep(5_000)
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .overtime
  }

  /// Starts it and returns its process, which is also its group; `nil` where it cannot be started.
  private func start(_ arguments: [String], home: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var signals = sigset_t()
    var none = sigset_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0, unsafe posix_spawnattr_init(&attributes) == 0 else {
      return nil
    }
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for descriptor in Int32(0)...2 {
      let mode = descriptor == 0 ? O_RDONLY : O_WRONLY
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    // Signals that this program ignores or holds back must reach that one.
    unsafe sigemptyset(&none)
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGPIPE] { unsafe sigaddset(&signals, number) }
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var process: pid_t = 0
    let started = unsafe Self.withStrings([path] + arguments) { words in
      unsafe Self.withStrings(Self.environment(home: home)) { environment in
        unsafe posix_spawn(&process, path, &actions, &attributes, words, environment) == 0
      }
    }
    return started ? process : nil
  }

  /// The environment, with a home and a folder for temporary files that go away.
  private static func environment(home: String) -> [String] {
    let names: [String] = ["PATH", "LANG", "LC_ALL", "LC_CTYPE"]
    let kept = names.compactMap { name in
      unsafe getenv(name).map { unsafe "\(name)=\(String(cString: $0))" }
    }
    return kept + ["HOME=\(home)", "TMPDIR=\(home)"]
  }

  /// Lends an array of C strings with a `nil` at its end.
  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { for pointer in unsafe pointers { unsafe free(pointer) } }
    return unsafe body(&pointers)
  }
}
