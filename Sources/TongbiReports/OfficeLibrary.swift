// SPDX-License-Identifier: Apache-2.0

import CXML
import CZip
import Tongbi

/// The system's libraries that workbooks, Word documents and web pages need, opened when the first of these is read.
enum OfficeLibrary {
  private static let missingForZip = unsafe zip_library_open().map { unsafe String(cString: $0) }
  private static let missingForXML: String? = {
    if let missing = unsafe xml_library_open() { return unsafe String(cString: missing) }
    xmlInitParser()
    return nil
  }()

  /// Opens libzip, of which no function may be called before.
  ///
  /// - Parameter file: The file that needs it.
  /// - Throws: ``TongbiError`` with ``ReportsProblem/missingLibrary(name:package:)``.
  static func openZip(for file: String) throws(TongbiError) { try check(missingForZip, "libzip-dev", file) }

  /// Opens libxml2, of which no function may be called before.
  ///
  /// - Parameter file: The file that needs it.
  /// - Throws: ``TongbiError`` with ``ReportsProblem/missingLibrary(name:package:)``.
  static func openXML(for file: String) throws(TongbiError) { try check(missingForXML, "libxml2", file) }

  private static func check(_ missing: String?, _ package: String, _ file: String) throws(TongbiError) {
    if let missing {
      throw TongbiError(ReportsProblem.missingLibrary(name: missing, package: package), at: Source(file: file))
    }
  }
}
