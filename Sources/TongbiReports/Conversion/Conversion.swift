// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// Has LibreOffice or pdftotext turn a file of another kind into one that is read here.
///
/// The file is copied into a folder of its own first, so that neither its name nor a lock beside it matters. Macros
/// are not run and links are not followed.
struct Conversion {
  /// Where programs are looked for.
  var searchPath = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  /// How long a program may take.
  var limit = Duration.seconds(60)

  /// The longest file that is converted, in bytes.
  private static let byteLimit = 256 << 20

  /// Reads a file by way of another; every source names the file itself.
  ///
  /// - Throws: ``TongbiError`` when no program is there to convert it, or it fails or takes too long.
  func report(_ kind: FileSignature, _ source: ByteSource, file: String, sheet: String?) throws(TongbiError) -> Report {
    let place = Source(file: file)
    let names = kind == .pdf ? ["pdftotext"] : ["soffice", "libreoffice"]
    guard let target = Self.target(kind), let program = ExternalProgram.find(names, in: searchPath) else {
      throw TongbiError(ReportsProblem.notReadYet(kind), at: place)
    }
    let folder = try TemporaryFolder(for: file)
    guard folder.write(try source.bytes(of: file, limit: Self.byteLimit), to: "input.\(target.from)"),
      Self.prepareProfile(folder)
    else { throw TongbiError(ReportsProblem.cannotSpool(reason: systemReason()), at: place) }
    let input = "\(folder.path)/input.\(target.from)"
    let output = "\(folder.path)/output/input.\(target.to)"
    let arguments =
      kind == .pdf
      ? ["-layout", "-enc", "UTF-8", input, output]
      : [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", target.to, "--outdir", "\(folder.path)/output", input,
      ]
    let end = program.run(arguments, in: folder, limit: limit)
    if end == .overtime {
      let seconds = Int(limit.components.seconds)
      throw TongbiError(ReportsProblem.conversionTooLong(program: names[0], seconds: seconds), at: place)
    }
    let descriptor = Glibc.open(output, O_RDONLY | O_CLOEXEC)
    guard end == .done, descriptor >= 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw TongbiError(ReportsProblem.conversionFailed(program: names[0], kind), at: place)
    }
    defer { close(descriptor) }
    let converted = ByteSource.spooled(try SpooledFile(copying: descriptor, named: file))
    guard kind == .pdf else { return try target.kind.report(converted, file: file, encoding: nil, sheet: sheet) }
    return try PageText.report(converted, words: words(of: input, in: folder, program), file: file)
  }

  /// Where the words of a PDF stand; none where pdftotext does not tell, so that only its text is read.
  private func words(
    of input: String, in folder: borrowing TemporaryFolder, _ program: ExternalProgram
  ) -> [[PageWord]] {
    let output = "\(folder.path)/output/words.xml"
    guard program.run(["-bbox", "-enc", "UTF-8", input, output], in: folder, limit: limit) == .done,
      let source = try? ByteSource.open(output), let bytes = try? source.bytes(of: output, limit: Self.byteLimit),
      let pages = try? PageWord.pages(bytes, of: output)
    else { return [] }
    return pages
  }

  /// What a kind is turned from and to, as endings, and what comes out.
  private static func target(_ kind: FileSignature) -> (from: String, to: String, kind: FileSignature)? {
    switch kind {
    case .oldDocument: ("doc", "docx", .document)
    case .richText: ("rtf", "docx", .document)
    case .openDocument: ("odt", "docx", .document)
    case .xmlDocument: ("xml", "docx", .document)
    case .openWorkbook: ("ods", "xlsx", .workbook)
    case .xmlWorkbook: ("xml", "xlsx", .workbook)
    case .pdf: ("pdf", "txt", .pdf)
    default: nil
    }
  }

  /// Makes the folder for the result, and a profile in which LibreOffice runs no macros and updates no links.
  private static func prepareProfile(_ folder: borrowing TemporaryFolder) -> Bool {
    for name in ["output", "profile", "profile/user"] {
      guard mkdir("\(folder.path)/\(name)", 0o700) == 0 else { return false }
    }
    let settings = [
      ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
      ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
      ("Common/Security/Scripting", "DisableActiveContent", "true"),
      ("Writer/Content/Update", "Link", "2"), ("Calc/Content/Update", "Link", "2"),
    ].map { path, name, value in
      "<item oor:path=\"/org.openoffice.Office.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\">"
        + "<value>\(value)</value></prop></item>"
    }
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
      + settings.joined() + "</oor:items>\n"
    return folder.write(Array(text.utf8), to: "profile/user/registrymodifications.xcu")
  }
}
