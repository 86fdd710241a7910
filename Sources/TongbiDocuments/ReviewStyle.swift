// SPDX-License-Identifier: Apache-2.0

/// How the review page looks: each kind of number by colour and by the form of its line, so that a print in grey says
/// the same.
enum ReviewStyle {
  /// The style sheet, for the screen and for print.
  static let text = """
    :root { --ink: #1f2933; --soft: #5b6773; --rule: #d8dee4; --paper: #fff; --desk: #f4f6f8 }
    * { box-sizing: border-box }
    body { margin: 0; background: var(--desk); color: var(--ink);
      font: 16px/1.9 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif }
    header, nav, section, footer, body > .general { max-width: 1180px; margin: 0 auto; padding: 0 24px }
    header { padding-top: 28px }
    h1 { font-size: 26px; line-height: 1.4; margin: 0 0 14px }
    .kicker { margin: 0; color: var(--soft); font-size: 14px; letter-spacing: .1em }
    .counts { display: flex; flex-wrap: wrap; gap: 10px; list-style: none; margin: 0 0 14px; padding: 0; line-height: 1.3 }
    .counts li { background: var(--paper); border: 1px solid var(--rule); border-top: 4px solid #aab4be; border-radius: 4px;
      padding: 6px 16px 8px; min-width: 92px }
    .counts b { font-size: 22px; font-variant-numeric: tabular-nums; display: block }
    .counts span { color: var(--soft); font-size: 13px }
    .counts .fact { border-top-color: #1a6fb5 } .counts .change { border-top-color: #2e7d4f }
    .counts .target { border-top-color: #7b4ab0 } .counts .masked { border-top-color: #444 }
    .counts .suspect, .counts .alarm { border-top-color: #c4321c } .counts .corrected { border-top-color: #b36b00 }
    .counts .alarm b { color: #b3261e }
    .legend { background: var(--paper); border: 1px solid var(--rule); border-radius: 4px; padding: 8px 16px; font-size: 14px;
      display: flex; flex-wrap: wrap; gap: 2px 22px }
    .legend .sample { color: var(--soft); white-space: nowrap }
    .legend .m { color: var(--ink) }
    .legend p { flex-basis: 100%; margin: 2px 0 0; color: var(--soft); font-size: 13px }

    .toc { border-collapse: collapse; width: 100%; background: var(--paper); font-size: 15px; line-height: 1.5 }
    .toc th, .toc td { text-align: left; padding: 6px 14px; border: 1px solid var(--rule) }
    .toc th:nth-child(n+2), .toc td:nth-child(n+2) { text-align: right; width: 7em; white-space: nowrap }
    .toc td.alarm { color: #b3261e; font-weight: 700 }
    nav h2 { font-size: 18px; margin: 22px 0 6px }

    section { margin-top: 26px }
    .part { font-size: 20px; line-height: 1.4; margin: 0; padding-top: 18px; border-top: 3px solid var(--ink) }
    .file { color: var(--soft); font-size: 13px; margin: 0 0 6px; overflow-wrap: anywhere }
    .report { background: var(--paper); border: 1px solid var(--rule); border-radius: 4px; padding: 22px 20px 26px 8px }
    .row { display: grid; grid-template-columns: 40px minmax(0, 1fr) 270px; column-gap: 18px; align-items: start }
    .row > .number, .sheet .number { color: #8a949e; font-size: 12px; text-align: right; font-variant-numeric: tabular-nums; user-select: none }
    .row > .number { line-height: 30px }
    .row h2 { font-size: 21px; line-height: 1.5; margin: 0 0 12px; text-align: center; overflow-wrap: anywhere }
    .row h3 { font-size: 17px; line-height: 30px; margin: 8px 0 2px; overflow-wrap: anywhere }
    .row p { margin: 0 0 8px; text-indent: 2em; overflow-wrap: anywhere; white-space: pre-wrap }
    .row h2, .row h3, .row p { grid-column: 2 }
    .notes { list-style: none; margin: 4px 0 10px; padding: 0; font-size: 13px; line-height: 1.55; grid-column: 3 }
    .notes li { border-left: 4px solid #8a949e; background: #f4f6f8; padding: 5px 10px; margin: 0 0 6px; overflow-wrap: anywhere }
    .notes li.error { border-left: 4px double #b3261e; background: #fdeeec } .notes li.error b { color: #b3261e }
    .notes li.warning { border-color: #b36b00; background: #fff6e5 } .notes li.warning b { color: #8a5200 }
    .notes q { display: block; color: var(--soft); quotes: none }
    .general li { max-width: none }

    .m { position: relative; border-radius: 2px; text-indent: 0; text-decoration-skip-ink: none; text-underline-offset: 4px; white-space: nowrap }
    .m.long { white-space: pre-wrap }
    .m.fact { background: #e3f0fb; text-decoration: underline solid #1a6fb5 2px }
    .m.change { background: #e4f4e9; text-decoration: underline double #2e7d4f 1.5px }
    .m.target { background: #f1e8fa; text-decoration: underline dashed #7b4ab0 2px }
    .m.masked { background: #e6e6e6; outline: 1px solid #444 }
    .m.suspect { background: #fde3df; text-decoration: underline wavy #c4321c 1.5px }
    .m.corrected { background: #ffedc2; outline: 2px solid #b36b00; font-weight: 700 }
    .m.rejected { color: #5b6773; text-decoration: underline dotted #8a949e 1.5px }
    .m.period { border-bottom: 1px solid #b9c3cc }
    .m.bound { background: #eef2f5; border-bottom: 1px dashed #5b6773 }
    .m sup { font-size: 10px; line-height: 0; color: #75808a; margin-left: 1px; font-weight: 400; text-decoration: none; display: inline-block; user-select: none }
    .m[tabindex]:hover, .m[tabindex]:focus { box-shadow: 0 0 0 2px #1f2933; outline: none; z-index: 3 }
    .tip { display: none; position: absolute; left: 0; top: calc(100% + 6px); z-index: 5; width: max-content; max-width: 320px;
      background: #1f2933; color: #fff; font-size: 13px; line-height: 1.55; font-weight: 400; padding: 7px 11px; border-radius: 4px;
      text-align: left; text-indent: 0; white-space: normal; box-shadow: 0 3px 12px rgba(0,0,0,.3); pointer-events: none }
    .tip code { color: #b9c6d2; font-size: 12px }
    .m:hover > .tip, .m:focus > .tip { display: block }

    .sheet { overflow-x: auto; margin: 6px 0 14px; grid-column: 2 }
    .sheet table { border-collapse: collapse; font-size: 14px; line-height: 1.5; font-variant-numeric: tabular-nums }
    .sheet caption { text-align: left; color: var(--soft); font-size: 13px }
    .sheet td, .sheet th { border: 1px solid var(--rule); padding: 3px 9px; text-align: left; vertical-align: top }
    .sheet th.number { border: 0; font-weight: 400; padding: 3px 6px 3px 0 }
    .sheet tr.head td { background: #f4f6f8 }
    .sheet td.figure { text-align: right; white-space: nowrap }
    /* A tip inside of what scrolls would be cut off: it stands at the foot of the window instead. */
    .sheet .m { position: static }
    .sheet .tip { position: fixed; left: 24px; right: auto; top: auto; bottom: 20px; max-width: min(720px, calc(100vw - 48px)); font-size: 14px }

    .explanations { margin: 18px 0 0 }
    .explanations h3 { font-size: 16px; margin: 0 0 4px }
    .explanations ol { margin: 0; padding: 0 0 0 2.6em; font-size: 13px; line-height: 1.65; columns: 2; column-gap: 40px }
    .explanations li { break-inside: avoid; overflow-wrap: anywhere; padding-left: 4px }
    code { font-family: inherit; color: #75808a; font-size: 12px; white-space: nowrap }
    footer { padding: 26px 24px 40px; display: flex; gap: 40px; color: var(--soft) }
    footer span { display: inline-block; min-width: 260px; border-bottom: 1px solid #8a949e }

    @media screen and (max-width: 860px) {
      .row { grid-template-columns: 28px minmax(0, 1fr) }
      .notes { grid-column: 2 }
      .m { position: static }
      .tip { position: fixed; left: 12px; right: 12px; top: auto; bottom: 12px; max-width: none; width: auto }
      .explanations ol { columns: 1 }
    }
    @page { size: A4; margin: 16mm 14mm }
    @media print {
      body { background: #fff; font-size: 10.5pt; line-height: 1.75; -webkit-print-color-adjust: exact; print-color-adjust: exact }
      header, nav, section, footer, body > .general { max-width: none; padding: 0 }
      header { padding-top: 0 }
      h1 { font-size: 17pt } .part { font-size: 14pt; padding-top: 2mm }
      .counts { gap: 2mm } .counts li { min-width: 0; padding: 1mm 3mm } .counts b { font-size: 13pt } .counts span { font-size: 8.5pt }
      .tip { display: none !important }
      .report { border: 0; padding: 0 }
      .row { grid-template-columns: 7mm minmax(0, 1fr) 46mm; column-gap: 4mm }
      .row > .number { line-height: 1.75em; font-size: 8pt }
      .row h2 { font-size: 14pt } .row h3 { font-size: 11.5pt; break-after: avoid }
      .notes { font-size: 8.5pt }
      .notes li, .sheet tr { break-inside: avoid }
      .sheet { overflow: visible } .sheet table { font-size: 9pt }
      .m sup { font-size: 7pt; color: #333 }
      .explanations { border-top: 1px solid #8a949e; padding-top: 3mm }
      .explanations ol { font-size: 8.5pt; columns: 2; column-gap: 8mm }
      .legend p { font-size: 8.5pt } .legend { font-size: 9pt }
      section + section { break-before: page }
      footer { break-inside: avoid }
    }
    """
}
