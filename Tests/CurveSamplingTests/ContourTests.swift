import Calculus
import CurveSampling
import Losses
import TestSupport
import Testing

@Suite struct ContourTests {
    @Test(
        "Smooth level sets are within a quarter of a pixel, whole, and decided at saddles",
        arguments: ContourCase.smooth)
    func smooth(_ surface: ContourCase) { judge(surface) }

    @Test("Lines that meet in a singular point meet there", arguments: ContourCase.singular)
    func singular(_ surface: ContourCase) { judge(surface) }

    @Test("Kinks are turned without loss", arguments: ContourCase.kinked)
    func kinked(_ surface: ContourCase) { judge(surface) }

    @Test("No line crosses a pole, a jump or the edge of the domain", arguments: ContourCase.broken)
    func broken(_ surface: ContourCase) { judge(surface) }

    @Test("Objectives of two parameters")
    func objectives() throws { for surface in try ContourCase.objectives() { judge(surface) } }

    @Test("Random cubics, at levels through round points")
    func randomCubics() {
        var random = SplitMix64(seed: 20)
        for k in 0..<10 {
            func coefficient() -> Double { Double(Int.random(in: -8...8, using: &random)) / 4 }
            let terms = (0...3).flatMap { i in (0...(3 - i)).map { j in (coefficient(), i, j) } }
            let cubic = PolynomialSurface(terms)
            let levels = [(0.0, 0.0), (0.5, -0.5), (-1.25, 0.75)].map { cubic.value($0.0, $0.1) }
            judge(
                ContourCase("cubic \(k)", cubic, Array(Set(levels)).sorted().map { ($0, nil) }, left: [.tangential]))
        }
    }

    @Test("Random waves, at the levels of their saddles and at zero")
    func randomWaves() {
        var random = SplitMix64(seed: 4)
        for k in 0..<8 {
            func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
            let waves = Waves(
                terms: (0..<3).map { _ in (number(0.2...1), number(-3...3), number(-3...3), number(0...6)) })
            var levels: [(Double, Int?)] = [(0, nil)]
            for _ in 0..<2 {
                if let saddle = waves.saddle(nearX: number(-1.5...1.5), y: number(-1...1)) {
                    levels.append((saddle, nil))
                }
            }
            judge(ContourCase("waves \(k)", waves, levels, left: [.tangential]))
        }
    }

    private func judge(_ surface: ContourCase) {
        let sets = ContourTracer().trace(surface.surface, levels: surface.levels.map(\.level), in: surface.viewport)
        for (set, expected) in zip(sets, surface.levels) {
            let referee = ContourReferee(
                value: { surface.surface.value($0, $1) }, viewport: surface.viewport,
                exact: surface.exact?(set.level))
            let worst = referee.worstDistance(of: set)
            let points = set.lines.reduce(0) { $0 + $1.count }
            print(
                "| \(surface.name) | \(set.level) | \(set.evaluations) | \(ContourTests.rounded(worst.drawnToTrue)) |",
                "\(ContourTests.rounded(worst.trueToDrawn)) | \(ContourTests.rounded(set.boundInPixels)) |",
                "\(set.parts) | \(points) | \(set.unresolved.count) |")
            #expect(worst.drawnToTrue <= 0.25, "\(surface.name) at \(set.level): a false line")
            #expect(worst.trueToDrawn <= 0.25, "\(surface.name) at \(set.level): something is lost")
            if let parts = expected.parts { #expect(set.parts == parts, "\(surface.name) at \(set.level)") }
            #expect(set.boundInPixels <= 0.25)
            #expect(set.evaluations <= 60_000)
            #expect(
                set.unresolved.allSatisfy { surface.mayBeLeft.contains($0.reason) }, "\(surface.name) at \(set.level)")
            for end in set.looseEnds {
                #expect(
                    surface.viewport.isOnEdge(end) || set.unresolved.contains { $0.touches(end, in: surface.viewport) },
                    "\(surface.name) at \(set.level): a line ends at \(end)")
            }
        }
    }

    private static func rounded(_ value: Double) -> String {
        value.isFinite ? "\((value * 1000).rounded() / 1000)" : "\(value)"
    }
}

extension Waves {
    /// The value at a saddle, or another critical point, that Newton's method finds from a point.
    func saddle(nearX startX: Double, y startY: Double) -> Double? {
        var (x, y) = (startX, startY)
        for _ in 0..<50 {
            var (p, q, a, b, c) = (0.0, 0.0, 0.0, 0.0, 0.0)
            for term in terms {
                let angle = term.b * x + term.c * y + term.d
                let (sine, cosine) = (angle.applying(.sin), angle.applying(.cos))
                p += term.a * term.b * cosine
                q += term.a * term.c * cosine
                a -= term.a * term.b * term.b * sine
                b -= term.a * term.b * term.c * sine
                c -= term.a * term.c * term.c * sine
            }
            let determinant = a * c - b * b
            x -= (c * p - b * q) / determinant
            y -= (a * q - b * p) / determinant
        }
        return abs(x) < 2 && abs(y) < 1.5 ? value(x, y) : nil
    }
}

extension LevelSet {
    private struct Place: Hashable {
        var x: Double
        var y: Double
    }

    /// The number of parts that hang together by shared points.
    var parts: Int {
        var parent = Array(lines.indices)
        func root(_ k: Int) -> Int { parent[k] == k ? k : root(parent[k]) }
        var lineAt: [Place: Int] = [:]
        for (k, line) in lines.enumerated() {
            for point in line {
                let place = Place(x: point.x, y: point.y)
                if let other = lineAt[place] { parent[root(k)] = root(other) } else { lineAt[place] = k }
            }
        }
        return lines.indices.count { parent[$0] == $0 }
    }

    /// Where lines that are not closed end.
    var looseEnds: [(x: Double, y: Double)] {
        lines.flatMap { line -> [(x: Double, y: Double)] in
            guard let first = line.first, let last = line.last, first != last else { return [] }
            return [first, last]
        }
    }
}

extension Viewport {
    func isOnEdge(_ p: (x: Double, y: Double)) -> Bool {
        p.x == x.lowerBound || p.x == x.upperBound || p.y == y.lowerBound || p.y == y.upperBound
    }
}

extension UnresolvedBox {
    /// Whether the point is within a hundredth of a pixel.
    func touches(_ p: (x: Double, y: Double), in viewport: Viewport) -> Bool {
        let (dx, dy) = (0.01 / viewport.pixelsPerX, 0.01 / viewport.pixelsPerY)
        return p.x >= x.lowerBound - dx && p.x <= x.upperBound + dx && p.y >= y.lowerBound - dy
            && p.y <= y.upperBound + dy
    }
}
