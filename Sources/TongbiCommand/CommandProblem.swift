// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What can go wrong between the command line, the project file and the disk.
enum CommandProblem: Problem, Hashable {
  case noSuchInput(hint: String?)
  case noReports(folder: String)
  /// `code` is the number of the system's error.
  case cannotWrite(path: String, code: Int32)
  case yaml(reason: String)
  case notUTF8
  case badChartID(String)
  case nothingToCompare
  /// A key of the project file that this version does not act on.
  case notActedOn(key: String)
  case unknownKey(String, known: [String])
  case wrongValue(key: String, expected: String)
  case unknownMetric(String, similar: [String])
  case metricNeeded(available: [String])
  case nothingToDraw(kind: String, metric: String, reason: ChartReason)
  case unknownFormat(String)
  case unknownFacility(String, available: [String])
  case skipped(reason: String)
  case overlap(String)
  /// A text of so many lines in which there is no table.
  case noTable(lines: Int)
  /// A sheet that the files do not have; those that they have.
  case unknownSheet(String, available: [String])
  /// Rows above the header that are not in the CSV.
  case leftOut(rows: Int)
  /// A table too long to be looked at cell by cell.
  case reviewCut(rows: Int)

  enum ChartReason: Hashable {
    case noFigures
    case noBase
    case tooFewPoints
  }

  var code: String {
    switch self {
    case .noSuchInput: "no-such-input"
    case .noReports: "no-reports"
    case .cannotWrite: "cannot-write"
    case .yaml, .notUTF8, .badChartID, .unknownKey, .wrongValue: "project-file"
    case .notActedOn: "not-acted-on"
    case .unknownMetric: "unknown-metric"
    case .metricNeeded: "metric-needed"
    case .nothingToCompare: "nothing-to-compare"
    case .nothingToDraw: "nothing-to-draw"
    case .unknownFormat: "unknown-format"
    case .unknownFacility: "unknown-facility"
    case .skipped: "file-skipped"
    case .overlap: "chart-crowded"
    case .noTable: "no-table"
    case .unknownSheet: "unknown-sheet"
    case .leftOut: "rows-left-out"
    case .reviewCut: "review-cut"
    }
  }

  func message(in language: Language) -> String {
    switch self {
    case .noSuchInput(let hint):
      let suffix = hint.map { language.pick("是否指“\($0)”？", " Did you mean “\($0)”?") } ?? ""
      return language.pick("没有这个文件或文件夹。\(suffix)", "no such file or folder.\(suffix)")
    case .noReports(let folder):
      return language.pick(
        "“\(folder)”中没有可读的报告。请放入 .docx、.xlsx、.xls、.csv、.txt 等文件。",
        "there are no reports in “\(folder)”. Put .docx, .xlsx, .xls, .csv, .txt or similar files there."
      )
    case .cannotWrite(let path, let code):
      let name = path == "-" ? language.pick("标准输出", "standard output") : path
      let reason = SystemReason(code: code).words(in: language)
      return language.pick(
        "不能写入“\(name)”：\(reason)。请检查文件夹权限和磁盘空间，或换一个位置。",
        "cannot write “\(name)”: \(reason). Check the folder's permissions and the free space, or choose another place."
      )
    case .badChartID(let id):
      return language.pick(
        "图的 id “\(id)”不能作文件名，或与前面的图重复。请换一个，例如 visits-2023。",
        "the chart's id “\(id)” cannot be a file's name, or stands twice. Choose another one, for example visits-2023.")
    case .nothingToCompare:
      return language.pick(
        "所选的指标和时期没有任何机构的数字。请用 --metric、--period 或 --every 换一个。",
        "no facility has a figure of these metrics and periods. Choose others with --metric, --period or --every.")
    case .notUTF8:
      return language.pick("不是 UTF-8 文本。请另存为 UTF-8。", "is not text in UTF-8. Save it as UTF-8.")
    case .notActedOn(let key):
      return language.pick(
        "本版本还不处理“\(key)”，其中的内容没有采用。请从项目文件中删去，并直接改正报表中的数字。",
        "this version does not act on “\(key)”; nothing of it is used. Take it out, and correct figures in the reports."
      )
    case .yaml(let reason):
      return language.pick("不是有效的 YAML：\(reason)", "is not valid YAML: \(reason)")
    case .unknownKey(let key, let known):
      let list = known.joined(separator: ", ")
      return language.pick("不认识“\(key)”。可用：\(list)。", "does not know “\(key)”. It knows: \(list).")
    case .wrongValue(let key, let expected):
      return language.pick("“\(key)”应为\(expected)。", "“\(key)” should be \(expected).")
    case .unknownMetric(let name, let similar):
      let list = similar.joined(separator: language.pick("、", ", "))
      let hint = similar.isEmpty ? "" : language.pick("相近的有：\(list)。", " Similar: \(list).")
      return language.pick(
        "没有指标“\(name)”。\(hint)用 tongbi metrics 查看全部。",
        "there is no metric “\(name)”.\(hint) See all with tongbi metrics.")
    case .metricNeeded(let available):
      let list = available.prefix(12).joined(separator: ", ")
      return language.pick(
        "这些文件里有多个指标，请用 --metric 指定一个：\(list)。",
        "these files hold several metrics; choose one with --metric: \(list).")
    case .nothingToDraw(let kind, let metric, let reason):
      return language.pick(
        "不能画 \(kind)（\(metric)）：\(reason.chinese)", "cannot draw \(kind) of \(metric): \(reason.english)")
    case .unknownFormat(let name):
      return language.pick(
        "不知道“\(name)”是什么格式。文件名应以 .png、.svg 或 .pdf 结尾。",
        "does not know the format of “\(name)”. End the name in .png, .svg or .pdf.")
    case .unknownFacility(let name, let available):
      let list = available.prefix(12).joined(separator: language.pick("、", ", "))
      return language.pick("没有机构“\(name)”的数字。有：\(list)。", "there are no figures of “\(name)”. There are: \(list).")
    case .skipped(let reason):
      return language.pick("已跳过：\(reason)", "left out: \(reason)")
    case .overlap(let words):
      return language.pick(
        "图中文字过挤：\(words)。请加大 --size 或减少机构。", "text is crowded: \(words). Use a larger --size or fewer facilities.")
    case .noTable, .unknownSheet, .leftOut, .reviewCut: return tableMessage(in: language)
    }
  }
}

extension CommandProblem {
  /// Messages about tables as they were read.
  private func tableMessage(in language: Language) -> String {
    switch self {
    case .noTable(let lines):
      return language.pick(
        "没有表格，只有\(lines)行文字。要取其中的数字，请用 tongbi extract；如果它是表格，请把扩展名改为 .csv 或 .tsv。",
        "holds no table, only \(lines) lines of text. For the figures in it use tongbi extract; if it is a table, name it .csv or .tsv."
      )
    case .unknownSheet(let name, let available):
      let list = available.prefix(12).joined(separator: language.pick("、", ", "))
      return language.pick(
        "没有工作表“\(name)”。有：\(list)。请给出名称或序号。",
        "there is no sheet “\(name)”. There are: \(list). Give a name or a number.")
    case .leftOut(let rows):
      let place = rows == 1 ? ("第1行", "row 1 stands") : ("第1至\(rows)行", "rows 1 to \(rows) stand")
      return language.pick(
        "\(place.0)在表头之上，未写入 CSV；--format jsonl 列出全部各行。",
        "\(place.1) above the header and are not in the CSV; --format jsonl has every row.")
    case .reviewCut(let rows):
      return language.pick(
        "表格太长，逐格核对只到第\(rows)行；全部数字见 tongbi extract --format csv。",
        "is too long to be looked at cell by cell beyond row \(rows); tongbi extract --format csv has all figures.")
    default: return code
    }
  }
}

extension CommandProblem.ChartReason {
  var chinese: String {
    switch self {
    case .noFigures: "所选时期没有任何机构的数字。请用 --period 换一个时期。"
    case .noBase: "没有一家机构两期都有数字。请补充上年数字，或用 --base 指定基期。"
    case .tooFewPoints: "不足三个时期的数字，画不成趋势。"
    }
  }

  var english: String {
    switch self {
    case .noFigures: "no facility has a figure in that period. Choose another one with --period."
    case .noBase: "no facility has figures in both periods. Add last year's figures, or name a base with --base."
    case .tooFewPoints: "there are fewer than three periods with figures."
    }
  }
}
