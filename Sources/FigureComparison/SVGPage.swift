import Diagnostics
import Scenes
import XMLReading

/// Reads an SVG of lossplot's back into a scene: groups by their ids, shapes with their paint, texts by what they say.
///
/// Glyphs are not read: which outlines a text is made of is kept as ``outlines``.
struct SVGPage {
    var scene: Scene
    /// Of each group, of each text in its order: the path data of the glyphs it uses.
    private(set) var outlines: [String: [String]] = [:]
    private(set) var details = SVGDetails()
    /// Whether its texts are characters, which pages draw with their own fonts, and not outlines.
    private(set) var isLive = false

    private var clips: [String: Rect] = [:]
    /// Path data by id, of glyphs and of paths that are drawn more than once.
    private var glyphs: [String: String] = [:]
    private var references = SVGReferences()
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
        /// Lines of one look and one opacity.
        case lines
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
        if let broken = references.broken { throw broken }
        for index in scene.layers.indices {
            if let text = scene.layers[index].title { scene.layers[index].clip = clips[text] }
            scene.layers[index].title = nil
        }
    }

    private mutating func start(_ element: XMLElement, _ reader: inout XMLReader) throws {
        let parent = stack.last?.role
        let attributes = SVGAttributes(element: element, reader: reader)
        var role = Role.other
        references.note(element, reader)
        noteDetails(of: element, parent)
        switch (element.name, parent) {
        case ("svg", nil):
            role = .root
            scene.size = try attributes.size()
            scene.language = element["lang"] ?? ""
        case ("title", _): role = .title
        case ("desc", .root): role = .description
        case ("defs", _): role = .definitions
        case ("clipPath", .definitions): role = .clip(element["id"] ?? "")
        case ("rect", .clip(let id)): clips[id] = try attributes.rect()
        case ("rect", .root):
            scene.background = try SVGPage.paint(attributes, "fill", inherited: nil) ?? scene.background
        case ("g", .root):
            role = .layer
            // The clip's id stands in for the clip until all are read.
            let clip = element["clip-path"]?.dropFirst("url(#".count).dropLast()
            scene.layers.append(Group(id: groupID(element), title: clip.map(String.init), nodes: []))
        case ("g", .layer):
            // A colour may stand on a group around a text of its own.
            if element["aria-label"] != nil { try addText(attributes) }
            role = element["aria-label"] != nil ? .text : element["stroke"] != nil ? .lines : .layer
            if role == .lines { add(.shape(try shape(attributes, Path()))) }
        case ("use", .layer) where element["aria-label"] != nil, ("path", .layer) where element["aria-label"] != nil:
            try addText(attributes)
            try noteGlyph(attributes)
            role = .text
        case ("path", .layer), ("path", .lines), ("use", .lines):
            guard let path = SVGPathReader.path((element["href"].map { glyphs[$0] } ?? element["d"]) ?? "") else {
                throw reader.failure("the data of a path cannot be read")
            }
            if parent == .lines {
                addLines(try moved(path, by: attributes))
            } else {
                add(.shape(try shape(attributes, path)))
            }
        case ("circle", .layer):
            let discs = try SVGPage.discs(attributes) ?? [shape(attributes, SVGPage.circle(attributes))]
            for disc in discs { add(.shape(disc)) }
        case ("use", .layer):
            // Of a path that is drawn more than once; else of texts, under which it is their halo.
            if let path = glyphs[element["href"] ?? ""].flatMap(SVGPathReader.path) {
                add(.shape(try shape(attributes, path)))
            }
        case ("use", .text), ("path", .text), ("rect", .text), ("text", .text), ("g", .text):
            try noteGlyph(attributes)
            role = .text
        case ("path", .definitions): glyphs["#" + (element["id"] ?? "")] = element["d"]
        case ("g", .definitions): role = .run("#" + (element["id"] ?? ""))
        case ("use", .run(let id)), ("path", .run(let id)), ("rect", .run(let id)):
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

    /// To the shape of the lines that are read.
    private mutating func addLines(_ path: Path) {
        let layer = scene.layers.count - 1
        guard layer >= 0, case .shape(var shape)? = scene.layers[layer].nodes.last else { return }
        shape.path.elements += path.elements
        scene.layers[layer].nodes[scene.layers[layer].nodes.count - 1] = .shape(shape)
    }

    private func moved(_ path: Path, by attributes: SVGAttributes) throws -> Path {
        let offset = Point(x: try attributes.length("x"), y: try attributes.length("y"))
        return path.mapped { $0 + offset }
    }

    private mutating func addText(_ attributes: SVGAttributes) throws {
        let element = attributes.element
        let inherited = stack.reversed().first { $0.element["fill"] != nil }?.element
        // The place is the scene's; what scales and turns the text besides is compared as it stands.
        let (origin, rest) = SVGTransform.place(
            of: element["transform"] ?? "", in: stack.compactMap { SVGPage.scale(of: $0.element) },
            start: try SVGPage.start(of: attributes))
        // Factors upon factors lead anywhere.
        guard abs(origin.x) <= SVGAttributes.limit, abs(origin.y) <= SVGAttributes.limit else {
            throw attributes.reader.failure("the text '\(Words.shortened(element["aria-label"] ?? ""))' is at no place")
        }
        details.note(transform: rest, in: scene.layers.last?.id ?? "")
        add(
            .text(
                TextRun(
                    text: element["aria-label"] ?? "", origin: origin, width: 0,
                    color: try SVGPage.paint(attributes, "fill", inherited: inherited) ?? Color(0), glyphRuns: [])))
        outlines[scene.layers[scene.layers.count - 1].id, default: []].append("")
    }

    private mutating func noteGlyph(_ attributes: SVGAttributes) throws {
        let element = attributes.element
        if element.name == "text" { try noteLive(attributes) }
        guard let id = scene.layers.last?.id, let last = outlines[id]?.indices.last else { return }
        let drawn = outline(of: element)
        outlines[id]?[last] += drawn + " "
    }

    /// What an element of a text draws. Ids tell nothing: what they stand for does.
    private func outline(of element: XMLElement) -> String {
        if let href = element["href"] { return glyphs[href] ?? href }
        guard let data = element["d"] else { return element.name }
        // Alone it says with its first move where the text stands.
        return element["aria-label"] == nil ? data : String(data.drop { !"cshvlqtmz".contains($0) })
    }

    /// A live text says itself where it begins.
    private mutating func noteLive(_ attributes: SVGAttributes) throws {
        isLive = true
        let layer = scene.layers.count - 1
        guard layer >= 0, let last = scene.layers[layer].nodes.indices.last,
            case .text(var run) = scene.layers[layer].nodes[last], run.origin == Point(x: 0, y: 0)
        else { return }
        run.origin = Point(x: try attributes.length("x"), y: try attributes.length("y"))
        scene.layers[layer].nodes[last] = .text(run)
    }

    private mutating func noteDetails(of element: XMLElement, _ parent: Role?) {
        let group = scene.layers.last?.id ?? ""
        switch (element.name, parent) {
        case ("svg", nil): details.note(element, in: "", read: ["width", "height", "xmlns"])
        case ("g", .root): details.note(element, in: groupID(element), read: SVGPage.readOfGroup(element))
        case ("g", .layer):
            let isText = element["aria-label"] != nil
            if element["stroke"] != nil, !isText {
                noteScale(of: element)
                return details.note(element, in: group, read: SVGDetails.paints.union(["opacity"]))
            }
            let isRead = isText ? SVGDetails.fills.union(["transform"]) : SVGPage.readOfGroup(element)
            details.note(element, in: group, read: isRead)
        case ("use", .layer) where element["aria-label"] != nil, ("path", .layer) where element["aria-label"] != nil:
            details.note(element, in: group, read: SVGDetails.fills.union(["transform", "x", "y"]))
        case ("path", .layer), ("path", .lines):
            noteScale(of: element)
            details.note(element, in: group, read: SVGDetails.paints)
        case ("use", .lines): details.note(element, in: group, read: ["x", "y"])
        case ("circle", .layer):
            noteScale(of: element)
            details.note(element, in: group, read: SVGDetails.paints.union(["cx", "cy", "r"]))
        case ("use", .layer) where glyphs[element["href"] ?? ""] != nil:
            noteScale(of: element)
            details.note(element, in: group, read: SVGDetails.paints)
        // A text's halo, and the glyphs: no scene knows their paint.
        case (_, .layer), (_, .text): details.note(element, in: group)
        case ("rect", .root): details.note(element, in: "", read: SVGDetails.fills)
        case ("rect", .clip), ("clipPath", _), ("path", .definitions), ("g", .definitions), (_, .run):
            details.note(element, in: "")
        default: break
        }
    }

    /// The attributes of a group that the reader understands: a scale is its texts'.
    private static func readOfGroup(_ element: XMLElement) -> Set<String> {
        SVGDetails.fills.union(scale(of: element) == nil ? ["clip-path"] : ["clip-path", "transform"])
    }

    /// No shape of lossplot's is in a group that is scaled.
    private mutating func noteScale(of element: XMLElement) {
        for level in stack where SVGPage.scale(of: level.element) != nil {
            details.note(transform: level.element["transform"] ?? "", in: scene.layers.last?.id ?? "")
        }
    }
}
