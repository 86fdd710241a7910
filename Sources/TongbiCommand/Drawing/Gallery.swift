// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiCharts
import TongbiDocuments

/// Draws the charts of a project: those it asks for, else one of each kind for each metric that has the figures.
struct Gallery {
  let maker: ChartMaker
  let artist: Artist
  let project: Project
  /// The metrics that have figures, in the order of the page.
  let metrics: [Metric]

  /// What was drawn.
  struct Drawn {
    var charts: [GalleryPage.Entry] = []
    var findings: [Finding] = []
  }

  /// Draws into a folder, each chart as PNG, SVG and PDF.
  func draw(into folder: String) throws -> Drawn {
    var drawn = Drawn()
    let orders = project.charts.isEmpty ? allOrders : project.charts
    for (index, order) in orders.enumerated() {
      guard let metric = metrics.first(where: { $0.id == order.metric || $0.name == order.metric })
      else {
        // A name that stands for no metric at all is told where the project file is read.
        let problem = CommandProblem.nothingToDraw(
          kind: order.kind.rawValue, metric: order.metric, reason: .noFigures)
        drawn.findings.append(Finding(.error, problem, at: Source(file: project.file ?? order.id)))
        continue
      }
      Terminal.progress("[\(index + 1)/\(orders.count)] \(order.id)")
      do {
        if let entry = try draw(order, metric, into: folder) { drawn.charts.append(entry) }
      } catch {
        drawn.findings.append(try finding(error, order))
      }
    }
    Terminal.clearProgress()
    return drawn
  }

  /// A chart that cannot be drawn is a finding; a full disk ends the work.
  private func finding(_ error: any Error, _ order: Project.ChartOrder) throws -> Finding {
    guard let error = error as? TongbiError, error.kind != .cannotCreate else { throw error }
    return Finding(.error, error.problem, at: error.source ?? Source(file: order.id))
  }

  /// One of each kind for each metric.
  private var allOrders: [Project.ChartOrder] {
    metrics.flatMap { metric in
      ChartKind.allCases.map { kind in
        Project.ChartOrder(id: "\(Self.fileName(metric.id))-\(kind.rawValue)", kind: kind, metric: metric.id)
      }
    }
  }

  /// Draws one chart; `nil` where nobody asked for it and there is nothing to draw.
  private func draw(
    _ order: Project.ChartOrder, _ metric: Metric, into folder: String
  ) throws -> GalleryPage.Entry? {
    var maker = maker
    maker.highlight = order.highlight
    maker.bar = project.charts.isEmpty ? .offered : .asked
    guard let chart = try chart(order, metric, maker) else { return nil }
    let pictures = try artist.pictures(of: chart, id: order.id, as: PictureFormat.allCases)
    var sums: [String: String] = [:]
    for (format, bytes) in zip(PictureFormat.allCases, pictures) {
      try OutputFile.write(bytes, to: Project.join(folder, "\(order.id).\(format.rawValue)"))
      sums[format.rawValue] = PictureSum.of(bytes)
    }
    return GalleryPage.Entry(id: order.id, chart: chart, sums: sums)
  }

  private func chart(_ order: Project.ChartOrder, _ metric: Metric, _ maker: ChartMaker) throws -> Chart? {
    project.charts.isEmpty ? try? maker.chart(order.kind, of: metric) : try maker.chart(order.kind, of: metric)
  }

  /// A name that every file system takes.
  static func fileName(_ id: String) -> String {
    String(id.map { "/\\:*?\"<>| \n\t".contains($0) ? "_" : $0 })
  }
}
