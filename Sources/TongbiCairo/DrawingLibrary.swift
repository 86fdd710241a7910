// SPDX-License-Identifier: Apache-2.0

import CCairo
import CDeflate
import Tongbi
import TongbiCharts

/// The system's libraries that draw, opened when the first picture is drawn: a program that only reads and compares does
/// not wait for them, and works where they are not installed.
enum DrawingLibrary {
  private static let missingForCairo = cairo_library_open().map { String(cString: $0) }
  private static let missingForDeflate = deflate_library_open().map { String(cString: $0) }

  /// Opens Cairo and Pango, of which no function may be called before.
  ///
  /// - Throws: ``TongbiError`` with ``ChartProblem/missingLibrary(name:)``.
  static func openCairo() throws(TongbiError) { try check(missingForCairo) }

  /// Opens libdeflate, of which no function may be called before.
  ///
  /// - Throws: ``TongbiError`` with ``ChartProblem/missingLibrary(name:)``.
  static func openDeflate() throws(TongbiError) { try check(missingForDeflate) }

  private static func check(_ missing: String?) throws(TongbiError) {
    if let missing { throw TongbiError(ChartProblem.missingLibrary(name: missing)) }
  }
}
