import Calculus
import Losses
import Testing

@testable import Certificates

@Suite("What is proved of J(w, b)")
struct PlaneCertificateTests {
    private func prove(_ loss: LinkedLoss, _ data: Dataset) -> PlaneCertificate {
        PlaneCertificate.prove(loss, on: data, w: -4...4, b: -6...6)
    }

    @Test("MSE∘σ is not convex: a point where the determinant is negative, as a sum over pairs confirms")
    func mse() throws {
        let data = try Dataset.outlier(samples: 7)
        let certificate = prove(LinkedLoss(LossSpec(.mse)), data)
        #expect(certificate.verdict == .notConvex && certificate.scope == .plane && certificate.basis == .interval)
        let witness = try #require(certificate.witness)
        #expect(witness.determinant.upper < 0)
        let loss = SigmoidSquaredError()
        let c = zip(data.x, data.y).map { loss.derivative(2, at: witness.w * $0 + witness.b, label: $1) }
        var sum = 0.0
        for i in 0..<7 { for j in 0..<i { sum += c[i] * c[j] * (data.x[i] - data.x[j]) * (data.x[i] - data.x[j]) } }
        #expect(witness.determinant.contains(sum / 49))
    }

    @Test("Every minimum's box holds a point with a vanishing gradient and no lower neighbours")
    func minima() throws {
        let data = try Dataset.outlier(samples: 7)
        for loss in [
            LinkedLoss(LossSpec(.mse)), LinkedLoss(LossSpec(.ce)), LinkedLoss(LossSpec(.mse), link: .identity),
        ] {
            let certificate = prove(loss, data)
            let minimum = try #require(certificate.minima.first)
            func check(_ formula: some LogitLoss) {
                let objective = AffineObjective(formula, on: data)
                let (w, b) = (minimum.w.middle, minimum.b.middle)
                let here = objective.slopes(w: w, b: b)
                #expect(abs(here.dw) < 1e-7 && abs(here.db) < 1e-7)
                #expect(minimum.value.lower <= here.value + 1e-15 && here.value <= minimum.value.upper + 1e-15)
                for (dw, db) in [(0.01, 0.0), (-0.01, 0), (0, 0.01), (0, -0.01), (0.01, 0.01), (-0.01, 0.01)] {
                    #expect(objective.value(w: w + dw, b: b + db) > here.value)
                }
            }
            check(loss.ofLogit)
        }
    }

    @Test("Regression's minimum is the least-squares line")
    func regression() throws {
        let data = Dataset(name: "line", x: [0, 1, 2, 3], y: [1, 3, 5, 7])
        let certificate = PlaneCertificate.prove(
            LinkedLoss(LossSpec(.mse), link: .identity), on: data, w: -1...4, b: -2...3)
        #expect(certificate.verdict == .strictlyConvex && certificate.basis == .structural)
        #expect(certificate.minima.count == 1)
        #expect(certificate.minima[0].w.contains(2) && certificate.minima[0].b.contains(1))
    }

    @Test("One input alone leaves a valley: convex, not strictly, and no minimum is isolated")
    func valley() {
        let certificate = prove(
            LinkedLoss(LossSpec(.mse), link: .identity), Dataset(name: "one", x: [2, 2], y: [0, 1]))
        #expect(certificate.verdict == .convex)
        #expect(certificate.minima.isEmpty)
    }

    @Test("Separable classes leave cross-entropy without a minimum")
    func separable() {
        let certificate = prove(LinkedLoss(LossSpec(.ce)), Dataset(name: "s", x: [-1, 0, 2, 3], y: [0, 0, 1, 1]))
        #expect(certificate.hasMinimiser == false && certificate.minima.isEmpty)
    }
}
