import Calculus
import Expressions
import Losses

/// What is proved of the mean loss J(θ) of one weight over a data set: whether it is convex, and where it bends.
///
/// ```swift
/// let certificate = Certificate.prove(
///     LinkedLoss(LossSpec(.mse)), on: try .outlier(samples: 7), window: -4...4)
/// certificate.verdict  // not convex, on ℝ
/// certificate.minima.count  // 2
/// ```
///
/// Every enclosure is rounded outwards, and then a little wider, so that a checker with arithmetic of its own can confirm
/// it; what could not be told is in ``unresolved``, never dropped. The claims are about the doubles of the data and of
/// the loss's parameters. There is no way to read one back: what is a `Certificate` has been proved by this process.
public struct Certificate: Equatable, Sendable {
    /// What is proved something of.
    public enum Subject: Equatable, Sendable {
        case loss(LinkedLoss)
        case expression(Expression)
    }

    public enum Verdict: String, Sendable {
        case convex
        case strictlyConvex = "strictly convex"
        case notConvex = "not convex"
        case undecided
    }

    /// Where the verdict holds.
    public enum Scope: String, Sendable {
        case real = "ℝ"
        case window
    }

    /// What the verdict rests on; what is `sampled` is evidence, no proof.
    public enum Basis: String, Sendable {
        case structural, interval
        /// Elementary functions were taken from the C library. Reserved: nothing is proved so, MPFR encloses them all.
        case assumesLibm = "assumes libm"
        case sampled
    }

    /// A point where J bends down.
    public struct Witness: Hashable, Sendable {
        public let theta: Double
        /// Encloses J″(theta); the upper end is below zero.
        public let secondDerivative: Bounds
    }

    /// A chord from one point of the curve to another that the curve rises above.
    public struct Chord: Hashable, Sendable {
        public let from: Double
        public let to: Double
        /// Between the two.
        public let at: Double
        /// How far the curve is above the chord there, at least; positive.
        public let gap: Double
    }

    /// A minimum or maximum.
    public struct Extremum: Hashable, Sendable {
        public let theta: Bounds
        public let value: Bounds
    }

    public let subject: Subject
    /// N, 0 for an expression that needs none.
    public let samples: Int
    public let window: Bounds
    /// Enclose J at the window's lower and upper end; nil where J has no finite value.
    public internal(set) var ends: [Bounds?] = [nil, nil]
    public internal(set) var verdict = Verdict.undecided
    public internal(set) var scope = Scope.window
    public internal(set) var basis = Basis.interval
    /// One sentence.
    public internal(set) var reason = ""
    /// A short proof for a reader.
    public internal(set) var proof: [String] = []
    public internal(set) var witness: Witness?
    public internal(set) var chord: Chord?
    /// Each encloses exactly one zero of J″ where it changes its sign; all in the window but for ``unresolvedBends``.
    public internal(set) var inflections: [Bounds] = []
    /// Each theta encloses exactly one stationary point, with J″ > 0, or, where a convex loss has kinks, all
    /// minimisers; all in the window but for ``unresolvedSlopes``.
    public internal(set) var minima: [Extremum] = []
    /// With J″ < 0.
    public internal(set) var maxima: [Extremum] = []
    /// Encloses the least value of J over the window, its ends included.
    public internal(set) var globalMinimum: Bounds?
    /// Whether J attains its infimum over ℝ; nil where that is not known.
    public internal(set) var hasMinimiser: Bool?
    /// Where J″ < 0 is proved, from one enclosure of an inflection or of what is unresolved to the next.
    public internal(set) var concave: [Bounds] = []
    /// Where the sign of J′ could not be told.
    public internal(set) var unresolvedSlopes: [Bounds] = []
    /// Where the sign of J″ could not be told. Not looked at where a rule gives the verdict.
    public internal(set) var unresolvedBends: [Bounds] = []
    public internal(set) var warnings: [String] = []

    /// Where the sign of J′ or of J″ could not be told.
    public var unresolved: [Bounds] {
        ZeroIsolation.merged((unresolvedSlopes + unresolvedBends).map(Interval.init)).map(Bounds.init)
    }

    init(_ subject: Subject, samples: Int, window: Interval) {
        (self.subject, self.samples, self.window) = (subject, samples, Bounds(window))
    }
}
