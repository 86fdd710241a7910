// SPDX-License-Identifier: Apache-2.0

package import Tongbi
package import TongbiCharts

/// A page to leaf through charts in a browser: each picture with its alternative text and the table behind it.
package struct GalleryPage {
  /// One chart of the page; its pictures stand beside the page as `id.svg`, `id.png` and `id.pdf`.
  package struct Entry {
    /// The name of the pictures without ending.
    package var id: String
    /// The chart.
    package var chart: Chart
    /// By the ending of each picture, the ``PictureSum`` of what was written.
    package var sums: [String: String]

    /// Makes an entry.
    package init(id: String, chart: Chart, sums: [String: String] = [:]) {
      self.id = id
      self.chart = chart
      self.sums = sums
    }
  }

  /// The heading.
  package var title: String
  /// The language of the words on the page.
  package var language: Language
  /// The charts, in order.
  package var entries: [Entry]

  /// Makes a page.
  package init(title: String, language: Language, entries: [Entry]) {
    self.title = title
    self.language = language
    self.entries = entries
  }

  /// The page as HTML that needs nothing from elsewhere but the pictures beside it.
  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.pick("zh-CN", "en"))">
    <head>
    <meta charset="utf-8">
    \(Self.mark)
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #222; margin: 2em auto; max-width: 1100px; padding: 0 1em }
    figure { margin: 2.5em 0; page-break-inside: avoid }
    img { width: 100%; height: auto; border: 1px solid #ddd }
    figcaption { color: #555; margin: .6em 0 }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums }
    th, td { padding: .25em .8em; border-bottom: 1px solid #ddd; text-align: right }
    th:first-child, td:first-child { text-align: left }
    @media print { details { display: none } }
    </style>
    </head>
    <body>
    <h1>\(HTMLText.escaped(title))</h1>
    \(entries.map(figure).joined(separator: "\n"))
    </body>
    </html>

    """
  }

  /// Tells the page from those that somebody else wrote.
  package static let mark = "<meta name=\"generator\" content=\"tongbi\">"

  private func figure(_ entry: Entry) -> String {
    let words = HTMLText.escaped(entry.chart.alternativeText(in: language))
    let id = HTMLText.escaped(Self.addressed(entry.id))
    let table = entry.chart.table(in: language)
    let head = table.header.map { "<th>\(HTMLText.escaped($0))</th>" }.joined()
    let rows = table.rows.map { row in "<tr>" + row.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>" }
    let sums = entry.sums.sorted { $0.key < $1.key }.map { "\($0):\($1)" }.joined(separator: " ")
    return """
      <figure id="\(HTMLText.escaped(entry.id))" data-pictures="\(sums)">
      <img src="\(id).svg" alt="\(words)">
      <figcaption>\(words) <a href="\(id).png">PNG</a> <a href="\(id).svg">SVG</a> <a href="\(id).pdf">PDF</a></figcaption>
      <details><summary>\(language.pick("数据表", "Figures"))</summary>
      <table><thead><tr>\(head)</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></details>
      </figure>
      """
  }

  /// The name as part of an address: all but unreserved ASCII as percent signs and digits.
  private static func addressed(_ name: String) -> String {
    name.utf8.map { byte in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || [45, 46, 95, 126].contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
    }.joined()
  }
}
