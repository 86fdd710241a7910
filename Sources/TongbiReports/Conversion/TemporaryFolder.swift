// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Synchronization
import Tongbi

/// A folder that only this user can read, for another program to work in; it goes away with this value.
struct TemporaryFolder: ~Copyable {
  /// Where it is.
  let path: String

  /// Makes a folder.
  ///
  /// - Parameter file: The file it is made for, which an error names.
  init(for file: String) throws(TongbiError) {
    Leftovers.announce()
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/tongbi-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    guard let made else {
      throw TongbiError(ReportsProblem.cannotSpool(reason: systemReason()), at: Source(file: file))
    }
    path = made
    let opened = made
    Leftovers.open.withLock { $0[opened] = 0 }
  }

  deinit {
    let closed = path
    Leftovers.remove(closed)
    Leftovers.open.withLock { _ = $0.removeValue(forKey: closed) }
  }

  /// Remembers which process group works here; 0 for none.
  func works(_ group: pid_t) {
    let path = path
    Leftovers.open.withLock { $0[path] = group }
  }

  /// Writes a file below it.
  func write(_ bytes: [UInt8], to name: String) -> Bool {
    let descriptor = Glibc.open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      done += written
    }
    return true
  }
}

/// What has to go when the whole program is interrupted: folders in which others work, and those others.
package enum Leftovers {
  /// By folder, the process group that works in it; 0 for none. Kept for the process, as an interruption ends it all.
  fileprivate static let open = Mutex<[String: pid_t]>([:])

  private static let listener = Mutex<@Sendable () -> Void>({})

  /// Has a function called before each folder is made: who runs the program listens for an interruption from the first on.
  package static func announce(to function: @escaping @Sendable () -> Void) { listener.withLock { $0 = function } }

  /// Calls that function.
  fileprivate static func announce() { listener.withLock { $0() } }

  /// Kills the programs and removes the folders.
  package static func clear() {
    open.withLock { folders in
      for group in folders.values where group > 0 { kill(-group, SIGKILL) }
      for folder in folders.keys { remove(folder) }
      folders = [:]
    }
  }

  /// Removes a folder; a program that was just killed may still be writing there.
  fileprivate static func remove(_ folder: String) {
    for _ in 0..<20 {
      try? FileManager.default.removeItem(atPath: folder)
      guard access(folder, F_OK) == 0 else { return }
      usleep(10_000)
    }
  }
}
