import Calculus
import CurveSampling
import Losses
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
