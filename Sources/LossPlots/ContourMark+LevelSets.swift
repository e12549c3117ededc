import CurveSampling
import Figures
import Typography

extension ContourMark {
    /// Traced levels, coloured by their order.
    init(id: String, _ sets: [LevelSet], colors: Colormap = .viridis, fill: Fill? = nil) {
        let last = Double(max(sets.count - 1, 1))
        let labels = ContourMark.labels(sets.map(\.level))
        let levels = sets.enumerated().map { index, set in
            ContourMark.Level(
                label: labels[index], position: Double(index) / last,
                lines: set.lines.map { line in line.map { DataPoint(x: $0.x, y: $0.y) } })
        }
        self.init(id: id, levels: levels, colors: colors, fill: fill)
    }

    /// What stands on the levels' lines and at their places of the colour bar.
    fileprivate static func labels(_ levels: [Double]) -> [RichText] {
        DecimalLabel.texts(levels, significant: DecimalLabel.digits(tellingApart: levels, least: 6))
            .map { RichText(verbatim: $0) }
    }
}

extension ContourMark.Fill {
    /// Nil where the bands of a level do not close.
    init?(_ bands: LevelBands, colors: Colormap) {
        func points(_ region: ParityRegion) -> [[DataPoint]] {
            region.outlines.map { line in line.map { DataPoint(x: $0.x, y: $0.y) } }
        }
        let regions = bands.regions.compactMap { $0 }
        guard let domain = bands.domain, regions.count == bands.regions.count else { return nil }
        let boxes = UnresolvedBox.merged(bands.sets.flatMap(\.unresolved).filter { $0.reason == .budget })
        let unknown = boxes.map { box in
            [
                DataPoint(x: box.x.lowerBound, y: box.y.lowerBound),
                DataPoint(x: box.x.upperBound, y: box.y.lowerBound),
                DataPoint(x: box.x.upperBound, y: box.y.upperBound),
                DataPoint(x: box.x.lowerBound, y: box.y.upperBound),
            ]
        }
        self.init(colors: colors, domain: points(domain), regions: regions.map(points), unknown: unknown)
    }
}

extension ColorBar {
    /// A colour a band, and a number where two meet.
    ///
    /// - Parameter values: what is drawn, from the least to the greatest; nil where nothing is known of it.
    init(levels: [Double], colors: Colormap, label: RichText?, values: ClosedRange<Double>?) {
        let count = levels.count + 1
        let ticks = ContourMark.labels(levels).enumerated().map { index, label in
            Tick(place: Double(index + 1) / Double(count), label: label)
        }
        self.init(
            label: label, colors: colors.bands(count), ticks: ticks,
            openEnds: values.map { Ends(of: levels, holding: $0) } ?? [])
    }
}
