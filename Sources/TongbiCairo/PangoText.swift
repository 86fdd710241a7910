// SPDX-License-Identifier: Apache-2.0

import CCairo
package import Tongbi
package import TongbiCharts

/// Measures and draws text with Pango, in one family for all scripts, with the glyph forms of mainland China.
///
/// Holds the layouts that it has measured, so that drawing a text costs no second shaping. One thread at a time.
package final class PangoText: TextMeasurer {
  /// The families looked for, the first that is installed is used.
  package static let families = [
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei", "PingFang SC", "SimHei",
  ]

  /// The family in use.
  package let family: String

  private struct Key: Hashable {
    var text: String
    var size: Double
    var weight: TextStyle.Weight
    var language: Language
  }

  private let context: OpaquePointer
  /// Layouts at the size at which they are drawn.
  private var layouts: [Key: OpaquePointer] = [:]
  /// Extents at ``referenceSize``: without hinting a text grows in proportion to its size.
  private var extents: [Key: TextExtent] = [:]
  private static let referenceSize = 100.0
  private var languageInUse: Language?

  /// Looks for a font.
  ///
  /// - Throws: ``TongbiError`` with ``ChartProblem/missingFont(wanted:)`` when none of ``families`` is installed, and with
  ///   ``ChartProblem/missingLibrary(name:)`` where Cairo or Pango is not.
  package init(families: [String] = PangoText.families) throws(TongbiError) {
    try DrawingLibrary.openCairo()
    guard let map = pango_cairo_font_map_get_default() else {
      throw TongbiError(ChartProblem.drawing(message: "no font map"))
    }
    guard let family = Self.installed(families, map) else {
      throw TongbiError(ChartProblem.missingFont(wanted: families.joined(separator: ", ")))
    }
    self.family = family
    guard let context = pango_font_map_create_context(map) else {
      throw TongbiError(ChartProblem.drawing(message: "no text context"))
    }
    self.context = context
    // Without hinting a text is as wide in a picture as in print.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    cairo_font_options_destroy(options)
  }

  deinit {
    for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  private static func installed(_ families: [String], _ map: OpaquePointer) -> String? {
    var list: UnsafeMutablePointer<OpaquePointer?>?
    var count: Int32 = 0
    pango_font_map_list_families(map, &list, &count)
    defer { g_free(list) }
    guard let list else { return nil }
    var names: Set<String> = []
    for index in 0..<Int(count) {
      if let name = list[index].flatMap({ pango_font_family_get_name($0) }) { names.insert(String(cString: name)) }
    }
    return families.first(where: names.contains)
  }

  /// The room that one line of text takes.
  package func size(of text: String, in style: TextStyle, language: Language) throws(TongbiError) -> TextExtent {
    let key = Key(text: text, size: Self.referenceSize, weight: style.weight, language: language)
    let known = if let known = extents[key] { known } else { try measured(text, key) }
    let scale = style.size / Self.referenceSize
    return TextExtent(
      width: known.width * scale, ascent: max(0.88 * style.size, known.ascent * scale),
      descent: max(0.2 * style.size, known.descent * scale))
  }

  private func measured(_ text: String, _ key: Key) throws(TongbiError) -> TextExtent {
    let layout = try layout(text, key)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    guard pango_layout_get_unknown_glyphs_count(layout) == 0 else { throw missingGlyph(in: text, key) }
    var ink = PangoRectangle()
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, &ink, &logical)
    let unit = Double(PANGO_SCALE)
    let baseline = Double(pango_layout_get_baseline(layout)) / unit
    let extent = TextExtent(
      width: Double(logical.width) / unit, ascent: baseline - Double(ink.y) / unit,
      descent: Double(ink.y + ink.height) / unit - baseline)
    if extents.count > 50_000 { extents = [:] }
    extents[key] = extent
    return extent
  }

  /// The text ready to be drawn.
  func layout(_ text: String, _ style: TextStyle, _ language: Language) throws(TongbiError) -> OpaquePointer {
    let key = Key(text: text, size: style.size, weight: style.weight, language: language)
    if let known = layouts[key] { return known }
    if layouts.count > 5000 {
      for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
      layouts = [:]
    }
    let layout = try layout(text, key)
    layouts[key] = layout
    return layout
  }

  private func layout(_ text: String, _ key: Key) throws(TongbiError) -> OpaquePointer {
    if languageInUse != key.language {
      // Chinese names keep the forms of mainland China on an English chart.
      pango_context_set_language(context, pango_language_from_string("zh-cn"))
      languageInUse = key.language
    }
    guard let layout = pango_layout_new(context), let description = pango_font_description_new() else {
      throw TongbiError(ChartProblem.drawing(message: "no text layout"))
    }
    pango_font_description_set_family(description, family)
    pango_font_description_set_weight(description, key.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(description, key.size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_single_paragraph_mode(layout, 1)
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { pango_layout_set_text(layout, $0.baseAddress, Int32($0.count)) }
    }
    return layout
  }

  private func missingGlyph(in text: String, _ key: Key) -> TongbiError {
    for scalar in text.unicodeScalars {
      guard let layout = try? layout(String(scalar), key) else { continue }
      defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
      guard pango_layout_get_unknown_glyphs_count(layout) > 0 else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return TongbiError(ChartProblem.missingGlyph(character: String(scalar), codePoint: code, text: text))
    }
    return TongbiError(ChartProblem.missingGlyph(character: "?", codePoint: "?", text: text))
  }
}
