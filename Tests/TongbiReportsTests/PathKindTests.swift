// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import TongbiReports

@Suite("What stands at a path")
struct PathKindTests {
  @Test("a link is what it leads to; where nothing is, there is no kind")
  func kinds() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", Array("a".utf8))
    let folder = String(file.dropLast("/a.csv".count))
    #expect(PathKind(file) == .file)
    #expect(PathKind(folder) == .folder)
    #expect(PathKind(folder + "/") == .folder)
    #expect(symlink(folder, folder + "/link") == 0)
    #expect(PathKind(folder + "/link") == .folder)
    #expect(symlink("nowhere", folder + "/broken") == 0)
    #expect(PathKind(folder + "/broken") == nil)
    #expect(PathKind(folder + "/b.csv") == nil)
    #expect(PathKind("") == nil)
    #expect(PathKind(file + "\0.csv") == nil)
  }
}
