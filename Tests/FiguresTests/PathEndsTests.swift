import Scenes
import Testing
import Typography

@testable import Figures

struct PathEndsTests {
    /// A point of data is a point of the page, with y upwards.
    private let scales = PanelScales(
        x: LinearScale(domain: 0...400, range: (0, 400)), y: LinearScale(domain: 0...300, range: (300, 0)))

    private func path(_ id: String, to end: DataPoint) -> PathMark {
        PathMark(id: id, styleIndex: 2, form: .hops, points: [DataPoint(x: 20, y: 20), end])
    }

    private func ends(_ paths: [PathMark]) -> PathEnds {
        PathEnds(paths.map { .path($0) }, scales: scales, theme: .graphpaper)
    }

    @Test("A point on which a path ends is not drawn, the others are, and their texts stay")
    func uncovered() throws {
        let ends = ends([path("a", to: DataPoint(x: 200, y: 100))])
        let points = [(200.0, 100.0), (204, 101), (205, 101), (20, 20)].map { DataPoint(x: $0.0, y: $0.1) }
        #expect(ends.uncovered(PointsMark(id: "p", styleIndex: 0, points: points)).points == Array(points[2...]))
        let marks: [Mark] = [
            .curve(try SampleFigures.curve("c", over: -4...4) { 0.15 * $0 * $0 }),
            .points(
                PointsMark(
                    id: "p", styleIndex: 0, points: [DataPoint(x: 0, y: 0)], labels: [RichText(verbatim: "(0, 0)")])),
            .path(
                PathMark(
                    id: "a", styleIndex: 2, form: .hops, points: [DataPoint(x: -2, y: 0.6), DataPoint(x: 0.01, y: 0)])),
        ]
        let figure = try SampleFigures.figure(panels: [SampleFigures.panel(marks: marks)])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        #expect(scene.layer("panel0-points-p") == nil)
        #expect(scene.words("panel0-annotations") == ["(0, 0)"])
    }

    @Test("Ends in one place are drawn about each other, each seen; an end alone is as it was")
    func rings() throws {
        let there = DataPoint(x: 200, y: 100)
        let paths = [
            path("a", to: there), path("b", to: DataPoint(x: 100, y: 100)), path("c", to: DataPoint(x: 201, y: 100)),
            path("d", to: there),
        ]
        let ends = ends(paths)
        let radii = paths.map { ends.radius(ofEndOf: $0) }
        #expect(radii[1] == PathMark.endShare * Theme.graphpaper.pointDiameter / 2)
        // The rim of the page's colour is 1.25 points wide, and a point is what one may lie off another.
        #expect(radii[0] - radii[2] > 2.25 && radii[2] - radii[3] > 2.25 && radii[3] > 2)
        let nodes = paths[0].lowered(to: scales, theme: .graphpaper, end: radii[0])
        let disc = Path.circle(center: scales(there), radius: radii[0])
        #expect(nodes.contains(.shape(Shape(disc, fill: Theme.graphpaper.cycle[2]))))
    }

    @Test("A figure draws the ends of two paths in one place as ring and disc")
    func drawn() throws {
        let marks: [Mark] = try [
            .curve(SampleFigures.curve("c", over: -4...4) { 0.15 * $0 * $0 }),
            .path(
                PathMark(
                    id: "a", styleIndex: 2, form: .hops, points: [DataPoint(x: -2, y: 0.6), DataPoint(x: 0, y: 0)])),
            .path(
                PathMark(id: "b", styleIndex: 3, form: .hops, points: [DataPoint(x: 2, y: 0.6), DataPoint(x: 0, y: 0)])),
        ]
        let figure = try SampleFigures.figure(panels: [SampleFigures.panel(marks: marks)])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let boxes = ["a", "b"].compactMap { id -> Double? in
            let discs = (scene.layer("panel0-path-\(id)")?.nodes ?? []).compactMap { node -> Double? in
                guard case .shape(let shape) = node, shape.fill == Theme.graphpaper.cycle[id == "a" ? 2 : 3],
                    shape.path.elements.contains(where: { if case .cubic = $0 { true } else { false } })
                else { return nil }
                return shape.path.controlBoxWidth
            }
            return discs.first
        }
        #expect(boxes.count == 2 && boxes[0] > boxes[1] + 4, "\(boxes)")
    }
}

extension Path {
    /// The extent of all its points in x, in points.
    fileprivate var controlBoxWidth: Double {
        let xs = elements.flatMap { element -> [Double] in
            switch element {
            case .move(let p), .line(let p): [p.x]
            case .cubic(let a, let b, let p): [a.x, b.x, p.x]
            case .close: []
            }
        }
        return (xs.max() ?? 0) - (xs.min() ?? 0)
    }
}
