import Scenes

// What may stand between two nodes of a contour.

extension ContourFit {
    /// What a corner counts where the outline is smooth, in bytes.
    private static let kink = 2.0

    /// What an error counts, by what is tolerated, in bytes: of two pieces as long, the nearer is taken.
    private static func cost(of error: Double) -> Double { 0.3 * error }

    /// What may be written from one node to another: nothing where nothing is near enough.
    ///
    /// - Returns: whether an end farther on may still be in reach.
    func collect(
        _ from: Int, _ to: Int, of samples: UnsafeBufferPointer<SVGContour.Sample>, into candidates: inout [Candidate]
    ) -> Bool {
        let (a, b) = (places[from], places[to])
        let between = UnsafeBufferPointer(rebasing: samples[contour.nodes[from].sample...contour.nodes[to].sample])
        if !isAslant(from, to), let error = ContourFit.error(ofLineFrom: a, to: b, between) {
            let kinks = a == b ? 0 : kinks(ofLine: from, to)
            candidates.append(
                Candidate(piece: a == b ? nil : .line(b), blemish: ContourFit.cost(of: error) + kinks))
            if kinks == 0 { return true }
        }
        let isNext = to == from + 1
        if a != b, between.count > 3, !(from + 1..<to).contains(where: { contour.nodes[$0].isSharp }),
            !(from..<to).contains(where: { contour.nodes[$0].axis != nil })
        {
            if let tangent = tangentMiddle(from, to),
                let error = ContourFit.error(of: a, tangent, b, between)
            {
                candidates.append(Candidate(piece: .quadratic(tangent, b), blemish: ContourFit.cost(of: error)))
                return true
            }
            // As the font has it, no farther from it than rounding moves its points.
            if let cubic = contour.nodes[from].cubic, cubic.nodes == to - from {
                candidates.append(
                    Candidate(
                        piece: .cubic(GridPoint(rounding: cubic.a), GridPoint(rounding: cubic.b), b), blemish: 0))
            }
            guard let middle = ContourFit.nearestMiddle(a, b, between, within: isNext ? .infinity : 2) else {
                return false
            }
            let error = ContourFit.error(of: a, middle, b, between)
            if error != nil || isNext && candidates.isEmpty {
                candidates.append(
                    Candidate(
                        piece: .quadratic(middle, b), blemish: ContourFit.cost(of: error ?? 1) + ContourFit.kink))
            }
        }
        // From a node to the next there is always something.
        if isNext, candidates.isEmpty {
            candidates.append(Candidate(piece: a == b ? nil : .line(b), blemish: ContourFit.cost(of: 1)))
        }
        return true
    }

    /// Whether a line would not be along an axis, of which an edge of the outline is: the bars of letters lie level.
    private func isAslant(_ from: Int, _ to: Int) -> Bool {
        let (a, b) = (places[from], places[to])
        return (from..<to).contains { node in
            switch contour.nodes[node].axis {
            case .x: a.y != b.y
            case .y: a.x != b.x
            case nil: false
            }
        }
    }

    /// The largest distance of the samples from a line, by what is tolerated; nil where that is more than 1.
    private static func error(
        ofLineFrom a: GridPoint, to b: GridPoint, _ samples: UnsafeBufferPointer<SVGContour.Sample>
    ) -> Double? {
        let (x, y) = (Double(a.x), Double(a.y))
        let (dx, dy) = (Double(b.x) - x, Double(b.y) - y)
        let length = (dx * dx + dy * dy).squareRoot()
        let (ux, uy) = length > 0 ? (dx / length, dy / length) : (0, 0)
        // Squares.
        var error = 0.0
        for sample in samples {
            let (px, py) = (sample.place.x - x, sample.place.y - y)
            let along = px * ux + py * uy
            let beyond = along - min(max(along, 0), length)
            let across = length > 0 ? px * uy - py * ux : (px * px + py * py).squareRoot()
            let (square, tolerated) = (across * across + beyond * beyond, sample.tolerance * sample.tolerance)
            if square > tolerated { return nil }
            error = max(error, square / tolerated)
        }
        return error.squareRoot()
    }

    private func place(of node: Int) -> Point { contour.samples[contour.nodes[node].sample].place }

    /// The control point of the quadratic that leaves one node and arrives at another as the line does, so that it stays
    /// smooth; nil where there is none.
    private func tangentMiddle(_ from: Int, _ to: Int) -> GridPoint? {
        let (a, b) = (place(of: from), place(of: to))
        let (u, v) = (contour.nodes[from].leaving, contour.nodes[to - 1].arriving)
        let cross = u.x * v.y - u.y * v.x
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let (s, r) = ((dx * v.y - dy * v.x) / cross, (u.x * dy - u.y * dx) / cross)
        guard s > 0, r > 0, s.isFinite, r.isFinite else { return nil }
        let (x, y) = (a.x + s * u.x, a.y + s * u.y)
        guard abs(x) < 1e6, abs(y) < 1e6 else { return nil }
        return GridPoint(rounding: Point(x: x, y: y))
    }

    /// At least the largest distance of the samples from a quadratic, by what is tolerated; nil where that is more than 1.
    private static func error(
        of a: GridPoint, _ middle: GridPoint, _ b: GridPoint, _ samples: UnsafeBufferPointer<SVGContour.Sample>
    ) -> Double? {
        let (start, perLength) = span(of: samples)
        // One that goes farther than they do is near each of them and yet elsewhere between.
        guard (length(middle - a) + length(b - middle)) * perLength <= 1.5 else { return nil }
        let curve = Quadratic(a, Point(x: Double(middle.x), y: Double(middle.y)), b)
        // Squares.
        var error = 0.0
        for sample in samples {
            let t = curve.time(nearestTo: sample.place, from: (sample.passed - start) * perLength)
            let tolerated = sample.tolerance * sample.tolerance
            let square = curve.squaredDistance(to: sample.place, at: t)
            if square > tolerated { return nil }
            error = max(error, square / tolerated)
        }
        return error.squareRoot()
    }

    /// The control point of a quadratic near the samples.
    ///
    /// By least squares, each sample at the time by which as much of their length is passed, and once more, each at
    /// the time at which the first is nearest to it: Plass and Stone's reparametrization.
    ///
    /// - Parameter reach: by what is tolerated. Where the first is farther from a sample, the second is not near: nil.
    private static func nearestMiddle(
        _ a: GridPoint, _ b: GridPoint, _ samples: UnsafeBufferPointer<SVGContour.Sample>, within reach: Double
    ) -> GridPoint? {
        let (start, perLength) = span(of: samples)
        var squares = Quadratic.LeastSquares(a, b)
        for sample in samples { squares.add(sample.place, at: (sample.passed - start) * perLength) }
        let curve = Quadratic(a, squares.middle, b)
        squares = Quadratic.LeastSquares(a, b)
        for sample in samples {
            let t = curve.time(nearestTo: sample.place, from: (sample.passed - start) * perLength)
            let tolerated = reach * sample.tolerance
            if curve.squaredDistance(to: sample.place, at: t) > tolerated * tolerated { return nil }
            squares.add(sample.place, at: t)
        }
        return GridPoint(rounding: squares.middle)
    }

    private static func length(_ offset: GridPoint) -> Double {
        Double(offset.x * offset.x + offset.y * offset.y).squareRoot()
    }

    /// Where samples begin on their contour, and what part of them a unit of their length is; 0 where they are all one
    /// place.
    private static func span(of samples: UnsafeBufferPointer<SVGContour.Sample>) -> (start: Double, perLength: Double) {
        let start = samples[0].passed
        let length = samples[samples.count - 1].passed - start
        return (start, length > 0 ? 1 / length : 0)
    }

    /// What corners count that a line has where the outline has none, in bytes.
    private func kinks(ofLine from: Int, _ to: Int) -> Double {
        let (a, b) = (places[from], places[to])
        let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
        let length = (dx * dx + dy * dy).squareRoot()
        // On the grid, a short line has few directions.
        guard length > 8 else { return 0 }
        func kink(_ tangent: Point) -> Double {
            let scale = length * (tangent.x * tangent.x + tangent.y * tangent.y).squareRoot()
            return abs(dx * tangent.y - dy * tangent.x) > 0.2 * scale ? ContourFit.kink : 0
        }
        return kink(contour.nodes[from].leaving) + kink(contour.nodes[to - 1].arriving)
    }
}
