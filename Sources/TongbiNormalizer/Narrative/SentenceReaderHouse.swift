// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Houses that are meant and not named: 该院, 医院, and the hospitals that the name of a metric begins with.
extension SentenceReader {
  /// 医院药占比28.1%, 公立医院医疗费用增幅6.8%, in the report of a region: of those that the name of the metric begins with.
  func takeHospitals(_ at: Int) {
    guard at == clause, document.facility.map({ WordSet.offices.ends($0) }) ?? true else { return }
    let kinds: [(word: WordSet<Bool>, owner: Entity)] = [
      (.hospitalsOfAll, .hospital), (.publicHospitals, .named("公立医院")),
    ]
    guard let owner = kinds.first(where: { beginsWith(at, $0.word) })?.owner else { return }
    (entity, entityClause) = (owner, clause)
  }

  /// The house that the sentence named before, or the one before spoke of: 在双岔河中心卫生院，…医院开放床位86张.
  func houseSpokenOf(before at: Int) -> String? {
    let here = lexemes[..<at].reversed().lazy.compactMap { lexeme -> Entity? in
      guard case .entity(let found) = lexeme.kind else { return nil }
      return found
    }.first
    guard case .named(let name)? = here ?? topic.spoken, name.hasSuffix("医院") || here != nil && name.hasSuffix("卫生院"),
      !FacilityKinds.contains(name), name.count > 3
    else { return nil }
    return name
  }

  /// 我院托管的黄栌镇中心卫生院运行向好，该院…: the facility whose name stands before in the sentence, or who the one before spoke of.
  func mentioned(before at: Int) -> Entity? {
    for lexeme in lexemes[..<at].reversed() {
      switch lexeme.kind {
      case .entity(.named(let name)) where WordSet.houses.ends(name): return .named(name)
      // 记者从医院获悉，该院….
      case .entity(.hospital) where document.isToldByOthers: return .own
      default: continue
      }
    }
    if document.isToldByOthers { return .own }
    if case .named? = topic.spoken { return topic.spoken }
    return topic.lastHouse
  }
}

extension WordSet where Meaning == Bool {
  static let hospitalsOfAll = WordSet(words: ["医院"])
  static let publicHospitals = WordSet(words: ["公立医院"])
}
