import Calculus

/// What can be proved of one cell, the cheapest first; see ``CurveSampler`` for the proofs.
struct CellJudgement<Function: CurveFunction> {
    let cell: Interval
    let function: Function
    let viewport: Viewport
    let sampler: CurveSampler

    init(cell: Interval, sampling: Sampling<Function>) {
        self.cell = cell
        function = sampling.function
        viewport = sampling.viewport
        sampler = sampling.sampler
    }

    enum Verdict {
        case accepted(CubicPiece, distance: Double)
        /// Proved to hold nothing of the graph that is in view.
        case empty
        /// Short, and all but sure to hold a pole or a hole.
        case broken
        /// Proved to be continuous but for jumps, with what is left undrawn no farther than `distance` from the rest.
        case jump(distance: Double)
        case divide([Interval])
        /// Too short to be divided.
        case stuck
    }

    private var tolerance: Double { sampler.tolerance }
    /// Pixels.
    private var width: Double { cell.width * viewport.pixelsPerX }

    func verdict(point: (Double) -> CurvePoint) -> Verdict {
        let fourth = function.enclosure(order: 4, over: cell)
        var parts = 2
        if fourth.isContinuous, let magnitude = fourth.interval?.magnitude {
            let piece = CubicPiece(from: point(cell.lower), to: point(cell.upper))
            if piece.start.isFinite, piece.end.isFinite {
                // From square roots, since the fourth power of a short cell underflows.
                let root = magnitude.squareRoot() * viewport.pixelsPerY.squareRoot() * cell.width * cell.width
                let error = root * root / 384
                if let distance = distance(of: piece, verticalError: error) {
                    return .accepted(piece, distance: distance)
                }
                let ratio = (error / tolerance).squareRoot().squareRoot()
                // More than eight parts at once would trust an enclosure that is still wide.
                parts = ratio <= 8 && isNear(piece) ? max(2, Int(ratio.rounded(.up))) : 8
            }
        }
        let value = function.enclosure(order: 0, over: cell)
        guard let range = value.interval else { return .empty }
        if isOutOfView(range) { return .empty }
        if let accepted = small(range, isContinuous: value.isContinuous, point: point) { return accepted }
        // Without a bound, continuity says nothing of what is drawn beside: towards a pole it holds at every step.
        if !value.isContinuous || !range.isBounded, let end = broken(value, range, point: point) { return end }
        return division(into: parts)
    }

    /// The distance of a smooth cell's cubic to the graph, nil when it is above the tolerance or out of reach.
    private func distance(of piece: CubicPiece, verticalError error: Double) -> Double? {
        guard isNear(piece) else { return nil }
        if error <= tolerance { return error }
        let slope = function.enclosure(order: 1, over: cell)
        guard slope.isContinuous, let range = slope.interval else { return nil }
        let steepness = range.mignitude * viewport.pixelsPerY / viewport.pixelsPerX
        guard steepness > 1, error / steepness <= tolerance, isMonotone(piece) else { return nil }
        return error / steepness
    }

    /// A cell whose values lie in `range`. Half the tolerance costs one more division and spares the other half.
    private func small(_ range: Interval, isContinuous: Bool, point: (Double) -> CurvePoint) -> Verdict? {
        let tolerance = self.tolerance / 2
        let height = range.width * viewport.pixelsPerY
        let diagonal = (width * width + height * height).squareRoot()
        guard isContinuous ? height <= tolerance || width <= tolerance : diagonal <= tolerance else { return nil }
        let (start, end) = (point(cell.lower), point(cell.upper))
        guard start.value.isFinite, end.value.isFinite else { return nil }
        let (low, high) = (min(start.value, end.value), max(start.value, end.value))
        let excess = max(0, low - range.lower, range.upper - high) * viewport.pixelsPerY
        let distance = min(height, (width * width + excess * excess).squareRoot())
        guard distance <= tolerance else { return nil }
        let chord = CubicPiece.chord(from: start, to: end)
        return isNear(chord) ? .accepted(chord, distance: distance) : nil
    }

    /// A cell with a jump, a pole, a hole or an end of the domain, if it is short enough.
    private func broken(_ value: Enclosure, _ range: Interval, point: (Double) -> CurvePoint) -> Verdict? {
        if value.decoration == .defined {
            // A jump: the parts on both sides are as long as the cell at most.
            let slope = function.enclosure(order: 1, over: cell).interval?.magnitude ?? .infinity
            let steepness = slope * viewport.pixelsPerY / viewport.pixelsPerX
            let left = width * (1 + steepness * steepness).squareRoot()
            if left <= tolerance / 2 { return .jump(distance: left) }
        } else if width <= 1 {
            let (start, end) = (point(cell.lower), point(cell.upper))
            if start.value.isFinite != end.value.isFinite { return domainEdge(start: start, end: end, point: point) }
        }
        return width <= (range.isBounded ? CurveSampler.holeWidth : CurveSampler.poleWidth) ? .broken : nil
    }

    /// Finds the last double at which the function has a value, by bisection over the doubles themselves (64 steps at
    /// most, also towards zero), and divides the cell there. Towards a pole there is nothing to find.
    private func domainEdge(
        start: CurvePoint, end: CurvePoint, point: (Double) -> CurvePoint
    ) -> Verdict? {
        let startIsInside = start.value.isFinite
        if isOutOfView(Interval(startIsInside ? start.value : end.value)) { return nil }
        var (inside, outside) =
            startIsInside ? (start.x.rank, end.x.rank) : (end.x.rank, start.x.rank)
        while true {
            // Rounded downwards, and without the sum or the difference, which overflow: doubles of both signs have ranks of
            // both signs.
            let middle = (inside & outside) + ((inside ^ outside) >> 1)
            if middle == inside || middle == outside { break }
            if point(Double(rank: middle)).value.isFinite { inside = middle } else { outside = middle }
        }
        let (last, first) = (Double(rank: inside), Double(rank: outside))
        let ends =
            startIsInside ? [(cell.lower, last), (first, cell.upper)] : [(cell.lower, first), (last, cell.upper)]
        return .divide(ends.filter { $0.0 < $0.1 }.map { Interval($0.0, $0.1) })
    }

    private func division(into parts: Int) -> Verdict {
        let (a, b) = (cell.lower, cell.upper)
        // Towards a pole at zero floating point would go on until its slope overflows.
        let scale = max(abs(a), abs(b), (viewport.x.upperBound - viewport.x.lowerBound) * 0x1p-300)
        guard (b - a) / Double(parts) > 8 * scale.ulp else {
            return width <= CurveSampler.poleWidth ? .broken : .stuck
        }
        var ends = [a]
        for i in 1..<parts { ends.append(a + (b - a) * (Double(i) / Double(parts))) }
        ends.append(b)
        return .divide(zip(ends, ends.dropFirst()).map { Interval($0, $1) })
    }

    private func isOutOfView(_ range: Interval) -> Bool {
        let margin = sampler.margin / viewport.pixelsPerY
        return range.lower > viewport.y.upperBound + margin || range.upper < viewport.y.lowerBound - margin
    }

    private func isNear(_ piece: CubicPiece) -> Bool {
        let reach = max(sampler.margin, CurveSampler.reach) / viewport.pixelsPerY
        let (low, high) = (viewport.y.lowerBound - reach, viewport.y.upperBound + reach)
        return piece.controlPoints.allSatisfy { low <= $0.y && $0.y <= high }
    }

    private func isMonotone(_ piece: CubicPiece) -> Bool {
        let y = piece.controlPoints.map(\.y)
        return (y[0] <= y[1] && y[1] <= y[2] && y[2] <= y[3]) || (y[0] >= y[1] && y[1] >= y[2] && y[2] >= y[3])
    }
}

extension CubicPiece {
    /// A straight piece.
    static func chord(from start: CurvePoint, to end: CurvePoint) -> CubicPiece {
        let slope = (end.value - start.value) / (end.x - start.x)
        return CubicPiece(
            from: CurvePoint(x: start.x, value: start.value, slope: slope),
            to: CurvePoint(x: end.x, value: end.value, slope: slope))
    }
}

extension Double {
    /// Counts the doubles from zero, so that neighbours differ by one.
    fileprivate var rank: Int {
        let magnitude = Int(self.magnitude.bitPattern)
        return sign == .minus ? -magnitude : magnitude
    }

    fileprivate init(rank: Int) {
        let magnitude = Double(bitPattern: UInt64(rank.magnitude))
        self = rank < 0 ? -magnitude : magnitude
    }
}
