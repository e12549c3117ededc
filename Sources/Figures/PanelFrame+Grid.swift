import Scenes

extension PanelFrame {
    /// Bands around the strong level lines of the grid, on which a text would be hard to read: where there is a choice labels
    /// keep clear of them.
    var gridLineBoxes: [Rect] {
        guard panel.axes == .cartesian, figure.theme.majorGrid != nil else { return [] }
        return yTicks.major.map { tick in
            let y = scales.y(tick.value)
            return Rect(left: plot.left, top: y - 1, right: plot.right, bottom: y + 1)
        }
    }
}
