import Scenes

/// What labels must not run into: the curves and points of a panel.
struct PanelObstacles {
    /// Polylines in points, one list a curve, by the curve's id.
    var curves: [(id: String, lines: [[Point]])] = []
    /// Thin straight lines.
    var lines: [[Point]] = []
    var boxes: [Rect] = []

    init(panel: Panel, scales: PanelScales, theme: Theme) {
        for mark in panel.marks {
            switch mark {
            case .bands: break
            case .chord(let chord): lines += chord.lines(in: scales)
            case .curve(let curve): curves.append((curve.id, curve.polylines(in: scales)))
            case .points(let points): boxes += points.boxes(in: scales, theme: theme)
            case .path(let path):
                lines += path.polylines(in: scales)
                boxes += path.boxes(in: scales, theme: theme)
            // They go everywhere; numbers stand on them with a halo.
            case .contour, .region: break
            case .guide(let guide): lines.append(guide.line(in: scales))
            case .bars(let mark): boxes += mark.bars.indices.map { mark.box(of: $0, in: scales) }
            }
        }
    }

    /// Whether any curve or point comes into the box.
    func meet(_ box: Rect) -> Bool {
        boxes.contains { $0.intersects(box) } || PanelObstacles.meets(lines, box)
            || curves.contains { PanelObstacles.meets($0.lines, box) }
    }

    static func meets(_ lines: [[Point]], _ box: Rect) -> Bool {
        lines.contains { line in
            line.indices.dropFirst().contains { segment(line[$0 - 1], line[$0], meets: box) }
        }
    }

    /// Liang and Barsky's clipping, asked only whether anything is left.
    static func segment(_ a: Point, _ b: Point, meets box: Rect) -> Bool {
        // Nearly every segment lies beside the box.
        let (right, bottom) = (box.right, box.bottom)
        if (a.x < box.left && b.x < box.left) || (a.x > right && b.x > right) { return false }
        if (a.y < box.top && b.y < box.top) || (a.y > bottom && b.y > bottom) { return false }
        var (enter, leave) = (0.0, 1.0)
        for (start, delta, low, high) in [
            (a.x, b.x - a.x, box.left, box.right), (a.y, b.y - a.y, box.top, box.bottom),
        ] where delta != 0 {
            let (t, u) = ((low - start) / delta, (high - start) / delta)
            enter = max(enter, min(t, u))
            leave = min(leave, max(t, u))
        }
        return enter <= leave
    }
}
