// SPDX-License-Identifier: Apache-2.0

import CScan

/// Stretches of a column of codes.
package enum CodeRun {
  /// Where the run of equal codes ends that begins at an index, or the end of the range where it goes on beyond.
  ///
  /// - Precondition: The range from `index` to `end` is not empty and within the codes.
  package static func end(in codes: [Int32], from index: Int, to end: Int) -> Int {
    precondition(index >= 0 && index < end && end <= codes.count)
    return unsafe codes.withUnsafeBufferPointer { codes in
      unsafe codes.baseAddress.map { unsafe cscan_run_end($0, index, end) } ?? end
    }
  }
}
