import TestSupport
import Testing

@testable import Descent

@Suite("Positive definite matrices")
struct PositiveDefiniteTests {
    @Test("What is solved gives the right side again, for random matrices AᵀA + I")
    func residual() throws {
        var generator = SplitMix64(seed: 9)
        for count in 1...4 {
            for _ in 0..<50 {
                let a = (0..<count).map { _ in (0..<count).map { _ in Double.random(in: -2...2, using: &generator) } }
                let matrix = (0..<count).map { i in
                    (0..<count).map { j in (0..<count).reduce(i == j ? 1.0 : 0) { $0 + a[$1][i] * a[$1][j] } }
                }
                let right = (0..<count).map { _ in Double.random(in: -2...2, using: &generator) }
                let x = try #require(PositiveDefinite(matrix)).solve(right)
                for (row, value) in zip(matrix, right) {
                    #expect(abs(zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } - value) < 1e-11)
                }
            }
        }
    }

    @Test("Indefinite, singular and undefined matrices are none")
    func refusals() {
        #expect(PositiveDefinite([[1, 2], [2, 1]]) == nil)
        #expect(PositiveDefinite([[1, 1], [1, 1]]) == nil)
        #expect(PositiveDefinite([[0]]) == nil)
        #expect(PositiveDefinite([[.nan]]) == nil)
        #expect(PositiveDefinite([[.infinity]]) == nil)
    }
}
