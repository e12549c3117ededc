import Diagnostics
import LossPlots

extension OutputTargets {
    /// Draws what was asked for and writes it everywhere.
    func draw(_ request: FigureRequest, quiet: Bool) throws {
        let drawn = try request.resolved().drawn(with: try Report.fonts())
        let files = try figures.map { target in
            RenderedFile(
                path: target.path, format: target.format, bytes: try drawn.bytes(as: target.format, svgText: svgText))
        }
        let plot = drawn.plot
        try deliver(files, export: { try plot.export() }, summary: { try plot.summary(outputs: $0) })
        if !quiet { plot.warnings.forEach(Report.warning) }
    }
}
