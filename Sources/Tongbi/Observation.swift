// SPDX-License-Identifier: Apache-2.0

/// One quantity of one metric at one facility for one period, with where it stands.
public struct Observation: Hashable, Sendable {
  /// Whether the figure is a result or an aim.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A result.
    case observed
    /// An aim, a plan or a forecast; never drawn or added as a result.
    case target
  }

  /// How the figure came to be.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// A report states it.
    case reported
    /// A report states it with its digits blotted out.
    case masked
    /// A report has a place for it and leaves it empty.
    case missing
    /// Worked out from other figures: a ratio from its parts, a base from a stated change.
    case derived
    /// A report states it, and it lies outside of what is plausible.
    case suspect
    /// A person's word stands over what a report states.
    case corrected
  }

  /// Where the period of a figure stands.
  public enum PeriodOrigin: String, Hashable, Sendable, CaseIterable {
    /// In the clause of the figure, or in its row or column.
    case clause
    /// In another clause of the sentence.
    case sentence
    /// In a sentence before, in the same section.
    case section
    /// In the heading above.
    case heading
    /// In the title of the report.
    case title
    /// In the day that the report was written.
    case documentDate = "document_date"
    /// In the name of the file.
    case fileName = "file_name"
    /// In the words of the person who asked.
    case given
  }

  /// The facility's name in the registry, or as written; `nil` where unknown.
  public var facility: String?
  /// The metric; `nil` where no catalogue knows the label.
  public var metric: Metric?
  /// The words that name the metric.
  public var label: String
  /// The period; `nil` where none is known.
  public var period: Period?
  /// The figure; `nil` when masked or missing, or when only a change is stated.
  public var quantity: Quantity?
  /// The numerator, where the report gives a ratio's parts.
  public var numerator: ExactDecimal?
  /// The denominator, where the report gives a ratio's parts.
  public var denominator: ExactDecimal?
  /// What the figure is a part of (其中, a department, an age group); `nil` for the whole.
  public var part: String?
  /// The unit as far as it is known even without a number.
  public var unit: Unit
  /// The words of the number with its unit, as written; empty when only a change is stated.
  public var text: String
  /// Whether it is a result or an aim.
  public var role: Role
  /// How the figure came to be.
  public var status: Status
  /// The changes that the report states beside it.
  public var changes: [StatedChange]
  /// Where it stands.
  public var source: Source
  /// Where else the same report states the same figure.
  public var otherSources: [Source] = []
  /// What a person corrected in it.
  public var corrections: [Correction] = []
  /// Where its period stands; `nil` where that is not known.
  public var periodOrigin: PeriodOrigin?
  /// Whether the report blots out the year that it speaks of (20XX年), so that there is no period to compare by.
  public var isYearMasked = false
}

extension Observation {
  /// How a period is written whose year the report blots out.
  package static let maskedYear = "20XX"

  /// The period as files have it, 20XX where its year is blotted out; `nil` where none is known.
  public var periodText: String? { period?.description ?? (isYearMasked ? Self.maskedYear : nil) }

  /// Makes an observation.
  public init(
    facility: String? = nil, metric: Metric? = nil, label: String, period: Period? = nil, quantity: Quantity? = nil,
    numerator: ExactDecimal? = nil, denominator: ExactDecimal? = nil, part: String? = nil, unit: Unit? = nil,
    text: String = "", role: Role = .observed, status: Status = .reported, changes: [StatedChange] = [],
    source: Source, periodOrigin: PeriodOrigin? = nil
  ) {
    // All at once: a value that is put together part by part is copied when it is done.
    self.init(
      facility: facility, metric: metric, label: label, period: period, quantity: quantity, numerator: numerator,
      denominator: denominator, part: part, unit: unit ?? quantity?.unit ?? metric?.unit ?? .none, text: text,
      role: role, status: status, changes: changes, source: source, otherSources: [], corrections: [],
      periodOrigin: periodOrigin)
  }
}
