// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Money for public health, whose name stands before it in the sentence or heading.
extension SentenceReader {
  /// Whether a number is a loss, by the name of a metric nearest before it or right behind: 亏损1,263万元, 1,263万元亏损.
  func isLoss(_ at: Int) -> Bool {
    let isBefore = at + 1 < lexemes.count && touches(at, at + 1) && metric(at: at + 1) != nil
    guard let name = isBefore ? at + 1 : (0..<at).last(where: { metric(at: $0) != nil }) else { return false }
    return endsIn(name, .losses) && !isOfSettlement(name)
  }

  /// DRG入组率99%，亏损613万元: what insurance pays too little for its groups of cases, and no loss of the hospital.
  func isOfSettlement(_ place: Int) -> Bool {
    guard endsIn(place, .losses) else { return false }
    return WordSet.settlements.occurs(in: text.scalars, lexemes[0].range.lowerBound..<lexemes[place].range.lowerBound)
  }

  /// A number, below zero where it is a loss.
  func signed(_ number: ScannedNumber, _ at: Int) -> ScannedNumber {
    guard isLoss(at), !number.value.isNegative, let value = try? -number.value else { return number }
    var signed = number
    signed.value = value
    return signed
  }

  /// 补助标准提高到89元，全年到位资金4,021万元，支出3,864万元: of the public health funds that the words before speak of.
  func fund(_ at: Int) -> Subject? {
    guard unit(of: at).reads("元"), let place = nameEnd(before: at) else { return nil }
    var start = place
    while start > clause, touches(start - 1, start), isFundWord(start - 1) { start -= 1 }
    let words = text.scalars[lexemes[start].range.lowerBound..<lexemes[place].range.upperBound]
    if let received = receivedInFull(words, start) { return received }
    guard words.count <= 8, speaksOfPublicHealth(before: start) else { return nil }
    let letters = Array(words)
    let name: String
    if WordSet.fundsDue.occurs(in: letters, letters.indices) {
      return nil
    } else if WordSet.fundsReceived.end(letters, at: 0, before: letters.count) == letters.count {
      name = "基本公卫资金到位"
    } else if WordSet.fundsSpent.end(letters, at: 0, before: letters.count) == letters.count {
      name = "基本公卫资金支出"
    } else {
      return nil
    }
    let label = String(letters: letters, 0..<letters.count)
    return index.metric(named: Array(name.unicodeScalars)).map { Subject(metric: $0, label: label, start: start) }
  }

  /// 基本公共卫生服务补助资金到位2416万元: the funds by their full name, and that they came.
  private func receivedInFull(_ words: ArraySlice<Unicode.Scalar>, _ start: Int) -> Subject? {
    let letters = Array(words)
    guard letters.count > 8, WordSet.fundsReceived.match(letters, endingAt: letters.count, after: 0) != nil,
      WordSet.publicHealth.occurs(in: letters, letters.indices), !WordSet.fundsDue.occurs(in: letters, letters.indices),
      let metric = index.metric(named: Array("基本公卫资金到位".unicodeScalars))
    else { return nil }
    return Subject(metric: metric, label: String(letters: letters, 0..<letters.count), start: start)
  }

  /// 收到公卫经费87.6万元，支出52.3万元。执行率59.7%: of the money spoken of, here or in the sentence before.
  func executed(_ letters: [Unicode.Scalar], before place: Int) -> Metric? {
    guard letters.elementsEqual("执行率".unicodeScalars) || letters.elementsEqual("拨付率".unicodeScalars),
      drafts.contains(where: { $0.metric?.kind == .moneyFlow }) || speaksOfPublicHealth(before: place)
    else { return nil }
    return index.metric(named: Array("资金执行率".unicodeScalars))
  }

  /// 医保基金打包总额5.62亿元，实际支出5.41亿元，结余2,100万元: what a fund takes in and spends and what is left of it are no
  /// facility's.
  func isOfFund(_ place: Int) -> Bool {
    isWord(place, of: .fundSums) && speaksOfFunds(before: lexemes[place].range.lowerBound)
  }

  private func speaksOfFunds(before end: Int) -> Bool {
    guard let first = lexemes.first else { return false }
    // 来自医保基金的比例 speaks of none.
    let speaks = (first.range.lowerBound..<end).contains { at in
      WordSet.insuranceFunds.end(text.scalars, at: at, before: end) != nil && (at == 0 || text.scalars[at - 1] != "自")
    }
    return speaks
      || WordSet.insuranceFunds.occurs(in: topic.headingWords, topic.headingWords.indices)
  }

  /// 业务收入1,476万元，支出4,102万元; 全年支出2.79亿元，收支结余712万元: all that was spent, beside what came in or was left.
  func spent(_ at: Int) -> Subject? {
    guard unit(of: at).reads("元"), endsPhrase(at + 1), let place = nameEnd(before: at), isWord(place, "支出"),
      startsClause(place) || place > clause && isPeriod(place - 1),
      !speaksOfFunds(before: lexemes[place].range.lowerBound)
    else { return nil }
    let tellsIncome = drafts.contains { !$0.isEcho && $0.part == nil && $0.metric.map(isIncome) ?? false }
    let next = (at + 1..<min(at + 6, lexemes.count)).first { metric(at: $0) != nil }
    guard tellsIncome || next.map({ isWord($0, of: .fundSums) }) ?? false else { return nil }
    return index.metric(named: Array("总支出".unicodeScalars)).map { Subject(metric: $0, label: "支出", start: place) }
  }

  private func isIncome(_ metric: Metric) -> Bool {
    metric.kind == .moneyFlow && (metric.name == "总收入" || metric.name == "医疗收入")
  }

  private func isFundWord(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .text, .lead, .glue, .act: lexemes[at].range.count <= 4
    default: false
    }
  }

  private func speaksOfPublicHealth(before place: Int) -> Bool {
    guard let first = lexemes.first else { return false }
    return WordSet.publicHealth.occurs(in: text.scalars, first.range.lowerBound..<lexemes[place].range.lowerBound)
      || WordSet.publicHealth.occurs(in: topic.runIn, topic.runIn.indices)
      || WordSet.publicHealth.occurs(in: topic.headingWords, topic.headingWords.indices)
      || drafts.first.map { $0.isEcho && $0.metric?.name.hasPrefix("基本公卫") ?? false } ?? false
  }
}

extension WordSet where Meaning == Bool {
  static let fundsDue = WordSet(words: ["应到位", "应拨", "计划"])
  static let fundsReceived = WordSet(words: [
    "到位资金", "资金到位", "实际到位", "到位", "到位经费", "经费到位", "已到位", "到位补助资金", "补助资金到位", "实际到位资金", "已到位资金", "下达资金", "拨付资金",
    "资金实际到位",
    "共到位资金", "累计到位资金", "累计到位", "共到位", "到位补助经费", "资金已到位", "专项资金到位", "到账资金", "资金到账", "仅到位", "实到位", "只到位",
  ])
  static let fundsSpent = WordSet(words: [
    "支出", "已支出", "实际支出", "累计支出", "支出资金", "资金支出", "已支出资金", "共支出", "使用资金", "已使用", "实际使用", "执行资金", "已执行", "支付资金", "已支付",
    "兑付",
    "拨付基层", "累计支付",
  ])
  static let fundSums = WordSet(words: [
    "总支出", "支出总额", "支出合计", "总收入", "收入总额", "收入合计",
    "结余", "当期结余", "当年结余", "年度结余", "本年结余", "累计结余", "滚存结余", "收支结余", "历年结余", "年末结余",
  ])
  static let insuranceFunds = WordSet(words: [
    "医保基金", "统筹基金", "保险基金", "医疗保险", "基金打包", "基金收入", "基金支出", "基金收支", "基金总额",
    "基金总收入", "基金总支出", "基金运行", "基金结余", "基金累计", "基金滚存",
  ])
  static let publicHealth = WordSet(words: ["公共卫生", "公卫", "补助标准", "经费补助", "补助经费"])
}
