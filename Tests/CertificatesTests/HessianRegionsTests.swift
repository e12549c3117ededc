import Calculus
import Losses
import TestSupport
import Testing

@testable import Certificates

@Suite("Regions of the Hessian over (w, b)")
struct HessianRegionsTests {
    static let losses = [
        LinkedLoss(LossSpec(.mse)), LinkedLoss(LossSpec(.ce)), LinkedLoss(LossSpec(.mse), link: .identity),
        LinkedLoss(LossSpec(.focal)), LinkedLoss(LossSpec(.mse), link: .tanh),
    ]

    private func random(_ generator: inout SplitMix64, _ count: Int) -> Dataset {
        Dataset(
            name: "random", x: (0..<count).map { _ in Double.random(in: -3...3, using: &generator) },
            y: (0..<count).map { _ in Bool.random(using: &generator) ? 1 : 0 })
    }

    @Test("No proved tile holds a sample of the other kind", arguments: 0..<4)
    func sampled(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        for loss in HessianRegionsTests.losses {
            // Few in pairs, many by moments.
            for count in [3, 40] {
                let data = random(&generator, count)
                let regions = HessianRegions.prove(loss, on: data, w: -3...3, b: -3...3, depth: 4)
                func least(_ w: Double, _ b: Double) -> Double {
                    func least(_ formula: some LogitLoss) -> Double {
                        PlaneHessian(AffineObjective(formula, on: data)).leastEigenvalue(w: w, b: b)
                    }
                    return least(loss.ofLogit)
                }
                for (tiles, isRight) in [
                    (regions.semidefinite, { (v: Double) in v > -1e-12 }),
                    (regions.notSemidefinite, { (v: Double) in v < 1e-12 }),
                ] {
                    for tile in tiles {
                        for i in 0...4 {
                            for j in 0...4 {
                                let w = tile.w.lower + tile.w.width * Double(i) / 4
                                let b = tile.b.lower + tile.b.width * Double(j) / 4
                                #expect(isRight(least(w, b)), "\(loss.loss) at \(w), \(b)")
                            }
                        }
                    }
                }
                let all = regions.semidefinite + regions.notSemidefinite + regions.undecided
                #expect(abs(all.reduce(0) { $0 + $1.area } - 36) < 1e-9)
                if loss.isConvex { #expect(regions.notSemidefinite.isEmpty) }
            }
        }
    }

    @Test("Of the built-in data most of the window is decided, and both kinds occur for MSE∘σ")
    func outlier() throws {
        let data = try Dataset.outlier(samples: 7)
        let regions = HessianRegions.prove(LinkedLoss(LossSpec(.mse)), on: data, w: -4...4, b: -6...6)
        #expect(regions.undecidedShare < 0.25)
        #expect(regions.notSemidefiniteShare > 0.5)
        #expect(!regions.semidefinite.isEmpty)
    }

    @Test("Cross-entropy is positive definite all over the window, with nothing undecided")
    func crossEntropy() throws {
        let data = try Dataset.outlier(samples: 7)
        let regions = HessianRegions.prove(LinkedLoss(LossSpec(.ce)), on: data, w: -4...4, b: -6...6)
        #expect(regions.undecided.isEmpty && regions.notSemidefinite.isEmpty && regions.isDefinite)
    }
}
