// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Forms of sentences")
struct NarrativeFormsTests {
  static let forms = (try? NarrativeFixture.load("narrative-forms.jsonl")) ?? []

  @Test("each form gives its facts exactly: metric, value, unit, bound, mask, role, period, changes", arguments: forms)
  func exact(form: NarrativeFixture) throws {
    let complaints = form.complaints(about: form.read(try Catalogue.builtIn()))
    #expect(complaints.isEmpty, "\(form.sentence)\n\(complaints.joined(separator: "\n"))")
  }

  @Test("there are 106 forms")
  func count() { #expect(Self.forms.count == 106) }
}
