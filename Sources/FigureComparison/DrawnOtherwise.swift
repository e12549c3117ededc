import LossPlots

/// Whether a PNG or an SVG shows what its own plan draws.
///
/// What this program has drawn is the same to the byte, and is neither decoded nor read.
struct DrawnOtherwise {
    let figure: ComparedFigure
    /// What the plan draws; nil where that is not known.
    let meant: DrawnFigure?
    let page: DrawnPage?
    let comparer: FigureComparer

    /// Says what it shows otherwise.
    func note(as format: FileFormat, in found: inout FigureDifference) throws {
        let changes = try format == .png ? pixelChanges() : drawingChanges()
        if changes.isEmpty { return }
        found.notes.append(
            "\(figure.name) does not show what its plan draws: \(changes.map(\.what).joined(separator: "; "))")
    }

    private func pixelChanges() throws -> [FigureChange] {
        let drawn = try? meant?.bytes(as: .png)
        if drawn == figure.bytes { return [] }
        guard let page, let drawn else {
            // Nothing to hold it against: it must be an image all the same.
            _ = try PixelDrift.decoded(figure)
            return []
        }
        let again = ComparedFigure(name: figure.name, bytes: drawn, table: figure.table)
        return try PixelDrift(again, figure, page: page, tolerances: comparer.tolerances).changes
    }

    private func drawingChanges() throws -> [FigureChange] {
        guard let page, let meant else { return [] }
        let outlines = try? meant.bytes(as: .svg)
        if outlines == figure.bytes { return [] }
        let drawn = try SVGPage(figure.bytes, file: figure.name)
        guard let again = drawn.isLive ? try? meant.bytes(as: .svg, svgText: .live) : outlines else { return [] }
        // Read back, so that both have the digits that an SVG has.
        let own = try SVGPage(again, file: figure.name).withWidths(of: page)
        let scenes = SceneComparison(
            old: DrawnPage(scene: own.scene, windows: page.windows),
            new: DrawnPage(scene: drawn.withWidths(of: page).scene, windows: page.windows),
            tolerances: comparer.tolerances)
        return scenes.changes()
    }
}
