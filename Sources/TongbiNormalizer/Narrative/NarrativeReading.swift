// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What a report's sentences say, and what became of each number in them.
package struct NarrativeReading: Sendable {
  /// The figures, in the order of the text.
  package var observations: [Observation] = []
  /// Who the report speaks as: the facility of its title, or its region.
  package var owner: String?
  /// Who all of its tables' rows together are: the region of an office, else the owner; empty for an office whose
  /// region is not known.
  package var whole: String?
  /// The period that the report speaks of as a whole.
  package var period: Period?
  /// The metrics that figures without one may be of, by their places among the observations, until all is read.
  var supposed: [Int: Metric] = [:]
  /// The places of what a plan tells there is.
  var told: Set<Int> = []
  /// What a person should look at.
  package var findings: [Finding] = []
  /// Every number of the text, in its order, with what became of it; empty where nobody asked for them.
  package var uses: [NumberUse] = []

  /// Whether a reading says what became of every number.
  package enum Uses: Sendable {
    case kept, left
  }
}
