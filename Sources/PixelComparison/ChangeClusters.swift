/// Pixels that differ, gathered row by row into clusters: two pixels belong together when neither their columns nor their
/// rows are more than ``reach`` apart, and so do all that are joined by such steps.
///
/// Within a row the pixels form segments. A segment joins the clusters of the segments near it in the rows above; the
/// clusters that meet in this way are united by union-find.
struct ChangeClusters {
    /// Pixels.
    static let reach = 8

    private struct Segment {
        var columns: ClosedRange<Int>
        var different: Int
        var label: Int32 = -1
    }

    /// The rows that a new one may reach, the newest last.
    private var recent: [(row: Int, segments: [Segment])] = []
    /// The label that each label was united with, itself for the root of a cluster.
    private var parent: [Int32] = []
    private var boxes: [PixelBox] = []

    /// Adds a row below those added before.
    ///
    /// - Parameter findings: of its pixels, from the left.
    /// - Complexity: O(pixels), and ``reach`` times the segments.
    mutating func add(row: Int, _ findings: UnsafeBufferPointer<UInt8>) {
        var segments = ChangeClusters.segments(of: findings)
        if segments.isEmpty { return }
        recent.removeAll { row - $0.row > ChangeClusters.reach }
        for other in recent { join(&segments, other.segments) }
        for i in segments.indices {
            let segment = segments[i]
            if segment.label < 0 {
                segments[i].label = Int32(parent.count)
                parent.append(segments[i].label)
                boxes.append(
                    PixelBox(
                        x: segment.columns.lowerBound, y: row, width: segment.columns.count, height: 1,
                        different: segment.different))
            } else {
                boxes[Int(root(segment.label))].include(
                    columns: segment.columns, row: row, different: segment.different)
            }
        }
        recent.append((row, segments))
    }

    private static func segments(of findings: UnsafeBufferPointer<UInt8>) -> [Segment] {
        var segments: [Segment] = []
        var x = 0
        while x < findings.count {
            let start = x
            while x < findings.count, counts(findings[x]) { x += 1 }
            if x > start {
                if let last = segments.indices.last, start - segments[last].columns.upperBound <= reach {
                    segments[last].columns = segments[last].columns.lowerBound...(x - 1)
                    segments[last].different += x - start
                } else {
                    segments.append(Segment(columns: start...(x - 1), different: x - start))
                }
            }
            while x < findings.count, !counts(findings[x]) { x += 1 }
        }
        return segments
    }

    @inline(__always)
    private static func counts(_ finding: UInt8) -> Bool {
        finding == PixelFinding.different.rawValue || finding == PixelFinding.transparency.rawValue
    }

    /// Gives `segments` the labels of those of another row that they reach. Both are sorted.
    private mutating func join(_ segments: inout [Segment], _ others: [Segment]) {
        var first = 0
        for i in segments.indices {
            let columns = segments[i].columns
            while first < others.count, columns.lowerBound - others[first].columns.upperBound > ChangeClusters.reach {
                first += 1
            }
            var next = first
            while next < others.count, others[next].columns.lowerBound - columns.upperBound <= ChangeClusters.reach {
                segments[i].label = united(segments[i].label, others[next].label)
                next += 1
            }
        }
    }

    private mutating func root(_ label: Int32) -> Int32 {
        var label = label
        while parent[Int(label)] != label {
            parent[Int(label)] = parent[Int(parent[Int(label)])]
            label = parent[Int(label)]
        }
        return label
    }

    /// The label of two clusters made one; `a` may be none yet.
    private mutating func united(_ a: Int32, _ b: Int32) -> Int32 {
        let b = root(b)
        guard a >= 0 else { return b }
        let a = root(a)
        guard a != b else { return a }
        let (kept, lost) = (min(a, b), max(a, b))
        parent[Int(lost)] = kept
        boxes[Int(kept)].merge(boxes[Int(lost)])
        return kept
    }

    /// The boxes of all clusters, those with the most pixels first.
    func sorted() -> [PixelBox] {
        parent.indices.filter { parent[$0] == Int32($0) }.map { boxes[$0] }.sorted {
            ($1.different, $0.y, $0.x) < ($0.different, $1.y, $1.x)
        }
    }
}
