import Scenes

extension Path {
    /// Closed polygons.
    init(closed outlines: [[DataPoint]], in scales: PanelScales) {
        self.init()
        for outline in outlines where outline.count > 1 {
            move(to: scales(outline[0]))
            // The way back to the first point is the closing line.
            let last = outline.last == outline.first ? outline.count - 1 : outline.count
            for point in outline[1..<last] { line(to: scales(point)) }
            close()
        }
    }
}

extension DataPoint {
    /// Whether an odd number of the outlines holds the point, which is in points.
    static func holds(_ outlines: [[DataPoint]], _ p: Point, scales: PanelScales) -> Bool {
        var isInside = false
        for outline in outlines {
            guard let last = outline.last else { continue }
            var a = scales(last)
            for point in outline {
                let b = scales(point)
                if (a.y > p.y) != (b.y > p.y), p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) {
                    isInside.toggle()
                }
                a = b
            }
        }
        return isInside
    }
}
