// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension ReviewPage {
  /// The page as HTML that needs nothing from elsewhere: no script, no picture, no font.
  package var html: String {
    let title = sections.count == 1 ? sections[0].title : words("报告核对", "Review of reports")
    return """
      <!DOCTYPE html>
      <html lang="\(language.pick("zh-CN", "en"))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(title)) · \(words("核对稿", "review"))</title>
      <style>
      \(ReviewStyle.text)
      </style>
      </head>
      <body>
      <header>
      <p class="kicker">\(words("核对稿", "Review copy"))</p>
      <h1>\(HTMLText.escaped(title))</h1>
      \(counts(sections.flatMap(\.marks), sections.flatMap(\.allNotes) + notes))
      \(legend)
      </header>
      \(contents)
      \(list(notes, class: "notes general"))
      \(sections.enumerated().map { section($1, number: $0 + 1) }.joined(separator: "\n"))
      <footer>\(footer)</footer>
      </body>
      </html>

      """
  }

  // MARK: The head of the page

  /// How many of each kind there are, and how much there is to look at.
  private func counts(_ marks: [Mark], _ notes: [Note]) -> String {
    let kinds = Kind.allCases.filter { $0 != .period && $0 != .bound }.compactMap { kind -> String? in
      let count = marks.count { $0.kind == kind }
      if count == 0, ![.fact, .change, .rejected].contains(kind) { return nil }
      return tile(count, kind.name(in: language), class: kind.rawValue)
    }
    let weighty = notes.count { $0.severity > .note }
    let rest = notes.count - weighty
    var tiles = kinds
    tiles.append(tile(weighty, words("需要核对", "to check"), class: weighty > 0 ? "alarm" : "calm"))
    if rest > 0 { tiles.append(tile(rest, words("提示", rest == 1 ? "note" : "notes"), class: "calm")) }
    return "<ul class=\"counts\">\(tiles.joined())</ul>"
  }

  private func tile(_ count: Int, _ name: String, class kind: String) -> String {
    "<li class=\"\(kind)\"><b>\(count)</b> <span>\(name)</span></li>"
  }

  private var legend: String {
    let samples = Kind.allCases.map { kind in
      "<span class=\"sample\"><span class=\"m \(kind.rawValue)\">\(kind.name(in: language))</span> \(meaning(kind))</span>"
    }
    let hint = words(
      "鼠标指向或用 Tab 键选中一个数，即见说明；打印时按上标序号查文末。",
      "Point at a number, or reach it with the Tab key, for what became of it; in print, look up its small number at the end."
    )
    return "<div class=\"legend\">\(samples.joined()) <p>\(hint)</p></div>"
  }

  private func meaning(_ kind: Kind) -> String {
    switch kind {
    case .fact: words("作为数据采用", "taken as a figure")
    case .change: words("文中写明的增减", "stated with a figure")
    case .target: words("目标或计划，不作实绩", "an aim, not a result")
    case .masked: words("数字被隐去", "digits blotted out")
    case .suspect: words("不合常理，待核", "implausible")
    case .corrected: words("已由人更正", "by a person's word")
    case .rejected: words("不是统计数字", "no figure, with the reason")
    case .period: words("年月日", "when")
    case .bound: words("超过、不足等", "replaced by an exact figure")
    }
  }

  private var contents: String {
    guard sections.count > 1 else { return "" }
    let rows = sections.enumerated().map { index, section in
      let facts = section.marks.count { $0.kind == .fact || $0.kind == .corrected }
      let alarms = section.allNotes.count { $0.severity > .note }
      let remark = alarms > 0 ? "<td class=\"alarm\">\(alarms)</td>" : "<td>0</td>"
      return
        "<tr><td><a href=\"#s\(index + 1)\">\(HTMLText.escaped(section.title))</a></td><td>\(facts)</td>\(remark)</tr>"
    }
    let head = [words("报告", "Report"), Kind.fact.name(in: language), words("需要核对", "To check")]
      .map { "<th>\($0)</th>" }.joined()
    return """
      <nav><h2>\(words("目录", "Contents"))</h2>
      <table class="toc"><thead><tr>\(head)</tr></thead><tbody>\(rows.joined())</tbody></table></nav>
      """
  }

  private var footer: String {
    words(
      "<span>核对人：</span><span>日期：</span>", "<span>Checked by:</span><span>Date:</span>")
  }

  // MARK: A report

  private func section(_ section: Section, number: Int) -> String {
    var marker = ReviewMarker(section: number)
    let blocks = section.blocks.map { block in
      switch block {
      case .line(let line): self.line(line, &marker)
      case .grid(let grid): self.grid(grid, &marker)
      }
    }
    let counts = sections.count > 1 ? self.counts(section.marks, section.allNotes) : ""
    let title = sections.count > 1 ? "<h2 class=\"part\">\(number). \(HTMLText.escaped(section.title))</h2>" : ""
    return """
      <section id="s\(number)">
      \(title)
      <p class="file">\(HTMLText.escaped(section.file))</p>
      \(counts)\(list(section.notes, class: "notes general"))
      <div class="report">
      \(blocks.joined(separator: "\n"))
      </div>
      \(explanations(marker))
      </section>
      """
  }

  private func line(_ line: Line, _ marker: inout ReviewMarker) -> String {
    let name =
      switch line.style {
      case .title: "h2"
      case .heading: "h3"
      case .paragraph: "p"
      }
    return """
      <div class="row"><span class="number">\(line.number)</span><\(name)>\(marker.html(line))</\(name)>\
      \(list(line.notes, class: "notes"))</div>
      """
  }

  private func grid(_ grid: Grid, _ marker: inout ReviewMarker) -> String {
    // What stands above the first figure is the head.
    let first = grid.rows.firstIndex { row in row.cells.contains { $0.mark?.kind.isFigure == true } } ?? 0
    let rows = grid.rows.enumerated().map { index, row -> String in
      let cells = row.cells.filter { $0.columns > 0 && $0.rows > 0 }.map { cell -> String in
        let span =
          (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "") + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
        return "<td\(span)\(cell.mark == nil ? "" : " class=\"figure\"")>\(marker.html(cell))</td>"
      }
      return
        "<tr\(index < first ? " class=\"head\"" : "")><th class=\"number\">\(row.number)</th>\(cells.joined())</tr>"
    }
    let caption = grid.name.isEmpty ? "" : "<caption>\(HTMLText.escaped(grid.name))</caption>"
    return """
      <div class="row"><span class="number"></span><div class="sheet"><table>\(caption)
      \(rows.joined(separator: "\n"))
      </table></div>\(list(grid.notes, class: "notes"))</div>
      """
  }

  private func list(_ notes: [Note], class name: String) -> String {
    guard !notes.isEmpty else { return "" }
    let items = notes.map { note in
      let quote = note.quote.isEmpty ? "" : "<q>\(HTMLText.escaped(note.quote))</q>"
      return
        "<li class=\"\(note.severity.rawValue)\"><b>\(severity(note.severity))</b> \(HTMLText.escaped(note.words))\(quote)</li>"
    }
    return "<ul class=\"\(name)\">\(items.joined())</ul>"
  }

  /// What every numbered mark became: for print, and for all who would rather read down a list.
  private func explanations(_ marker: ReviewMarker) -> String {
    guard !marker.listed.isEmpty else { return "" }
    let items = marker.listed.map { words, mark in
      "<li><span class=\"m long \(mark.kind.rawValue)\">\(HTMLText.escaped(words))</span> "
        + "<b>\(mark.kind.name(in: language))</b> \(HTMLText.escaped(mark.explanation)) <code>\(HTMLText.escaped(mark.place))</code></li>"
    }
    return """
      <div class="explanations"><h3>\(words("数字说明", "What became of each number"))</h3>
      <ol>\(items.joined(separator: "\n"))</ol></div>
      """
  }

  private func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: words("✖ 错误", "✖ Error")
    case .warning: words("▲ 警告", "▲ Warning")
    case .note: words("ⓘ 提示", "ⓘ Note")
    }
  }

  private func words(_ chinese: String, _ english: String) -> String { language.pick(chinese, english) }
}
