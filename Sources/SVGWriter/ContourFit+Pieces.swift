import Scenes

// What may stand between two nodes of a contour.

extension ContourFit {
    /// What a corner counts where the outline is smooth, in bytes.
    private static let kink = 2.0

    /// What an error counts, by what is tolerated, in bytes: of two pieces as long, the nearer is taken.
    private static func cost(of error: Double) -> Double { 0.3 * error }

    /// What may be written from one node to another: nothing where nothing is near enough.
    func collect(_ from: Int, _ to: Int, into candidates: inout [Candidate]) {
        let (a, b) = (places[from], places[to])
        let samples = contour.samples[contour.nodes[from]...contour.nodes[to]]
        if let error = ContourFit.error(ofLineFrom: a, to: b, samples) {
            let kinks = a == b ? 0 : kinks(ofLine: from, to)
            candidates.append(
                Candidate(piece: a == b ? nil : .line(b), blemish: ContourFit.cost(of: error) + kinks))
            if kinks == 0 { return }
        }
        let isNext = to == from + 1
        if a != b, samples.count > 3, !contour.isSharp[from + 1..<to].contains(true) {
            if let tangent = tangentMiddle(from, to) {
                let error = ContourFit.error(of: a, tangent, b, samples)
                if error <= 1 {
                    candidates.append(
                        Candidate(piece: .quadratic(tangent, b), blemish: ContourFit.cost(of: error)))
                    return
                }
            }
            // As the font has it, no farther from it than rounding moves its points.
            if let cubic = contour.cubics[from], cubic.nodes == to - from {
                candidates.append(
                    Candidate(
                        piece: .cubic(GridPoint(rounding: cubic.a), GridPoint(rounding: cubic.b), b), blemish: 0))
            }
            let (middle, error) = ContourFit.quadratic(a, b, samples)
            if error <= 1 || isNext && candidates.isEmpty {
                candidates.append(
                    Candidate(
                        piece: .quadratic(middle, b), blemish: ContourFit.cost(of: error) + ContourFit.kink))
            }
        }
        // From a node to the next there is always something.
        if isNext, candidates.isEmpty {
            candidates.append(Candidate(piece: a == b ? nil : .line(b), blemish: ContourFit.cost(of: 1)))
        }
    }

    /// The largest distance of the samples from a line, by what is tolerated; nil where that is more than 1.
    private static func error(
        ofLineFrom a: GridPoint, to b: GridPoint, _ samples: ArraySlice<SVGContour.Sample>
    ) -> Double? {
        let (x, y) = (Double(a.x), Double(a.y))
        let (dx, dy) = (Double(b.x) - x, Double(b.y) - y)
        let length = (dx * dx + dy * dy).squareRoot()
        var error = 0.0
        for sample in samples {
            let (px, py) = (sample.place.x - x, sample.place.y - y)
            var distance: Double
            if length > 0 {
                distance = abs(px * dy - py * dx) / length
                let along = (px * dx + py * dy) / length
                let beyond = max(-along, along - length)
                if beyond > 0 { distance = (distance * distance + beyond * beyond).squareRoot() }
            } else {
                distance = (px * px + py * py).squareRoot()
            }
            if distance > sample.tolerance { return nil }
            error = max(error, distance / sample.tolerance)
        }
        return error
    }

    /// The control point of the quadratic that leaves one node and arrives at another as the line does, so that it stays
    /// smooth; nil where there is none.
    private func tangentMiddle(_ from: Int, _ to: Int) -> GridPoint? {
        let (a, b) = (contour.samples[contour.nodes[from]].place, contour.samples[contour.nodes[to]].place)
        let (u, v) = (contour.leaving[from], contour.arriving[to - 1])
        let cross = u.x * v.y - u.y * v.x
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let (s, r) = ((dx * v.y - dy * v.x) / cross, (u.x * dy - u.y * dx) / cross)
        guard s > 0, r > 0, s.isFinite, r.isFinite else { return nil }
        let (x, y) = (a.x + s * u.x, a.y + s * u.y)
        guard abs(x) < 1e6, abs(y) < 1e6 else { return nil }
        return GridPoint(rounding: Point(x: x, y: y))
    }

    /// At least the largest distance of the samples from a quadratic, by what is tolerated.
    private static func error(
        of a: GridPoint, _ middle: GridPoint, _ b: GridPoint, _ samples: ArraySlice<SVGContour.Sample>
    ) -> Double {
        let curve = Quadratic(a, Point(x: Double(middle.x), y: Double(middle.y)), b)
        var times = times(samples)
        curve.approach(samples, &times)
        return curve.error(samples, times)
    }

    /// What corners count that a line has where the outline has none, in bytes.
    private func kinks(ofLine from: Int, _ to: Int) -> Double {
        let (a, b) = (places[from], places[to])
        let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
        let length = (dx * dx + dy * dy).squareRoot()
        // On the grid, a short line has few directions.
        guard length > 8 else { return 0 }
        return [contour.leaving[from], contour.arriving[to - 1]].reduce(0) { kinks, tangent in
            let scale = length * (tangent.x * tangent.x + tangent.y * tangent.y).squareRoot()
            return kinks + (abs(dx * tangent.y - dy * tangent.x) > 0.2 * scale ? ContourFit.kink : 0)
        }
    }

    /// A quadratic near the samples, and the largest of their distances from it by what is tolerated.
    ///
    /// By least squares, each sample at the time by which as much of their length is passed, and once more, each at
    /// the time at which the first is nearest to it: Plass and Stone's reparametrization.
    private static func quadratic(
        _ a: GridPoint, _ b: GridPoint, _ samples: ArraySlice<SVGContour.Sample>
    ) -> (middle: GridPoint, error: Double) {
        var times = times(samples)
        var curve = Quadratic(a, nearest(times, a, b, samples), b)
        curve.approach(samples, &times)
        let middle = nearest(times, a, b, samples)
        let rounded = GridPoint(rounding: middle)
        curve = Quadratic(a, Point(x: Double(rounded.x), y: Double(rounded.y)), b)
        curve.approach(samples, &times)
        return (rounded, curve.error(samples, times))
    }

    /// The control point of least squares.
    private static func nearest(
        _ times: [Double], _ a: GridPoint, _ b: GridPoint, _ samples: ArraySlice<SVGContour.Sample>
    ) -> Point {
        var (x, y, weights) = (0.0, 0.0, 0.0)
        for (sample, t) in zip(samples, times) {
            let (k, l, m) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            x += l * (sample.place.x - k * Double(a.x) - m * Double(b.x))
            y += l * (sample.place.y - k * Double(a.y) - m * Double(b.y))
            weights += l * l
        }
        // Where all samples are at the ends, any will do that is between them.
        guard weights > 1e-3 else { return Point(x: Double(a.x + b.x) / 2, y: Double(a.y + b.y) / 2) }
        return Point(x: x / weights, y: y / weights)
    }

    /// How much of the samples' length is passed at each, from 0 to 1.
    private static func times(_ samples: ArraySlice<SVGContour.Sample>) -> [Double] {
        var passed = 0.0
        var times = [0.0]
        times.reserveCapacity(samples.count)
        for index in samples.indices.dropLast() {
            let (p, q) = (samples[index].place, samples[index + 1].place)
            passed += ((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot()
            times.append(passed)
        }
        return passed > 0 ? times.map { $0 / passed } : times
    }
}
