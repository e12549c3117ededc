import Calculus

extension LevelBands {
    /// The bands over a convex polygon, of level sets that were cut at its sides or a little before.
    ///
    /// The lines are those of the sets and keep their bound; cut ends are joined to the side straight across. Which side of
    /// the lines is above is told by places where enclosures prove it, and all such places must agree: where they do not, or
    /// a line ends off the sides, the level has no region.
    ///
    /// - Parameters:
    ///   - sets: cut at the sides.
    ///   - corners: of the polygon, anticlockwise, in data coordinates.
    ///   - reach: how far from a side a cut line may end, in pixels.
    ///   - function: has values within, but for the sides.
    ///   - viewport: holds the polygon.
    /// - Complexity: O(some hundred enclosures + their number × the lines' points).
    public init(
        _ sets: [LevelSet], within corners: [(x: Double, y: Double)], reach: Double,
        of function: some SurfaceFunction, in viewport: Viewport
    ) {
        let rim = ConvexRim(corners: corners, reach: reach, in: viewport)
        let witnesses = LevelBands.witnesses(of: function, within: rim, in: viewport)
        let regions = sets.map { set -> ParityRegion? in
            let known = witnesses.compactMap { witness -> (place: (x: Double, y: Double), isAbove: Bool)? in
                if witness.value.lower > set.level { return (witness.place, true) }
                return witness.value.upper < set.level ? (witness.place, false) : nil
            }
            guard let first = known.first,
                let region = ParityRegion(lines: set.lines, rim: rim, witness: first.place, isInside: first.isAbove),
                known.allSatisfy({ region.contains($0.place) == $0.isAbove })
            else { return nil }
            return region
        }
        self.init(sets: sets, domain: ParityRegion(outlines: [corners]), regions: regions)
    }

    /// In pixels.
    private static var witnessSpacing: Double { 16 }

    /// Places with bounds of the function around them, as far as a line may be off.
    private static func witnesses(
        of function: some SurfaceFunction, within rim: ConvexRim, in viewport: Viewport
    ) -> [(place: (x: Double, y: Double), value: Interval)] {
        let (columns, rows) = (
            Int(viewport.width / witnessSpacing) + 1, Int(viewport.height / witnessSpacing) + 1
        )
        // Half of it on every side of the place; lines may be off by a quarter of a pixel.
        let (width, height) = (1 / viewport.pixelsPerX, 1 / viewport.pixelsPerY)
        return (0..<rows).flatMap { j in
            (0..<columns).compactMap { i in
                let x = viewport.x.lowerBound + (Double(i) + 0.5) * witnessSpacing / viewport.pixelsPerX
                let y = viewport.y.lowerBound + (Double(j) + 0.5) * witnessSpacing / viewport.pixelsPerY
                let (xs, ys) = ((x - width / 2)...(x + width / 2), (y - height / 2)...(y + height / 2))
                guard rim.holds(x: xs, y: ys) else { return nil }
                let value = function.enclosure(overX: Interval(xs), y: Interval(ys)).value
                guard value.isContinuous, let bounds = value.interval else { return nil }
                return ((x, y), bounds)
            }
        }
    }
}
