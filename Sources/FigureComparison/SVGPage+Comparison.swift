import LossPlots
import Scenes

extension SVGPage {
    /// What two SVGs of one plan show otherwise.
    static func changes(
        from old: SVGPage, to new: SVGPage, page: DrawnPage?, _ tolerances: ChangeTolerances
    ) -> [FigureChange] {
        let (old, new) = (old.withWidths(of: page), new.withWidths(of: page))
        let scenes = SceneComparison(
            old: DrawnPage(scene: old.scene, windows: page?.windows ?? []),
            new: DrawnPage(scene: new.scene, windows: page?.windows ?? []),
            tolerances: tolerances)
        return scenes.changes() + glyphChanges(from: old, to: new, panels: page?.windows.count ?? 1)
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
    private let plan: ComparedPlan
    private let page: DrawnPage?
    private let tolerances: ChangeTolerances

    init(_ figure: ComparedFigure, _ plan: ComparedPlan, _ page: DrawnPage?, _ comparer: FigureComparer) {
        self.figure = figure
        self.plan = plan
        self.page = page
        tolerances = comparer.tolerances
    }

    func note(_ drawn: SVGPage, in found: inout FigureDifference) throws {
        guard let page else { return }
        let drawn = drawn.withWidths(of: page)
        // Texts are rounded to hundredths, and colours to two digits of opacity.
        var scenes = SceneComparison(
            old: page, new: DrawnPage(scene: drawn.scene, windows: page.windows), tolerances: tolerances)
        scenes.comparesStyles = false
        let changes = scenes.changes()
        if changes.isEmpty { return }
        found.notes.append(
            "\(figure.name) does not show what its plan draws: \(changes.map(\.what).joined(separator: "; "))")
    }
}
