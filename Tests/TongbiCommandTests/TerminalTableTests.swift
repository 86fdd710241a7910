// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbiCommand

@Suite("Terminal tables")
struct TerminalTableTests {
  @Test("a Chinese character takes two places, so columns stand under each other")
  func widths() {
    var table = TerminalTable(header: ["机构", "n"], alignments: [.left, .right])
    table.rows = [["县医院", "1"], ["AB", "100"]]
    #expect(table.text == "机构      n\n──────  ───\n县医院    1\nAB      100\n")
  }
}
