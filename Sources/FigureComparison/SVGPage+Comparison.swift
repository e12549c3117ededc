import LossPlots
import Scenes

extension SVGPage {
    /// What two SVGs of one plan show otherwise.
    static func changes(
        from old: SVGPage, to new: SVGPage, page: DrawnPage?, _ tolerances: ChangeTolerances
    ) -> [FigureChange] {
        let (old, new) = (old.withWidths(of: page), new.withWidths(of: page))
        var scenes = SceneComparison(
            old: DrawnPage(scene: old.scene, windows: page?.windows ?? []),
            new: DrawnPage(scene: new.scene, windows: page?.windows ?? []),
            tolerances: tolerances)
        let panels = page?.windows.count ?? 1
        let isOneMode = old.isLive == new.isLive
        scenes.comparesPlacesOfTexts = isOneMode
        var changes = scenes.changes()
        if isOneMode {
            changes += glyphChanges(from: old, to: new, panels: panels)
        } else {
            let modes = [old, new].map { $0.isLive ? "live text" : "outlines" }
            changes.append(FigureChange(.text, "texts", "texts changed from \(modes[0]) to \(modes[1])"))
        }
        if old.scene.description != new.scene.description {
            changes.append(FigureChange(.text, "alternative text", "the alternative text, <desc>, changed"))
        }
        return changes
            + old.details.changes(
                to: new.details, panels: panels, tolerance: tolerances.curve, comparesTexts: isOneMode)
    }

    /// Texts that say the same in words and are drawn with other glyphs.
    private static func glyphChanges(from old: SVGPage, to new: SVGPage, panels: Int) -> [FigureChange] {
        new.scene.layers.flatMap { group -> [FigureChange] in
            guard let before = old.scene.layers.first(where: { $0.id == group.id }),
                before.texts.map(\.text) == group.texts.map(\.text), let a = old.outlines[group.id],
                let b = new.outlines[group.id], a.count == b.count
            else { return [] }
            let name = GroupRole(group.id, panels: panels).name
            return zip(zip(a, b), group.texts).compactMap { outlines, text in
                outlines.0 == outlines.1
                    ? nil : FigureChange(.text, name, "\(name): '\(text.text)' is drawn with other glyphs")
            }
        }
    }
}

/// Whether an SVG shows what its own plan draws.
struct DrawnOtherwise {
    private let figure: ComparedFigure
    private let meant: DrawnFigure?
    private let page: DrawnPage?
    private let comparer: FigureComparer

    /// - Parameter meant: what the plan draws; nil where that is not known.
    init(_ figure: ComparedFigure, _ meant: DrawnFigure?, _ page: DrawnPage?, _ comparer: FigureComparer) {
        self.figure = figure
        self.meant = meant
        self.page = page
        self.comparer = comparer
    }

    func note(in found: inout FigureDifference) throws {
        guard let page, let meant else { return }
        let outlines = try? meant.bytes(as: .svg)
        // A figure that this program has drawn is the same to the byte, and need not be read.
        if outlines == figure.bytes { return }
        let drawn = try SVGPage(figure.bytes, file: figure.name)
        guard let again = drawn.isLive ? try? meant.bytes(as: .svg, svgText: .live) : outlines else { return }
        // Read back, so that both have the digits that an SVG has.
        let own = try SVGPage(again, file: figure.name).withWidths(of: page)
        let scenes = SceneComparison(
            old: DrawnPage(scene: own.scene, windows: page.windows),
            new: DrawnPage(scene: drawn.withWidths(of: page).scene, windows: page.windows),
            tolerances: comparer.tolerances)
        let changes = scenes.changes()
        if changes.isEmpty { return }
        found.notes.append(
            "\(figure.name) does not show what its plan draws: \(changes.map(\.what).joined(separator: "; "))")
    }
}
