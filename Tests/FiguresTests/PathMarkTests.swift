import Scenes
import Testing
import Typography

@testable import Figures

struct PathMarkTests {
    /// A point of data is a point of the page, with y upwards.
    private let scales = PanelScales(
        x: LinearScale(domain: 0...400, range: (0, 400)), y: LinearScale(domain: 0...300, range: (300, 0)))

    private func path(_ points: [(Double, Double)], _ form: PathMark.Form = .straight) -> PathMark {
        PathMark(id: "p", styleIndex: 2, form: form, points: points.map { DataPoint(x: $0.0, y: $0.1) })
    }

    private func route(_ points: [(Double, Double)], _ form: PathMark.Form = .straight) -> PathRoute {
        PathRoute(path(points, form), scales: scales)
    }

    @Test("A path has a ring, dots between and a disc, and an arrowhead on each long step")
    func parts() {
        let route = route([(25, 75), (100, 75), (112.5, 75), (112.5, 150)])
        #expect(route.start == Point(x: 25, y: 225))
        #expect(route.dots == [Point(x: 100, y: 225), Point(x: 112.5, y: 225)])
        #expect(route.end == Point(x: 112.5, y: 150))
        #expect(route.steps.map { $0.arrowhead != nil } == [true, false, true])
    }

    @Test("No arrowhead lies on another step's line; the way to and fro has one each way")
    func arrowheads() {
        // A long hop, and two small ones under its middle that cross each other.
        let knot = route([(100, 50), (200, 50), (130, 50), (180, 50), (150, 50)], .hops)
        #expect(knot.steps.count == 4)
        for (index, step) in knot.steps.enumerated() {
            guard let head = step.arrowheadBox else { continue }
            for (other, line) in knot.steps.enumerated() where other != index {
                #expect(!PanelObstacles.meets([line.polyline], head), "\(index) on \(other)")
            }
        }
        #expect(knot.steps.contains { $0.arrowhead == nil } && knot.steps.contains { $0.arrowhead != nil })
        let fro = route([(100, 50), (200, 50), (100, 50)], .hops)
        #expect(fro.steps.map { $0.arrowhead != nil } == [true, true])
    }

    @Test("Dots that would run into each other are one, but the last point is where it is")
    func thinned() {
        // Steps halve from 100: the sum comes near 300.
        var (x, points) = (100.0, [(100.0, 50.0)])
        for k in 0..<40 {
            x += 100 / Double(1 << min(k, 50))
            points.append((x, 50))
        }
        let route = route(points)
        #expect(route.dots.count == 4)
        let kept = [route.start, route.end].compactMap { $0 } + route.dots
        for (index, a) in kept.enumerated() {
            for b in kept[(index + 1)...] { #expect(abs(a.x - b.x) >= PathMark.leastDistance) }
        }
        #expect(route.end == Point(x: x, y: 250))
        #expect(route.steps.count == 5)
    }

    @Test("What swings between two places is drawn once each way, however long it does")
    func swinging() {
        let once = route((0..<5).map { ($0.isMultiple(of: 2) ? 100 : 200, 50) })
        let long = route((0..<501).map { ($0.isMultiple(of: 2) ? 100 : 200, 50) })
        #expect(long.dots == once.dots)
        #expect(long.steps.count <= 4)
    }

    @Test("Hops bow upwards, whichever way they go")
    func hops() {
        for points in [[(100.0, 50.0), (200, 40)], [(200, 40), (100, 50.0)]] {
            let line = route(points, .hops).steps[0].polyline
            let top = line.map(\.y).min() ?? 0
            #expect(top < 235)
            #expect(top > 215)
            #expect(line.first == scales(DataPoint(x: points[0].0, y: points[0].1)))
        }
    }

    @Test("A hop is a parabola on tenths of a point, a quarter as high as it is wide, at most 30 points")
    func parabola() throws {
        for (width, height) in [(40.0, 10.0), (300, 30)] {
            let step = try #require(route([(50.03, 50), (50.03 + width, 50)], .hops).steps.first)
            guard case .move(let p)? = step.path.elements.first,
                case .cubic(let a, let b, let q)? = step.path.elements.last
            else {
                Issue.record("no curve")
                return
            }
            #expect(p == Point(x: 50, y: 250) && q == Point(x: 50 + width, y: 250))
            // A cubic's third difference is none of a quadratic's.
            #expect(abs(q.x - p.x + 3 * (a.x - b.x)) < 1e-9 && abs(q.y - p.y + 3 * (a.y - b.y)) < 1e-9)
            #expect(abs((p.y + 3 * a.y + 3 * b.y + q.y) / 8 - (250 - height)) < 0.1)
        }
    }

    @Test("A step out of the window ends at its edge in an arrowhead, what is outside is not drawn")
    func leaving() {
        let route = route([(300, 150), (500, 150), (1e9, 150), (-1e9, 150)], .hops)
        #expect(route.end == nil)
        #expect(route.dots.isEmpty)
        // Out of the window, and across it from one side to the other.
        #expect(
            route.steps.map(\.polyline) == [
                [Point(x: 300, y: 150), Point(x: 400, y: 150)], [Point(x: 400, y: 150), Point(x: 0, y: 150)],
            ])
        guard case .move(let tip) = route.steps[0].arrowhead?.elements.first else {
            Issue.record("no arrowhead")
            return
        }
        #expect(tip == Point(x: 400, y: 150))
    }

    @Test("A path of one point is a ring")
    func single() {
        #expect(path([(50, 50)]).lowered(to: scales, theme: .graphpaper).count == 1)
        #expect(path([(500, 50)]).lowered(to: scales, theme: .graphpaper).isEmpty)
    }

    @Test("Labels of starts and ends keep clear of the path, the curve and each other")
    func labels() throws {
        let curve = try SampleFigures.curve("mse", over: -4...4) { 0.15 * $0 * $0 }
        let paths = [(-3.5, "a"), (3.2, "b")].enumerated().map { index, start in
            let points = (0...12).map { k -> DataPoint in
                var x = start.0
                for _ in 0..<k { x *= 0.7 }
                return DataPoint(x: x, y: 0.15 * x * x)
            }
            return Mark.path(
                PathMark(
                    id: start.1, styleIndex: 2 + index, form: .hops, points: points,
                    startLabel: RichText(verbatim: "start \(start.1)"), endLabel: RichText(verbatim: "12 steps")))
        }
        let figure = try SampleFigures.figure(panels: [SampleFigures.panel(marks: [.curve(curve)] + paths)])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let annotations = scene.layers.first { $0.id.hasSuffix("annotations") }
        let texts = (annotations?.nodes ?? []).compactMap { node in
            if case .text(let run) = node { run } else { nil }
        }
        #expect(texts.count == 4)
    }
}
