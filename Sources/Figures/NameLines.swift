import Typography

/// The lines of an axis' name: on a grid, but further apart where one is taller than a line, as a fraction is.
struct NameLines {
    /// From the upper edge of the block to each baseline, in points.
    let baselines: [Double]
    /// Of the block, in points; 0 without lines.
    let height: Double

    /// - Parameters:
    ///   - pitch: the least distance of two baselines.
    ///   - foot: the least distance from the last baseline to the lower edge.
    ///   - clearance: the least distance from ink to the lower edge.
    init(_ lines: [ShapedText], pitch: Double, foot: Double, clearance: Double = 0) {
        var baselines: [Double] = []
        var y = 0.0
        for line in lines {
            let foot = max(foot, line.descent + clearance)
            y += max(pitch - foot, line.ascent + 1)
            baselines.append(y)
            y += foot
        }
        self.baselines = baselines
        height = y
    }

    /// Of a y axis' name above its plot.
    init(_ lines: [ShapedText], theme: Theme) {
        self.init(lines, pitch: theme.nameLineHeight, foot: 7, clearance: 1.75)
    }
}
