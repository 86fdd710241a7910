// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The words for what can be wrong with a file that is an archive of parts: workbooks and Word documents.
extension ReportsProblem {
  var archiveCode: String {
    switch self {
    case .missingLibrary: "missing-library"
    case .damagedArchive: "damaged-archive"
    case .encrypted: "encrypted"
    case .inflatesTooFar: "inflates-too-far"
    case .tooManyEntries: "too-many-entries"
    case .missingPart: "missing-part"
    case .documentType: "document-type"
    default: "damaged-part"
    }
  }

  func archiveMessage(in language: Language) -> String {
    switch self {
    case .missingLibrary(let name, let package):
      language.pick(
        "读取这种文件要用的程序库没有安装（\(name)）。请安装，例如 apt install \(package)。",
        "a library that reads such files is not installed (\(name)). Install it, for example: apt install \(package).")
    case .damagedArchive:
      language.pick(
        "文件已损坏或不完整，无法打开。请重新下载或请对方重新发送。",
        "the file is damaged or incomplete and cannot be opened. Fetch it again, or have it sent again.")
    case .encrypted:
      language.pick(
        "文件有密码保护。请在 Excel 或 Word 中去掉打开密码，再读取。",
        "the file is protected by a password. Remove the password in Excel or Word first.")
    case .inflatesTooFar(let mebibytes):
      language.pick(
        "文件解压后有 \(mebibytes) MiB，与文件大小不相称，未读取。请核对来源。",
        "the file unpacks to \(mebibytes) MiB, out of proportion to its size, and was not read. Check where it is from."
      )
    case .tooManyEntries(let limit):
      language.pick(
        "文件内部超过 \(limit) 个部件，不像一份报告。请核对来源。",
        "the file has more than \(limit) parts inside, which no report has. Check where it is from.")
    case .missingPart(let name):
      language.pick(
        "文件内部缺少“\(name)”。请用 Excel 或 Word 打开并另存。",
        "“\(name)” is missing inside the file. Open it in Excel or Word and save it again.")
    case .documentType(let name):
      language.pick(
        "文件内部的“\(name)”含有文档类型声明，这种文件不允许有，未读取。请核对来源。",
        "“\(name)” inside the file has a document type declaration, which is not allowed there. Check where it is from."
      )
    case .damagedPart(let name):
      language.pick(
        "文件内部的“\(name)”已损坏。请用 Excel 或 Word 打开并另存。",
        "“\(name)” inside the file is damaged. Open it in Excel or Word and save it again.")
    default:
      code
    }
  }
}
