/// The lines of the grid that are drawn on a surface, so that its shape reads: about as many whatever the grid's fineness.
struct SurfaceLines {
    /// In the box, the seen parts alone.
    let parts: [[SpacePoint]]

    /// Between two lines, of the whole extent.
    static let cells = 16

    init(_ sight: SurfaceSight) {
        let grid = sight.grid
        func chosen(_ cells: Int) -> [Int] {
            let count = min(cells, SurfaceLines.cells)
            return (0...count).map { Int((Double($0 * cells) / Double(count)).rounded()) }
        }
        var lines: [[SpacePoint]] = []
        /// Adds the parts of a line of points that border on a drawn cell, within the window of heights.
        func add(_ nodes: [SpacePoint], isDrawn: (Int) -> Bool) {
            var line: [SpacePoint] = []
            func close() {
                if line.count > 1 { lines.append(line) }
                line = []
            }
            for k in 0..<(nodes.count - 1) {
                let (a, b) = (nodes[k], nodes[k + 1])
                guard isDrawn(k), let shown = sight.inWindow(a, b) else {
                    close()
                    continue
                }
                if shown.lowerBound > 0 { close() }
                if line.isEmpty { line = [a.along(shown.lowerBound, to: b)] }
                line.append(a.along(shown.upperBound, to: b))
                if shown.upperBound < 1 { close() }
            }
            close()
        }
        for j in chosen(grid.rows) {
            add((0...grid.columns).map { grid.node($0, j) }) {
                grid.state($0, j) != .absent || grid.state($0, j - 1) != .absent
            }
        }
        for i in chosen(grid.columns) {
            add((0...grid.rows).map { grid.node(i, $0) }) {
                grid.state(i, $0) != .absent || grid.state(i - 1, $0) != .absent
            }
        }
        parts = lines.flatMap { sight.seenParts(of: $0, on: .both) }
    }
}
