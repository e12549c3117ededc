import LossPlots
import Scenes

/// What two pages show otherwise: curves, points, bands, ticks, texts and styles, each in words, with its size and place.
///
/// Places are compared in the data's coordinates: where a window or the page has changed, what stands at the same data
/// has not moved.
struct SceneComparison {
    let old: DrawnPage
    let new: DrawnPage
    let tolerances: ChangeTolerances
    /// Whether colours and widths are compared: another theme changes all of them.
    var comparesStyles = true
    /// Live text and outlines of one text begin at different places.
    var comparesPlacesOfTexts = true
    /// Whether places of texts and lines are compared that depend on the page and not on data.
    private let comparesPlaces: Bool
    /// Roles whose texts are left out: a change of the plan has told of them.
    var silent: Set<GroupRole.Kind> = []

    init(old: DrawnPage, new: DrawnPage, tolerances: ChangeTolerances) {
        self.old = old
        self.new = new
        self.tolerances = tolerances
        // Texts and lines follow the page and its windows.
        comparesPlaces = old.scene.size == new.scene.size && old.windows == new.windows
    }

    func changes() -> [FigureChange] {
        pageChanges() + windowChanges() + groupChanges()
    }

    // MARK: The page

    private func pageChanges() -> [FigureChange] {
        var changes: [FigureChange] = []
        let (a, b) = (old.scene, new.scene)
        if a.size != b.size {
            func words(_ size: Size) -> String { "\(Words.rounded(size.width))×\(Words.rounded(size.height))" }
            changes.append(
                FigureChange(.size, "page", "the page changed from \(words(a.size)) to \(words(b.size)) points"))
        }
        if comparesStyles, a.background != b.background {
            changes.append(
                FigureChange(
                    .style, "page", "the page's colour changed from \(a.background.hex) to \(b.background.hex)"))
        }
        if a.title != b.title, !silent.contains(.title) {
            changes.append(FigureChange(.text, "title", "title changed from '\(a.title)' to '\(b.title)'"))
        }
        return changes
    }

    private func windowChanges() -> [FigureChange] {
        zip(old.windows, new.windows).enumerated().flatMap { index, pair -> [FigureChange] in
            let (a, b) = pair
            let place = new.windows.count > 1 ? " of panel \(index + 1)" : ""
            var changes: [FigureChange] = []
            if a.x != b.x {
                changes.append(
                    FigureChange(
                        .window, "x axis\(place)",
                        "the x axis\(place) runs over \(Words.range(b.x)) instead of \(Words.range(a.x))"))
            }
            if a.y != b.y {
                changes.append(
                    FigureChange(
                        .window, "y axis\(place)",
                        "the y axis\(place) runs over \(Words.range(b.y)) instead of \(Words.range(a.y))"))
            }
            if old.scene.size == new.scene.size, a.area != b.area {
                func words(_ area: Rect) -> String { "\(Words.rounded(area.width))×\(Words.rounded(area.height))" }
                let change =
                    words(a.area) == words(b.area)
                    ? "moved by (\(Words.rounded(b.area.x - a.area.x)), \(Words.rounded(b.area.y - a.area.y))) points"
                    : "is \(words(b.area)) points instead of \(words(a.area))"
                changes.append(
                    FigureChange(.layout, "plotting area\(place)", "the plotting area\(place) \(change)"))
            }
            return changes
        }
    }

    // MARK: Groups

    private func groupChanges() -> [FigureChange] {
        let panels = max(old.windows.count, new.windows.count)
        let ids =
            old.scene.layers.map(\.id)
            + new.scene.layers.map(\.id).filter { id in
                !old.scene.layers.contains { $0.id == id }
            }
        return ids.flatMap { id -> [FigureChange] in
            let role = GroupRole(id, panels: panels)
            let (a, b) = (old.scene.layers.first { $0.id == id }, new.scene.layers.first { $0.id == id })
            let pair = GroupPair(
                role: role, old: a ?? Group(id: id, nodes: []), new: b ?? Group(id: id, nodes: []),
                oldWindow: old.window(of: id), newWindow: new.window(of: id), oldSize: old.scene.size,
                newSize: new.scene.size, tolerances: tolerances,
                comparesStyles: comparesStyles,
                comparesPlaces: comparesPlaces && (comparesPlacesOfTexts || [.grid, .axes].contains(role.kind)))
            if silent.contains(role.kind) || role.isOfSpace && silent.contains(.surface) { return [] }
            switch role.kind {
            case .numbers: return role.isOfSpace ? pair.textChanges() : pair.tickChanges()
            case .points: return pair.pointChanges()
            case .bands: return pair.bandChanges()
            case .grid, .axes: return pair.gridChanges()
            case .title, .axisNames, .xName, .labels, .levels, .annotations, .notes, .barLabels:
                return pair.textChanges()
            case .legend: return pair.textChanges() + pair.lineChanges()
            case .curve, .contour, .fill, .chord, .region, .guide, .path, .bars, .colorBar, .walls, .floor, .surface,
                .mesh,
                .paths, .ticks, .other:
                return pair.lineChanges() + pair.textChanges()
            }
        }
    }
}
