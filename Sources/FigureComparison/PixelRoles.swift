import LossPlots
import Scenes

/// What stands at each pixel of an image of a page: a text, a line of the grid, or anything else.
struct PixelRoles {
    enum Role: UInt8 {
        case drawing, text, grid
    }

    private var roles: [UInt8]
    private let width: Int
    private let height: Int
    /// Pixels of the image to a point.
    let scale: Double
    private let textReach: Int
    private let gridReach: Int
    /// Around surfaces in three dimensions, in points: their shades are many translucent shapes on each other, which
    /// every renderer adds up in its own way, to 12 levels of 255 between Cairo and Splash.
    private let shaded: [Rect]
    /// Of each text, in points.
    let texts: [(box: Rect, text: String, group: String)]

    init(_ page: DrawnPage, width: Int, height: Int, tolerances: ChangeTolerances) {
        self.width = width
        self.height = height
        roles = [UInt8](repeating: Role.drawing.rawValue, count: width * height)
        scale = Double(width) / page.scene.size.width
        textReach = max(1, Int((tolerances.text * scale).rounded(.up)))
        gridReach = max(1, Int((tolerances.grid * scale).rounded(.up)))
        texts = page.scene.layers.flatMap { group in group.texts.map { ($0.reach, $0.text, group.id) } }
        let panels = page.windows.count
        func groups(_ isMeant: (GroupRole.Kind) -> Bool) -> [Group] {
            page.scene.layers.filter { isMeant(GroupRole($0.id, panels: panels).kind) }
        }
        shaded = groups { $0 == .surface }.compactMap { group in
            Bounds(GroupPair.shapes(group).flatMap { $0.path.polylines.joined() }).map {
                Rect(left: $0.left, top: $0.top, right: $0.right, bottom: $0.bottom)
            }
        }
        // Bars stand on their axis, where the axis is what renderers move.
        for group in groups({ $0 == .bars }) { markDrawing(group, page) }
        for group in groups(\.isHairline) {
            for shape in GroupPair.shapes(group) {
                let margin = (shape.stroke?.width ?? 1) / 2 + tolerances.grid
                for line in shape.path.polylines { mark(line, margin: margin, as: .grid) }
            }
        }
        // Where a curve runs along an axis, the curve is what counts.
        for group in groups({ !$0.isHairline && $0 != .bars }) { markDrawing(group, page) }
        for text in texts { mark(text.box, as: .text) }
    }

    private mutating func markDrawing(_ group: Group, _ page: DrawnPage) {
        let area = group.clip ?? Rect(x: 0, y: 0, width: page.scene.size.width, height: page.scene.size.height)
        for shape in GroupPair.shapes(group) {
            guard let stroke = shape.stroke else { continue }
            for line in shape.path.polylines {
                mark(line.filter { area.insetBy(-4).contains($0) }, margin: stroke.width / 2 + 2, as: .drawing)
            }
        }
    }

    @inline(__always)
    func role(at index: Int) -> Role { Role(rawValue: roles[index]) ?? .drawing }

    /// How many times the tolerance of colours a pixel of the drawing has.
    @inline(__always)
    func leniency(_ x: Int, _ y: Int) -> Int {
        if shaded.isEmpty { return 1 }
        let place = Point(x: (Double(x) + 0.5) / scale, y: (Double(y) + 0.5) / scale)
        return shaded.contains { $0.contains(place) } ? 3 : 1
    }

    /// Whether it, or the pixel to the right or below, is of the drawing.
    @inline(__always)
    func isByDrawing(_ index: Int) -> Bool {
        if roles[index] == Role.drawing.rawValue { return true }
        return index + width < roles.count
            && (roles[index + 1] == Role.drawing.rawValue || roles[index + width] == Role.drawing.rawValue)
    }

    /// Pixels.
    func reach(of role: Role) -> Int { role == .text ? textReach : gridReach }

    private mutating func mark(_ line: [Point], margin: Double, as role: Role) {
        for (a, b) in zip(line, line.dropFirst()) {
            let isUpright = a.x == b.x || a.y == b.y
            let length = max(abs(b.x - a.x), abs(b.y - a.y))
            guard length.isFinite, length < 1e5 else { continue }
            // An upright line is a box; others are boxes around short steps.
            let steps = isUpright ? 1 : max(1, Int((length / 2).rounded(.up)))
            for i in 0..<steps {
                let (t, u) = (Double(i) / Double(steps), Double(i + 1) / Double(steps))
                let (x0, x1) = (a.x + t * (b.x - a.x), a.x + u * (b.x - a.x))
                let (y0, y1) = (a.y + t * (b.y - a.y), a.y + u * (b.y - a.y))
                mark(
                    Rect(left: min(x0, x1), top: min(y0, y1), right: max(x0, x1), bottom: max(y0, y1)).insetBy(-margin),
                    as: role)
            }
        }
    }

    /// The edge of a pixel in the image that is nearest to a whole number, however large that is.
    private static func pixel(_ place: Double, upTo count: Int) -> Int {
        guard place > 0 else { return 0 }
        return place < Double(count) ? Int(place) : count
    }

    private mutating func mark(_ box: Rect, as role: Role) {
        let left = PixelRoles.pixel((box.left * scale).rounded(.down), upTo: width)
        let right = PixelRoles.pixel((box.right * scale).rounded(.up), upTo: width)
        let top = PixelRoles.pixel((box.top * scale).rounded(.down), upTo: height)
        let bottom = PixelRoles.pixel((box.bottom * scale).rounded(.up), upTo: height)
        guard left < right, top < bottom else { return }
        for y in top..<bottom {
            for x in left..<right { roles[y * width + x] = role.rawValue }
        }
    }
}

extension TextRun {
    /// A box that holds its glyphs, its halo and a little more, in points.
    fileprivate var reach: Rect {
        let size = glyphRuns.map(\.size).max() ?? 13
        let rises = glyphRuns.flatMap(\.glyphs).map(\.y) + rules.flatMap { [$0.top, $0.bottom] }
        let margin = (halo?.width ?? 0) + 2
        return Rect(
            left: origin.x - margin, top: origin.y + min(rises.min() ?? 0, 0) - size - margin,
            right: origin.x + width + margin, bottom: origin.y + max(rises.max() ?? 0, 0) + 0.4 * size + margin)
    }
}
