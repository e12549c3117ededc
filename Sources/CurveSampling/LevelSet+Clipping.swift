/// The half of the plane where a·x + b·y ≥ c.
public struct HalfPlane: Equatable, Sendable {
    public var a: Double
    public var b: Double
    public var c: Double

    public init(a: Double, b: Double, c: Double) {
        self.a = a
        self.b = b
        self.c = c
    }

    /// How far inside the point lies, in the units of a·x + b·y.
    fileprivate func depth(_ p: (x: Double, y: Double)) -> Double { a * p.x + b * p.y - c }
}

extension LevelSet {
    /// The part of the lines that lies in all of the half-planes; a closed line that is cut opens.
    ///
    /// The bound stays that of the lines before they were cut: beside a cut, a piece of the true set that lies inside
    /// may belong to a piece of line outside.
    public func clipped(to halfPlanes: [HalfPlane]) -> LevelSet {
        var set = self
        for halfPlane in halfPlanes { set.lines = set.lines.flatMap { LevelSet.clipped($0, to: halfPlane) } }
        set.unresolved = unresolved.filter { box in
            let corners = [box.x.lowerBound, box.x.upperBound].flatMap { x in
                [box.y.lowerBound, box.y.upperBound].map { (x: x, y: $0) }
            }
            return halfPlanes.allSatisfy { halfPlane in corners.contains { halfPlane.depth($0) >= 0 } }
        }
        return set
    }

    /// The pieces of one line inside; those of a closed line that meet at its first point are one piece.
    private static func clipped(
        _ line: [(x: Double, y: Double)], to halfPlane: HalfPlane
    ) -> [[(x: Double, y: Double)]] {
        let depths = line.map(halfPlane.depth)
        if depths.allSatisfy({ $0 >= 0 }) { return [line] }
        var pieces: [[(x: Double, y: Double)]] = []
        var piece: [(x: Double, y: Double)] = []
        for (index, point) in line.enumerated() {
            let isInside = depths[index] >= 0
            if index > 0, isInside != (depths[index - 1] >= 0) {
                let t = depths[index - 1] / (depths[index - 1] - depths[index])
                let from = line[index - 1]
                piece.append((from.x + (point.x - from.x) * t, from.y + (point.y - from.y) * t))
            }
            if isInside {
                piece.append(point)
            } else {
                pieces.append(piece)
                piece = []
            }
        }
        pieces.append(piece)
        if let first = line.first, let last = line.last, first == last, line.count > 1, let head = pieces.first,
            !head.isEmpty, depths[0] >= 0, pieces.count > 1
        {
            pieces[0] = pieces.removeLast() + head.dropFirst()
        }
        return pieces.filter { $0.count > 1 }
    }
}
