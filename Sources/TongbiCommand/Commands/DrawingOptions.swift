// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi
import TongbiCharts

/// The options of every command that draws.
struct DrawingOptions: ParsableArguments {
  @Option(help: "standard, ibcs or mono (for printing without colour).")
  var theme: Theme = .standard

  @Option(help: "Width and height in points: 1600x900.")
  var size = PictureSize(width: 1600, height: 900)

  @Option(help: "Pixels of a PNG picture for each point: 2 for a sharp print.")
  var scale = 1.0

  /// How to draw in a language.
  func style(_ language: Language) -> ChartStyle {
    let size = ChartStyle.Size(width: Double(size.width), height: Double(size.height))
    return ChartStyle(theme: theme, size: size, language: language)
  }

  func validate() throws {
    guard (0.25...8).contains(scale) else { throw ValidationError("--scale is 0.25 to 8.") }
  }
}

/// A picture's width and height, written 1600x900.
struct PictureSize: ExpressibleByArgument {
  var width: Int
  var height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let parts = argument.lowercased().split(whereSeparator: { $0 == "x" || $0 == "×" }).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (320...10_000).contains(width),
      (240...10_000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}

extension Theme: ExpressibleByArgument {}
