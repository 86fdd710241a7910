// SPDX-License-Identifier: Apache-2.0

/// Which changes are wanted.
public struct ChangeRequest: Hashable, Sendable {
  /// What each row is about.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    /// One row a facility.
    case facility
    /// One row a group of facilities, and one for those in both periods where these differ.
    case group
    /// One row for all facilities together, and one for those in both periods where these differ.
    case metric
  }

  /// How long each period is.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    /// Single months.
    case month
    /// Calendar quarters.
    case quarter
    /// Calendar halves.
    case half
    /// Years, from January or from the month that years start with.
    case year

    /// How many months it has.
    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    }
  }

  /// What each row is about.
  public var grouping: Grouping
  /// How long each period is, where no period is named.
  public var step: Step
  /// The metrics wanted, by id; `nil` for all.
  public var metrics: Set<String>?
  /// The one current period wanted; `nil` for all that have figures.
  public var period: Period?
  /// The base period; `nil` for the same period a year earlier.
  public var base: Period?
  /// The month, 1 to 12, with which a year starts.
  public var yearStart: Int
  /// Whether both sides are restricted to the months and facilities present in both.
  public var scope: Scope

  /// What the two sides of a change cover.
  public enum Scope: Hashable, Sendable {
    /// All that was reported.
    case everything
    /// Only the months and facilities present on both sides (可比口径).
    case matched
  }

  /// Makes a request; without more, yearly changes of every metric at every facility.
  public init(
    grouping: Grouping = .facility, step: Step = .year, metrics: Set<String>? = nil, period: Period? = nil,
    base: Period? = nil, yearStart: Int = 1, scope: Scope = .everything
  ) {
    self.grouping = grouping
    self.step = step
    self.metrics = metrics
    self.period = period
    self.base = base
    self.yearStart = yearStart
    self.scope = scope
  }

  /// The period of the wanted length that a month lies in.
  func period(containing month: Month) -> Period {
    switch step {
    case .month: return .month(month)
    case .quarter: return .quarter(month.year, (month.number + 2) / 3)
    case .half: return .half(month.year, (month.number + 5) / 6)
    case .year:
      let first = month.advanced(by: -((month.number - yearStart + 12) % 12))
      return Period(from: first, to: first.advanced(by: 11))
    }
  }
}
