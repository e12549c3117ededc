import Diagnostics
import Scenes
import XMLReading

/// Reads an SVG of lossplot's back into a scene: groups by their ids, shapes with their paint, texts by what they say.
///
/// Glyphs are not read: which outlines a text is made of is kept as ``outlines``.
struct SVGPage {
    private(set) var scene: Scene
    /// Of each group, of each text in its order: the path data of the glyphs it uses.
    private(set) var outlines: [String: [String]] = [:]
    private(set) var details = SVGDetails()
    /// Whether its texts are characters, which pages draw with their own fonts, and not outlines.
    private(set) var isLive = false

    private var clips: [String: Rect] = [:]
    /// Path data by id, of glyphs and of paths that are drawn more than once.
    private var glyphs: [String: String] = [:]
    /// What the open elements are.
    private var stack: [Level] = []

    private struct Level {
        var element: XMLElement
        var role: Role
    }

    private enum Role: Equatable {
        case root, definitions, clip(String)
        /// Of glyphs, defined under an id.
        case run(String)
        case layer
        case text
        case title, description
        case other
    }

    /// - Throws: `Diagnostic` for what is no XML, and for what no SVG of lossplot holds.
    init(_ bytes: [UInt8], file: String) throws {
        scene = Scene(
            size: Size(width: 0, height: 0), background: Color(0xFFFFFF), title: "", description: "", language: "",
            layers: [])
        var reader = try XMLReader(bytes, file: file)
        while let event = try reader.next() {
            switch event {
            case .start(let element): try start(element, &reader)
            case .end: stack.removeLast()
            case .text(let text):
                switch stack.last?.role {
                case .title where stack.count == 2: scene.title += try reader.string(text)
                case .description: scene.description += try reader.string(text)
                default: break
                }
            }
        }
        for index in scene.layers.indices {
            if let text = scene.layers[index].title { scene.layers[index].clip = clips[text] }
            scene.layers[index].title = nil
        }
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

    private mutating func start(_ element: XMLElement, _ reader: inout XMLReader) throws {
        let parent = stack.last?.role
        var role = Role.other
        noteDetails(of: element, parent)
        switch (element.name, parent) {
        case ("svg", nil):
            role = .root
            scene.size = Size(width: SVGPage.length(element["width"]), height: SVGPage.length(element["height"]))
            scene.language = element["lang"] ?? ""
        case ("title", _): role = .title
        case ("desc", .root): role = .description
        case ("defs", _): role = .definitions
        case ("clipPath", .definitions): role = .clip(element["id"] ?? "")
        case ("rect", .clip(let id)): clips[id] = SVGPage.rect(element)
        case ("rect", .root): scene.background = SVGPage.paint(element, "fill", inherited: nil) ?? scene.background
        case ("g", .root):
            role = .layer
            // The clip's id stands in for the clip until all are read.
            let clip = element["clip-path"]?.dropFirst("url(#".count).dropLast()
            scene.layers.append(Group(id: groupID(element), title: clip.map(String.init), nodes: []))
        case ("g", .layer):
            // A colour may stand on a group around a text of its own.
            if element["aria-label"] != nil { addText(element) }
            role = element["aria-label"] != nil ? .text : .layer
        case ("path", .layer):
            guard let path = SVGPathReader.path(element["d"] ?? "") else {
                throw reader.failure("the data of a path cannot be read")
            }
            add(.shape(shape(element, path)))
        case ("circle", .layer): add(.shape(shape(element, SVGPage.circle(element))))
        case ("use", .layer):
            // Of a path that is drawn more than once; else of texts, under which it is their halo.
            if let path = glyphs[element["href"] ?? ""].flatMap(SVGPathReader.path) {
                add(.shape(shape(element, path)))
            }
        case ("use", .text), ("path", .text), ("rect", .text), ("text", .text), ("g", .text):
            noteGlyph(element)
            role = .text
        case ("path", .definitions): glyphs["#" + (element["id"] ?? "")] = element["d"]
        case ("g", .definitions): role = .run("#" + (element["id"] ?? ""))
        case ("use", .run(let id)):
            let drawn = "\(outline(of: element)) \(element["x"] ?? "0") \(element["y"] ?? "0") "
            glyphs[id, default: ""] += drawn
        case ("metadata", _), ("plan", _), ("rect", _): break
        default: throw reader.failure("<\(element.name)> stands where lossplot writes none")
        }
        stack.append(Level(element: element, role: role))
    }

    /// Without the figure's name, that no id of a group begins with otherwise.
    private mutating func groupID(_ element: XMLElement) -> String {
        let prefix = (stack.first?.element["aria-labelledby"]?.split(separator: " ").first ?? "").dropLast(
            "title".count)
        let id = element["id"] ?? ""
        return id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    }

    private mutating func add(_ node: Node) {
        guard !scene.layers.isEmpty else { return }
        scene.layers[scene.layers.count - 1].nodes.append(node)
    }

    private mutating func addText(_ element: XMLElement) {
        let inherited = stack.reversed().first { $0.element["fill"] != nil }?.element
        var origin = Point(x: 0, y: 0)
        if let text = element["transform"] {
            // The place is the scene's; what scales and turns the text besides is compared as it stands.
            var transform = SVGTransform(text)
            if let (x, y) = transform?.takeTranslation() { origin = Point(x: x, y: y) }
            details.note(transform: transform?.description ?? text, of: element, in: scene.layers.last?.id ?? "")
        }
        add(
            .text(
                TextRun(
                    text: element["aria-label"] ?? "", origin: origin, width: 0,
                    color: SVGPage.paint(element, "fill", inherited: inherited) ?? Color(0), glyphRuns: [])))
        outlines[scene.layers[scene.layers.count - 1].id, default: []].append("")
    }

    private mutating func noteGlyph(_ element: XMLElement) {
        if element.name == "text" { noteLive(element) }
        guard let id = scene.layers.last?.id, let last = outlines[id]?.indices.last else { return }
        let drawn = outline(of: element)
        outlines[id]?[last] += drawn + " "
    }

    /// What an element of a text draws. Ids tell nothing: what they stand for does.
    private func outline(of element: XMLElement) -> String {
        element["href"].map { glyphs[$0] ?? $0 } ?? element["d"] ?? element.name
    }

    /// A live text says itself where it begins.
    private mutating func noteLive(_ element: XMLElement) {
        isLive = true
        let layer = scene.layers.count - 1
        guard layer >= 0, let last = scene.layers[layer].nodes.indices.last,
            case .text(var run) = scene.layers[layer].nodes[last], run.origin == Point(x: 0, y: 0)
        else { return }
        run.origin = Point(x: SVGPage.length(element["x"]), y: SVGPage.length(element["y"]))
        scene.layers[layer].nodes[last] = .text(run)
    }

    private mutating func noteDetails(of element: XMLElement, _ parent: Role?) {
        let group = scene.layers.last?.id ?? ""
        switch (element.name, parent) {
        case ("svg", nil): details.note(element, in: "", read: ["width", "height", "xmlns"])
        case ("g", .root): details.note(element, in: groupID(element), read: SVGDetails.fills.union(["clip-path"]))
        case ("g", .layer):
            let isText = element["aria-label"] != nil
            details.note(element, in: group, read: SVGDetails.fills.union(isText ? ["transform"] : []))
        case ("path", .layer): details.note(element, in: group, read: SVGDetails.paints)
        case ("circle", .layer):
            details.note(element, in: group, read: SVGDetails.paints.union(["cx", "cy", "r"]))
        case ("use", .layer) where glyphs[element["href"] ?? ""] != nil:
            details.note(element, in: group, read: SVGDetails.paints)
        // A text's halo, and the glyphs: no scene knows their paint.
        case (_, .layer), (_, .text): details.note(element, in: group)
        case ("rect", .root): details.note(element, in: "", read: SVGDetails.fills)
        case ("rect", .clip), ("clipPath", _), ("path", .definitions), ("g", .definitions),
            ("use", .run):
            details.note(element, in: "")
        default: break
        }
    }

    private func shape(_ element: XMLElement, _ path: Path) -> Shape {
        var stroke: Stroke?
        if let color = SVGPage.paint(element, "stroke", inherited: nil) {
            stroke = Stroke(
                color: color, width: element["stroke-width"].map(SVGPage.length) ?? 1,
                dash: (element["stroke-dasharray"] ?? "").split(separator: " ").compactMap { Double($0) },
                isRound: element["stroke-linecap"] == "round", isCrisp: element["shape-rendering"] == "crispEdges")
        }
        let fill = SVGPage.paint(element, "fill", inherited: nil)
        // Discs are written in two ways, one or several: they are read as the dots that several are.
        if stroke == nil, let fill, let circles = path.circles(within: SVGPage.circleTolerance),
            let radius = circles.first?.radius,
            circles.allSatisfy({ abs($0.radius - radius) <= SVGPage.circleTolerance })
        {
            return Shape(
                Path.dots(circles.map(\.center)), stroke: Stroke(color: fill, width: 2 * radius, isRound: true))
        }
        return Shape(
            path, fill: fill, stroke: stroke, fillRule: element["fill-rule"].flatMap { Shape.FillRule(rawValue: $0) })
    }

    /// How far a point of a circle may be off after it was written to hundredths of a point.
    private static let circleTolerance = 0.03

    private static func circle(_ element: XMLElement) -> Path {
        Path.circle(
            center: Point(x: length(element["cx"]), y: length(element["cy"])), radius: length(element["r"]))
    }

    private static func length(_ text: String?) -> Double {
        guard let text else { return 0 }
        return Double(text.hasSuffix("px") ? text.dropLast(2) : text[...]) ?? 0
    }

    private static func rect(_ element: XMLElement) -> Rect {
        Rect(
            x: length(element["x"]), y: length(element["y"]), width: length(element["width"]),
            height: length(element["height"]))
    }

    private static func paint(_ element: XMLElement, _ attribute: String, inherited: XMLElement?) -> Color? {
        guard let owner = element[attribute] != nil ? element : inherited, let text = owner[attribute],
            text.hasPrefix("#")
        else { return nil }
        var digits = String(text.dropFirst())
        if digits.utf8.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        guard digits.utf8.count == 6, let hex = UInt32(digits, radix: 16) else { return nil }
        return Color(hex, opacity: owner["\(attribute)-opacity"].flatMap { Double($0) } ?? 1)
    }
}
