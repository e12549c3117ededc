import Foundation
import Scenes
import Testing

struct SceneTests {
    private func text(_ words: String, rules: [Rect] = []) -> Node {
        .text(
            TextRun(
                text: words, origin: Point(x: 1, y: 2), width: 30, color: Color(0x112233, opacity: 0.5),
                halo: .init(color: Color(0xFFFFFF), width: 3),
                glyphRuns: [
                    GlyphRun(
                        font: "Inter", size: 13, text: words,
                        glyphs: [PositionedGlyph(id: 7, x: 0, y: -1.5, cluster: 0)])
                ], rules: rules))
    }

    private var scene: Scene {
        let shape = Shape(
            .circle(center: Point(x: 1, y: 1), radius: 3), fill: Color(0xFF),
            stroke: Stroke(color: Color(0), width: 2.5, dash: [9, 6], isRound: true, isCrisp: false))
        let inner = Group(id: "inner", nodes: [text("b"), .shape(Shape(Path()))])
        return Scene(
            size: Size(width: 300, height: 200), background: Color(0xFFFFFF), title: "Title", description: "损失 < 1",
            language: "zh-Hans",
            layers: [
                Group(
                    id: "a", title: "the first", clip: Rect(x: 0, y: 0, width: 9, height: 9),
                    nodes: [
                        text("a", rules: [Rect(x: 1, y: -3, width: 20, height: 0.5)]), .group(inner), .shape(shape),
                    ]), Group(id: "c", nodes: [text("c")]),
            ])
    }

    @Test("A scene written as JSON comes back equal")
    func roundTrip() throws {
        #expect(try JSONDecoder().decode(Scene.self, from: try JSONEncoder().encode(scene)) == scene)
    }

    @Test("Rules are written where a text has some, and stand relative to its origin")
    func rules() throws {
        func json(_ node: Node) throws -> String { String(decoding: try JSONEncoder().encode(node), as: UTF8.self) }
        let rule = Rect(x: 1, y: -3, width: 20, height: 0.5)
        #expect(try !json(text("a")).contains("rules") && json(text("a", rules: [rule])).contains("rules"))
        #expect(scene.texts.first?.placedRules == [Rect(x: 2, y: -1, width: 20, height: 0.5)])
    }

    @Test("Texts come in drawing order, out of nested groups too")
    func texts() {
        #expect(scene.texts.map(\.text) == ["a", "b", "c"])
    }
}
