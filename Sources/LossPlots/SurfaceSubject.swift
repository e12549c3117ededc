import Calculus
import CurveSampling
import Expressions
import Losses

/// What contours are of: a loss over (w, b) on the data, a formula of two variables, or values computed elsewhere.
enum SurfaceSubject: Equatable, Sendable {
    case loss(LinkedLoss)
    case formula(Expression)
    case grid(GridSubject)

    /// By which a warning or an export names it.
    var name: String {
        switch self {
        case .loss(let loss): "\(loss.loss)"
        case .formula(let expression): expression.source
        case .grid(let subject): subject.name
        }
    }

    var needsSamples: Bool {
        switch self {
        case .loss: true
        case .formula(let expression): expression.needsSamples
        case .grid: false
        }
    }

    func surface(on data: Dataset) -> any SurfaceFunction {
        switch self {
        case .loss(let loss):
            func surface(_ loss: some LogitLoss) -> any SurfaceFunction {
                LossSurface(objective: AffineObjective(loss, on: data))
            }
            return surface(loss.ofLogit)
        case .formula(let expression):
            return ExpressionSurface(
                expression: expression, samples: expression.needsSamples ? Samples(x: data.x, y: data.y) : nil)
        case .grid(let subject): return subject.grid
        }
    }

    /// The level sets, and the regions above them where they are wanted.
    func bands(
        on data: Dataset, levels: [Double], in viewport: Viewport, fills: Bool
    ) -> (sets: [LevelSet], bands: LevelBands?) {
        if case .grid(let subject) = self {
            guard let part = subject.grid.cropped(x: viewport.x, y: viewport.y) else { return ([], nil) }
            let bands = GridContours(part, in: viewport).bands(at: levels)
            return (bands.sets, fills ? bands : nil)
        }
        // Evaluations, each of all samples: some seconds for very many of them.
        let samples = needsSamples ? data.count : 1
        let usual = ContourTracer.budget(levels: levels.count, in: viewport)
        let tracer = ContourTracer(budget: max(600, min(usual, 30_000_000 / samples)))
        let surface = surface(on: data)
        guard fills else { return (surface.traced(by: tracer, levels: levels, in: viewport), nil) }
        let bands = surface.filled(by: tracer, levels: levels, in: viewport)
        return (bands.sets, bands)
    }

    /// Finite values in the window: of a grid all, else from places spread evenly.
    func values(on data: Dataset, x: ClosedRange<Double>, y: ClosedRange<Double>) -> [Double] {
        if case .grid(let subject) = self {
            return subject.grid.cropped(x: x, y: y)?.values.filter { !$0.isNaN } ?? []
        }
        // Fewer points where each costs more.
        return surface(on: data).values(x: x, y: y, count: !needsSamples || data.count <= 1000 ? 40 : 20)
    }
}

/// J(w, b) with its gradient, compiled for those losses for which its sums are.
private struct LossSurface<Loss: LogitLoss>: SurfaceFunction {
    let objective: AffineObjective<Loss>

    @specialized(where Loss == SigmoidSquaredError)
    @specialized(where Loss == SigmoidCrossEntropy)
    @specialized(where Loss == SquaredError)
    func evaluate(atX w: Double, y b: Double) -> SurfacePoint {
        let slopes = objective.slopes(w: w, b: b)
        return SurfacePoint(value: slopes.value, dx: slopes.dw, dy: slopes.db)
    }

    @specialized(where Loss == SigmoidSquaredError)
    @specialized(where Loss == SigmoidCrossEntropy)
    @specialized(where Loss == SquaredError)
    func enclosure(overX w: Interval, y b: Interval) -> SurfaceEnclosure {
        let slopes = objective.slopes(overW: w, b: b)
        return SurfaceEnclosure(value: slopes.value, dx: slopes.dw, dy: slopes.db)
    }
}

/// An expression of two variables with its gradient.
private struct ExpressionSurface: SurfaceFunction {
    let expression: Expression
    let samples: Samples?

    func evaluate(atX x: Double, y: Double) -> SurfacePoint {
        SurfacePoint(expression.gradient(at: x, y, samples: samples))
    }

    func enclosure(overX x: Interval, y: Interval) -> SurfaceEnclosure {
        SurfaceEnclosure(expression.gradient(over: x, y, samples: samples))
    }
}

extension SurfaceFunction {
    /// Finite values on a grid of `count` × `count` points of the window, in no order.
    func values(x: ClosedRange<Double>, y: ClosedRange<Double>, count: Int) -> [Double] {
        // A little inside, where no pole at an edge is met.
        func place(_ k: Int, _ range: ClosedRange<Double>) -> Double {
            let t = (Double(k) + 0.5) / Double(count)
            return range.lowerBound * (1 - t) + range.upperBound * t
        }
        var values: [Double] = []
        for j in 0..<count {
            for i in 0..<count {
                let value = evaluate(atX: place(i, x), y: place(j, y)).value
                if value.isFinite { values.append(value) }
            }
        }
        return values
    }

    func traced(by tracer: ContourTracer, levels: [Double], in viewport: Viewport) -> [LevelSet] {
        tracer.trace(self, levels: levels, in: viewport)
    }

    func filled(by tracer: ContourTracer, levels: [Double], in viewport: Viewport) -> LevelBands {
        tracer.bands(of: self, levels: levels, in: viewport)
    }
}
