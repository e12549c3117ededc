import Scenes

/// What of a path is drawn, in points.
struct PathRoute {
    /// Nil where it is out of the window.
    private(set) var start: Point?
    private(set) var end: Point?
    /// Between the first point and the last.
    private(set) var dots: [Point] = []
    private(set) var steps: [PathStep] = []

    init(_ mark: PathMark, scales: PanelScales) {
        let plot = Rect(
            left: min(scales.x.start, scales.x.end), top: min(scales.y.start, scales.y.end),
            right: max(scales.x.start, scales.x.end), bottom: max(scales.y.start, scales.y.end))
        func place(_ point: DataPoint) -> Place {
            let at = scales(point)
            return Place(at: at, isInside: plot.contains(at))
        }
        // The ends stand where they are; others on what is drawn already, if that is near.
        let last = mark.points.count - 1
        var places = last > 0 ? [place(mark.points[0]), place(mark.points[last])] : [place(mark.points[0])]
        var drawn: Set<Hop> = []
        var here = 0
        for index in mark.points.indices.dropFirst() {
            let found = place(mark.points[index])
            let near =
                !found.isInside
                ? nil
                : places.firstIndex { $0.isInside && $0.at.distance(to: found.at) < PathMark.leastDistance }
            let next = index == last ? 1 : near ?? places.count
            if next == places.count { places.append(found) }
            if next != here, drawn.insert(Hop(from: here, to: next)).inserted,
                let step = PathStep(from: places[here].at, to: places[next].at, form: mark.form, plot: plot)
            {
                steps.append(step)
            }
            here = next
        }
        if places[0].isInside { start = places[0].at }
        if places.count > 1, places[1].isInside { end = places[1].at }
        dots = places.dropFirst(2).filter(\.isInside).map(\.at)
        clearArrowheads()
    }

    /// Where steps cross or lie close together, as on the last of the way to and fro around a minimum, an arrowhead would
    /// be a blot on another step's line: those that meet one are left out, unless they tell where the path leaves the plot.
    private mutating func clearArrowheads() {
        let lines = steps.map(\.polyline)
        for index in steps.indices {
            guard !steps[index].leaves, let head = steps[index].arrowheadBox else { continue }
            // The way back lies on the way there; heads of both stand back to back.
            let isBlot = steps.indices.contains { other in
                other != index && !steps[other].isReverse(of: steps[index])
                    && PanelObstacles.meets([lines[other]], head)
            }
            if isBlot { steps[index].hideArrowhead() }
        }
    }

    /// All steps as one path, which goes on where the next step begins at the end of the last.
    var line: Path {
        var path = Path()
        var end: Point?
        for step in steps {
            path.elements += step.from == end ? Array(step.path.elements.dropFirst()) : step.path.elements
            end = step.to
        }
        return path
    }

    private struct Place {
        var at: Point
        var isInside: Bool
    }

    private struct Hop: Hashable {
        var from: Int
        var to: Int
    }
}

extension Point {
    fileprivate func distance(to other: Point) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
}
