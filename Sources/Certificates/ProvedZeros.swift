import Calculus
import Expressions
import Losses

/// All zeros of a function of one variable over a window, or of one of its derivatives, each proved to be there and to
/// be the only one in its enclosure; and what could not be told.
///
/// ```swift
/// let zeros = ProvedZeros.prove(try Expression("x*(3*x - 1)"), on: nil, window: -1...1)
/// zeros.zeros.map(\.exact)  // 0 and 1/3
/// ```
///
/// A zero is proved in one of two ways. Where the function changes its sign and is strictly monotone, interval Newton
/// isolates it. Where a formula gives f(p) = f′(p) = … = 0 *exactly* at a rational p, up to the derivative of order
/// m − 1, and the m-th derivative has one sign all over a stretch around p, Taylor's theorem says that p is the only zero
/// in that stretch: this proves zeros that only touch the axis and those at the window's ends, where signs tell nothing.
public struct ProvedZeros: Equatable, Sendable {
    public struct Zero: Hashable, Sendable {
        /// Encloses exactly one zero.
        public let place: Bounds
        /// The zero itself where it is proved to be this.
        public let exact: Rational?
        /// How many times it counts: an even one touches the axis and does not cross it. At most 3.
        public let multiplicity: Int

        /// The double next to it, or in the middle of what encloses it.
        public var middle: Double { exact?.approximation ?? place.middle }

        /// Encloses it as closely as is known.
        public var range: ClosedRange<Double> {
            guard let middle = exact?.approximation else { return place.lower...place.upper }
            return Rational(exactly: middle) == exact ? middle...middle : middle.nextDown...middle.nextUp
        }
    }

    /// Where it could not be told whether there are zeros.
    public struct Doubt: Hashable, Sendable {
        public enum Cause: Sendable {
            /// The function comes too near to zero, or oscillates too fast.
            case undecided
            /// The function may jump there or have no value, as at a pole: a change of sign proves no zero.
            case discontinuous
            /// The function is zero all along, but perhaps for a millionth at the ends.
            case vanishing
        }

        public let stretch: Bounds
        public let cause: Cause

        /// A point in it, a round one where there is one.
        public var point: Double { Rational.simplest(in: Interval(stretch))?.approximation ?? stretch.middle }
    }

    /// Of the derivative, 0 for the function itself.
    public let order: Int
    public let window: Bounds
    /// In ascending order.
    public private(set) var zeros: [Zero] = []
    /// In ascending order.
    public private(set) var doubts: [Doubt] = []

    /// Whether ``zeros`` are all that there are.
    public var isComplete: Bool { doubts.isEmpty }

    private init(of order: Int, noneIn window: ClosedRange<Double>) {
        (self.order, self.window) = (order, Bounds(Interval(window)))
    }

    init(of order: Int, in window: ClosedRange<Double>, of function: some EnclosedFunction) {
        precondition((0...2).contains(order), "the derivative after it must be known")
        precondition(window.lowerBound.isFinite && window.upperBound.isFinite, "a window has finite ends")
        let window = Interval(window)
        var function = function
        (self.order, self.window) = (order, Bounds(window))
        let isolation = ZeroIsolation(of: order, in: window, of: &function, zerosAlone: true)
        let open = isolation.unresolved.compactMap { SignChart.trimmed($0, order, &function).rest }
        var marks = open.map { SignChart.Mark(stretch: $0) }
        marks = SignChart.joined(marks + isolation.zeros.compactMap { SignChart.Mark($0, in: window) })
        marks = SignChart.cleared(marks, in: window, &function) {
            // Where there is no value, nothing can drown.
            let hasNone = $0.enclosure(order, over: $1).interval == nil
            return hasNone || $0.excludesZero(order, over: $1) && $0.isClear(order, at: $1.midpoint)
        }
        for mark in marks {
            if let exact = ProvedZeros.exactZero(of: order, in: mark.stretch, function) {
                zeros.append(exact)
            } else if SignChart.slope(of: order, mark, &function) != nil {
                zeros.append(Zero(place: Bounds(mark.stretch), exact: nil, multiplicity: 1))
            } else if let zero = SignChart.crossing(of: order, in: mark.stretch, window, &function) {
                zeros.append(
                    ProvedZeros.exactZero(of: order, in: zero.stretch, function)
                        ?? Zero(place: Bounds(zero.stretch), exact: nil, multiplicity: 1))
            } else if let rest = SignChart.trimmed(mark.stretch, order, &function).rest {
                doubts.append(ProvedZeros.doubt(of: order, over: rest, &function))
            }
        }
    }

    /// A zero that exact arithmetic finds in a stretch and a derivative of one sign proves to be the only one there.
    private static func exactZero(of order: Int, in stretch: Interval, _ function: some EnclosedFunction) -> Zero? {
        var function = function
        guard let place = Rational.simplest(in: stretch) else { return nil }
        for multiplicity in 1...(3 - order) {
            guard function.exact(order + multiplicity - 1, at: place) == Rational(0) else { return nil }
            let next = function.enclosure(order + multiplicity, over: stretch)
            if next.isContinuous, next.interval?.sign != nil {
                return Zero(place: Bounds(stretch), exact: place, multiplicity: multiplicity)
            }
        }
        return nil
    }

    private static func doubt(
        of order: Int, over stretch: Interval, _ function: inout some EnclosedFunction
    ) -> Doubt {
        let margin = 1e-6 * stretch.width
        let inner = Interval(stretch.lower + margin, max(stretch.lower + margin, stretch.upper - margin))
        let cause: Doubt.Cause =
            if stretch.width > 0, function.enclosure(order, over: inner) == Enclosure(Interval(0)) {
                .vanishing
            } else {
                function.enclosure(order, over: stretch).isContinuous ? .undecided : .discontinuous
            }
        return Doubt(stretch: Bounds(stretch), cause: cause)
    }
}

extension ProvedZeros {
    /// Within a budget of 20,000 enclosures, as for a ``Certificate``.
    ///
    /// - Parameters:
    ///   - order: 0 to 2, of the derivative whose zeros are looked for. Default: 0.
    ///   - window: of finite θ.
    ///   - least: encloses the least value over the window, where it is known: above zero there is nothing to look for.
    ///     Default: it is not known.
    /// - Precondition: every label has a meaning for the loss.
    /// - Complexity: O(N) an enclosure.
    public static func prove(
        _ loss: LinkedLoss, on data: Dataset, order: Int = 0, window: ClosedRange<Double>, least: Bounds? = nil
    ) -> ProvedZeros {
        if order == 0, let least, least.lower > 0 { return ProvedZeros(of: order, noneIn: window) }
        func proved(_ formula: some LogitLoss) -> ProvedZeros {
            ProvedZeros(of: order, in: window, of: MeanLoss(formula, on: data))
        }
        return proved(loss.ofLogit)
    }

    /// - Parameters:
    ///   - samples: needed where the expression reduces over them.
    ///   - order: as above. Default: 0.
    ///   - window: finite.
    /// - Precondition: the expression is of one variable.
    /// - Complexity: O(steps · N) an enclosure.
    public static func prove(
        _ expression: Expression, on samples: Samples?, order: Int = 0, window: ClosedRange<Double>
    ) -> ProvedZeros {
        ProvedZeros(of: order, in: window, of: ExpressionFunction(expression, samples: samples))
    }
}
