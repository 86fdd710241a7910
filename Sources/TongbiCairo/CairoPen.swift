// SPDX-License-Identifier: Apache-2.0

import CCairo
import Tongbi
import TongbiCharts

/// Draws shapes on a Cairo canvas.
struct CairoPen {
  let canvas: OpaquePointer
  let text: PangoText
  let language: Language

  func draw(_ shape: Shape) throws(TongbiError) {
    switch shape {
    case .rectangle(let rect, let fill):
      area(fill, bounds: rect) { cairo_rectangle(canvas, rect.x, rect.y, rect.width, rect.height) }
    case .segment(let from, let to, let stroke): line([from, to], stroke)
    case .polyline(let points, let stroke): line(points, stroke)
    case .polygon(let points, let fill):
      area(fill, bounds: bounds(points)) {
        path(points)
        cairo_close_path(canvas)
      }
    case .circle(let center, let radius, let fill):
      let box = Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
      area(fill, bounds: box) {
        cairo_new_sub_path(canvas)
        cairo_arc(canvas, center.x, center.y, radius, 0, 2 * .pi)
      }
    case .text(let label): try draw(label)
    }
  }

  private func draw(_ label: Label) throws(TongbiError) {
    let layout = try text.layout(label.text, label.style, language)
    source(label.style.color)
    let baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
    cairo_move_to(canvas, label.box.x, label.anchor.y - baseline)
    pango_cairo_show_layout(canvas, layout)
    cairo_new_path(canvas)
  }

  private func area(_ fill: Fill, bounds: Rect, path: () -> Void) {
    switch fill {
    case .solid(let color):
      source(color)
      path()
      cairo_fill(canvas)
    case .outlined(let color): outline(color, width: 2, path: path)
    case .hatched(let color):
      cairo_save(canvas)
      path()
      cairo_clip(canvas)
      cairo_set_source_rgb(canvas, 1, 1, 1)
      cairo_paint(canvas)
      hatch(color, bounds)
      cairo_restore(canvas)
      source(color)
      path()
      cairo_set_line_width(canvas, 1.5)
      cairo_set_dash(canvas, nil, 0, 0)
      cairo_stroke(canvas)
    }
  }

  private func outline(_ color: Color, width: Double, path: () -> Void) {
    cairo_set_source_rgb(canvas, 1, 1, 1)
    path()
    cairo_fill_preserve(canvas)
    source(color)
    cairo_set_line_width(canvas, width)
    cairo_set_dash(canvas, nil, 0, 0)
    cairo_stroke(canvas)
  }

  /// Slanted lines, 6 points apart, counted from the corner of the page so that neighbours line up.
  private func hatch(_ color: Color, _ bounds: Rect) {
    source(color)
    cairo_set_line_width(canvas, 2)
    cairo_set_dash(canvas, nil, 0, 0)
    let step = 8.5
    var offset = ((bounds.x + bounds.y) / step).rounded(.down) * step
    while offset < bounds.maxX + bounds.maxY {
      cairo_move_to(canvas, offset - bounds.y + 2, bounds.y - 2)
      cairo_line_to(canvas, offset - bounds.maxY - 2, bounds.maxY + 2)
      offset += step
    }
    cairo_stroke(canvas)
  }

  private func line(_ points: [Point], _ stroke: Stroke) {
    source(stroke.color)
    cairo_set_line_width(canvas, stroke.width)
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(canvas, points.count > 2 ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    if let dash = stroke.dash {
      cairo_set_dash(canvas, [dash.on, dash.off], 2, 0)
    } else {
      cairo_set_dash(canvas, nil, 0, 0)
    }
    path(points)
    cairo_stroke(canvas)
  }

  private func path(_ points: [Point]) {
    for (index, point) in points.enumerated() {
      if index == 0 { cairo_move_to(canvas, point.x, point.y) } else { cairo_line_to(canvas, point.x, point.y) }
    }
  }

  private func bounds(_ points: [Point]) -> Rect {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    return Rect(from: xs.min() ?? 0, to: xs.max() ?? 0, top: ys.min() ?? 0, bottom: ys.max() ?? 0)
  }

  private func source(_ color: Color) {
    let parts = color.components
    cairo_set_source_rgb(canvas, parts.red, parts.green, parts.blue)
  }
}
