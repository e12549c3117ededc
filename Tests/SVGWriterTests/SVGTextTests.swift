import FoundationXML
import Scenes
import Testing
import Typography

@testable import SVGWriter

struct SVGTextTests: SVGDocumentSuite {
    let fonts: FontBook

    init() throws { fonts = try FontBook() }

    @Test("Text is outlines, a glyph that repeats defined once, the others in place, labelled with its words")
    func outlines() throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("aaba a")])]))
        let definitions = all("path", in: root).filter { $0["id"] != nil }
        #expect(definitions.count == 1)
        #expect(all("use", in: root).count == 4)
        #expect(all("text", in: root).isEmpty)
        #expect(root.elements.compactMap { $0["aria-label"] } == ["aaba a"])
    }

    @Test("Glyphs of several sizes stand in the units of their text")
    func sizes() throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("$x^x$")])]))
        #expect(all("path", in: root).count == 1)
        #expect(root.elements.compactMap { $0["transform"] } == ["translate(20 30)scale(.125)"])
    }

    @Test(
        "What is drawn of a text is the fonts' outlines where the scene has them, within a fifth of a point",
        arguments: [
            "$x^x$", "$\\frac{a_1}{2}$", "loss", "$\\sqrt{\\sigma(x)}$", "0.25, 1.25", "损失",
        ], [1, 6])
    func drawn(source: String, count: Int) throws {
        let nodes = try (0..<count).map { _ in try text(source, halo: count == 1) }
        let root = try document(scene([Group(id: "a", nodes: nodes)]))
        let shaped = fonts.shape(try RichText(source), style: TextStyle(size: 13))
        let wanted = try shaped.glyphRuns.flatMap { run in
            let face = try #require(fonts.typeface(named: run.font))
            return run.glyphs.flatMap { glyph in
                face.outline(of: glyph.id).mapped {
                    Point(x: 20 + glyph.x + run.size * $0.x, y: 30 + glyph.y + run.size * $0.y)
                }.elements
            }
        }
        let texts = root.elements.filter { $0["aria-label"] != nil }
        try #require(texts.count == count)
        for text in [texts[0], texts[count - 1]] {
            let drawn = try text.drawn(in: root)
            #expect(Path(wanted).distance(to: drawn) <= 0.2 && drawn.distance(to: Path(wanted)) <= 0.2)
        }
    }

    @Test("Neighbours share a halo, unless one's halo would cover another")
    func sharedHalo() throws {
        func label(_ x: Double) throws -> Node {
            guard case .text(var run) = try text("0.5", halo: true) else { return try text("") }
            run.origin.x = x
            return .text(run)
        }
        func halos(_ places: Double...) throws -> Int {
            let root = try document(scene([Group(id: "a", nodes: try places.map(label))]))
            return all("use", in: root).count { $0["stroke"] != nil }
        }
        #expect(try halos(20, 60, 100) == 1)
        #expect(try halos(20, 42, 100) == 2)
    }

    @Test("Words and numbers that are set several times are written once")
    func runs() throws {
        let words = "gradient descent"
        let root = try document(
            scene([Group(id: "a", nodes: try (0..<6).map { try text("\(words) \($0)") })]))
        #expect(
            all("g", in: root).contains {
                $0["id"] != nil && !$0.elements(forName: "use").isEmpty && $0["id"] != "mse-a"
            })
        let texts = root.elements.filter { $0["aria-label"] != nil }
        #expect(texts.count == 6 && texts.allSatisfy { $0.elements(forName: "use").count < 4 })
    }

    @Test("A text that is set twice is written once, where it stands in each case")
    func repeated() throws {
        let texts = try [20.0, 120.3].map { x -> Node in
            guard case .text(var run) = try text("$J(\\theta)$") else { return try text("") }
            run.origin.x = x
            return .text(run)
        }
        let root = try document(scene([Group(id: "a", nodes: texts)]))
        let uses = all("use", in: root).filter { $0["aria-label"] == "J(θ)" }
        try #require(uses.count == 2 && uses[0]["href"] == uses[1]["href"])
        let (first, second) = (try uses[0].drawn(in: root), try uses[1].drawn(in: root))
        #expect(first.mapped { $0 + Point(x: 100.3, y: 0) }.distance(to: second) < 0.02)
    }

    @Test("A name in front of what is said of it is written once with the same name alone, under one label")
    func names() throws {
        let said = RichText(strong: "Entropy") + RichText(verbatim: ": convex")
        let root = try document(
            scene([
                Group(
                    id: "labels",
                    nodes: [text(RichText(verbatim: "Entropy"), weight: .semibold, y: 20)]),
                Group(id: "notes", nodes: [text(said, y: 40)]),
            ]))
        let labelled = root.elements.filter { $0["aria-label"] != nil }
        #expect(labelled.map { $0["aria-label"] } == ["Entropy", "Entropy: convex"])
        let alone = try #require(labelled.first)
        let uses = all("use", in: try #require(labelled.last))
        #expect(uses.contains { $0["href"] == alone["href"] })
        #expect(alone["href"] != nil)
    }

    @Test("A glyph that a repeated text leaves with one use stands in it, where it is drawn as often as before")
    func lone() throws {
        let label = "gradient"
        let root = try document(scene([Group(id: "a", nodes: try (0..<5).map { _ in try text(label) })]))
        let uses = all("use", in: root).filter { $0["aria-label"] == label }
        #expect(uses.count == 5)
        // Nothing but the text is defined, with all its glyphs in place.
        let definitions = root.elements.compactMap { $0["id"] }.filter { !$0.hasPrefix("mse-") }
        #expect(definitions == [uses[0]["href"].map { String($0.dropFirst()) }])
        let shaped = fonts.shape(try RichText(label), style: TextStyle(size: 13))
        let face = try #require(fonts.typeface(named: shaped.glyphRuns[0].font))
        let wanted = shaped.glyphRuns[0].glyphs.flatMap { glyph in
            face.outline(of: glyph.id).mapped { Point(x: 20 + glyph.x + 13 * $0.x, y: 30 + glyph.y + 13 * $0.y) }
                .elements
        }
        #expect(Path(wanted).distance(to: try uses[4].drawn(in: root)) <= 0.2)
    }

    @Test("Texts of one unit stand in one group of it, a glyph as one element at a whole unit")
    func oneUnit() throws {
        let numbers = try ["0", "2", "2", "2", "−2"].enumerated().map { index, source -> Node in
            guard case .text(var run) = try text(source, halo: true) else { return try text("") }
            run.origin = Point(x: 20.33 + 40 * Double(index), y: 30.41)
            return .text(run)
        }
        let root = try document(scene([Group(id: "a", nodes: numbers)]))
        let layer = try #require(all("g", in: root).first { $0["id"] == "mse-a" })
        #expect(layer["transform"] == "scale(.125)" && layer["stroke-width"] == "48")
        let texts = root.elements.filter { $0["aria-label"] != nil }
        #expect(texts.map(\.name) == ["path", "use", "use", "use", "g"])
        #expect(texts[1...3].map { $0["x"] } == ["483", "803", "1123"] && texts[1]["y"] == "243")
        #expect(texts[4]["transform"] == "translate(1442.6 243.3)")
    }

    @Test("A halo lies under the whole text, and the text is written once")
    func halo() throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("−0.5", halo: true)])]))
        let layer = try #require(all("g", in: root).first { $0["id"] == "mse-a" })
        let nodes = (layer.children ?? []).compactMap { $0 as? XMLElement }
        try #require(nodes.map(\.name) == ["use", "path"])
        #expect(nodes[0]["href"] == "#mse0" && nodes[0]["stroke"] == "#fff" && nodes[0]["fill"] == "#fff")
        // Six points, in the text's own units of an eighth.
        #expect(nodes[1]["id"] == "mse0" && nodes[1]["stroke-width"] == "48" && nodes[1]["aria-label"] == "−0.5")
        #expect(layer["fill"] == "#111")
    }

    @Test("Live text is text elements with families to fall back on")
    func live() throws {
        let root = try document(
            scene([Group(id: "a", nodes: [try text("Loss <1> $\\theta$")])]), text: .live)
        let texts = all("text", in: root)
        #expect(texts.map(\.stringValue) == ["Loss <1> ", "\u{1D703}"])
        #expect(texts.allSatisfy { $0["x"] != nil && $0["y"] == "30" })
        #expect(texts[0]["font-family"] == "'Inter', sans-serif" && texts[0]["font-size"] == "13px")
        #expect(texts[1]["font-family"]?.hasSuffix(", math, serif") == true)
        #expect(all("use", in: root).isEmpty)
    }

    @Test(
        "A fraction's bar is a rectangle, and its formula one label", arguments: [SVGDocument.TextMode.outlines, .live])
    func rules(mode: SVGDocument.TextMode) throws {
        let root = try document(scene([Group(id: "a", nodes: [try text("$\\frac{a+1}2$")])]), text: mode)
        let shaped = fonts.shape(try RichText("$\\frac{a+1}2$"), style: TextStyle(size: 13))
        let bars = all("rect", in: root).filter { $0["fill"] == nil }
        let bar = try #require(bars.first)
        #expect(bars.count == 1)
        let place = bar.placed(Point(x: bar.number("x"), y: bar.number("y")))
        let rule = shaped.rules[0]
        for (length, expected) in [
            (place.point.x, 20 + rule.x), (place.point.y, 30 + rule.y), (bar.number("width") * place.scale, rule.width),
            (bar.number("height") * place.scale, rule.height),
        ] {
            #expect(abs(length - expected) <= 0.0051)
        }
        #expect(root.elements.compactMap { $0["aria-label"] } == ["(a + 1)/2"])
    }

    @Test("In live text, what no viewer would draw from characters is outlines: delimiters that have grown")
    func liveStretched() throws {
        let root = try document(
            scene([Group(id: "a", nodes: [try text("$\\left(\\dfrac{a}{2}\\right)$")])]), text: .live)
        #expect(all("text", in: root).map(\.stringValue) == ["\u{1D44E}", "2"])
        // Either stands once, and so in place.
        #expect(all("path", in: root).count == 2)
    }

    @Test("A font that nobody knows draws nothing")
    func unknownFont() throws {
        let run = GlyphRun(
            font: "No Such Font", size: 13, text: "a", glyphs: [PositionedGlyph(id: 5, x: 0, y: 0, cluster: 0)])
        let node = Node.text(
            TextRun(text: "a", origin: Point(x: 0, y: 0), width: 9, color: Color(0), glyphRuns: [run]))
        #expect(all("use", in: try document(scene([Group(id: "a", nodes: [node])]))).isEmpty)
        #expect(all("text", in: try document(scene([Group(id: "a", nodes: [node])]), text: .live)).count == 1)
    }
}
