// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Tongbi

/// A picture's format, by the ending of its name.
enum PictureFormat: String, CaseIterable {
  case png
  case svg
  case pdf

  /// - Throws: ``TongbiError`` of kind `.usage` for another ending.
  init(ofName name: String) throws(TongbiError) {
    let ending = URL(fileURLWithPath: name).pathExtension.lowercased()
    guard let format = PictureFormat(rawValue: ending) else {
      throw TongbiError(CommandProblem.unknownFormat(name), kind: .usage)
    }
    self = format
  }
}
