// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiCairo
import TongbiCharts

/// Turns charts into pictures.
struct Artist {
  let style: ChartStyle
  /// Pixels of a PNG picture for each point of the page.
  let pixelsPerPoint: Double
  private let ink: CairoInk

  /// Prepares fonts.
  ///
  /// - Throws: ``TongbiError`` when no font for Chinese is installed.
  init(_ style: ChartStyle, pixelsPerPoint: Double) throws(TongbiError) {
    self.style = style
    self.pixelsPerPoint = pixelsPerPoint
    ink = try CairoInk()
  }

  /// Pictures of a chart, one for each format.
  ///
  /// - Parameter id: A name that is unique among the pictures of a page; ids inside an SVG begin with it.
  func pictures(of chart: Chart, id: String, as formats: [PictureFormat]) throws(TongbiError) -> [[UInt8]] {
    var style = style
    style.id = id
    let scene = try chart.scene(style: style, measurer: ink.text)
    var pictures: [[UInt8]] = []
    for format in formats {
      switch format {
      case .png: pictures.append(try ink.png(scene, pixelsPerPoint: pixelsPerPoint))
      case .svg: pictures.append(Array(SVG(scene).text.utf8))
      case .pdf: pictures.append(try ink.pdf(scene))
      }
    }
    return pictures
  }
}
