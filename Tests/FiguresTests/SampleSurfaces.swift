import RealModule
import Scenes
import TestSupport
import Typography

@testable import Figures

/// Surfaces to test with.
enum SampleSurfaces {
    static func mesh(
        _ count: Int, x: ClosedRange<Double> = -2...2, y: ClosedRange<Double> = -2...2,
        _ height: (Double, Double) -> Double
    ) -> SurfaceMesh {
        func places(_ range: ClosedRange<Double>) -> [Double] {
            (0..<count).map {
                range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count - 1)
            }
        }
        let (xs, ys) = (places(x), places(y))
        return SurfaceMesh(xs: xs, ys: ys, values: ys.flatMap { y in xs.map { x in height(x, y) } })
    }

    /// Waves in random directions, some with a hole.
    static func random(_ count: Int, using generator: inout SplitMix64) -> SurfaceMesh {
        let waves = (0..<3).map { _ in
            (
                Double.random(in: -2...2, using: &generator), Double.random(in: -2...2, using: &generator),
                Double.random(in: 0...6, using: &generator), Double.random(in: 0.2...0.7, using: &generator)
            )
        }
        let hole = Bool.random(using: &generator) ? 0.5 : 0
        let centre = (Double.random(in: -1...1, using: &generator), Double.random(in: -1...1, using: &generator))
        return mesh(count) { x, y in
            let (u, v) = (x - centre.0, y - centre.1)
            if u * u + v * v < hole * hole { return .nan }
            return waves.reduce(0) { $0 + $1.3 * Double.sin($1.0 * x + $1.1 * y + $1.2) }
        }
    }

    static func space(
        _ mesh: SurfaceMesh, z: ClosedRange<Double> = -1...1, view: ViewAngles = .standard, zLabel: String = "J"
    ) throws -> Space {
        Space(
            id: "space0", mesh: mesh, z: z, view: view, xLabel: try RichText("$w$"), yLabel: try RichText("$b$"),
            zLabel: try RichText(zLabel), colors: HeightColors(stops: [z.lowerBound, z.upperBound]))
    }

    static func figure(
        _ space: Space, theme: Theme = .graphpaper, extent: Figure.Extent = .figure(Size(width: 480, height: 400)),
        panels: [Panel] = [], title: String? = "A surface"
    ) throws -> Figure {
        Figure(
            name: "sample", extent: extent, theme: theme, language: "en", title: try title.map { try RichText($0) },
            subtitle: nil, panels: panels, space: space, notes: [], description: "What the figure shows.")
    }
}
