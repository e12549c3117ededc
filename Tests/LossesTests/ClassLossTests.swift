import Calculus
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Losses

@Suite("Losses of distributions")
struct ClassLossTests {
    private func distribution(_ p: Double...) throws -> ClassDistribution { try ClassDistribution(p, named: "p") }

    private func loss(_ text: String, _ truth: ClassDistribution) throws -> ClassLoss {
        try ClassLoss(try LossSpec(text), truth: truth)
    }

    @Test("The article's two predictions: equal by cross-entropy, 0.06/3 and 0.065/3 by MSE")
    func article() throws {
        let truth = try distribution(1, 0, 0)
        let (even, uneven) = (try distribution(0.8, 0.1, 0.1), try distribution(0.8, 0.15, 0.05))
        let (ce, mse) = (try loss("ce", truth), try loss("mse", truth))
        #expect(ce.bounds(of: even) == ce.bounds(of: uneven))
        #expect(abs(ce.value(of: even) + log(0.8)) < 1e-15)
        #expect(try #require(mse.bounds(of: even)).contains(0.02))
        #expect(abs(mse.value(of: uneven) - 0.065 / 3) < 1e-16)
    }

    /// Formulas written a second time, term by term.
    private func direct(_ name: String, _ y: [Double], _ p: [Double]) -> Double {
        let n = Double(y.count)
        func sum(_ term: (Double, Double) -> Double) -> Double { zip(y, p).reduce(0) { $0 + term($1.0, $1.1) } }
        func crossEntropy(_ y: [Double]) -> Double { zip(y, p).reduce(0) { $0 - ($1.0 == 0 ? 0 : $1.0 * log($1.1)) } }
        switch name {
        case "mse": return sum { pow($0 - $1, 2) } / n
        case "brier": return sum { pow($0 - $1, 2) }
        case "mae": return sum { abs($0 - $1) } / n
        case "ce": return crossEntropy(y)
        case "kl": return sum { $0 == 0 ? 0 : $0 * log($0 / $1) }
        case "focal(gamma=0.5)": return sum { $0 == 0 ? 0 : -$0 * sqrt(1 - $1) * log($1) }
        case "focal(gamma=2)": return sum { $0 == 0 ? 0 : -$0 * (1 - $1) * (1 - $1) * log($1) }
        case "label_smoothing(epsilon=0.3)": return crossEntropy(y.map { 0.7 * $0 + 0.3 / n })
        default: return .nan
        }
    }

    private static let all = [
        "mse", "brier", "mae", "ce", "kl", "focal(gamma=0.5)", "focal(gamma=2)", "label_smoothing(epsilon=0.3)",
    ]

    private static func random(_ generator: inout SplitMix64, count: Int) -> [Double] {
        let weights = (0..<count).map { _ in Double.random(in: 0.01...1, using: &generator) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    @Test("Values are those of the formulas, and within their bounds", arguments: ClassLossTests.all)
    func values(name: String) throws {
        var generator = SplitMix64(seed: 11)
        for count in [2, 3, 5] {
            for _ in 0..<50 {
                var y = ClassLossTests.random(&generator, count: count)
                if Bool.random(using: &generator) { y = (0..<count).map { $0 == 1 ? 1 : 0 } }
                let p = ClassLossTests.random(&generator, count: count)
                let loss = try loss(name, try ClassDistribution(y, named: "y"))
                let prediction = try ClassDistribution(p, named: "p")
                let expected = direct(name, y, p)
                #expect(abs(loss.value(of: prediction) - expected) <= 1e-14 * max(1, expected))
                let bounds = try #require(loss.bounds(of: prediction))
                #expect(bounds.contains(loss.value(of: prediction)) && bounds.width < 1e-13 * max(1, expected))
            }
        }
    }

    @Test("Every one of them is convex along segments of the simplex", arguments: ClassLossTests.all)
    func convexity(name: String) throws {
        var generator = SplitMix64(seed: 12)
        for _ in 0..<300 {
            let y = ClassLossTests.random(&generator, count: 3)
            let (a, b) = (ClassLossTests.random(&generator, count: 3), ClassLossTests.random(&generator, count: 3))
            let loss = try loss(name, try ClassDistribution(y, named: "y"))
            let middle = zip(a, b).map { ($0 + $1) / 2 }
            #expect(loss(middle) <= (loss(a) + loss(b)) / 2 + 1e-14)
        }
    }

    @Test("Slopes agree with differences", arguments: ClassLossTests.all)
    func slopes(name: String) throws {
        let loss = try loss(name, try distribution(0.7, 0.2, 0.1))
        let (x, y, h) = (0.11, 0.43, 1e-6)
        func value(_ x: Double, _ y: Double) -> Double { loss(TernaryChart.probabilities(x: x, y: y)) }
        let gradient = loss(TernaryChart.probabilities(x: Gradient(x: x), y: Gradient(y: y)))
        #expect(abs(gradient.dx - (value(x + h, y) - value(x - h, y)) / (2 * h)) < 1e-8)
        #expect(abs(gradient.dy - (value(x, y + h) - value(x, y - h)) / (2 * h)) < 1e-8)
    }

    @Test("A prediction that excludes a class of the truth costs infinitely much where there is a logarithm")
    func infinite() throws {
        let excluding = try distribution(0, 0.5, 0.5)
        for name in ["ce", "kl", "focal"] {
            let loss = try loss(name, try distribution(0.9, 0.1, 0))
            #expect(loss.value(of: excluding) == .infinity && loss.bounds(of: excluding) == nil)
            #expect(loss.logarithmicClasses == [0, 1] && loss.classesThatCount == [0, 1])
        }
        let mse = try loss("mse", try distribution(0.9, 0.1, 0))
        #expect(mse.value(of: excluding).isFinite && mse.classesThatCount == [0, 1, 2])
        // Nothing is lost where the truth does not look, and a sure hit costs nothing.
        #expect(try loss("ce", try distribution(1, 0, 0)).value(of: try distribution(1, 0, 0)) == 0)
    }

    @Test(
        "Losses of a single output are refused by name",
        arguments: LossName.allCases.filter { !ClassLoss.names.contains($0) })
    func refused(name: LossName) throws {
        let truth = try distribution(1, 0)
        let error = #expect(throws: Diagnostic.self) { try ClassLoss(LossSpec(name), truth: truth) }
        #expect(error?.message.hasPrefix("\(name.rawValue) is a loss of a single output") == true)
        #expect(error?.hint == "use mse, ce, mae, brier, kl, focal, label_smoothing")
    }
}
