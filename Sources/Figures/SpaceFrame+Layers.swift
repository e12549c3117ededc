import Scenes
import Typography

extension SpaceFrame {
    /// The space's layers, the lowest first: walls, floor, surface, lines on it, ticks, numbers, names.
    ///
    /// - Parameter memory: of the figure's other variants.
    func layers(theme: Theme, memory: VariantMemory) -> [Group] {
        func id(_ layer: String) -> String { "\(space.id)-\(layer)" }
        let sight = SurfaceSight(grid: SurfaceGrid(space.mesh, scales: scales), projection: projection)
        let surface = memory.value(
            for: SeenSurface.Key(mesh: space.mesh, z: space.z, projection: projection, colors: space.colors)
        ) { SeenSurface(sight, scales: scales, colors: space.colors) }
        let groups = [
            Group(id: id("walls"), nodes: walls(theme: theme)),
            Group(id: id("floor"), nodes: floorNodes(sight, theme: theme)),
            Group(
                id: id("surface"), title: space.zLabel?.plainText,
                nodes: surface.shapes.map { .shape($0) }),
            Group(id: id("mesh"), nodes: surface.lines.isEmpty ? [] : [.shape(meshLines(surface.lines))]),
            Group(id: id("paths"), nodes: space.paths.flatMap { path($0, sight, theme: theme) }),
            Group(id: id("points"), nodes: surfacePoints(sight, theme: theme)),
            Group(id: id("ticks"), nodes: tickMarks(theme: theme)),
            Group(id: id("numbers"), nodes: nodes(texts.filter { !$0.isName }, theme: theme)),
            Group(id: id("axis-names"), nodes: nodes(texts.filter(\.isName), theme: theme)),
        ]
        return groups.filter { !$0.nodes.isEmpty }
    }

    private func nodes(_ texts: [PlacedText], theme: Theme) -> [Node] {
        texts.map { text in
            .text(
                TextRun(
                    text.shaped, at: Point(x: text.box.left, y: text.box.top + text.shaped.ascent), color: theme.ink))
        }
    }

    /// The grid on the walls and the floor, and their edges.
    private func walls(theme: Theme) -> [Node] {
        let (x, y, h) = (-box.near.x, -box.near.y, SpaceScales.height)
        var lines: [[SpacePoint]] = []
        for tick in ticks[.x]?.major ?? [] {
            let at = scales.x(tick.value)
            lines.append([SpacePoint(at, -y, 0), SpacePoint(at, y, 0), SpacePoint(at, y, h)])
        }
        for tick in ticks[.y]?.major ?? [] {
            let at = scales.y(tick.value)
            lines.append([SpacePoint(-x, at, 0), SpacePoint(x, at, 0), SpacePoint(x, at, h)])
        }
        for tick in ticks[.z]?.major ?? [] {
            let at = scales.z(tick.value)
            lines.append([SpacePoint(-x, y, at), SpacePoint(x, y, at), SpacePoint(x, -y, at)])
        }
        let fine = Stroke(color: theme.ink.withOpacity(0.11), width: 0.75)
        let edge = Stroke(color: theme.ink.withOpacity(0.3), width: 0.75)
        return [
            .shape(Shape(projection.path(lines), stroke: fine)),
            .shape(Shape(projection.path(box.backs(), isClosed: true), stroke: edge)),
        ]
    }

    /// What is drawn flat, as large as the floor is on the page, laid upon the floor.
    private func laid(_ nodes: [Node]) -> [Node] {
        let size = floor
        return nodes.map { node in
            guard case .shape(var shape) = node else { return node }
            shape.path = shape.path.mapped {
                projection(SpacePoint($0.x / size.width - 0.5, 0.5 - $0.y / size.height, 0))
            }.simplified()
            return .shape(shape)
        }
    }

    /// The bands, the region, the level lines, the points and the paths on the floor.
    private func floorNodes(_ sight: SurfaceSight, theme: Theme) -> [Node] {
        let size = floor
        let flat = PanelScales(
            x: LinearScale(domain: space.mesh.x, range: (0, size.width)),
            y: LinearScale(domain: space.mesh.y, range: (size.height, 0)))
        var nodes: [Node] = []
        if let fill = space.contours?.fill { nodes += laid(fill.lowered(to: flat, theme: theme)) }
        // On the slanted floor hatching and lines of levels make a net; the panel beside shows the same.
        if let region = space.region {
            nodes += laid(region.lowered(to: flat, theme: theme, isHatched: figure.panels.isEmpty))
        }
        if let contours = space.contours { nodes += laid(contours.lowered(to: flat, theme: theme, width: 0.7)) }
        for mark in space.paths {
            let line = mark.vertices.map { (x: scales.x($0.x), y: scales.y($0.y)) }
            let pieces = zip(line, line.dropFirst()).compactMap { sight.inside(from: $0, to: $1) }
            let lines = pieces.map { [SpacePoint($0.a.x, $0.a.y, 0), SpacePoint($0.b.x, $0.b.y, 0)] }
            nodes.append(
                .shape(
                    Shape(
                        projection.path(lines),
                        stroke: Stroke(
                            color: color(mark.styleIndex, theme).withOpacity(0.55), width: 1, isRound: true))))
        }
        if let points = space.points {
            nodes += discs(points, at: points.points.map { projection(scales.floor($0)) }, size: 0.7, theme: theme)
        }
        return nodes
    }

    private func color(_ styleIndex: Int, _ theme: Theme) -> Color { theme.cycle[styleIndex % theme.cycle.count] }

    /// Dark on either page: they lie on the surface.
    private func meshLines(_ lines: Path) -> Shape {
        Shape(lines, stroke: Stroke(color: Color(0x000000, opacity: 0.28), width: 0.6))
    }

    /// The seen parts of a path on the surface, on a line of the page's colour, and what stands at its ends.
    private func path(_ mark: SurfacePath, _ sight: SurfaceSight, theme: Theme) -> [Node] {
        let line = mark.vertices.map { (x: scales.x($0.x), y: scales.y($0.y)) }
        let seen = projection.path(sight.lifted(line).flatMap { sight.seenParts(of: $0, on: .upper) })
        let color = color(mark.styleIndex, theme)
        var nodes: [Node] = []
        if !seen.isEmpty {
            let width = 0.8 * theme.curveWidth
            nodes.append(.shape(Shape(seen, stroke: Stroke(color: theme.page, width: width + 1.5, isRound: true))))
            nodes.append(.shape(Shape(seen, stroke: Stroke(color: color, width: width, isRound: true))))
        }
        func end(_ vertex: DataPoint?, isHollow: Bool) {
            guard let vertex, let place = place(vertex, sight) else { return }
            let points = PointsMark(
                id: mark.id, styleIndex: mark.styleIndex, points: [vertex], isHollow: isHollow)
            nodes += discs(points, at: [place], size: 0.8, theme: theme)
        }
        if mark.marksStart { end(mark.vertices.first, isHollow: true) }
        if mark.marksEnd { end(mark.vertices.last, isHollow: false) }
        return nodes
    }

    /// Where a point of the surface is seen.
    private func place(_ point: DataPoint, _ sight: SurfaceSight) -> Point? {
        guard let place = sight.grid.point(atX: scales.x(point.x), y: scales.y(point.y)), sight.sees(place, on: .upper)
        else { return nil }
        return projection(place)
    }

    private func surfacePoints(_ sight: SurfaceSight, theme: Theme) -> [Node] {
        guard let points = space.points else { return [] }
        return discs(points, at: points.points.compactMap { place($0, sight) }, size: 1, theme: theme)
            + hiddenPoints(points, sight, theme: theme)
    }

    /// Rings through which the surface before them is seen, each over a thin line from its place on the floor.
    private func hiddenPoints(_ mark: PointsMark, _ sight: SurfaceSight, theme: Theme) -> [Node] {
        let radius = theme.pointDiameter / 2 * mark.relativeSize
        var (rings, lines) = (Path(), Path())
        for point in mark.points {
            guard let place = sight.grid.point(atX: scales.x(point.x), y: scales.y(point.y)),
                !sight.sees(place, on: .upper)
            else { continue }
            let (center, foot) = (projection(place), projection(scales.floor(point)))
            rings.elements += Path.circle(center: center, radius: radius).elements
            let (start, end) = (foot.y - 0.7 * radius - 1.5, center.y + radius)
            if start > end {
                lines.elements += Path.line(from: Point(x: foot.x, y: start), to: Point(x: center.x, y: end)).elements
            }
        }
        if rings.isEmpty { return [] }
        // White as the surface's lines are black: it is as dark on either page.
        let ink = Color(0xFFFFFF, opacity: 0.9)
        var nodes: [Node] = []
        if !lines.isEmpty { nodes.append(.shape(Shape(lines, stroke: Stroke(color: ink, width: 1, dash: [3, 3])))) }
        nodes.append(.shape(Shape(rings, stroke: Stroke(color: ink, width: 1.25))))
        return nodes
    }

    private func discs(_ mark: PointsMark, at places: [Point], size: Double, theme: Theme) -> [Node] {
        let radius = theme.pointDiameter / 2 * mark.relativeSize * size
        func circles(_ radius: Double) -> Path {
            Path(places.flatMap { Path.circle(center: $0, radius: radius).elements })
        }
        if places.isEmpty { return [] }
        let color = color(mark.styleIndex, theme)
        if mark.isHollow {
            return [.shape(Shape(circles(radius), fill: theme.page, stroke: Stroke(color: color, width: 1.5)))]
        }
        return [.shape(Shape(circles(radius + 1), fill: theme.page)), .shape(Shape(circles(radius), fill: color))]
    }

    /// The edges that have numbers, with a stroke at each.
    private func tickMarks(theme: Theme) -> [Node] {
        var path = Path()
        for axis in SpaceBox.Axis.allCases {
            path.elements +=
                Path.line(from: projection(box.edge(axis, at: 0)), to: projection(box.edge(axis, at: 1))).elements
            let out = box.outward(axis, projection)
            for tick in ticks[axis]?.major ?? [] {
                let foot = projection(place(of: tick, on: axis))
                path.elements +=
                    Path.line(
                        from: foot,
                        to: Point(x: foot.x + SpaceFrame.tickLength * out.x, y: foot.y + SpaceFrame.tickLength * out.y)
                    ).elements
            }
        }
        return [.shape(Shape(path, stroke: Stroke(color: theme.ink.withOpacity(0.75), width: 1)))]
    }

    private func place(of tick: Ticks.Tick, on axis: SpaceBox.Axis) -> SpacePoint {
        switch axis {
        case .x: SpacePoint(scales.x(tick.value), box.near.y, 0)
        case .y: SpacePoint(box.near.x, scales.y(tick.value), 0)
        case .z: SpacePoint(box.left.x, box.left.y, scales.z(tick.value))
        }
    }
}
