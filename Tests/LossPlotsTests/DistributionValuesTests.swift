import Losses
import Testing

@testable import LossPlots

@Suite("Values of predictions as they are written")
struct DistributionValuesTests {
    private func values(_ losses: [String], truth: [Double], _ predictions: [[Double]]) throws -> DistributionValues {
        let truth = try ClassDistribution(truth, named: "truth")
        return DistributionValues(
            try losses.map { try ClassLoss(try LossSpec($0), truth: truth) },
            of: try predictions.map { try ClassDistribution($0, named: "p") })
    }

    private static let predictions = [[0.8, 0.1, 0.1], [0.8, 0.15, 0.05]]

    @Test("Equal values read as equal, 0.0200 and 0.0217 as different")
    func article() throws {
        let values = try values(["ce", "mse"], truth: [1, 0, 0], Self.predictions)
        let texts = (0..<2).map { loss in (0..<2).map { values.text(loss: loss, prediction: $0) } }
        #expect(texts == [["0.2231", "0.2231"], ["0.0200", "0.0217"]])
        #expect(values.relation(loss: 0) == .same(classes: [0]))
        guard case .least(0, let gap) = values.relation(loss: 1) else { throw NoRelation() }
        #expect(gap <= 0.005 / 3 && gap > 0.005 / 3 - 1e-15)
    }

    private struct NoRelation: Error {}

    @Test("What differs little has the decimals that show it")
    func close() throws {
        let values = try values(["mse"], truth: [1, 0, 0], [[0.8, 0.1, 0.1], [0.8, 0.1001, 0.0999]])
        let texts = (0..<2).map { values.text(loss: 0, prediction: $0) }
        #expect(texts == ["0.02000000", "0.02000001"])
    }

    @Test("What is not zero does not read as zero")
    func tiny() throws {
        let tiny = try values(["mse"], truth: [1, 0], [[0.9999999999, 1e-10], [0.99999999991, 9e-11]])
        #expect((0...1).map { tiny.text(loss: 0, prediction: $0) } == ["10⁻²⁰", "8.1×10⁻²¹"])
    }

    @Test("With a soft truth cross-entropy tells the two apart; equal by symmetry alone is not called proved")
    func soft() throws {
        let soft = try values(["ce"], truth: [0.9, 0.05, 0.05], Self.predictions)
        guard case .least(0, _) = soft.relation(loss: 0) else { throw NoRelation() }
        let mirrored = try values(["mse"], truth: [1, 0, 0], [[0.8, 0.15, 0.05], [0.8, 0.05, 0.15]])
        #expect(mirrored.relation(loss: 0) == .unknown)
        #expect(mirrored.text(loss: 0, prediction: 0) == mirrored.text(loss: 0, prediction: 1))
    }

    @Test("An infinite value is written as such and is never the least")
    func infinite() throws {
        let values = try values(["ce"], truth: [1, 0], [[0, 1], [0.5, 0.5]])
        #expect((0..<2).map { values.text(loss: 0, prediction: $0) } == ["∞", "0.6931"])
        guard case .least(1, _) = values.relation(loss: 0) else { throw NoRelation() }
    }

    @Test("The probability that all share is found, where there is one alone")
    func shared() throws {
        func shared(_ p: [[Double]]) throws -> SharedProbability? {
            SharedProbability(try p.map { try ClassDistribution($0, named: "p") })
        }
        #expect(try shared(Self.predictions) == SharedProbability(index: 0, value: 0.8))
        #expect(try shared([[0.2, 0.5, 0.3], [0.1, 0.6, 0.3]]) == SharedProbability(index: 2, value: 0.3))
        #expect(try shared([[0.2, 0.5, 0.3], [0.1, 0.5, 0.4], [0.3, 0.3, 0.4]]) == nil)
        #expect(try shared([[0.2, 0.5, 0.3]]) == nil)
    }
}
