import Scenes

/// The regions of a sheet on which a field is at least 0, 1, 2, …, and less than so much more: each bounded by the lines on
/// which the field has these values and by the sheet's own edge.
///
/// - Complexity: O(polygons + vertices of all the lines), in expectation.
struct FieldRegions {
    /// For each value from the lowest on: closed lines around the region, which lies to their left on the floor.
    private(set) var loops: [[[Point]]]

    /// A piece of a boundary, by the keys of its ends.
    private struct Segment {
        var start: UInt64
        var end: UInt64
        var point: Point
    }

    /// - Parameters:
    ///   - field: at each vertex, finite.
    ///   - count: the number of regions, of the values 0 to `count` − 1.
    ///   - width: of a region, in values. Default: without an upper end.
    init(_ sheet: SheetPolygons, field: [Double], count: Int, width: Int? = nil) {
        var segments = Array(repeating: [Segment](), count: count)
        let (corners, points) = (sheet.corners, sheet.points)
        let width = width ?? count + 1
        /// Of a region's lower and upper line on the side between two vertices, or of a vertex.
        func key(_ a: Int, _ b: Int, isUpper: Bool = false) -> UInt64 {
            UInt64(min(a, b)) << 32 | UInt64(max(a, b)) | (isUpper ? 1 << 63 : 0)
        }
        /// Where the field has a value on the side between two vertices, the same from both sides.
        func crossing(_ a: Int, _ b: Int, _ value: Double) -> Point {
            let (first, second) = (min(a, b), max(a, b))
            return points[first].along((value - field[first]) / (field[second] - field[first]), to: points[second])
        }
        for polygon in 0..<(sheet.starts.count - 1) {
            let (start, end) = (sheet.starts[polygon], sheet.starts[polygon + 1])
            var (low, high) = (field[corners[start]], field[corners[start]])
            for k in start..<end {
                low = min(low, field[corners[k]])
                high = max(high, field[corners[k]])
            }
            // The lines across the polygon: at least the value is on their one side, less on the other.
            let (first, last) = (max(0, Int(low.rounded(.down)) + 1), min(count - 1 + width, Int(high.rounded(.down))))
            if first <= last {
                for value in first...last {
                    let level = Double(value)
                    var falls = (a: 0, b: 0)
                    var rises = (a: 0, b: 0)
                    for k in start..<end {
                        let (a, b) = (corners[k], corners[k + 1 == end ? start : k + 1])
                        let (isInA, isInB) = (field[a] >= level, field[b] >= level)
                        if isInA && !isInB { falls = (a, b) }
                        if isInB && !isInA { rises = (a, b) }
                    }
                    if value < count {
                        segments[value].append(
                            Segment(
                                start: key(falls.a, falls.b), end: key(rises.a, rises.b),
                                point: crossing(falls.a, falls.b, level)))
                    }
                    if value >= width {
                        segments[value - width].append(
                            Segment(
                                start: key(rises.a, rises.b, isUpper: true), end: key(falls.a, falls.b, isUpper: true),
                                point: crossing(rises.a, rises.b, level)))
                    }
                }
            }
            for k in start..<end where !sheet.goesOn[k] {
                let (a, b) = (corners[k], corners[k + 1 == end ? start : k + 1])
                let (least, most) = (min(field[a], field[b]), max(field[a], field[b]))
                let (lowest, highest) = (
                    max(0, Int(least.rounded(.down)) + 1 - width), min(count - 1, Int(most.rounded(.down)))
                )
                guard lowest <= highest else { continue }
                for value in lowest...highest {
                    let (lower, upper) = (Double(value), Double(value + width))
                    /// The end of the part in the region that is nearer to a vertex.
                    func end(_ vertex: Int) -> (key: UInt64, point: Point) {
                        if field[vertex] < lower { return (key(a, b), crossing(a, b, lower)) }
                        if field[vertex] >= upper { return (key(a, b, isUpper: true), crossing(a, b, upper)) }
                        return (key(vertex, vertex), points[vertex])
                    }
                    let (from, to) = (end(a), end(b))
                    segments[value].append(Segment(start: from.key, end: to.key, point: from.point))
                }
            }
        }
        loops = segments.map(FieldRegions.chained)
    }

    private static func chained(_ segments: [Segment]) -> [[Point]] {
        var first = [UInt64: Int](minimumCapacity: segments.count)
        // Where several start at one point, the others follow.
        var others = [Int](repeating: -1, count: segments.count)
        for (index, segment) in segments.enumerated() {
            if let known = first.updateValue(index, forKey: segment.start) { others[index] = known }
        }
        var isUsed = [Bool](repeating: false, count: segments.count)
        var loops: [[Point]] = []
        for start in segments.indices where !isUsed[start] {
            var loop: [Point] = []
            var index = start
            while !isUsed[index] {
                isUsed[index] = true
                loop.append(segments[index].point)
                var next = first[segments[index].end] ?? index
                while isUsed[next], others[next] >= 0 { next = others[next] }
                index = next
            }
            loops.append(loop)
        }
        return loops
    }
}
