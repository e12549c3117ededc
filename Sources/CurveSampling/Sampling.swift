import Calculus

/// One sampling under way: the cells still to judge, and what was found in those that are done.
struct Sampling<Function: CurveFunction> {
    let function: Function
    let viewport: Viewport
    let sampler: CurveSampler
    private var points: [Double: CurvePoint] = [:]
    private var evaluations = Curve.Evaluations(point: 0, interval: 0)
    private var accepted: [CubicPiece] = []
    private var broken: [ClosedRange<Double>] = []
    private var jumps: [ClosedRange<Double>] = []
    private var envelopes: [Curve.Envelope] = []
    private var unresolved: [ClosedRange<Double>] = []
    private var bound = 0.0

    init(function: Function, viewport: Viewport, sampler: CurveSampler) {
        self.function = function
        self.viewport = viewport
        self.sampler = sampler
    }

    mutating func run(from seeds: [CurvePoint]) -> Curve {
        evaluations.point = seeds.count
        for seed in seeds { points[seed.x] = seed }
        let ends = seeds.isEmpty ? [viewport.x.lowerBound, viewport.x.upperBound] : seeds.map(\.x)
        var generation = zip(ends, ends.dropFirst()).map { Interval($0, $1) }
        while !generation.isEmpty {
            guard let next = judged(generation) else {
                // What the budget cannot resolve is left as a whole generation, so that equal parts look equal.
                generation.forEach { leave($0) }
                break
            }
            generation = next
        }
        // Many holes side by side are no hole, but a stretch of which nothing is known.
        let widest = sampler.tolerance / 4 / viewport.pixelsPerX
        let holes = Sampling.merged(broken)
        let stretches = holes.filter { $0.upperBound - $0.lowerBound > widest }
        return Curve(
            runs: connectedRuns, evaluations: evaluations, boundInPixels: bound,
            breaks: Sampling.merged(jumps + holes.filter { $0.upperBound - $0.lowerBound <= widest }),
            envelopes: envelopes.sorted { $0.x.lowerBound < $1.x.lowerBound },
            unresolved: Sampling.merged(unresolved + stretches), viewport: viewport)
    }

    /// Judges every cell of a generation; the cells to judge next, or nil, and nothing found, when the budget ends
    /// before the last of them.
    private mutating func judged(_ generation: [Interval]) -> [Interval]? {
        let before = (
            accepted: accepted.count, broken: broken.count, jumps: jumps.count, envelopes: envelopes.count,
            unresolved: unresolved.count, bound: bound
        )
        var next: [Interval] = []
        for cell in generation {
            // Every cell that is given up costs one more enclosure.
            let reserve = generation.count + next.count
            guard evaluations.point + evaluations.interval + reserve < sampler.budget else {
                accepted.removeSubrange(before.accepted...)
                broken.removeSubrange(before.broken...)
                jumps.removeSubrange(before.jumps...)
                envelopes.removeSubrange(before.envelopes...)
                unresolved.removeSubrange(before.unresolved...)
                bound = before.bound
                return nil
            }
            let judgement = CellJudgement(cell: cell, sampling: self)
            let verdict = judgement.verdict { x in point(at: x) }
            evaluations.interval += 1
            switch verdict {
            case .accepted(let piece, let distance):
                bound = max(bound, distance)
                accepted.append(piece)
            case .empty: break
            case .broken: broken.append(cell.lower...cell.upper)
            case .jump(let distance):
                bound = max(bound, distance)
                jumps.append(cell.lower...cell.upper)
            case .divide(let cells): next += cells
            case .stuck: leave(cell)
            }
        }
        return next
    }

    /// Gives a cell up: as a box that holds the graph where the function is continuous, else as unresolved.
    private mutating func leave(_ cell: Interval) {
        let value = function.enclosure(order: 0, over: cell)
        evaluations.interval += 1
        let margin = sampler.margin.isFinite ? sampler.margin / viewport.pixelsPerY : 0
        let view = Interval(viewport.y.lowerBound - margin, viewport.y.upperBound + margin)
        guard let range = value.interval, range.lower <= view.upper, range.upper >= view.lower else { return }
        if value.isContinuous {
            envelopes.append(
                .init(
                    x: cell.lower...cell.upper,
                    y: max(range.lower, view.lower)...min(range.upper, view.upper)))
        } else {
            unresolved.append(cell.lower...cell.upper)
        }
    }

    private mutating func point(at x: Double) -> CurvePoint {
        if let known = points[x] { return known }
        evaluations.point += 1
        let point = function.evaluate(at: x)
        points[x] = point
        return point
    }

    /// The accepted pieces in order of x; where one does not begin at the end of the one before, a run ends.
    private var connectedRuns: [[CubicPiece]] {
        var runs: [[CubicPiece]] = []
        for piece in accepted.sorted(by: { $0.start.x < $1.start.x }) {
            if let end = runs.last?.last?.end, end.x == piece.start.x {
                runs[runs.count - 1].append(piece)
            } else {
                runs.append([piece])
            }
        }
        return runs
    }

    /// Cells in order of x, neighbours as one.
    private static func merged(_ cells: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
        var ranges: [ClosedRange<Double>] = []
        for range in cells.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, last.upperBound == range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound...range.upperBound
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }
}
