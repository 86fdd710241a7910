// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Narrative reader")
struct NarrativeReaderTests {
  /// The share of facts and changes that must come out right; the second file was written before the reader was tuned.
  static let floors: [(file: String, facts: Int, changes: Int)] = [
    ("narrative-forms.jsonl", 167, 46), ("narrative-wordings.jsonl", 61, 12),
    ("narrative-reports.jsonl", 57, 9),
  ]

  @Test("most facts come out right, and no metric from sentences that hold none", arguments: floors)
  func score(file: String, facts: Int, changesFloor: Int) throws {
    let catalogue = try Catalogue.builtIn()
    var (right, total, rightChanges, changes, wrong) = (0, 0, 0, 0, 0)
    for fixture in try NarrativeFixture.load(file) {
      let read = fixture.read(catalogue)
      let score = fixture.score(read.observations)
      right += score.right
      rightChanges += score.rightChanges
      changes += score.changes
      total += fixture.facts.count
      if ProcessInfo.processInfo.environment["TONGBI_SHOW"] != nil,
        !score.misses.isEmpty || read.observations.count != fixture.facts.count
      {
        print("MISS \(fixture.id) \(fixture.sentence)")
        for miss in score.misses { print("   - \(miss)") }
        for observation in read.observations { print("   + \(Self.line(observation))") }
      }
      let known = Set(fixture.facts.compactMap(\.metricID))
      for observation in read.observations {
        if let id = observation.metric?.id, !known.contains(id) { wrong += 1 }
        if fixture.facts.isEmpty { #expect(observation.metric == nil, "\(fixture.sentence)") }
        if !fixture.facts.isEmpty, fixture.facts.allSatisfy(\.masked) {
          #expect(observation.quantity == nil, "\(fixture.sentence)")
        }
      }
    }
    print("SCORE \(file): \(right) of \(total) facts, \(rightChanges) of \(changes) changes, \(wrong) wrong")
    #expect(right >= facts)
    #expect(rightChanges >= changesFloor)
    #expect(wrong <= 1)
  }

  /// The least precision and recall of figures, and recall of changes, over texts in other words than the rules were made with.
  static let unseen: [(file: String, precision: Double, recall: Double, changes: Double)] = [
    ("narrative-unseen-sentences.jsonl", 0.99, 0.98, 0.99), ("narrative-unseen-reports.jsonl", 0.99, 0.99, 0.97),
    ("narrative-unseen-more.jsonl", 0.99, 0.99, 0.99),
    ("narrative-unseen-last.jsonl", 0.99, 0.99, 0.99),
  ]

  @Test(
    "figures with metric, period, value and facility come out of texts that no rule was made for", arguments: unseen)
  func measure(file: String, precision: Double, recall: Double, changes: Double) throws {
    let catalogue = try Catalogue.builtIn()
    var measure = NarrativeMeasure()
    for fixture in try NarrativeFixture.load(file) { measure.add(fixture, fixture.read(catalogue).observations) }
    print(
      "MEASURE \(file): precision \(measure.precision), recall \(measure.recall), changes \(measure.changeRecall);",
      "\(measure.stated) stated, \(measure.found) found, \(measure.right) right, \(measure.rightChanges)/\(measure.changes)"
    )
    if ProcessInfo.processInfo.environment["TONGBI_SHOW"] != nil { measure.notes.forEach { print("  ", $0) } }
    #expect(measure.precision >= precision)
    #expect(measure.recall >= recall)
    #expect(measure.changeRecall >= changes)
  }

  static func line(_ observation: Observation) -> String {
    let changes = observation.changes.map {
      "\($0.kind) \($0.value?.description ?? "-") \($0.relation) \($0.base?.description ?? "-")"
    }
    return
      "\(observation.facility ?? "-") | \(observation.metric?.id ?? "nil") | \(observation.label) | part \(observation.part ?? "-") | "
      + "\(observation.period?.description ?? "-") | \(observation.quantity?.value.description ?? "-") \(observation.unit.symbol) "
      + "\(observation.quantity?.bound.rawValue ?? "") | '\(observation.text)' | \(observation.role) \(observation.status) | \(changes)"
  }
}

/// The reports that others sent, beside the repository; `nil` where the folder is absent.
enum SharedFolder {
  static func files(_ name: String, from file: String = #filePath) -> [URL] {
    var root = URL(fileURLWithPath: file)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let candidates = [
      root.appendingPathComponent("../shared/\(name)"), root.appendingPathComponent("../../shared/\(name)"),
    ]
    for folder in candidates {
      if let files = try? FileManager.default.contentsOfDirectory(
        at: folder.standardized, includingPropertiesForKeys: nil), !files.isEmpty
      {
        return files.sorted { $0.path < $1.path }
      }
    }
    return []
  }

  static func report(_ url: URL) throws -> TextReport {
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let passages = lines.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }.map {
      Passage(line: $0.offset + 1, text: String($0.element))
    }
    return TextReport(file: url.lastPathComponent, passages: passages)
  }
}

extension NarrativeReaderTests {
  /// Figures that stand in the seeds with digits of their own, and what they are figures of.
  static let seedFigures: Set<String> = [
    "党务干部延安党性教育实践培训班 1期", "总诊疗服务人次 百万", "科室负责人或业务骨干担任比例 100%", "早期癌 15例", "疾病 1215人", "教材 700余份",
  ]

  @Test(
    "the seeds hold masks and few figures, and none is invented",
    .enabled(if: !SharedFolder.files("seeds").isEmpty, "the folder ../shared/seeds is absent"))
  func seeds() throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    var masked = 0
    for url in SharedFolder.files("seeds") {
      for observation in reader.read(try SharedFolder.report(url)).observations {
        if observation.status == .masked {
          masked += 1
          #expect(observation.quantity == nil)
        }
        guard observation.quantity != nil else { continue }
        #expect(Self.seedFigures.contains("\(observation.label) \(observation.text)"), "\(Self.line(observation))")
      }
    }
    #expect(masked >= 60)
  }

  @Test("every source leads back to words that hold the number")
  func sources() throws {
    let catalogue = try Catalogue.builtIn()
    for fixture in try NarrativeFixture.load("narrative-wordings.jsonl") {
      let line = Array(fixture.sentence)
      for observation in fixture.read(catalogue).observations {
        guard case .words(_, let start, let end) = observation.source.place else {
          Issue.record("no place")
          continue
        }
        #expect(String(line[start..<end]) == observation.source.quote)
        #expect(
          observation.text.isEmpty || observation.source.quote.contains(observation.text), "\(observation.source.quote)"
        )
      }
    }
  }

  @Test("text that was cut, flipped or run together neither traps nor hangs", arguments: 0..<40)
  func hostile(seed: UInt64) throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    let sentences = try NarrativeFixture.load("narrative-forms.jsonl").map(\.sentence)
    var state = seed &+ 1
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    var scalars: [Unicode.Scalar] = []
    for _ in 0..<12 {
      let sentence = Array(sentences[next() % sentences.count].unicodeScalars)
      scalars += sentence.prefix(next() % (sentence.count + 1))
      if seed % 3 == 0, !scalars.isEmpty {
        scalars[next() % scalars.count] = Unicode.Scalar(UInt32(next() % 0x3000)) ?? "?"
      }
      if seed % 4 == 1 { scalars.reverse() }
    }
    let text = String(String.UnicodeScalarView(scalars))
    _ = reader.read(TextReport(file: "hostile.txt", passages: [Passage(line: 1, text: text)]))
  }

  @Test(
    "a change whose metric stands in the clause before is its own, however that clause compares it",
    arguments: [
      "药占比高于全市平均水平，比上年下降1.9个百分点。", "药占比比全市平均低，较上年下降1.9个百分点。", "药占比比全市平均低2个百分点，比上年下降1.9个百分点。",
    ])
  func changeOfEarlierClause(sentence: String) throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    let passages = [Passage(line: 1, text: "清河县人民医院2023年工作总结"), Passage(line: 2, text: sentence)]
    let read = reader.read(TextReport(file: "a.txt", passages: passages)).observations
    #expect(read.map { $0.metric?.id } == ["drug_ratio"])
    #expect(read.first?.changes.contains { $0.value == ExactDecimal("-1.9") } == true)
  }

  @Test(
    "what a plan says of its own year is an aim, what it says of the year before was reached",
    arguments: [("清河县人民医院2024年工作打算", true), ("清河县人民医院2024年工作目标完成情况", false), ("清河县人民医院2024年计划生育工作总结", false)])
  func plans(title: String, isPlan: Bool) throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    let lines = [title, "2023年，我院完成门急诊18.7万人次。", "二、主要指标", "1.门急诊20万人次，增长7%以上；", "2.平均住院日8.2天。"]
    let passages = lines.enumerated().map { Passage(line: $0 + 1, text: $1) }
    let read = reader.read(TextReport(file: "a.txt", passages: passages)).observations
    #expect(read.first { $0.period == .year(2023) }?.role == .observed)
    #expect(
      read.filter { $0.period == .year(2024) }.map(\.role) == [
        isPlan ? .target : .observed, isPlan ? .target : .observed,
      ])
  }

  @Test("clauses of many sentences in any order are read to their end", arguments: 0..<30)
  func mixedClauses(seed: Int) throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    let clauses = try ["narrative-forms.jsonl", "narrative-wordings.jsonl"].flatMap { file in
      try NarrativeFixture.load(file).flatMap { $0.sentence.split { "，。；：".contains($0) } }
    }
    var state = UInt64(seed) &+ 99
    let text = (0..<150).map { _ -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return clauses[Int(state >> 33) % clauses.count] + (state >> 40 & 3 == 0 ? "。" : "，")
    }.joined()
    _ = reader.read(TextReport(file: "mixed.txt", passages: [Passage(line: 1, text: text)]))
  }

  @Test(
    "a long line without a stop is read in time that grows with its length",
    arguments: ["1", "门急诊", "(", "分别", "一", "*", "较", "“", "2023年", "和门诊12万人次，", "、", "1,", "药占比和", "第", "由", "1亿"])
  func longLine(unit: String) throws {
    let reader = NarrativeReader(catalogue: try Catalogue.builtIn())
    func time(_ count: Int) -> Duration {
      let text = String(repeating: unit, count: count / unit.count)
      return ContinuousClock().measure {
        _ = reader.read(TextReport(file: "long.txt", passages: [Passage(line: 1, text: text)]))
      }
    }
    #expect(time(5_000) < .seconds(10))
  }

  @Test("what is found carries its words in both languages")
  func findings() throws {
    let read = NarrativeReader(catalogue: try Catalogue.builtIn()).read(
      TextReport(file: "a.txt", passages: [Passage(line: 1, text: "2023年家庭医生签约率达20230%，满意度96%，较上季度下降2%。")]))
    #expect(read.findings.map(\.problem.code) == ["implausible-value", "points-or-percent"])
    #expect(read.observations.map(\.status) == [.suspect, .reported])
    for finding in read.findings {
      #expect(!finding.problem.message(in: .chinese).isEmpty)
      #expect(!finding.problem.message(in: .english).isEmpty)
    }
  }
}
