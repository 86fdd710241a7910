// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TongbiReports

/// Finds reports below a folder.
enum FileSearch {
  /// The names of files that Tongbi writes itself and that say nothing new when read again.
  static let ownOutputs: Set<String> = ["observations.csv", "changes.csv", "findings.csv"]
  /// Describes the files beside it, which are read by themselves.
  private static let description = "datapackage.json"
  private static let endings: Set<String> = [
    "txt", "md", "json", "csv", "tsv", "tab", "xlsx", "xlsm", "xls", "et", "ods", "fods", "docx", "docm", "doc", "wps",
    "odt",
    "fodt", "rtf", "pdf",
  ]

  /// All reports below a folder in the order of their paths, without hidden files, README files, own outputs and the
  /// files by which Word and WPS mark a document as open (`~$report.docx`).
  static func reports(in folder: String, skipping output: String? = nil) -> [String] {
    files(in: folder, skipping: output).filter { path in
      let name = (path.split(separator: "/").last ?? "").lowercased()
      let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
      guard !ownOutputs.contains(name), name != description, !name.hasPrefix("readme"), !name.hasPrefix("~$") else {
        return false
      }
      // The names of codes speak of the files beside them.
      if name == CodeNames.fileName, CodeNames(at: path) != nil { return false }
      return endings.contains(ending)
    }
  }

  /// All files below a folder whose path, relative to it, fits a pattern with `*`, `?` and `**`.
  static func files(in folder: String, matching pattern: String) -> [String] {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let pattern = pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern
    return files(in: folder).filter { matches(Array($0.dropFirst(prefix.count)), Array(pattern)) }
  }

  private static func files(in folder: String, skipping output: String? = nil) -> [String] {
    let skipped = output.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    var found: [String] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      // A folder that may not be read, or that is gone by now, has no reports to give.
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !name.hasPrefix(".") {
        let path = Project.join(folder, name)
        if skipped != nil, URL(fileURLWithPath: path).standardizedFileURL.path == skipped { continue }
        switch try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
        case .typeDirectory: folders.append(path)
        case .typeRegular, .typeSymbolicLink: found.append(path)
        // A pipe or a socket in a folder is no report, and reading it would wait for ever.
        default: continue
        }
      }
    }
    return found.sorted()
  }

  /// Whether a path fits a pattern: `?` one character, `*` any but `/`, `**/` any folders.
  static func matches(_ path: [Character], _ pattern: [Character]) -> Bool {
    var known: [[Bool]] = Array(
      repeating: Array(repeating: false, count: pattern.count + 1), count: path.count + 1)
    for at in stride(from: path.count, through: 0, by: -1) {
      for by in stride(from: pattern.count, through: 0, by: -1) {
        known[at][by] = step(path, pattern, at, by, known)
      }
    }
    return known[0][0]
  }

  private static func step(
    _ path: [Character], _ pattern: [Character], _ at: Int, _ by: Int, _ known: [[Bool]]
  ) -> Bool {
    guard by < pattern.count else { return at == path.count }
    let isDouble = pattern[by] == "*" && by + 1 < pattern.count && pattern[by + 1] == "*"
    if isDouble {
      // `**/` also stands for no folder at all.
      let after = by + 2 < pattern.count && pattern[by + 2] == "/" ? by + 3 : by + 2
      return known[at][after] || (at < path.count && known[at + 1][by])
    }
    if pattern[by] == "*" { return known[at][by + 1] || (at < path.count && path[at] != "/" && known[at + 1][by]) }
    guard at < path.count else { return false }
    return (pattern[by] == "?" && path[at] != "/" || pattern[by] == path[at]) && known[at + 1][by + 1]
  }
}
