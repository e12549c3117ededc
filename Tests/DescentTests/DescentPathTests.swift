import Testing

@testable import Descent

/// c/2 · x² + …: each axis with a curvature of its own.
private struct Bowl: DescentFunction {
    var curvatures: [Double]
    var dimension: Int { curvatures.count }

    func slopes(at p: [Double]) -> DescentSlopes {
        DescentSlopes(
            value: zip(curvatures, p).map { $0 * $1 * $1 / 2 }.reduce(0, +),
            gradient: zip(curvatures, p).map { $0 * $1 })
    }

    func hessian(at p: [Double]) -> [[Double]] {
        curvatures.indices.map { i in curvatures.indices.map { $0 == i ? curvatures[i] : 0 } }
    }
}

/// A function of one variable from its value and two derivatives.
private struct Line: DescentFunction {
    var value: @Sendable (Double) -> Double
    var slope: @Sendable (Double) -> Double
    var bend: @Sendable (Double) -> Double
    var dimension: Int { 1 }

    func slopes(at p: [Double]) -> DescentSlopes { DescentSlopes(value: value(p[0]), gradient: [slope(p[0])]) }
    func hessian(at p: [Double]) -> [[Double]] { [[bend(p[0])]] }
}

@Suite("Descents")
struct DescentPathTests {
    private let wide = [-1e9...1e9]

    private func gradient(
        _ step: Double, _ momentum: Double = 0, steps: Int = 10, tolerance: Double = 1e-6
    )
        -> DescentSettings
    {
        DescentSettings(method: .gradient(step: step, momentum: momentum), steps: steps, tolerance: tolerance)
    }

    @Test("On a parabola each step of gradient descent shrinks the distance by 1 − step · curvature, exactly")
    func parabola() {
        // Powers of two, so that nothing is rounded.
        let path = Bowl(curvatures: [2]).descent(from: [64], gradient(0.125, steps: 8), within: wide)
        var expected = 64.0
        for point in path.points {
            #expect(point == DescentPath.Point(position: [expected], value: expected * expected))
            expected *= 0.75
        }
        #expect(path.steps == 8)
        #expect(path.ending == .stepLimit)
    }

    @Test("A step of 1 / curvature reaches the bottom of a parabola at once")
    func oneStep() {
        let path = Bowl(curvatures: [4]).descent(from: [-3], gradient(0.25), within: wide)
        #expect(path.points.map(\.position) == [[-3], [0]])
        #expect(path.ending == .converged)
    }

    @Test("Newton's method ends on a bowl after one step, and damped approaches it by its factor")
    func newton() {
        let bowl = Bowl(curvatures: [2, 512])
        let region = [-10.0...10, -10.0...10]
        let path = bowl.descent(from: [3, -5], DescentSettings(method: .newton(), steps: 20), within: region)
        #expect(path.points.map(\.position) == [[3, -5], [0, 0]])
        #expect(path.ending == .converged)
        let half = bowl.descent(
            from: [4, -8], DescentSettings(method: .newton(damping: 0.5), steps: 3), within: region)
        #expect(half.points.map(\.position) == [[4, -8], [2, -4], [1, -2], [0.5, -1]])
        #expect(half.ending == .stepLimit)
    }

    @Test("The heavy ball follows x₍ₖ₊₁₎ = x₍ₖ₎ − step ∇J + momentum (x₍ₖ₎ − x₍ₖ₋₁₎)")
    func heavyBall() {
        let quartic = Line(value: { $0 * $0 * $0 * $0 / 4 - $0 }, slope: { $0 * $0 * $0 - 1 }, bend: { 3 * $0 * $0 })
        let path = quartic.descent(from: [-1.5], gradient(0.05, 0.8, steps: 40), within: wide)
        var (previous, here) = (-1.5, -1.5)
        #expect(path.points.count == 41)
        for point in path.points {
            #expect(abs(point.position[0] - here) < 1e-13)
            (previous, here) = (here, here - 0.05 * (here * here * here - 1) + 0.8 * (here - previous))
        }
    }

    @Test("A heavy ball that crosses the bottom at speed has not converged")
    func crossing() {
        // With momentum 1/2 the ball stands exactly on the bottom after one step, and rolls on.
        let path = Bowl(curvatures: [1]).descent(from: [1], gradient(1, 0.5, steps: 200), within: wide)
        #expect(path.points[1].position == [0])
        #expect(path.points[2].position == [-0.5])
        #expect(path.ending == .converged)
        #expect(path.steps > 10)
        #expect(abs(path.end.position[0]) <= 1e-6)
    }

    @Test("A step beyond 2 / curvature diverges until the region is left")
    func divergence() {
        let path = Bowl(curvatures: [1]).descent(from: [1], gradient(3, steps: 1000), within: [-100...100])
        #expect(path.points.map { $0.position[0] } == [1, -2, 4, -8, 16, -32, 64, -128])
        #expect(path.ending == .leftRegion)
    }

    @Test("A step of 2 / curvature swings between two points for ever")
    func swing() {
        let path = Bowl(curvatures: [1]).descent(from: [1], gradient(2, steps: 5), within: wide)
        #expect(path.points.map { $0.position[0] } == [1, -1, 1, -1, 1, -1])
        #expect(path.ending == .stepLimit)
    }

    @Test("Newton's method ends where the function bends down or not at all, without a step")
    func notConvex() {
        let settings = DescentSettings(method: .newton(), steps: 20)
        let hill = Line(value: { -$0 * $0 }, slope: { -2 * $0 }, bend: { _ in -2 })
        let path = hill.descent(from: [1], settings, within: wide)
        #expect(path.points.count == 1)
        #expect(path.ending == .notConvex)
        let slant = Line(value: { $0 }, slope: { _ in 1 }, bend: { _ in 0 })
        #expect(slant.descent(from: [1], settings, within: wide).ending == .notConvex)
        let saddle = Bowl(curvatures: [1, -1]).descent(from: [1, 1], settings, within: [-9...9, -9...9])
        #expect(saddle.ending == .notConvex)
    }

    @Test("A descent ends before the first point where the function has no value, and at a start without one")
    func domain() {
        let logarithm = Line(
            value: { $0 > 0 ? $0 : .nan }, slope: { $0 > 0 ? 1 : .nan }, bend: { _ in 0 })
        let path = logarithm.descent(from: [1], gradient(0.375), within: wide)
        #expect(path.points.map { $0.position[0] } == [1, 0.625, 0.25])
        #expect(path.ending == .notFinite)
        let nowhere = logarithm.descent(from: [-1], gradient(0.375), within: wide)
        #expect(nowhere.points.count == 1)
        #expect(nowhere.ending == .notFinite)
    }

    @Test("A start at the bottom has converged without a step")
    func startAtBottom() {
        let path = Bowl(curvatures: [1]).descent(from: [0], gradient(0.5), within: wide)
        #expect(path.steps == 0)
        #expect(path.ending == .converged)
    }
}
