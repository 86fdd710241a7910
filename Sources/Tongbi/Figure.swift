// SPDX-License-Identifier: Apache-2.0

/// The one value that stands for a metric over a period, for a facility or for many, with what it was made from.
public struct Figure: Hashable, Sendable {
  /// Why there is no value.
  public enum Absence: String, Hashable, Sendable, CaseIterable {
    /// Nothing was reported.
    case missing
    /// It was reported with its digits blotted out.
    case masked
    /// Reports contradict each other, and nobody has said which is right.
    case conflicting
    /// The only figure lies outside of what is plausible.
    case suspect
    /// Only a bound is known: 超过, 近, 余.
    case bounded
    /// A ratio cannot be joined: its parts are not known.
    case notAdditive
  }

  /// The value, in the metric's unit; `nil` with ``absence`` saying why.
  public var value: ExactDecimal?
  /// Why there is no value; `nil` when there is one.
  public var absence: Absence?
  /// The months of the period that have a figure; a figure reported for the whole period covers all of its months.
  public var months: MonthSet
  /// How many facilities it is made from.
  public var facilities: Int
  /// Whether it was reported or worked out.
  public var status: Observation.Status
  /// Whether it was worked out backwards from a stated change (52.8万, 同比增长12.3%): drawn differently, since it is only
  /// as exact as those words. A sum of months or a ratio of parts is derived but not this.
  public var isBackcast = false
  /// The power of ten of the last digit that was written.
  public var lastPlace: Int
  /// Where it stands; the first few places when it was made from many.
  public var sources: [Source]

  /// Makes a figure with a value.
  public init(
    value: ExactDecimal, months: MonthSet, facilities: Int = 1, status: Observation.Status = .reported,
    lastPlace: Int? = nil, sources: [Source] = []
  ) {
    self.value = value
    absence = nil
    self.months = months
    self.facilities = facilities
    self.status = status
    self.lastPlace = lastPlace ?? -value.places
    self.sources = sources
  }

  /// Makes the mark of a value that is not there.
  public init(absence: Absence, months: MonthSet = MonthSet(), facilities: Int = 0, sources: [Source] = []) {
    value = nil
    self.absence = absence
    self.months = months
    self.facilities = facilities
    status = absence == .masked ? .masked : .missing
    lastPlace = 0
    self.sources = sources
  }

  /// The mark of a figure that nobody reported.
  public static let missing = Figure(absence: .missing)
}
