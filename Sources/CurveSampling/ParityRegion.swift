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
        self.init(lines: lines, rim: ConvexRim(of: viewport), witness: inside, isInside: true)
    }

    /// - Parameters:
    ///   - lines: open ones end at the rim.
    ///   - witness: a point off the lines.
    ///   - isInside: whether the region holds it.
    /// - Returns: nil when a line ends off the rim.
    init?(lines: [[(x: Double, y: Double)]], rim: ConvexRim, witness: (x: Double, y: Double), isInside: Bool) {
        outlines = []
        for line in lines {
            guard let first = line.first, let last = line.last, line.count > 1 else { continue }
            if first == last {
                outlines.append(line)
                continue
            }
            guard let start = rim.place(of: first), let end = rim.place(of: last) else { return nil }
            outlines.append(line + rim.path(from: end, to: start))
        }
        if contains(witness) != isInside { outlines.append(rim.corners) }
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
