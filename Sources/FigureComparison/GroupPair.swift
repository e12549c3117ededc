import LossPlots
import Scenes

/// A group of the scene, old and new.
struct GroupPair {
    let role: GroupRole
    let old: Group
    let new: Group
    let oldWindow: PanelWindow?
    let newWindow: PanelWindow?
    /// Of the pages, in points.
    let oldSize: Size
    let newSize: Size
    let tolerances: ChangeTolerances
    let comparesStyles: Bool
    let comparesPlaces: Bool

    /// Where on the new page the data of a place on the old one stand.
    func moved(_ p: Point) -> Point {
        guard let oldWindow, let newWindow, oldWindow != newWindow else { return p }
        let data = oldWindow.data(at: p)
        return newWindow.point(x: data.x, y: data.y)
    }

    static func shapes(_ group: Group) -> [Shape] {
        group.nodes.flatMap { node -> [Shape] in
            switch node {
            case .shape(let shape): [shape]
            case .group(let inner): shapes(inner)
            case .text: []
            }
        }
    }

    /// What both show, on the new page: of lines that run off the page, no more than a little of its surroundings.
    private var common: Rect {
        func shown(_ clip: Rect?, on size: Size) -> Rect {
            let page = Rect(x: 0, y: 0, width: size.width, height: size.height).insetBy(-LineIndex.reach)
            return clip.map { $0.intersection(page) } ?? page
        }
        let (a, b) = (shown(old.clip, on: oldSize), shown(new.clip, on: newSize))
        let (p, q) = (moved(Point(x: a.left, y: a.top)), moved(Point(x: a.right, y: a.bottom)))
        let box = Rect(
            left: max(min(p.x, q.x), b.left), top: max(min(p.y, q.y), b.top), right: min(max(p.x, q.x), b.right),
            bottom: min(max(p.y, q.y), b.bottom))
        // Areas end at the window's edges, wherever these are.
        return oldWindow == newWindow ? box : box.insetBy(2)
    }

    // MARK: Lines

    func lineChanges() -> [FigureChange] {
        let (a, b) = (GroupPair.shapes(old), GroupPair.shapes(new))
        let kind = role.changeKind
        if a.isEmpty != b.isEmpty {
            return [FigureChange(kind, role.name, "\(role.name) \(b.isEmpty ? "lost" : "added")")]
        }
        if [.legend, .colorBar].contains(role.kind), !comparesPlaces { return styleChanges(a, b) }
        guard a.count == b.count else {
            return [
                FigureChange(
                    kind, role.name, "\(role.name): \(a.count) lines → \(b.count)",
                    size: Double(abs(a.count - b.count)), unit: "lines")
            ]
        }
        var changes = styleChanges(a, b)
        var worst: (deviation: CurveDeviation, index: Int)?
        var count = 0
        var strays = strayLines
        for (index, (before, after)) in zip(a, b).enumerated() {
            // Dots are of the theme's size.
            if role.kind == .chord, before.stroke == nil, !comparesStyles { continue }
            let (from, to) = (placed(before), after.path.polylines)
            strays?.note(from, to)
            let deviation = CurveDeviation(from: from, to: to, in: common)
            guard let deviation, deviation.distance > tolerances.curve else { continue }
            count += 1
            if deviation.distance > worst?.deviation.distance ?? 0 { worst = (deviation, index) }
        }
        if let worst {
            let which =
                switch role.kind {
                case .contour where a.count > 1: " (\(count) of \(a.count) levels)"
                case .bars: " (bar \(worst.index + 1))"
                default: ""
                }
            changes.append(moveChange(kind, worst.deviation, which))
        } else {
            changes += strayChange(strays, kind)
        }
        return changes
    }

    /// For what no clip holds on the page; nil where the places of the two pages cannot be compared.
    private var strayLines: StrayLines? {
        old.clip == nil && new.clip == nil && comparesPlaces ? StrayLines(outside: common) : nil
    }

    private func strayChange(_ strays: StrayLines?, _ kind: FigureChange.Kind) -> [FigureChange] {
        guard let strays, strays.isMoved(tolerances.curve) else { return [] }
        return [FigureChange(kind, role.name, "\(role.name): what lies outside the page changed")]
    }

    /// The lines of a shape on the new page: a dot keeps its shape, and its middle moves.
    private func placed(_ shape: Shape) -> [[Point]] {
        guard shape.stroke == nil, role.kind == .chord, let middle = Bounds(shape.path.polylines.joined())?.middle
        else {
            return shape.path.mapped(moved).polylines
        }
        let place = moved(middle)
        return shape.path.mapped { Point(x: $0.x + place.x - middle.x, y: $0.y + place.y - middle.y) }.polylines
    }

    private func moveChange(_ kind: FigureChange.Kind, _ deviation: CurveDeviation, _ which: String) -> FigureChange {
        var what = "\(role.name)\(which) \(Words.moved(deviation.distance))"
        if let window = newWindow {
            let data = window.data(at: deviation.place)
            if window.chart == .graph, let rise = deviation.rise {
                let height = window.y.upperBound - window.y.lowerBound
                let value = abs(rise) / window.area.height * height
                what += " (\(Words.rounded(value)) in \(window.yName))"
            }
            what += " near \(Words.at(window, data.x, data.y))"
        }
        return FigureChange(kind, role.name, what, size: deviation.distance, unit: "px")
    }

    /// Colours, widths and dashes, once for shapes that all change alike.
    func styleChanges(_ a: [Shape], _ b: [Shape]) -> [FigureChange] {
        guard comparesStyles else { return [] }
        var seen: [FigureChange] = []
        for (before, after) in zip(a, b) {
            for change in styleChange(before, after) where !seen.contains(change) { seen.append(change) }
        }
        return counted(seen)
    }

    /// The first few changes, and how many more there are.
    func counted(_ changes: [FigureChange]) -> [FigureChange] {
        let hidden = changes.count - GroupPair.mostShown
        guard hidden > 1 else { return changes }
        return changes.prefix(GroupPair.mostShown) + [
            FigureChange(
                .style, role.name, "\(role.name): and \(hidden) more changes of colours and lines",
                size: Double(hidden),
                unit: "changes")
        ]
    }

    private static let mostShown = 4

    private func styleChange(_ old: Shape, _ new: Shape) -> [FigureChange] {
        func change(_ what: String) -> FigureChange { FigureChange(.style, role.name, "\(role.name): \(what)") }
        func paint(_ color: Color?) -> String {
            guard let color else { return "none" }
            return color.opacity < 1 ? "\(color.hex) at \(Words.rounded(color.opacity * 100)) %" : color.hex
        }
        func dash(_ dash: [Double]) -> String {
            dash.isEmpty ? "solid" : dash.map { Words.rounded($0) }.joined(separator: " ")
        }
        var changes: [FigureChange] = []
        if paint(old.fill) != paint(new.fill) {
            changes.append(change("fill changed from \(paint(old.fill)) to \(paint(new.fill))"))
        }
        if paint(old.stroke?.color) != paint(new.stroke?.color) {
            changes.append(change("colour changed from \(paint(old.stroke?.color)) to \(paint(new.stroke?.color))"))
        }
        if let a = old.stroke, let b = new.stroke {
            if abs(a.width - b.width) > 0.01 {
                changes.append(change("width changed from \(Words.rounded(a.width)) to \(Words.rounded(b.width)) px"))
            }
            if a.dash.count != b.dash.count || zip(a.dash, b.dash).contains(where: { abs($0 - $1) > 0.01 }) {
                changes.append(change("dash changed from \(dash(a.dash)) to \(dash(b.dash))"))
            }
        }
        return changes
    }

    /// Lines of the grid: how many, and whether they have moved where nothing else has.
    func gridChanges() -> [FigureChange] {
        let (a, b) = (GroupPair.shapes(old), GroupPair.shapes(new))
        guard comparesPlaces else { return a.count == b.count ? styleChanges(a, b) : [] }
        if a.isEmpty != b.isEmpty {
            return [FigureChange(.shape, role.name, "\(role.name) \(b.isEmpty ? "lost" : "added")")]
        }
        let counts = [a, b].map { shapes in shapes.reduce(0) { $0 + $1.path.polylines.count } }
        if counts[0] != counts[1] {
            return [
                FigureChange(
                    .shape, role.name, "\(role.name): \(counts[0]) lines → \(counts[1])",
                    size: Double(abs(counts[0] - counts[1])), unit: "lines")
            ]
        }
        let (from, to) = (a.flatMap { $0.path.polylines }, b.flatMap { $0.path.polylines })
        let deviation = CurveDeviation(from: from, to: to, in: common)
        guard let deviation, deviation.distance > tolerances.grid else {
            var strays = strayLines
            strays?.note(from, to)
            return styleChanges(a, b) + strayChange(strays, .line)
        }
        return styleChanges(a, b) + [
            FigureChange(
                .line, role.name, "\(role.name): lines \(Words.moved(deviation.distance))",
                size: deviation.distance, unit: "px")
        ]
    }
}
