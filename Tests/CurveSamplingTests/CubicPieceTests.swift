import CurveSampling
import TestSupport
import Testing

@Suite struct CubicPieceTests {
    /// x³ − x over [−2, 1], with its extremes inside at ∓1/√3.
    private static let wave = CubicPiece(
        from: CurvePoint(x: -2, value: -6, slope: 11), to: CurvePoint(x: 1, value: 0, slope: 2))

    @Test("A piece is the cubic with the values and slopes of its ends")
    func values() {
        for i in 0...10 {
            let t = Double(i) / 10
            let x = -2 + 3 * t
            #expect(abs(CubicPieceTests.wave.value(atFraction: t) - (x * x * x - x)) < 1e-14)
        }
    }

    @Test("The inner control points stand at the thirds, so that x runs evenly")
    func controlPoints() {
        let points = CubicPieceTests.wave.controlPoints
        #expect(points.map(\.x) == [-2, -1, 0, 1])
        #expect(points.map(\.y) == [-6, 5, -2, 0])
    }

    @Test("The range includes extremes between the ends")
    func range() {
        let range = CubicPieceTests.wave.range
        #expect(range.lowerBound == -6)
        #expect(abs(range.upperBound - 2 / (3 * 3.0.squareRoot())) < 1e-14)
    }

    @Test("The range of a monotone piece, a line and a constant is that of the ends")
    func rangeOfEnds() {
        let rising = CubicPiece(
            from: CurvePoint(x: 0, value: 0, slope: 0), to: CurvePoint(x: 1, value: 1, slope: 3))
        #expect(rising.range == 0...1)
        let line = CubicPiece(from: CurvePoint(x: 0, value: 2, slope: -1), to: CurvePoint(x: 2, value: 0, slope: -1))
        #expect(line.range == 0...2)
        let constant = CubicPiece(from: CurvePoint(x: 0, value: 3, slope: 0), to: CurvePoint(x: 1, value: 3, slope: 0))
        #expect(constant.range == 3...3)
    }

    @Test("The range holds densely sampled values and is reached by them")
    func rangeOfRandomPieces() {
        var random = SplitMix64(seed: 21)
        for _ in 0..<200 {
            let piece = CubicPiece(
                from: CurvePoint(
                    x: 0, value: .random(in: -1...1, using: &random), slope: .random(in: -9...9, using: &random)),
                to: CurvePoint(
                    x: 1, value: .random(in: -1...1, using: &random), slope: .random(in: -9...9, using: &random)))
            let samples = (0...500).map { piece.value(atFraction: Double($0) / 500) }
            let (low, high) = (samples.min() ?? 0, samples.max() ?? 0)
            #expect(piece.range.lowerBound <= low + 1e-14 && piece.range.upperBound >= high - 1e-14)
            #expect(piece.range.lowerBound >= low - 1e-4 && piece.range.upperBound <= high + 1e-4)
        }
    }

    @Test(
        "The range does not depend on the unit, down to 10⁻²⁰⁰ and up to 10²⁰⁰", arguments: [1e-200, 1e-100, 1, 1e200])
    func rangeOfExtremeValues(unit: Double) {
        let piece = CubicPiece(
            from: CurvePoint(x: -2, value: -6 * unit, slope: 11 * unit),
            to: CurvePoint(x: 1, value: 0, slope: 2 * unit))
        #expect(abs(piece.range.upperBound / unit - 2 / (3 * 3.0.squareRoot())) < 1e-14)
    }
}
