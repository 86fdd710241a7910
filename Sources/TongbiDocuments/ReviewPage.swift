// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// The page that a person reads before signing: reports as they stand, each number marked by what became of it,
/// findings beside the place that they are about.
package struct ReviewPage: Sendable {
  /// What a person sees in a number at a glance.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case fact, change, target, masked, suspect, corrected, rejected, period, bound
  }

  /// A number that is marked.
  package struct Mark: Sendable {
    /// Its characters in the text, from 0.
    package var characters: Range<Int>
    package var kind: Kind
    /// What it became, or why it became nothing.
    package var explanation: String
    /// Where it stands, as corrections name it.
    package var place: String

    package init(characters: Range<Int>, kind: Kind, explanation: String, place: String) {
      self.characters = characters
      self.kind = kind
      self.explanation = explanation
      self.place = place
    }
  }

  /// A remark beside the text.
  package struct Note: Sendable {
    package var severity: Finding.Severity
    package var words: String
    /// The words that it is about; empty where they stand in it.
    package var quote: String

    package init(severity: Finding.Severity, words: String, quote: String = "") {
      self.severity = severity
      self.words = words
      self.quote = quote
    }
  }

  /// A line of the report.
  package struct Line: Sendable {
    package enum Style: Sendable { case title, heading, paragraph }

    /// Its number in the file.
    package var number: Int
    package var style: Style
    package var text: String
    package var marks: [Mark]
    package var notes: [Note]

    package init(number: Int, style: Style, text: String, marks: [Mark], notes: [Note]) {
      self.number = number
      self.style = style
      self.text = text
      self.marks = marks
      self.notes = notes
    }
  }

  /// A cell of a table.
  package struct Cell: Sendable {
    package var text: String
    /// How many columns and rows it covers; 0 where another one covers it.
    package var columns = 1
    package var rows = 1
    package var mark: Mark?

    package init(text: String, mark: Mark? = nil) {
      self.text = text
      self.mark = mark
    }
  }

  /// A table of the report.
  package struct Grid: Sendable {
    /// Its name; empty where the file is one table.
    package var name: String
    /// Its rows with their numbers in the file.
    package var rows: [(number: Int, cells: [Cell])]
    package var notes: [Note]

    package init(name: String, rows: [(number: Int, cells: [Cell])], notes: [Note]) {
      self.name = name
      self.rows = rows
      self.notes = notes
    }
  }

  /// What stands in a report, from the top.
  package enum Block: Sendable {
    case line(Line)
    case grid(Grid)
  }

  /// One report.
  package struct Section: Sendable {
    /// Its file.
    package var file: String
    package var blocks: [Block]
    /// What was found in the file as a whole.
    package var notes: [Note]

    package init(file: String, blocks: [Block], notes: [Note]) {
      self.file = file
      self.blocks = blocks
      self.notes = notes
    }
  }

  /// The language of the words around the reports.
  package var language: Language
  package var sections: [Section]
  /// What was found beside the reports.
  package var notes: [Note]

  package init(language: Language, sections: [Section], notes: [Note] = []) {
    self.language = language
    self.sections = sections
    self.notes = notes
  }
}

extension ReviewPage.Kind {
  /// The kind in a word.
  package func name(in language: Language) -> String {
    switch self {
    case .fact: language.pick("数值", "figure")
    case .change: language.pick("增减", "change")
    case .target: language.pick("目标", "target")
    case .masked: language.pick("隐去", "masked")
    case .suspect: language.pick("存疑", "suspect")
    case .corrected: language.pick("已更正", "corrected")
    case .rejected: language.pick("未采用", "not taken")
    case .period: language.pick("时期", "period")
    case .bound: language.pick("界限", "bound")
    }
  }

  /// Whether it is numbered and explained in print: all but what only says when.
  var isListed: Bool { self != .period }

  /// Whether it is a figure of the report.
  var isFigure: Bool { self != .period && self != .rejected }
}

extension ReviewPage.Section {
  /// All notes: on the file, on its lines and its tables.
  var allNotes: [ReviewPage.Note] {
    notes
      + blocks.flatMap { block in
        switch block {
        case .line(let line): line.notes
        case .grid(let grid): grid.notes
        }
      }
  }

  /// All marks, in the order of the report.
  var marks: [ReviewPage.Mark] {
    blocks.flatMap { block in
      switch block {
      case .line(let line): line.marks
      case .grid(let grid): grid.rows.flatMap { $0.cells.compactMap(\.mark) }
      }
    }
  }

  /// The title that the report gives itself, else the name of its file without folders.
  var title: String {
    for case .line(let line) in blocks where line.style == .title {
      return line.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return file.split(separator: "/").last.map(String.init) ?? file
  }
}
