// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The kinds of chart, by the word on the command line.
enum ChartKind: String, Hashable, CaseIterable, ExpressibleByArgument {
  /// Facilities on horizontal bars, this year over last year, with the change.
  case yearOverYear = "year-over-year"
  /// Facilities sorted by value, with the group's value and a target.
  case ranking
  /// Months or years as lines.
  case trend
}
