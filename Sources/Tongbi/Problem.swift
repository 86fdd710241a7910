// SPDX-License-Identifier: Apache-2.0

/// What was found to be wrong or worth a look, as a case with its facts.
///
/// Each room has one such enumeration of its own and words it in one place, both languages side by side.
/// The same cases serve errors (``TongbiError``) and findings (``Finding``).
public protocol Problem: Sendable {
  /// A stable name in lower case with hyphens, for `findings.csv` and for filtering: `not-a-number`.
  var code: String { get }

  /// What was found and what to do about it, in whole sentences, without the place.
  func message(in language: Language) -> String
}
