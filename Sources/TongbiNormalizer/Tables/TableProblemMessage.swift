// SPDX-License-Identifier: Apache-2.0

package import Tongbi

extension TableProblem {
  /// What was found and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .badCatalogue, .metricWithoutID, .unknownPart, .noNameColumn: definitionMessage(in: language)
    case .badMapping, .mappedTwice, .noSuchColumn, .tooManyColumns, .emptyTable, .noHeader, .noFigures, .noMetric,
      .noFacility,
      .noPeriod,
      .columnsLeftOut, .changesUnchecked, .changesTaken, .aimsLeftOut, .blanksFilled, .partsAdded,
      .irregularRow:
      layoutMessage(in: language)
    case .rowWithoutFacility, .rowWithoutMetric, .unreadablePeriod, .unknownFacility, .notANumber, .tooManyDigits:
      cellMessage(in: language)
    case .unknownUnit, .unitMismatch, .twoMultipliers, .moneyWithoutUnit, .implausible: unitMessage(in: language)
    case .ratioDiffers, .changeDiffers, .changeRowsUnchecked, .totalDiffers, .totalsLeftOut, .totalsTaken, .rowsAside,
      .more:
      checkMessage(in: language)
    case .holdsForAll, .rowsDropped, .annualized, .footnote, .status, .decimalComma, .mixedDecimals, .ambiguousDecimals,
      .fractions, .codesNamed, .kindUnknown:
      conventionMessage(in: language)
    }
  }

  private func definitionMessage(in language: Language) -> String {
    switch self {
    case .badCatalogue(let word):
      language.pick(
        "指标目录中的“\(word)”不合格式。请恢复随程序附带的 metrics.csv。",
        "“\(word)” does not fit the form of the catalogue. Restore the metrics.csv that came with the program.")
    case .metricWithoutID(let name):
      language.pick(
        "指标“\(name)”没有 id。请写一个，例如 id: residents。",
        "the metric “\(name)” has no id. Give it one, for example id: residents.")
    case .unknownPart(let name, let metric):
      language.pick(
        "指标 \(metric) 的分子或分母“\(name)”不在指标目录中。请先定义它，或用 tongbi metrics 查看已有指标。",
        "“\(name)”, a part of the metric \(metric), is in no catalogue. Define it first, or see tongbi metrics.")
    case .noNameColumn(let header):
      language.pick(
        "机构名单没有“name”或“机构名称”列，表头为：\(Self.list(header))。请写成 name,other_names,type,group。",
        "the list of facilities has no column “name” or “机构名称”; its header is \(Self.list(header)). "
          + "Write name,other_names,type,group.")
    default: ""
    }
  }

  private func layoutMessage(in language: Language) -> String {
    switch self {
    case .badMapping(let text):
      language.pick(
        "“\(text)”不是 名称=列。例如 --map facility=机构名称 或 --map value=4。",
        "“\(text)” is not NAME=COLUMN. For example --map facility=机构名称 or --map value=4.")
    case .mappedTwice(let text):
      language.pick(
        "“\(text)”与前面的 --map 矛盾：同一列只能有一个含义，同一含义只能有一列。请去掉一个。",
        "“\(text)” contradicts a --map before it: a column means one thing, and one thing is one column. Take one out.")
    case .noSuchColumn(let name, let header):
      language.pick(
        "没有列“\(name)”，表头为：\(Self.list(header))。请写表头中的文字或列号，例如 --map facility=1。",
        "there is no column “\(name)”; the header is \(Self.list(header)). Name a column by its header or number, "
          + "for example --map facility=1.")
    case .tooManyColumns(let columns, let limit):
      language.pick(
        "表有\(columns)列，超过\(limit)列，没有读。请检查分隔符和换行；表若是横着放的，请先转置。",
        "the table has \(columns) columns, more than \(limit), and was not read. Check delimiters and line ends; if it lies on "
          + "its side, transpose it first.")
    case .emptyTable:
      language.pick("表中没有数据行。请检查文件是否为空。", "the table has no rows of data. Check whether the file is empty.")
    case .noHeader(let first):
      language.pick(
        "没有找到表头（机构、指标、时期或数值列的名称），首行为：\(Self.list(first))。请用列号说明，例如 --map facility=1 --map period=2 --map value=3。",
        "no header was found (names of columns for facility, metric, period or value); the first row is "
          + "\(Self.list(first)). Say which column is which, for example --map facility=1 --map period=2 --map value=3."
      )
    case .noFigures(let header):
      language.pick(
        "没有找到数值列，表头为：\(Self.list(header))。请说明，例如 --map visits_total=\(Self.last(header))。",
        "no column of figures was found; the header is \(Self.list(header)). Name one, for example "
          + "--map visits_total=\(Self.last(header)).")
    case .noMetric(let header):
      language.pick(
        "不知道数值是什么指标，表头为：\(Self.list(header))。请在项目文件中写 metric:，或例如 --map metric=\(Self.first(header))、--map visits_total=\(Self.last(header))。",
        "nothing says what the figures measure; the header is \(Self.list(header)). Write metric: in the project file, "
          + "or for example --map metric=\(Self.first(header)), --map visits_total=\(Self.last(header)).")
    case .noFacility(let header):
      language.pick(
        "没有找到机构列，表头为：\(Self.list(header))。请用 --facility 名称，或例如 --map facility=\(Self.first(header))。",
        "no column of facilities was found; the header is \(Self.list(header)). Use --facility NAME, or for example "
          + "--map facility=\(Self.first(header)).")
    case .noPeriod(let header):
      language.pick(
        "没有找到时期，表头为：\(Self.list(header))。请用 --year 2023，或例如 --map period=\(Self.first(header))。",
        "no period was found; the header is \(Self.list(header)). Use --year 2023, or for example "
          + "--map period=\(Self.first(header)).")
    case .columnsLeftOut(let names):
      language.pick(
        "这些列没有读取：\(Self.list(names))。如需读取，例如 --map visits_total=\(Self.first(names))。",
        "these columns were not read: \(Self.list(names)). To read one, use for example "
          + "--map visits_total=\(Self.first(names)).")
    case .changesUnchecked(let names):
      language.pick(
        "这些列是增减，表中没有可对照的上年数，未核对也未读取：\(Self.list(names))。",
        "these columns state changes of figures that the table does not hold; they were neither checked nor read: "
          + "\(Self.list(names)).")
    case .changesTaken(let names):
      language.pick(
        "这些列是同比增减，表中没有上年数，未能核对，照表中所写记在左边的数字旁：\(Self.list(names))。",
        "these columns state changes from a year that the table does not hold; they were not checked and are kept "
          + "beside the figures at their left: \(Self.list(names)).")
    case .aimsLeftOut(let names):
      language.pick(
        "这些列是目标或完成进度，不是结果，没有读取：\(Self.list(names))。",
        "these columns are targets or how much of them was done, and no results; they were not read: \(Self.list(names))."
      )
    case .blanksFilled(let column, let cells):
      language.pick(
        "“\(column)”列有\(cells)个空白单元格，按合并单元格理解，取上方的名称。若不是，请逐行填写。",
        "\(cells) blank cells of the column “\(column)” were taken for merged cells and read with the name above them. "
          + "If that is wrong, fill in each row.")
    case .partsAdded(let names):
      language.pick(
        "同一机构、指标、时期按\(Self.list(names))分列成多行，各行按指标的汇总方式合并。若其中有重复的行，请先删去。",
        "figures of one facility, metric and period stand in several rows by \(Self.list(names)); they are joined as the "
          + "metric adds up. Remove rows that repeat others.")
    case .irregularRow(let fields, let expected):
      language.pick(
        "本行有\(fields)个单元格，表头有\(expected)个。请检查是否多了或少了分隔符。",
        "the row has \(fields) cells and the header \(expected). Check for a missing or an extra delimiter.")
    default: ""
    }
  }

  private func cellMessage(in language: Language) -> String {
    switch self {
    case .rowWithoutFacility:
      language.pick("本行没有机构名称。请补上。", "the row names no facility. Fill it in.")
    case .rowWithoutMetric:
      language.pick("本行没有指标名称，数值未采用。请补上。", "the row names no metric; its figures are not used. Fill it in.")
    case .unreadablePeriod(let text):
      language.pick(
        "“\(text)”读不出时期。可写 2023、2023年、2023-06、2023年1-9月；缺年份时用 --year 2023。",
        "“\(text)” is not a period that can be read. Write 2023, 2023-06 or 2023年1-9月; where the year is missing, "
          + "use --year 2023.")
    case .unknownFacility(let name):
      language.pick(
        "机构名单中没有“\(name)”，按原名保留。如是别名，请写入 facilities.csv 的 other_names。",
        "“\(name)” is not in the list of facilities; the name is kept as written. If it is another name of one, "
          + "put it into other_names of facilities.csv.")
    case .notANumber(let text, let column):
      language.pick(
        "列“\(column)”中的“\(text)”不是数字，未采用。请改成数字，例如 1204；没有数据请留空。",
        "“\(text)” in the column “\(column)” is not a number and is not used. Write digits, for example 1204; "
          + "leave the cell empty where there is no figure.")
    case .tooManyDigits(let text):
      language.pick(
        "“\(text)”换算后超过18位有效数字，未采用。请检查单位和数字。",
        "“\(text)” has more than 18 digits in the metric's unit and is not used. Check the unit and the digits.")
    default: ""
    }
  }

  private func unitMessage(in language: Language) -> String {
    switch self {
    case .unknownUnit(let unit):
      language.pick(
        "不认识单位“\(unit)”，数值按原样保留。请改成常用单位，例如 人次、万元、%。",
        "the unit “\(unit)” is not known; the figure is kept as it stands. Use a common unit such as 人次, 万元 or %.")
    case .unitMismatch(let written, let metric, let unit):
      language.pick(
        "单位“\(written)”与指标“\(metric)”（\(unit)）不符，数值未采用。请检查单位或指标。",
        "the unit “\(written)” does not fit the metric “\(metric)” (\(unit)); the figure is not used. "
          + "Check the unit or the metric.")
    case .twoMultipliers(let text, let unit):
      language.pick(
        "“\(text)”带有万或亿，而单位已是“\(unit)”，无法确定数值，未采用。请只写一处。",
        "“\(text)” carries a multiplier and its unit “\(unit)” another; the figure is not used. Write only one of them."
      )
    case .moneyWithoutUnit(let metric):
      language.pick(
        "“\(metric)”没有单位，按元读取。如为万元，请在表头写“\(metric)（万元）”。",
        "“\(metric)” has no unit and is read in 元. If it is in 万元, write “\(metric)（万元）” in the header.")
    case .implausible(let value, let metric, let range, let shift):
      if let shift {
        language.pick(
          "“\(metric)”为\(value)，超出合理范围\(range)。单位可能写错：乘以\(Self.power(shift))后在范围内。请核对。",
          "\(metric) is \(value), outside of the plausible range \(range). The unit may be wrong: times "
            + "\(Self.power(shift)) it lies inside. Check it.")
      } else {
        language.pick(
          "“\(metric)”为\(value)，超出合理范围\(range)。请核对。",
          "\(metric) is \(value), outside of the plausible range \(range). Check it.")
      }
    default: ""
    }
  }

  private func checkMessage(in language: Language) -> String {
    switch self {
    case .ratioDiffers(let value, let computed):
      language.pick(
        "表中为\(value)，按分子和分母计算为\(computed)。请核对三个数。",
        "the table says \(value), numerator over denominator gives \(computed). Check the three figures.")
    case .changeDiffers(let stated, let computed, let metric, let current, let base):
      language.pick(
        "表中增减为\(stated.words(of: metric, in: .chinese))，由\(base)到\(current)计算为\(computed.words(of: metric, in: .chinese))。请核对三个数。",
        "the table states a change of \(stated.words(of: metric, in: .english)), from \(base) to \(current) it is "
          + "\(computed.words(of: metric, in: .english)). Check the three figures.")
    case .changeRowsUnchecked(let names, let rows):
      language.pick(
        "有\(rows)行是增减，看不出与哪两行对照，未核对也未读取：\(Self.list(names))。",
        "\(rows) rows state changes, and the table does not tell of which two rows; they were neither checked nor read: "
          + "\(Self.list(names)).")
    case .rowsAside(let names, let rows):
      language.pick(
        "有\(rows)行是平均、其他时期的合计或其他行的一部分，未作为机构，也不相加：\(Self.list(names))。",
        "\(rows) rows are means, totals of other periods or parts of other rows, not taken for facilities and not added: \(Self.list(names))."
      )
    case .totalDiffers(let total, let sum, let metric, let period):
      language.pick(
        "\(period)“\(metric)”的合计为\(total)，各行之和为\(sum)。请核对。",
        "the total of \(metric) for \(period) is \(total), the sum of its rows \(sum). Check them.")
    case .totalsLeftOut(let rows, let isChecked):
      language.pick(
        isChecked ? "有\(rows)行合计，已与各行之和核对，未作为数据。" : "有\(rows)行合计，未核对，未作为数据。",
        isChecked
          ? "\(rows) rows are totals: checked against the sum of the others, and not taken for figures."
          : "\(rows) rows are totals: not checked, and not taken for figures.")
    case .totalsTaken(let rows, let isChecked):
      language.pick(
        "有\(rows)行合计，\(isChecked ? "已与各行之和核对" : "未核对")，作为整体自己的数据，不与各行相加。",
        "\(rows) rows are totals: \(isChecked ? "checked" : "not checked") against the sum of the others, figures of the whole, and not added to them."
      )
    case .more(_, let count):
      language.pick("另有\(count)处同类问题。", "and \(count) more of the same kind.")
    default: ""
    }
  }

  private static func list(_ words: [String]) -> String {
    let shown = words.prefix(20).map { $0.count > 40 ? String($0.prefix(40)) + "…" : $0 }.joined(separator: " | ")
    return words.count > 20 ? shown + " | …" : shown
  }

  private static func first(_ header: [String]) -> String { header.first { !$0.isEmpty } ?? "1" }
  private static func last(_ header: [String]) -> String { header.last { !$0.isEmpty } ?? "1" }
  private static func power(_ shift: Int) -> String { ExactDecimal.powerOfTen(shift).description }
}
