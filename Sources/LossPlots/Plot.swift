import Diagnostics
import Scenes

/// A drawn figure of any kind: the scene, and what was found while drawing it.
public protocol Plot: Sendable {
    var scene: Scene { get }
    /// What was noticed while reading the data and drawing.
    var warnings: [Diagnostic] { get }

    /// The windows of its panels, from the first; empty where panels have no axes.
    var windows: [PanelWindow] { get }

    /// What was drawn, as JSON, so that any referee can score it without reading pixels.
    func export() throws -> [UInt8]

    /// What was found, as JSON: no points of curves and lines, but those of descents.
    func summary(outputs: [RenderedFile]) throws -> [UInt8]
}

extension CurvePlot: Plot {}
extension ContourPlot: Plot {}

extension Plot {
    public var windows: [PanelWindow] { [] }
}
