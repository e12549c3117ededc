import CurveSampling
import LossPlots
import Scenes

/// A figure as it stands on its page: drawn from a plan, or read from an SVG.
struct DrawnPage {
    var scene: Scene
    /// Of the panels, from the first; empty where they are not known.
    var windows: [PanelWindow]
    /// What its lines of level were drawn from, with the window of their coordinates; none of an SVG.
    var levels: (sets: [LevelSet], window: PanelWindow)?

    init(scene: Scene, windows: [PanelWindow]) {
        self.scene = scene
        self.windows = windows
    }

    init(_ plot: any Plot) {
        self.init(scene: plot.scene, windows: plot.windows)
        if let plot = plot as? ContourPlot {
            // A surface that stands alone has its lines on a floor, whose size in points the viewport is.
            let window =
                plot.windows.first
                ?? PanelWindow(
                    id: "space0", area: Rect(x: 0, y: 0, width: plot.viewport.width, height: plot.viewport.height),
                    x: plot.viewport.x, y: plot.viewport.y, xName: plot.names.x, yName: plot.names.y, chart: .plane)
            levels = (plot.levels, window)
        } else if let plot = plot as? SimplexPlot, let window = plot.windows.first {
            levels = (plot.levels, window)
        }
    }

    /// Of the variables of a plane.
    var names: (x: String, y: String) { levels.map { ($0.window.xName, $0.window.yName) } ?? ("x", "y") }

    func window(of group: String) -> PanelWindow? { windows.first { group.hasPrefix($0.id + "-") } }
}
