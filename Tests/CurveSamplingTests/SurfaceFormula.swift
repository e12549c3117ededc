import Calculus
import CurveSampling
import Losses

/// A function of two variables, written once for numbers, enclosures and their gradients.
protocol SurfaceFormula: SurfaceFunction {
    func value<S: Scalar>(_ x: S, _ y: S) -> S
}

extension SurfaceFormula {
    func evaluate(atX x: Double, y: Double) -> SurfacePoint { SurfacePoint(value(Gradient(x: x), Gradient(y: y))) }

    func enclosure(overX x: Interval, y: Interval) -> SurfaceEnclosure {
        SurfaceEnclosure(value(Gradient(x: Enclosure(over: x)), Gradient(y: Enclosure(over: y))))
    }
}

/// c₀₀ + c₁₀ x + …: terms (coefficient, power of x, power of y).
struct PolynomialSurface: SurfaceFormula {
    let terms: [(Double, Int, Int)]

    init(_ terms: [(Double, Int, Int)]) { self.terms = terms }

    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        terms.reduce(S(0)) { sum, term in
            var product = S(term.0)
            if term.1 > 0 { product = product * x.power(term.1) }
            if term.2 > 0 { product = product * y.power(term.2) }
            return sum + product
        }
    }
}

struct Cassini: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        (x.power(2) + y.power(2)).power(2) - S(2) * (x.power(2) - y.power(2))
    }
}

struct Quadrifolium: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        (x.power(2) + y.power(2)).power(3) - S(4) * x.power(2) * y.power(2)
    }
}

struct CircleSquared: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { (x.power(2) + y.power(2) - S(1)).power(2) }
}

struct Rosenbrock: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { S(100) * (y - x.power(2)).power(2) + (S(1) - x).power(2) }
}

struct Himmelblau: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        (x.power(2) + y - S(11)).power(2) + (x + y.power(2) - S(7)).power(2)
    }
}

struct SineProduct: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { x.applying(.sin) * y.applying(.sin) }
}

/// Σ a sin(b x + c y + d)
struct Waves: SurfaceFormula {
    let terms: [(a: Double, b: Double, c: Double, d: Double)]

    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        terms.reduce(S(0)) { $0 + S($1.a) * (S($1.b) * x + S($1.c) * y + S($1.d)).applying(.sin) }
    }
}

struct SineAndCosine: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { x.applying(.sin) + y.applying(.cos) }
}

struct Squares: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { S.maximum(x.applying(.abs), y.applying(.abs)) }
}

struct Diamonds: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { x.applying(.abs) + y.applying(.abs) }
}

/// A broad peak and one that is a pixel wide.
/// Where both are positive y cancels, which no sum of ranges knows: the lines are upright there.
struct Hinges: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        (S(1) - y - S(2) * x).applying(.relu) + (S(1) + y - x).applying(.relu)
    }
}

struct Peaks: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        let broad = (S(-4) * (x.power(2) + y.power(2))).applying(.exp)
        let narrow = (S(-4000) * ((x - S(1.3)).power(2) + (y - S(0.7)).power(2))).applying(.exp)
        return broad + S(0.5) * narrow
    }
}

/// The squared distance to the nearer of two points.
struct TwoWells: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        S.minimum((x + S(0.1)).power(2) + y.power(2), (x - S(0.1)).power(2) + y.power(2))
    }
}

struct ReciprocalOfSum: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { S(1) / (x + y) }
}

struct TangentSum: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { x.applying(.tan) + y }
}

struct Steps: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { x + y.applying(.floor) }
}

struct Plateaus: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { x.applying(.floor) }
}

/// The angle of (x, y), with a jump along the negative x axis.
struct Angle: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S {
        let angle = (y / x).applying(.atan)
        let turn = S.select(.greaterOrEqual, y, S(0), then: S(Double.pi), else: S(-Double.pi))
        return S.select(.greater, x, S(0), then: angle, else: angle + turn)
    }
}

struct Hemisphere: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { (S(1) - x.power(2) - y.power(2)).applying(.sqrt) }
}

struct LogarithmOfProduct: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { (x * y).applying(.log) }
}

struct Ripples: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { (x.power(2) + y.power(2)).applying(.sqrt).applying(.sin) }
}

struct CubeRootSum: SurfaceFormula {
    func value<S: Scalar>(_ x: S, _ y: S) -> S { x.applying(.cbrt) + y }
}

/// A mean over samples of a loss of z = w x + b, as a function of (w, b).
struct ObjectiveSurface: SurfaceFormula {
    enum Loss { case squaredSigmoid, crossEntropy, squared }

    let data: Dataset
    let loss: Loss

    func value<S: Scalar>(_ w: S, _ b: S) -> S {
        var sum = S(0)
        for (x, y) in zip(data.x, data.y) {
            let z = S(x) * w + b
            switch loss {
            case .squaredSigmoid: sum = sum + (z.applying(.sigmoid) - S(y)).power(2)
            case .crossEntropy: sum = sum + (z.applying(.softplus) - S(y) * z)
            case .squared: sum = sum + (z - S(y)).power(2)
            }
        }
        return sum / S(Double(data.count))
    }
}
