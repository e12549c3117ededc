import CurveSampling
import LossPlots
import Scenes

/// Lines of level by their levels: each is held against that of the same level, wherever it stands in the list.
struct LevelComparison {
    private(set) var found = ToldPart()

    init(_ old: DrawnPage, _ new: DrawnPage, _ tolerances: ChangeTolerances) {
        guard let a = old.levels, let b = new.levels, a.window.chart == b.window.chart else { return }
        let window = b.window
        func lines(_ set: LevelSet) -> [[Point]] {
            set.lines.map { line in line.map { window.point(x: $0.x, y: $0.y) } }
        }
        let common = LevelComparison.common(a.window, window)
        var worst: (level: Double, deviation: CurveDeviation)?
        var (moved, shared) = (0, 0)
        var gone: [(level: Double, verb: String)] = []
        for set in b.sets {
            guard let twin = a.sets.first(where: { $0.level == set.level }) else { continue }
            shared += 1
            if twin.lines.isEmpty != set.lines.isEmpty {
                gone.append((set.level, set.lines.isEmpty ? "no longer taken" : "now taken"))
            }
            guard !twin.lines.isEmpty, !set.lines.isEmpty,
                let deviation = CurveDeviation(from: lines(twin), to: lines(set), in: common),
                deviation.distance > tolerances.curve
            else { continue }
            moved += 1
            if deviation.distance > worst?.deviation.distance ?? 0 { worst = (set.level, deviation) }
        }
        for (level, verb) in gone {
            let name = "contour line at \(Words.number(level))"
            found.changes.append(FigureChange(.line, name, "\(name): the level is \(verb) in the window"))
        }
        if let (level, deviation) = worst {
            let data = window.data(at: deviation.place)
            let name = "contour line at \(Words.number(level))"
            let count = moved > 1 ? ", the most of \(moved) that moved" : ""
            found.changes.append(
                FigureChange(
                    .line, name,
                    "\(name) \(Words.moved(deviation.distance)) near \(Words.at(window, data.x, data.y))\(count)",
                    size: deviation.distance, unit: "px"))
        }
        let isSameList = a.sets.map(\.level) == b.sets.map(\.level)
        // What is painted between the lines, their numbers and their colours follow them.
        if !isSameList || !found.changes.isEmpty { found.told = [.contour, .fill, .levels, .colorBar] }
    }

    /// What both windows show, on the new page.
    private static func common(_ a: PanelWindow, _ b: PanelWindow) -> Rect {
        if a.x == b.x, a.y == b.y { return b.area.insetBy(-1) }
        let (p, q) = (
            b.point(x: max(a.x.lowerBound, b.x.lowerBound), y: min(a.y.upperBound, b.y.upperBound)),
            b.point(x: min(a.x.upperBound, b.x.upperBound), y: max(a.y.lowerBound, b.y.lowerBound))
        )
        return Rect(left: p.x, top: p.y, right: max(p.x, q.x), bottom: max(p.y, q.y)).insetBy(2)
    }
}
