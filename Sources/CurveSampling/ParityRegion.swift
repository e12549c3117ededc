/// The part of a viewport on one side of a level set, as polygons of which a point inside lies in an odd number.
///
/// Every line of the set divides the viewport; closed along the viewport's edge it is a polygon, and crossing a line
/// changes the number of polygons around a point by one. So the polygons tell the two sides apart, up to which is which,
/// and the whole viewport as one polygon more exchanges them. Lines that cross, as at a saddle, do no harm.
public struct ParityRegion: Sendable {
    /// In data coordinates; the last point is joined to the first.
    public private(set) var outlines: [[(x: Double, y: Double)]]

    /// - Parameter outlines: in data coordinates; the last point of each is joined to the first.
    public init(outlines: [[(x: Double, y: Double)]]) { self.outlines = outlines }

    /// - Parameters:
    ///   - lines: open ones end at the viewport's edge.
    ///   - inside: a point of the region, off the lines.
    /// - Returns: nil when a line ends inside the viewport, so that there are no two sides.
    public init?(lines: [[(x: Double, y: Double)]], in viewport: Viewport, holding inside: (x: Double, y: Double)) {
        outlines = []
        let rim = Rim(viewport: viewport)
        for line in lines {
            guard let first = line.first, let last = line.last, line.count > 1 else { continue }
            if first == last {
                outlines.append(line)
                continue
            }
            guard let start = rim.place(of: first), let end = rim.place(of: last) else { return nil }
            outlines.append(line + rim.corners(from: end, to: start))
        }
        if !contains(inside) { outlines.append(rim.corners) }
    }

    /// Whether the point lies in an odd number of the outlines.
    public func contains(_ point: (x: Double, y: Double)) -> Bool {
        var isInside = false
        for outline in outlines {
            guard var a = outline.last else { continue }
            for b in outline {
                if (a.y > point.y) != (b.y > point.y),
                    point.x < a.x + (b.x - a.x) * ((point.y - a.y) / (b.y - a.y))
                {
                    isInside.toggle()
                }
                a = b
            }
        }
        return isInside
    }
}

/// The edge of a viewport, anticlockwise from the lower left: 0 to 1 along the bottom, to 2 up the right, to 3, to 4.
private struct Rim {
    let viewport: Viewport

    var corners: [(x: Double, y: Double)] {
        let (x, y) = (viewport.x, viewport.y)
        return [
            (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound), (x.upperBound, y.upperBound),
            (x.lowerBound, y.upperBound),
        ]
    }

    /// Nil off the edge.
    func place(of point: (x: Double, y: Double)) -> Double? {
        let (x, y) = (viewport.x, viewport.y)
        let right = (point.x - x.lowerBound) / (x.upperBound - x.lowerBound)
        let up = (point.y - y.lowerBound) / (y.upperBound - y.lowerBound)
        if point.y == y.lowerBound { return right }
        if point.x == x.upperBound { return 1 + up }
        if point.y == y.upperBound { return 3 - right }
        return point.x == x.lowerBound ? 4 - up : nil
    }

    /// The corners that are passed on the way, anticlockwise.
    func corners(from start: Double, to end: Double) -> [(x: Double, y: Double)] {
        let end = end < start ? end + 4 : end
        return (1...8).filter { start < Double($0) && Double($0) < end }.map { corners[$0 % 4] }
    }
}
