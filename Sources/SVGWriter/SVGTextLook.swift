import Scenes

/// What a group says once for its texts.
struct SVGTextLook {
    /// The colour that most have.
    var color: Color?
    /// The unit of all, in which the whole group stands.
    var unit: Double?
    /// How wide the halos of all are, in points.
    var haloWidth: Double?
    var hasHalo = false
}

/// What a text says itself, and where it stands.
struct SVGTextElement {
    /// By which its halo refers to it.
    var id: String?
    /// Nil where it is inherited.
    var color: Color?
    /// The colour that is inherited, whose opacity another must undo.
    var resetsOpacity: Color?
    /// In points, where the text says how wide its halo is.
    var haloWidth: Double?
    /// The unit of the group around, if it has one.
    var groupUnit: Double?
}

extension SVGBody {
    func textLook(of group: Group) -> SVGTextLook {
        let texts = group.nodes.compactMap { node -> TextRun? in if case .text(let run) = node { run } else { nil } }
        var look = SVGTextLook()
        look.hasHalo = texts.contains { $0.halo != nil }
        look.color = SVGBody.commonColor(group)
        // A clip would be scaled with them.
        guard textMode == .outlines, texts.count > 1, texts.count == group.nodes.count, group.clip == nil,
            !texts.contains(where: { pieces(of: $0).count > 1 })
        else { return look }
        let unit = text(ahead: 0).unit
        guard texts.indices.allSatisfy({ text(ahead: $0).unit == unit }) else { return look }
        look.unit = unit
        if let halo = texts[0].halo, texts.allSatisfy({ $0.halo?.width == halo.width }) { look.haloWidth = halo.width }
        return look
    }

    mutating func append(_ look: SVGTextLook) {
        if let color = look.color { markup.append(paint: "fill", color) }
        if look.hasHalo { markup.append(" stroke-linejoin=\"round\"") }
        guard let unit = look.unit else { return }
        append(scale: unit)
        if let width = look.haloWidth { append(strokeWidth: 2 * width, unit: unit) }
    }

    /// The colour that most texts of a group have, where it is written once for them, or for one over its halo.
    ///
    /// Shapes say their own fill, but an opacity only below one: those of a group with a common colour are not filled.
    private static func commonColor(_ group: Group) -> Color? {
        var colors: [(color: Color, count: Int)] = []
        var hasHalo = false
        for node in group.nodes {
            switch node {
            case .text(let run):
                if run.halo != nil { hasHalo = true }
                if let index = colors.firstIndex(where: { $0.color == run.color }) {
                    colors[index].count += 1
                } else {
                    colors.append((run.color, 1))
                }
            case .shape(let shape): if shape.fill != nil { return nil }
            case .group: return nil
            }
        }
        guard let most = colors.map(\.count).max() else { return nil }
        let color = colors.first { $0.count == most }?.color
        // One alone says its colour itself, unless a halo of another must not inherit it.
        return most > 1 || hasHalo && color?.opacity == 1 ? color : nil
    }
}
