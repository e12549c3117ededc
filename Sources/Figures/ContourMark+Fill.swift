import Scenes

extension ContourMark {
    /// The bands between levels. Each level's region is painted over the one below, so that no seam shows; where nothing
    /// is painted the function has no value.
    public struct Fill: Equatable, Sendable {
        public var colors: Colormap
        /// Where the function has a value: closed polygons in data coordinates; inside is what an odd number of them holds.
        public var domain: [[DataPoint]]
        /// For each level where the function is at or above it, likewise.
        public var regions: [[[DataPoint]]]
        /// Boxes of which nothing is known, which may overlap; they stay unpainted.
        public var unknown: [[DataPoint]]

        public init(
            colors: Colormap, domain: [[DataPoint]], regions: [[[DataPoint]]], unknown: [[DataPoint]] = []
        ) {
            self.colors = colors
            self.domain = domain
            self.regions = regions
            self.unknown = unknown
        }

        /// Of the bands, from below the first level to above the last one.
        var bandColors: [Color] { colors.bands(regions.count + 1) }

        /// Between the bands that the level divides.
        func color(atLevel index: Int) -> Color { colors(Double(index + 1) / Double(regions.count + 1)) }

        func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
            func shape(_ outlines: [[DataPoint]], _ color: Color, _ rule: Shape.FillRule?) -> Node? {
                let area = Path(closed: outlines, in: scales)
                return area.isEmpty ? nil : .shape(Shape(area, fill: color, fillRule: rule))
            }
            let bands = zip([domain] + regions, bandColors).compactMap { shape($0, $1, .evenOdd) }
            return bands + [shape(unknown, theme.page, nil)].compactMap { $0 }
        }

        /// Of the band at a point; nil where nothing is painted.
        func color(at point: Point, scales: PanelScales) -> Color? {
            if unknown.contains(where: { DataPoint.holds([$0], point, scales: scales) }) { return nil }
            let areas = [domain] + regions
            return areas.lastIndex { DataPoint.holds($0, point, scales: scales) }.map { bandColors[$0] }
        }
    }
}
