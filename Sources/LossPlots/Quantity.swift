/// A number or a word that a figure is about, by which an article can be held to it.
public struct Quantity: Equatable, Sendable {
    /// What it is a quantity of: one of the figure's losses or formulas.
    public enum Subject: Equatable, Sendable {
        /// As written: `mse`, `focal(gamma=2)`.
        case loss(String)
        /// By its place in the figure, from 0.
        case formula(Int)
    }

    /// Which of its quantities.
    public enum Feature: Equatable, Sendable {
        /// The value at θ, or at (w, b).
        case value(at: [Double])
        /// The loss of a given prediction, from 0.
        case prediction(Int)
        case verdict
        case minimumCount, maximumCount, inflectionCount, zeroCount
        case minimum(Int, Coordinate)
        case maximum(Int, Coordinate)
        case inflection(Int)
        /// Of the curve itself, from the left.
        case zero(Int)
        /// Of the descent from the start of this place among them, from 0.
        case descent(Int, Descended)
    }

    /// Of a descent: a coordinate of its end or the value there, how many steps it took, why it ended.
    public enum Descended: Equatable, Sendable {
        case end(Coordinate)
        case steps
        case ended
    }

    /// Of a minimum or maximum.
    public enum Coordinate: String, CaseIterable, Sendable {
        case theta, x, y, w, b, value
    }

    public var subject: Subject
    public var feature: Feature

    public init(subject: Subject, feature: Feature) {
        self.subject = subject
        self.feature = feature
    }
}

/// What a figure says of a quantity.
public enum Fact: Equatable, Sendable {
    /// Proved to lie here.
    case enclosed(ClosedRange<Double>)
    /// How many are proved, and whether there may be more.
    case count(Int, isComplete: Bool)
    case word(String)
}
