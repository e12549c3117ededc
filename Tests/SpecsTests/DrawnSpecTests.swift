import Diagnostics
import Testing
import Typography

@testable import Specs

/// What is wrong with a spec and is known only when its figure is drawn has the place in the spec, too.
@Suite("Specs that cannot be drawn")
struct DrawnSpecTests {
    typealias Case = MisplacedValue

    static let cases: [Case] = [
        // Losses and links
        Case("title: A\nlosses: [mse, ce]\nlink: identity", 3, 7, "ce needs a probability"),
        Case("losses: hinge\nlink: sigmoid\ntitle: A", 2, 7, "hinge needs the logit itself"),
        Case("kind: contour\nlink: identity\nlosses: ce", 2, 7, "ce needs a probability"),
        Case(
            "kind: bars\nlosses:\n  - ce\n  - hinge\ntruth: [1, 0]\npredictions: [[1, 0]]", 4, 5, "hinge is a loss of"),
        Case("kind: bars\nlosses: [mse, ce]\ntruth: [1, 0]\npredictions: [[0, 1]]", 2, 15, "ce of prediction 1"),
        Case("kind: simplex\nlosses: hinge\ntruth: [1, 0, 0]", 2, 9, "hinge is a loss of"),
        // Formulas
        Case("title: A\nformulas:\n  - x^2\n  - mean(theta*x)", 3, 3, "the formulas have different variables"),
        Case("formulas: x^2\nderivative: 1", 2, 13, "derivatives of formulas are not drawn yet"),
        Case("title: A\nformulas: sqrt(-1 - x^2)", 2, 1, "sqrt(-1 - x^2) has no finite value"),
        Case("title: A\nrange: [-2, -1]\nformulas: ln(x)", 2, 8, "ln(x) has no finite value"),
        Case("kind: contour\nformulas: 0*x + 0*y", 1, 1, "'0*x + 0*y' has one value"),
        Case(
            "kind: contour\nformulas: ln(x + y)\nrange: [-5, -4]\ny-range: [-2, 1]", 3, 8, "'ln(x + y)' has no finite"),
        Case("kind: contour\nformulas: x*y\nmarks:\n  - minima", 4, 5, "the mark 'minima' needs a loss by name"),
        Case("formulas:\n  - {formula: x^2, name: $a}", 2, 5, "name of 'x^2': '$a' opens mathematics"),
        // Predictions
        Case("kind: simplex\nlosses: ce\ntruth: [1, 0, 0, 0]", 3, 8, "the truth (1, 0, 0, 0) has 4 classes"),
        Case(
            "kind: bars\nlosses: mse\ntruth: [1, 0]\npredictions:\n  - [1, 0]\n  - [1, 0, 0]", 6, 5,
            "prediction 2 (1, 0, 0) has 3 classes"),
        Case(
            "kind: bars\nlosses: mse\ntruth: [1, 0]\npredictions:\n  - [1, 0]\n  - {p: [1, 0], name: a}", 6, 5,
            "prediction 2 (1, 0) is prediction 1 again"),
        Case("losses: ce\nkind: bars\ntruth: [1, 0]", 2, 1, "no prediction is given"),
        Case("kind: bars\nlosses: ce\npredictions: [[1, 0]]", 1, 1, "no truth is given"),
        Case(
            "kind: bars\nlosses: mse\ntruth: [1, 0]\npredictions: [[1, 0], {p: [0, 1], name: $a}]", 4, 23,
            "prediction: '$a' opens mathematics"),
        Case(
            "kind: simplex\nlosses: mse\ntruth: [1, 0, 0]\nclasses: [a, b, $c]", 4, 17,
            "class: '$p_{3}$  $c' opens mathematics"),
        // Texts
        Case("losses: mse\ntitle: $a", 2, 8, "title: '$a' opens mathematics"),
        Case("losses: mse\ntitle: {en: A, zh: $b}\nlanguages: [en, zh]", 2, 20, "title: '$b' opens mathematics"),
        Case("subtitle: $\\sigam$\nlosses: mse", 1, 11, "subtitle: unknown command \\sigam"),
        Case("losses: mse\nx-label: $a", 2, 10, "x label: '$a' opens mathematics"),
        Case("losses: mse\ny-label: $a", 2, 10, "y label: '$a' opens mathematics"),
        Case("losses: mse\nkind: surface\nz-label: $a", 3, 10, "z label: '$a' opens mathematics"),
        Case("losses: mse\ncaption: >\n  $a", 2, 10, "caption: '$a' opens mathematics"),
        // Sizes
        Case("losses: mse\nsize: 60x40", 2, 7, "a size of 60x40 leaves too little"),
        Case("losses: mse\nkind: simplex\ntruth: [1, 0, 0]\nsize: [90, 90]", 4, 7, "a size of 90x90 leaves too little"),
        Case(
            "kind: bars\nlosses: mse\nsize: 90x90\ntruth: [1, 0]\npredictions: [[1, 0]]", 3, 7,
            "a size of 90x90 leaves too little"),
        Case("losses: mse\nscale: 100\nformats: png", 2, 8, "an image of 80000x50000 pixels"),
        Case("losses: mse\nformats: png\nsize: 32000x32000", 3, 7, "an image of 64000x64000 pixels"),
        Case("losses: mse\nsize: 20000x500\nformats: pdf", 2, 7, "a page of 20000x500 points"),
        // Elsewhere
        Case("title: A\nlosses: mse\nassert:\n  mse.verdict: convex", 4, 3, "assertion 'mse.verdict: convex' fails"),
        Case("losses: mse\nassert: {'ce.verdict': convex}", 2, 10, "assertion 'ce.verdict: convex': the figure has no"),
    ]

    @Test("The place is that of the value that is wrong, or of what is drawn", arguments: cases)
    func places(_ example: Case) throws {
        let error = #expect(throws: Diagnostic.self) {
            let spec = try FigureSpec(Array(example.text.utf8), file: "plots/a.yaml")
            _ = try RenderedFigure(spec, fonts: try FontBook())
        }
        #expect(
            error?.place == Diagnostic.Place(file: "plots/a.yaml", line: example.line, column: example.column),
            "\(error.map(\.description) ?? "")")
        #expect(error?.message.hasPrefix(example.error) == true, "\(error.map(\.description) ?? "")")
    }

    @Test("Changes have the place of the key, and what no key says that of the figure")
    func keys() throws {
        let text = "title: A\nkind: surface\nlosses: mse\nw: [-2, 2]\nplot-size: 300x200"
        let places = try FigureSpec(Array(text.utf8), file: "a.yaml").places
        func line(_ name: Setting.Name) -> Int? { places.key(of: name)?.line }
        #expect(line(.title) == 1 && line(.kind) == 2 && line(.losses) == 3)
        #expect(line(.horizontal) == 4 && line(.size) == 5 && line(.scale) == 5)
        #expect(line(.vertical) == nil && line(.theme) == nil)
        #expect(places.figure == Diagnostic.Place(file: "a.yaml", line: 2, column: 1))
        #expect(try FigureSpec(Array("title: A\nlosses: mse".utf8), file: "a.yaml").places.figure.line == 2)
    }
}
