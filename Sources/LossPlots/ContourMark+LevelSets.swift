import CurveSampling
import Figures
import Typography

extension ContourMark {
    /// Traced levels, coloured by their order.
    init(id: String, _ sets: [LevelSet], colors: Colormap = .viridis, fill: Fill? = nil) {
        let last = Double(max(sets.count - 1, 1))
        let levels = sets.enumerated().map { index, set in
            ContourMark.Level(
                label: RichText(verbatim: DecimalLabel.text(set.level, significant: 6)),
                position: Double(index) / last,
                lines: set.lines.map { line in line.map { DataPoint(x: $0.x, y: $0.y) } })
        }
        self.init(id: id, levels: levels, colors: colors, fill: fill)
    }
}
