import Calculus
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
/// Every enclosure is rounded outwards; what could not be told is in ``unresolved``, never dropped. The claims are about
/// the doubles of the data and of the loss's parameters.
public struct Certificate: Hashable, Sendable, Codable {
    public enum Verdict: String, Sendable, Codable {
        case convex
        case strictlyConvex = "strictly convex"
        case notConvex = "not convex"
        case undecided
    }

    /// Where the verdict holds.
    public enum Scope: String, Sendable, Codable {
        case real = "ℝ"
        case window
    }

    /// What the verdict rests on; what is `sampled` is evidence, no proof.
    public enum Basis: String, Sendable, Codable {
        case structural, interval, sampled
    }

    /// A point where J bends down.
    public struct Witness: Hashable, Sendable, Codable {
        public let theta: Double
        /// Encloses J″(theta); the upper end is below zero.
        public let secondDerivative: Bounds

        private enum CodingKeys: String, CodingKey {
            case theta
            case secondDerivative = "second_derivative"
        }
    }

    /// A chord from one point of the curve to another that the curve rises above.
    public struct Chord: Hashable, Sendable, Codable {
        public let from: Double
        public let to: Double
        /// Between the two.
        public let at: Double
        /// How far the curve is above the chord there, at least; positive.
        public let gap: Double
    }

    /// A minimum or maximum.
    public struct Extremum: Hashable, Sendable, Codable {
        public let theta: Bounds
        public let value: Bounds
    }

    public let loss: LossSpec
    public let link: Link
    /// N
    public let samples: Int
    public let window: Bounds
    public internal(set) var verdict = Verdict.undecided
    public internal(set) var scope = Scope.window
    public internal(set) var basis = Basis.interval
    /// One sentence.
    public internal(set) var reason = ""
    /// A short proof for a reader.
    public internal(set) var proof: [String] = []
    public internal(set) var witness: Witness?
    public internal(set) var chord: Chord?
    /// Each encloses exactly one zero of J″ where it changes its sign; all in the window but for ``unresolved``.
    public internal(set) var inflections: [Bounds] = []
    /// Each theta encloses exactly one stationary point, with J″ > 0, or, where a convex loss has kinks, all
    /// minimisers; all in the window but for ``unresolved``.
    public internal(set) var minima: [Extremum] = []
    /// With J″ < 0.
    public internal(set) var maxima: [Extremum] = []
    /// Encloses the least value of J over the window, its ends included.
    public internal(set) var globalMinimum: Bounds?
    /// Whether J attains its infimum over ℝ; nil where that is not known.
    public internal(set) var hasMinimiser: Bool?
    /// Where J″ < 0 is proved.
    public internal(set) var concave: [Bounds] = []
    /// Where the sign of J′ or of J″ could not be told.
    public internal(set) var unresolved: [Bounds] = []
    public internal(set) var warnings: [String] = []

    private enum CodingKeys: String, CodingKey {
        case loss, link, samples, window, verdict, scope, basis, reason, proof, witness, chord, inflections, minima
        case maxima, concave, unresolved, warnings
        case globalMinimum = "global_minimum"
        case hasMinimiser = "has_minimiser"
    }

    init(_ loss: LinkedLoss, samples: Int, window: Interval) {
        (self.loss, self.link, self.samples, self.window) = (loss.loss, loss.link, samples, Bounds(window))
    }

    /// Proves what can be proved of J within a budget of 20,000 enclosures for each of J′ and J″.
    ///
    /// - Parameter window: of finite θ.
    /// - Complexity: O(N) an enclosure.
    public static func prove(_ loss: LinkedLoss, on data: Dataset, window: ClosedRange<Double>) -> Certificate {
        precondition(window.lowerBound.isFinite && window.upperBound.isFinite, "a window has finite ends")
        var certificate = Certificate(loss, samples: data.count, window: Interval(window))
        do {
            try loss.check(data, file: nil)
        } catch {
            certificate.reason = "Some label has no meaning for the loss: \(error)."
            return certificate
        }
        return filled(certificate, loss, loss.ofLogit, data)
    }

    private static func filled(
        _ certificate: Certificate, _ linked: LinkedLoss, _ loss: some LogitLoss, _ data: Dataset
    ) -> Certificate {
        Prover.prove(certificate, linked, loss, data)
    }
}
