import Calculus
import Losses
import TestSupport
import Testing

@testable import Certificates

@Suite("Linear models of several features")
struct StructuralCertificateTests {
    static func table(_ columns: [[Double]], _ y: [Double]) -> FeatureTable {
        FeatureTable(name: "t", features: columns.indices.map { "f\($0)" }, columns: columns, y: y)
    }

    static func random(seed: Int, features: Int, count: Int, noise: Double) -> FeatureTable {
        var generator = SplitMix64(seed: UInt64(seed))
        let columns = (0..<features).map { _ in
            (0..<count).map { _ in Double.random(in: -2...2, using: &generator) }
        }
        let y = (0..<count).map { i in
            let z = columns.enumerated().reduce(0.3) { $0 + (Double($1.offset) - 0.7) * $1.element[i] }
            return z + Double.random(in: -noise...noise, using: &generator) > 0 ? 1.0 : 0
        }
        return table(columns, y)
    }

    @Test("Linear and logistic regression are strictly convex where the rank is full, convex where it is not")
    func convex() {
        let full = StructuralCertificateTests.random(seed: 1, features: 3, count: 20, noise: 2)
        for loss in [LinkedLoss(LossSpec(.ce)), LinkedLoss(LossSpec(.mse), link: .identity)] {
            let certificate = StructuralCertificate.prove(loss, on: full)
            #expect(certificate.verdict == .strictlyConvex && certificate.rank == 4)
            // The third column is the sum of the others.
            let dependent = StructuralCertificateTests.table(
                [[1, 2, 3, 4], [0, 1, 0, 1], [1, 3, 3, 5]], [0, 1, 1, 0])
            let weak = StructuralCertificate.prove(loss, on: dependent)
            #expect(weak.verdict == .convex && weak.rank == nil)
        }
    }

    @Test("MSE∘σ is not convex along some feature's axis, where the second difference confirms it")
    func notConvex() throws {
        let table = StructuralCertificateTests.random(seed: 2, features: 3, count: 15, noise: 1)
        let certificate = StructuralCertificate.prove(LinkedLoss(LossSpec(.mse)), on: table)
        #expect(certificate.verdict == .notConvex)
        let witness = try #require(certificate.witness)
        let feature = try #require(table.features.firstIndex(of: witness.feature))
        let objective = Objective(SigmoidSquaredError(), on: table.dataset(of: feature))
        let h = 1e-4 * max(1, abs(witness.weight))
        let bend =
            objective.derivative(0, at: witness.weight + h) - 2 * objective.derivative(0, at: witness.weight)
            + objective.derivative(0, at: witness.weight - h)
        #expect(bend < 0)
    }

    @Test("Without noise the classes are separated, and every margin is positive", arguments: 0..<6)
    func separable(seed: Int) throws {
        let table = StructuralCertificateTests.random(seed: seed, features: 1 + seed % 4, count: 25, noise: 1e-9)
        let certificate = StructuralCertificate.prove(LinkedLoss(LossSpec(.ce)), on: table)
        #expect(certificate.hasMinimiser == false)
        let direction = try #require(certificate.separatingDirection)
        for i in 0..<table.count {
            let z = table.columns.enumerated().reduce(direction[table.features.count]) {
                $0 + direction[$1.offset] * $1.element[i]
            }
            #expect((z > 0) == (table.y[i] == 1))
        }
    }

    @Test("Classes that overlap are proved to, and then cross-entropy has a minimum", arguments: 0..<6)
    func overlapping(seed: Int) {
        let table = StructuralCertificateTests.random(seed: seed + 10, features: 1 + seed % 3, count: 60, noise: 6)
        let decided = LinearSeparation.decide(columns: table.columns, isPositive: table.y.map { $0 == 1 })
        #expect(decided == .overlapping)
        #expect(StructuralCertificate.prove(LinkedLoss(LossSpec(.ce)), on: table).hasMinimiser == true)
    }

    @Test("Classes that only touch are neither")
    func touching() {
        let decided = LinearSeparation.decide(columns: [[-1, 0, 0, 1]], isPositive: [false, false, true, true])
        #expect(decided == .undecided)
    }

    @Test("A rank is full only where it is")
    func rank() {
        #expect(ColumnRank(of: [[1, 2, 3], [4, 5, 6.5]]).lowerBound == 2)
        #expect(ColumnRank(of: [[0.1, 0.2, 0.4], [0.2, 0.4, 0.8]]).lowerBound == 1)
        #expect(ColumnRank(of: [[0, 0], [1, 1]]).lowerBound == 1)
        // Differs in the last place only, at very different magnitudes.
        #expect(ColumnRank(of: [[1e-200, 1e200], [1e-200, 1e200.nextUp]]).lowerBound == 2)
        #expect(ColumnRank(of: [[-1, 1], [1, -1]]).lowerBound == 1)
    }
}
