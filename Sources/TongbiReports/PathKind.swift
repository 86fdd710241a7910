// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What stands at a path.
///
/// Asked of the system itself: a first question to FileManager costs as much as a hundred rows of a table.
package enum PathKind: Hashable, Sendable {
  case folder
  /// A file, or whatever else is read like one.
  case file

  /// Looks at a path, and where it is a link, at where that leads; `nil` where nothing is there.
  package init?(_ path: String) {
    var status = stat()
    // A path cannot hold a NUL; the system would see only what stands before it.
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}
