// SPDX-License-Identifier: Apache-2.0

import CCairo
package import Tongbi
package import TongbiCharts

/// Turns scenes into pictures with Cairo. The same scene gives the same bytes.
///
/// Keeps the fonts between pictures, so that a second one is quick. One thread at a time.
package final class CairoInk {
  /// Measures for these pictures; hand it to ``Chart/scene(style:measurer:)``.
  package let text: PangoText

  /// Pixels or points of a scene per inch: 1600 points are as wide as a slide of 13⅓ inches.
  package static let pointsPerInch = 120.0

  /// Looks for fonts.
  ///
  /// - Throws: ``TongbiError`` when no font for Chinese is installed.
  package init() throws(TongbiError) { text = try PangoText() }

  /// The scene as a PNG with its resolution and without times.
  ///
  /// - Parameters:
  ///   - scene: What to draw.
  ///   - pixelsPerPoint: 1 draws 1600×900 points on 1600×900 pixels, 2 twice as fine; the size in print stays.
  /// - Throws: ``TongbiError`` when Cairo cannot draw so large a picture.
  package func png(_ scene: Scene, pixelsPerPoint: Double = 1) throws(TongbiError) -> [UInt8] {
    let (width, height) = (
      Int32((scene.width * pixelsPerPoint).rounded(.up)), Int32((scene.height * pixelsPerPoint).rounded(.up))
    )
    guard width > 0, height > 0, width <= 20_000, height <= 20_000 else {
      throw TongbiError(ChartProblem.pageSize(width: "\(width)", height: "\(height)"), kind: .usage)
    }
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
    defer { cairo_surface_destroy(surface) }
    try draw(scene, on: surface, scale: pixelsPerPoint)
    cairo_surface_flush(surface)
    guard let pixels = cairo_image_surface_get_data(surface) else {
      throw TongbiError(ChartProblem.drawing(message: "no pixels"))
    }
    let image = PixelImage(
      pixels: UnsafeRawBufferPointer(start: pixels, count: Int(cairo_image_surface_get_stride(surface) * height)),
      width: Int(width), height: Int(height), stride: Int(cairo_image_surface_get_stride(surface)))
    return try PNGWriter.bytes(image, pixelsPerMetre: (Self.pointsPerInch * pixelsPerPoint / 0.0254).rounded())
  }

  /// The scene as a PDF of one page with text that can be searched.
  ///
  /// - Parameters:
  ///   - scene: What to draw.
  ///   - date: When it was made, in the form `2024-01-31T00:00:00Z`; the same unless given, so that bytes do not differ.
  package func pdf(_ scene: Scene, date: String = "2000-01-01T00:00:00Z") throws(TongbiError) -> [UInt8] {
    let scale = 72 / Self.pointsPerInch
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, sink.pointer, scene.width * scale, scene.height * scale)
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene.alternativeText)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Tongbi")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date)
    try draw(scene, on: surface, scale: scale)
    return PDFDates.mended(try finish(surface, sink))
  }

  /// The scene as SVG with letters as outlines: looks the same without fonts, cannot be searched.
  package func outlinedSVG(_ scene: Scene) throws(TongbiError) -> [UInt8] {
    let sink = ByteSink()
    let surface = cairo_svg_surface_create_for_stream(ByteSink.write, sink.pointer, scene.width, scene.height)
    defer { cairo_surface_destroy(surface) }
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
    try draw(scene, on: surface, scale: 1)
    return OutlinedSVG.renumbered(try finish(surface, sink), prefix: "tb-\(scene.id)-")
  }

  private func finish(_ surface: OpaquePointer?, _ sink: ByteSink) throws(TongbiError) -> [UInt8] {
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    return sink.bytes
  }

  private func draw(_ scene: Scene, on surface: OpaquePointer?, scale: Double) throws(TongbiError) {
    try check(cairo_surface_status(surface))
    guard let canvas = cairo_create(surface) else { throw TongbiError(ChartProblem.drawing(message: "no canvas")) }
    defer { cairo_destroy(canvas) }
    cairo_scale(canvas, scale, scale)
    cairo_set_source_rgb(canvas, 1, 1, 1)
    cairo_paint(canvas)
    let pen = CairoPen(canvas: canvas, text: text, language: scene.language)
    for mark in scene.marks { try pen.draw(mark.shape) }
    try check(cairo_status(canvas))
    cairo_show_page(canvas)
  }

  private func check(_ status: cairo_status_t) throws(TongbiError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let message = cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status.rawValue)"
    throw TongbiError(ChartProblem.drawing(message: message))
  }
}
