// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension ReportsProblem {
  /// What is wrong with JSON and with descriptions beside files.
  func exchangeMessage(in language: Language) -> String {
    switch self {
    case .brokenJSON(let offset):
      language.pick(
        "JSON 在第\(offset + 1)字节处中断或有误。请重新导出。",
        "the JSON breaks off or is wrong at byte \(offset + 1). Export it again.")
    case .unknownJSON:
      language.pick(
        "这种 JSON 不能读取。可读取的有 DHIS2 数据值集（{\"dataValues\":[…]}）和 datapackage.json；其他请另存为 CSV（UTF-8）。",
        "JSON of this form is not read. What is read: DHIS2 data value sets ({\"dataValues\":[…]}) and datapackage.json. "
          + "Save anything else as CSV (UTF-8).")
    case .badDescription:
      language.pick(
        "datapackage.json 不合格式。请改正，或将其移走后再读取旁边的 CSV 文件。",
        "this is no datapackage.json that can be read. Correct it, or move it away to read the files beside it without."
      )
    case .outsidePackage(let path):
      language.pick(
        "datapackage.json 所指的“\(path)”不在其文件夹内，未读取。请把文件放在同一文件夹中。",
        "“\(path)” lies outside of the folder of its datapackage.json and is not read. Put the file into the folder.")
    default: code
    }
  }
}
