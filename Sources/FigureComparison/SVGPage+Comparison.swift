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

    /// With the widths that the texts have on a page that shows the same: an SVG does not say them.
    func withWidths(of page: DrawnPage?) -> SVGPage {
        guard let page else { return self }
        var result = self
        for layer in result.scene.layers.indices {
            let texts = page.scene.layers.first { $0.id == result.scene.layers[layer].id }?.texts ?? []
            for node in result.scene.layers[layer].nodes.indices {
                guard case .text(var run) = result.scene.layers[layer].nodes[node] else { continue }
                run.width = texts.first { $0.text == run.text }?.width ?? 0
                result.scene.layers[layer].nodes[node] = .text(run)
            }
        }
        return result
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
