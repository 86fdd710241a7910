// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Where a result goes while it is made: standard output, or a file that appears whole or not at all.
struct ResultFile {
  private let file: PartFile?

  /// Begins a result; `-` is standard output.
  init(path: String) throws(TongbiError) {
    file = path == "-" ? nil : try PartFile(path: path)
  }

  /// Adds text.
  func append(_ text: String) throws(TongbiError) {
    if let file { try file.append(text) } else { try OutputFile.write(text, to: "-") }
  }

  /// Adds UTF-8.
  func append(_ bytes: [UInt8]) throws(TongbiError) {
    if let file { try file.append(bytes) } else { try OutputFile.write(bytes, to: "-") }
  }

  /// Lets the file appear.
  func finish() throws(TongbiError) { try file?.finish() }

  /// Removes what was written so far.
  func abandon() { file?.abandon() }
}
