// SPDX-License-Identifier: Apache-2.0

package import Tongbi
package import TongbiReports

extension FacilityRegistry {
  /// Reads a list of facilities: columns name, other_names, type and group, in English or Chinese; other names are
  /// separated by `|`, `;` or 、.
  ///
  /// - Throws: ``TongbiError`` where no column holds names, or the file cannot be read.
  package static func read(_ table: any Table) throws(TongbiError) -> FacilityRegistry {
    let columns = try FacilityColumns(table)
    var uses = [ColumnUse](repeating: .skip, count: columns.width)
    for column in columns.all { uses[column] = .codes }
    var facilities: [Facility] = []
    var places: [String: Int] = [:]
    try table.read(uses, from: columns.headerRow + 1) { chunk throws(TongbiError) in
      for index in 0..<chunk.count {
        func text(_ column: Int?) -> String {
          guard let column, case .codes(let codes) = chunk.columns[column] else { return "" }
          return FoldedName.trimmed(chunk.dictionaries[column][Int(codes[index])])
        }
        let name = text(columns.name)
        guard !name.isEmpty else { continue }
        let others = text(columns.otherNames).split(whereSeparator: { "|;；、｜".contains($0) })
          .map { FoldedName.trimmed($0) }.filter { !$0.isEmpty }
        let type = text(columns.type)
        let group = text(columns.group)
        if let place = places[name] {
          facilities[place].otherNames += others
        } else {
          places[name] = facilities.count
          facilities.append(
            Facility(
              name: name, otherNames: others, type: type.isEmpty ? nil : type, group: group.isEmpty ? nil : group))
        }
      }
    }
    return FacilityRegistry(facilities: facilities)
  }
}

/// Where the columns of a list of facilities stand.
private struct FacilityColumns {
  let headerRow: Int
  let width: Int
  let name: Int
  let otherNames: Int?
  let type: Int?
  let group: Int?

  var all: [Int] { [name, otherNames, type, group].compactMap(\.self) }

  init(_ table: any Table) throws(TongbiError) {
    for (index, row) in table.head.enumerated() {
      let header = row.map { FoldedName.fold($0) }
      func column(_ words: Set<String>) -> Int? { header.firstIndex(where: words.contains) }
      guard let name = column(Self.names) else { continue }
      headerRow = index + 1
      width = row.count
      self.name = name
      otherNames = column(["othernames", "aliases", "alias", "othername", "别名", "其他名称", "曾用名", "简称", "其它名称"])
      type = column(["type", "facilitytype", "类型", "机构类型", "机构类别", "类别"])
      group = column(["group", "分组", "组", "组别", "片区", "所属组"])
      return
    }
    throw TongbiError(TableProblem.noNameColumn(header: table.head.first ?? []), at: Source(file: table.file))
  }

  private static let names: Set<String> = [
    "name", "facility", "facilityname", "机构名称", "名称", "机构", "医疗机构", "医疗机构名称", "单位名称", "医院名称", "医院", "hospital",
    "organisation",
  ]
}
