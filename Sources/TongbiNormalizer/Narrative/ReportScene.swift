// SPDX-License-Identifier: Apache-2.0

/// What all sentences of a report are read by: what its title says, and the names of metrics and facilities.
final class ReportScene {
  let document: DocumentContext
  let index: AliasIndex
  let names: FacilityNames

  init(document: DocumentContext, index: AliasIndex, names: FacilityNames) {
    self.document = document
    self.index = index
    self.names = names
  }
}

extension SentenceReader {
  var document: DocumentContext { scene.document }
  var index: AliasIndex { scene.index }
  var names: FacilityNames { scene.names }
}
