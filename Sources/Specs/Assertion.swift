import Diagnostics
import LossPlots
import Losses

/// A number or a word that a figure must show, as `'mse.minima[0].theta': 1.56 ± 0.01`: an article's figures and its
/// prose cannot drift apart.
///
/// ```
/// quantity = subject "[" index "]", the loss of a prediction
///          | "J(" subject "," number ["," number] ")"
///          | subject ".verdict"
///          | subject "." ("minima" | "maxima") (".count" | "[" index "]." ("theta" | "x" | "w" | "b" | "value"))
///          | subject "." ("inflections" | "zeros") (".count" | "[" index "]")
///          | subject ".descent[" index "]." ("theta" | "x" | "y" | "w" | "b" | "value" | "steps" | "ended")
/// subject  = a loss as the spec names it | "f[" index "]", a formula
/// expected = (number | whole number "/" whole number) ("±" | "+-") number | whole number, of a count or steps | verdict | ending
/// ```
///
/// A number may be written as a message shows it, `−4.6×10⁻⁵`: what was found can be pasted into the spec.
///
/// Indices begin with 0 at the left, of descents at the first start.
public struct Assertion: Equatable, Sendable {
    public let quantity: Quantity
    public let expected: Expectation
    /// As it was written, `mse.verdict: convex`.
    public let written: String
    public let place: Diagnostic.Place

    public enum Expectation: Equatable, Sendable {
        case number(Double, tolerance: Double)
        case count(Int)
        case word(String)
    }

    init(key: SpecNode, value: SpecNode) throws {
        guard let text = key.text else {
            throw key.failure("assert: \(key.shown) is no quantity", hint: QuantityReader.example)
        }
        var reader = QuantityReader(text, node: key)
        quantity = try reader.quantity()
        expected = try Assertion.expectation(value, of: quantity.feature)
        written = "\(text): \(value.text ?? "")"
        place = key.place
    }

    private static func expectation(_ node: SpecNode, of feature: Quantity.Feature) throws -> Expectation {
        guard let text = node.text, !node.isAbsent else {
            throw node.failure("assert: \(node.shown) is no expectation", hint: "for example 1.56 ± 0.01")
        }
        switch feature {
        case .verdict:
            let words = FigureFacts.verdicts
            guard words.contains(text) else {
                throw node.failure("assert: '\(text)' is no verdict", hint: Suggestion.hint(for: text, among: words))
            }
            return .word(text)
        case .descent(_, .ended):
            let words = FigureFacts.endings
            guard words.contains(text) else {
                throw node.failure(
                    "assert: '\(text)' is no ending of a descent", hint: Suggestion.hint(for: text, among: words))
            }
            return .word(text)
        case .minimumCount, .maximumCount, .inflectionCount, .zeroCount, .descent(_, .steps):
            guard let count = Int(text), count >= 0 else {
                throw node.failure("assert: '\(text)' is no count", hint: "write a whole number")
            }
            return .count(count)
        case .value, .minimum, .maximum, .inflection, .zero, .prediction, .descent(_, .end):
            let sign = text.firstRange(of: "±") ?? text.firstRange(of: "+-") ?? text.firstRange(of: "+−")
            guard let sign else {
                throw node.failure(
                    "assert: '\(text)' has no tolerance",
                    hint: Assertion.fraction(text[...]) == nil
                        ? "for example 1.56 ± 0.01" : "for example \(text) ± 0.01")
            }
            guard let value = fraction(text[..<sign.lowerBound]), let tolerance = decimal(text[sign.upperBound...]),
                tolerance >= 0
            else {
                throw node.failure("assert: '\(text)' is no number with a tolerance", hint: "for example 1.56 ± 0.01")
            }
            return .number(value, tolerance: tolerance)
        }
    }

    /// `2/3`, or a decimal.
    private static func fraction(_ text: Substring) -> Double? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return decimal(text) }
        guard let numerator = decimal(parts[0]), let denominator = decimal(parts[1]), denominator != 0,
            numerator == numerator.rounded(), denominator == denominator.rounded()
        else { return nil }
        return numerator / denominator
    }

    private static func decimal(_ text: Substring) -> Double? {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return FigureFacts.number(text)
    }

    /// Compares with what the figure says.
    ///
    /// - Throws: `Diagnostic` at the assertion, with what was found, when it is not proved to hold.
    public func check(_ facts: inout FigureFacts) throws {
        let fact: Fact
        do {
            fact = try facts.fact(quantity)
        } catch var diagnostic as Diagnostic {
            diagnostic.message = "assertion '\(written)': \(diagnostic.message)"
            diagnostic.place = place
            throw diagnostic
        }
        if let found = mismatch(fact) {
            throw Diagnostic(
                "assertion '\(written)' fails: found \(found)", at: place,
                hint: "correct the spec, or the text that says so")
        }
    }

    /// What was found instead; nil where the expectation is met.
    private func mismatch(_ fact: Fact) -> String? {
        switch (expected, fact) {
        case (.word(let expected), .word(let found)):
            // What is strictly convex is convex.
            return found == expected || (expected == "convex" && found == "strictly convex") ? nil : found
        case (.count(let expected), .count(let found, let isComplete)):
            if isComplete { return found == expected ? nil : "\(found)" }
            return "\(found), and perhaps more that could not be told"
        case (.number(let value, let tolerance), .enclosed(let found)):
            let allowed = (value - tolerance).nextDown...(value + tolerance).nextUp
            if allowed.contains(found.lowerBound), allowed.contains(found.upperBound) { return nil }
            let middle = found.lowerBound / 2 + found.upperBound / 2
            return found.upperBound - found.lowerBound <= 1e-9 * max(1, abs(middle))
                ? FigureFacts.text(middle) : "[\(found.lowerBound), \(found.upperBound)]"
        default: return "something of another kind"
        }
    }
}
