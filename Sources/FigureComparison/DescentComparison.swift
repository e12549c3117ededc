import Descent
import LossPlots
import Scenes

/// Descents step by step.
struct DescentComparison {
    private(set) var found = ToldPart()
    private let window: PanelWindow?
    private let tolerances: ChangeTolerances

    /// - Parameter window: of the new figure, where steps are told in pixels; nil where they are told in the data alone.
    init(_ old: ResolvedFigure?, _ new: ResolvedFigure?, window: PanelWindow?, _ tolerances: ChangeTolerances) {
        self.window = window
        self.tolerances = tolerances
        let (a, b) = (old?.descents ?? [], new?.descents ?? [])
        for run in b {
            guard let twin = a.first(where: { $0.subject == run.subject && $0.index == run.index }) else { continue }
            found.changes += changes(from: twin, to: run, isOne: Set(b.map(\.subject)).count == 1)
        }
        if !found.changes.isEmpty || a.isEmpty != b.isEmpty || a.count != b.count {
            found.told = [.path, .paths, .annotations, .notes]
        }
    }

    private func changes(from old: DescentRun, to new: DescentRun, isOne: Bool) -> [FigureChange] {
        let name = "descent \(new.index + 1)" + (isOne ? "" : " of \(new.name)")
        let (before, after) = (old.path, new.path)
        var parts: [String] = []
        var farthest: (step: Int, distance: Double)?
        for (step, (p, q)) in zip(before.points, after.points).enumerated() {
            let distance = distance(p, q)
            if distance > farthest?.distance ?? 0 { farthest = (step, distance) }
        }
        if let (step, distance) = farthest, window == nil || distance > tolerances.curve {
            let (p, q) = (before.points[step], after.points[step])
            let size = window == nil ? "" : " by \(Words.pixels(distance))"
            parts.append("step \(step) moved most\(size), from \(place(p)) to \(place(q))")
        }
        if before.steps != after.steps { parts.append("\(before.steps) → \(after.steps) steps") }
        if before.ending != after.ending { parts.append("\(before.ending.rawValue) → \(after.ending.rawValue)") }
        guard !parts.isEmpty else { return [] }
        if before.end != after.end {
            parts.append(
                "ends at \(place(after.end)) with \(Words.text(after.end.value, significant: 4)) instead of "
                    + "\(place(before.end)) with \(Words.text(before.end.value, significant: 4))")
        }
        return [
            FigureChange(
                .line, name, "\(name): \(parts.joined(separator: "; "))",
                size: farthest?.distance ?? Double(abs(before.steps - after.steps)),
                unit: farthest == nil ? "steps" : window == nil ? "data" : "px")
        ]
    }

    private func distance(_ p: DescentPath.Point, _ q: DescentPath.Point) -> Double {
        let offsets: [Double]
        if let window {
            let (a, b) = (point(p, window), point(q, window))
            offsets = [a.x - b.x, a.y - b.y]
        } else {
            offsets = zip(p.position, q.position).map { $0 - $1 }
        }
        let length = offsets.map { $0 * $0 }.reduce(0, +).squareRoot()
        return length.isFinite ? length : LineIndex.reach
    }

    private func point(_ p: DescentPath.Point, _ window: PanelWindow) -> Point {
        window.point(x: p.position[0], y: p.position.count > 1 ? p.position[1] : p.value)
    }

    private func place(_ p: DescentPath.Point) -> String {
        let words = p.position.map { Words.text($0, significant: 4) }
        return words.count == 1 ? words[0] : "(\(words.joined(separator: ", ")))"
    }
}

extension ResolvedFigure {
    fileprivate var descents: [DescentRun] {
        switch self {
        case .curve(let resolved): resolved.descents
        case .contour(let resolved): resolved.descents
        case .bars, .simplex: []
        }
    }
}
