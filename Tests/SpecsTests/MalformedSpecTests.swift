import Diagnostics
import Testing

@testable import Specs

/// What is wrong in a spec is refused with its line and column, its value and the way out.
@Suite("Malformed specs")
struct MalformedSpecTests {
    typealias Case = MisplacedValue

    static let cases: [Case] = [
        // Grids
        Case("grid: {file: a.npy}", 1, 1, "grid is for contours and surfaces; add kind: contour"),
        Case(
            "kind: contour\ngrid: a.npy", 2, 7,
            "grid: 'a.npy' is no mapping; for example grid: {file: data/landscape.npy, x: [-1, 1], y: [-1, 1]}"),
        Case(
            "kind: contour\ngrid: {x: [0, 1]}", 2, 7,
            "grid: there is no file; for example grid: {file: data/landscape.npy, x: [-1, 1], y: [-1, 1]}"),
        Case("kind: contour\ngrid: {flie: a.npy}", 2, 8, "unknown key 'flie' in grid; did you mean 'file'?"),
        Case("kind: contour\ngrid: {file: a.npy, x: [1, 0]}", 2, 24, "grid.x: [1, 0] is empty; turn it round"),
        Case(
            "kind: contour\nlosses: mse\ngrid: {file: a.npy}", 2, 1,
            "losses and grid exclude each other; use one of them"),
        Case(
            "kind: contour\ndata: {samples: 7}\ngrid: {file: a.npy}", 2, 1,
            "data and grid exclude each other; use one of them"),
        Case("kind: contour\nlosses: mse\ncolors: jet", 3, 9, "colors: 'jet' is unknown; use viridis, cividis"),
        Case(
            "kind: contour\nlosses: mse\nfill: maybe", 3, 7,
            "fill: 'maybe' is neither true nor false; write true or false"),
        Case("losses: mse\nfill: true", 2, 1, "fill is for contours, surfaces and the simplex; add kind: contour"),
        // Keys
        Case("losses: mse\ntitel: A", 2, 1, "unknown key 'titel'; did you mean 'title'?"),
        Case(
            "losses: mse\nthemes: paper\nlosses: ce", 3, 1,
            "'losses' is given twice, first in line 1; give each key once"),
        Case(
            "{\"losses\": \"mse\", \"losses\": \"ce\"}", 1, 19,
            "'losses' is given twice, first in line 1; give each key once"),
        Case("w: 1\nw: 2\nw: 3", 2, 1, "'w' is given twice, first in line 1; give each key once"),
        Case(
            "losses: mse\ntitle: {en: A, zh: B, en: C}", 2, 23,
            "'en' is given twice, first in line 2; give each key once"),
        Case(
            "losses: mse\n? [a]\n: 1", 2, 3,
            "unknown key a list; use \(SpecKey.allCases.map(\.rawValue).joined(separator: ", "))"
        ),
        Case("losses: mse\ndata: {sampels: 7}", 2, 8, "unknown key 'sampels' in data; did you mean 'samples'?"),
        Case(
            "formulas:\n  - {formula: x^2, nam: a}", 2, 20,
            "unknown key 'nam' in formulas; did you mean 'name'?"),
        Case("formulas:\n  - {name: a}", 2, 5, "formulas: there is a mapping without a formula; add formula: to it"),
        Case(
            "formulas:\n  - {formula: x^, name: a}", 2, 15,
            "column 3: missing operand at the end in 'x^'; write a number, a name or a parenthesis there"),
        Case(
            "formulas:\n  - {formula: x^2, name: {en: a}}\nlanguages: [en, zh]", 2, 26,
            "formulas.name: there is no text for zh, which is among the languages; add it"),
        Case("losses: mse\ntitle: {fr: A}", 2, 9, "unknown key 'fr' in title; use en, zh"),
        // Shapes
        Case("", 1, 1, "the spec is empty; for example losses: mse"),
        Case("# nothing\n", 1, 1, "the spec is empty; for example losses: mse"),
        Case("mse", 1, 1, "a spec is a mapping, and this is 'mse'; for example losses: mse"),
        Case("[mse]", 1, 1, "a spec is a mapping, and this is a list; for example losses: mse"),
        Case("kind: curve", 1, 1, "the spec names no loss and no formula; for example losses: mse"),
        Case(
            "losses: mse\n---\nlosses: ce", 2, 1,
            "a spec file holds one figure, and here begins another; move it to a file of its own"),
        // Descents
        Case(
            "losses: mse\ndescent: newton", 2, 10,
            "descent: 'newton' is no mapping; for example descent: {method: gradient, step: 0.5, from: [-2, 3]}"),
        Case(
            "losses: mse\ndescent: {methode: newton, from: 1}", 2, 11,
            "unknown key 'methode' in descent; did you mean 'method'?"),
        Case(
            "losses: mse\ndescent: {method: newtn, from: 1}", 2, 19,
            "descent.method: 'newtn' is unknown; did you mean 'newton'?"),
        Case(
            "losses: mse\ndescent: {method: newton, step: 1, from: 1}", 2, 27,
            "newton has no parameter 'step'; it has damping, steps, tolerance"),
        Case(
            "losses: mse\ndescent: {momentum: 1, from: 1}", 2, 21,
            "momentum=1 is not a number from 0 to 0.999; for example momentum=0.9"),
        Case(
            "losses: mse\ndescent: {steps: [3], from: 1}", 2, 18,
            "steps=a list is not a whole number from 1 to 10000; for example steps=60"),
        Case(
            "losses: mse\ndescent: {step: 1}", 2, 10,
            "descent needs a start; add from, for example descent: {method: gradient, step: 0.5, from: [-2, 3]}"),
        Case(
            "losses: mse\ndescent: {from: []}", 2, 17,
            "descent.from: the list is empty; for example descent: {method: gradient, step: 0.5, from: [-2, 3]}"),
        Case(
            "losses: mse\ndescent: {from: [1, b]}", 2, 21, "descent.from: 'b' is no number; for example from: [-2, 3]"),
        Case("losses: mse\ndescent: {from: [1, 1]}", 2, 21, "the start '1' is given twice; give it once"),
        Case(
            "losses: mse\nkind: contour\ndescent: {from: [1, 2]}", 3, 18,
            "descent.from: '1' is no list of two numbers; for example from: [[-2, 1], [3, 0]]"),
        Case(
            "losses: mse\nassert: {'mse.descent[0].teta': 1 ± 0.1}", 2, 26,
            "assert: unknown 'teta'; did you mean 'theta'?"),
        Case(
            "losses: mse\nassert: {'mse.descent[0].ended': arrived}", 2, 34,
            "assert: 'arrived' is no ending of a descent; use converged, step limit, left the region, not finite, not convex"
        ),
        // What YAML has and specs have not
        Case("losses: &a mse", 1, 9, "anchors are not allowed in a spec; write the value out, or quote the &"),
        Case("losses: mse\ntitle: *a", 2, 8, "aliases are not allowed in a spec; write the value out, or quote the *"),
        Case("losses: [&a mse, *a]", 1, 10, "anchors are not allowed in a spec; write the value out, or quote the &"),
        Case(
            "losses: !!str mse", 1, 9, "tags are not allowed in a spec; remove it, or quote the text that begins with !"
        ),
        Case(
            "losses: !!python/object:os.system {a: b}", 1, 9,
            "tags are not allowed in a spec; remove it, or quote the text that begins with !"),
        Case(
            "losses: ! [mse]", 1, 9, "tags are not allowed in a spec; remove it, or quote the text that begins with !"),
        Case(
            "losses: [mse", 1, 13,
            "broken YAML while parsing a flow sequence: did not find expected ',' or ']'; check brackets, quotes and indents; quote text that holds ': ' or ' #'"
        ),
        Case(
            "losses: mse\ntitle: a: b", 2, 9,
            "broken YAML: mapping values are not allowed in this context; check brackets, quotes and indents; quote text that holds ': ' or ' #'"
        ),
        Case(
            "losses: mse\n\ttitle: a", 2, 1,
            "broken YAML while scanning a plain scalar: found a tab character that violates indentation; check brackets, quotes and indents; quote text that holds ': ' or ' #'"
        ),
        Case(
            "losses: \"mse\ntitle: b", 2, 9,
            "broken YAML while scanning a quoted scalar: found unexpected end of stream; check brackets, quotes and indents; quote text that holds ': ' or ' #'"
        ),
        Case(
            "losses: mse\ntitle: a\u{1}b", 2, 9, "broken YAML: control characters are not allowed; remove the character"
        ),
        // Subjects
        Case(
            "version: 2\nlosses: mse", 1, 10,
            "version: 2 is newer than 1, which this program reads; use a newer lossplot"),
        Case(
            "version: one\nlosses: mse", 1, 10,
            "version: 'one' is not a whole number from 1 to 1000000; for example version: 7"),
        Case("kind: curves\nlosses: mse", 1, 7, "kind: 'curves' is unknown; did you mean 'curve'?"),
        Case("losses: msee", 1, 9, "unknown loss 'msee'; did you mean 'mse'?"),
        Case("losses: [mse, focal(gama=2)]", 1, 15, "focal has no parameter 'gama'; did you mean 'gamma'?"),
        Case("losses: [mse, squared_error]", 1, 15, "losses: 'squared_error' is given twice; give each once"),
        Case("losses: []", 1, 9, "losses: the list is empty; leave losses out, or fill it"),
        Case("losses:", 1, 8, "losses: nothing is no text; put it in quotes if it is meant"),
        Case("losses: [mse, 3]", 1, 15, "losses: '3' is no text; put it in quotes if it is meant"),
        Case("losses: mse\nformulas: x", 2, 1, "formulas and losses exclude each other; use one of them"),
        Case("losses: mse\nlet: {a: 1}", 2, 1, "let is for formulas; give a loss its parameters as in focal(gamma=2)"),
        Case("formulas: x^2\nlink: tanh", 2, 1, "link is for losses; write the link out: sigmoid(theta*x)"),
        Case("formulas: x^2\nlet: {a: b}", 2, 10, "let: 'b' for a is no number; for example a: 0.5"),
        Case("losses: mse\nlink: sigmoyd", 2, 7, "link: 'sigmoyd' is unknown; did you mean 'sigmoid'?"),
        Case("kind: contour\nlosses: [mse, ce]", 2, 9, "losses: 2 are too many; give at most 1"),
        Case(
            "kind: contour\nformulas: x^2", 2, 11,
            "'x^2' is a function of x, and contours need two variables; use x and y, or w and b over the samples"),
        // Data
        Case(
            "losses: mse\ndata: 7", 2, 7,
            "data: '7' is no mapping; for example data: {file: data/runs.csv} or data: {samples: 7}"),
        Case(
            "losses: mse\ndata: {samples: 0}", 2, 17,
            "data.samples: '0' is not a whole number from 1 to 10000000; for example data.samples: 7"),
        Case(
            "losses: mse\ndata: {samples: 0x10}", 2, 17,
            "data.samples: '0x10' is not a whole number from 1 to 10000000; for example data.samples: 7"),
        Case("losses: mse\ndata: {x: dose}", 2, 8, "data.x needs a file; add data.file"),
        Case(
            "losses: mse\ndata: {file: a.csv, samples: 7}", 2, 21,
            "data.samples counts rows of the built-in data, and data.file replaces it; use one of them"),
        Case(
            "losses: mse\ndata: {file: a.csv, skip-missing: yes}", 2, 35,
            "data.skip-missing: 'yes' is neither true nor false; write true or false"),
        // Windows
        Case("losses: mse\ntheta: [4, -4]", 2, 8, "theta: [4, -4] is empty; turn it round"),
        Case("losses: mse\ntheta: 4:4", 2, 8, "theta: '4:4' is empty; give two different numbers"),
        Case(
            "losses: mse\ntheta: [1, 2, 3]", 2, 8,
            "theta: [1, 2, 3] is not a range of two numbers; for example theta: [-4, 6]"),
        Case(
            "losses: mse\ny-range: [0, .inf]", 2, 10,
            "y-range: [0, .inf] is not a range of two numbers; for example y-range: [-4, 6]"),
        Case(
            "losses: mse\ntheta: [1e200, 1e300]", 2, 8,
            "theta: [1e200, 1e300] is out of reach; keep numbers below 1e100 and differences above 1e-100"),
        Case("losses: mse\ntheta: -4:4\nrange: -4:4", 3, 1, "range and theta exclude each other; use one of them"),
        Case("losses: mse\nw: -4:4", 2, 1, "w is for contours and surfaces; add kind: contour"),
        Case("losses: mse\nview: [-60, 30]", 2, 1, "view is for surfaces; add kind: surface"),
        Case(
            "kind: contour\nlosses: mse\nresolution: 50", 3, 1,
            "resolution is for surfaces; leave out resolution"),
        Case(
            "kind: surface\nlosses: mse\nview: 30", 3, 7, "view: '30' is not two angles; for example view: [-60, 30]"),
        Case(
            "kind: both\nlosses: mse\nview: [-60, 3]", 3, 7,
            "view: [-60, 3] is out of range; turn around by -180 to 180 degrees, and look down by 5 to 85"),
        Case(
            "kind: both\nlosses: mse\nresolution: 400", 3, 13,
            "resolution: '400' is not a whole number from 5 to 301; for example resolution: 7"),
        Case("kind: contour\nlosses: mse\ntheta: -4:4", 3, 1, "theta is for curves; use w or range"),
        Case("kind: contour\nlosses: mse\npanels: true", 3, 1, "panels is for curves; leave out panels"),
        Case("kind: contour\nlosses: mse\nlevels: [1, 0]", 3, 9, "levels: the list does not increase; sort it"),
        Case(
            "kind: contour\nlosses: mse\nlevels: [1, one]", 3, 13,
            "levels: 'one' is not a number from -1e+100 to 1e+100; for example levels: [-1, 0, 1]"),
        Case(
            "losses: mse\nderivative: [0, 3]", 2, 17,
            "derivative: '3' is not a whole number from 0 to 2; for example derivative: 2"),
        Case("losses: mse\npanels: 1", 2, 9, "panels: '1' is neither true nor false; write true or false"),
        // Words and looks
        Case(
            "losses: mse\ntitle: {en: A}\nlanguages: [en, zh]", 2, 8,
            "title: there is no text for zh, which is among the languages; add it"),
        Case("losses: mse\ntitle: 2024", 2, 8, "title: '2024' is no text; put it in quotes if it is meant"),
        Case("losses: mse\ntitle: [a]", 2, 8, "title: a list is no text; write one text"),
        Case("losses: mse\nlanguages: [cn]", 2, 13, "languages: 'cn' is unknown; did you mean 'zh'?"),
        Case("losses: mse\ntitle: {zh-CN: A}", 2, 9, "unknown key 'zh-CN' in title; did you mean 'zh'?"),
        Case(
            "losses: mse\ntitle: |\n  One\n  two\n", 2, 8,
            "title: the text has several lines; write > instead of |, which makes one line of them"),
        Case(
            "losses: mse\nassert: {mse.minima.cuont: 2}", 2, 21, "assert: unknown 'cuont'; did you mean 'count'?"),
        Case(
            "losses: mse\nassert: {mse.minima.theta: 2}", 2, 20,
            "assert: expected .count or [0]; for example mse.minima[0].theta, ce.verdict or J(mse, 1.5)"),
        Case(
            "{\"$schema\": \"s.json\", \"losses\": \"mse\"}", 1, 2,
            "unknown key '$schema'; leave it out, and name the schema in your editor's settings"),
        Case("losses: mse\nlanguages: [en, de]", 2, 17, "languages: 'de' is unknown; use en, zh"),
        Case(
            "losses: mse\nthemes: [graphpaper, graphpaper]", 2, 22,
            "themes: 'graphpaper' is given twice; give each once"),
        Case("losses: mse\nmarks: [minimum]", 2, 9, "marks: 'minimum' is unknown; did you mean 'minima'?"),
        Case("losses: mse\nmarks: [none, chord]", 2, 9, "marks: 'none' stands in a list; write marks: none"),
        Case("losses: mse\nformats: jpg", 2, 10, "formats: 'jpg' is unknown; use png, svg, pdf"),
        Case("losses: mse\nsize: 800", 2, 7, "size: '800' is not a width and a height; for example size: 800x500"),
        Case("losses: mse\nsize: 0x500", 2, 7, "size: '0x500' is out of range; keep both sides from 1 to 32767 points"),
        Case(
            "losses: mse\nsize: 800x500\nplot-size: 800x500", 3, 1,
            "plot-size and size exclude each other; use one of them"),
        Case("losses: mse\nscale: 1000", 2, 8, "scale: '1000' is not a number from 0.1 to 100; for example scale: 2"),
        Case(
            "losses: mse\nname: ../other", 2, 7,
            "name: '../other' cannot name outputs; set name: to letters, digits, '-', '_' and '.'"),
        // Assertions
        Case("losses: mse\nassert: {mse.verdikt: convex}", 2, 14, "assert: unknown 'verdikt'; did you mean 'verdict'?"),
        Case(
            "losses: mse\nassert:\n  mse.minima[0].value: 0.2", 3, 24,
            "assert: '0.2' has no tolerance; for example 0.2 ± 0.01"),
        Case(
            "losses: mse\nassert:\n  'J(mse 1)': 1 ± 1", 3, 9,
            "assert: expected ',', not ' '; for example mse.minima[0].theta, ce.verdict or J(mse, 1.5)"),
        Case(
            "losses: mse\nassert:\n  mse.verdict: bowl", 3, 16,
            "assert: 'bowl' is no verdict; use convex, strictly convex, not convex, undecided"),
        Case("losses: mse\nassert: {mze.verdict: convex}", 2, 10, "assert: unknown loss 'mze'; did you mean 'mse'?"),
        Case(
            "losses: mse\nassert: {mse.minima.count: many}", 2, 28, "assert: 'many' is no count; write a whole number"),
    ]

    @Test("A malformed spec is refused at its place", arguments: cases)
    func isRefused(_ malformed: Case) {
        let error = #expect(throws: Diagnostic.self) { try figure(malformed.text) }
        let place = Diagnostic.Place(file: "plots/test.yaml", line: malformed.line, column: malformed.column)
        #expect(error?.description == Diagnostic(malformed.error, at: place).description)
    }

    @Test("The place of an error in a formula is that of the formula, and a title is counted in characters")
    func charactersAreCounted() {
        let error = #expect(throws: Diagnostic.self) { try figure("{title: 损失, losses: msee}") }
        #expect(error?.place == Diagnostic.Place(file: "plots/test.yaml", line: 1, column: 21))
    }

    @Test("Signs of anchors, aliases and tags are harmless within texts")
    func signsInTexts() throws {
        let spec = try figure("losses: mse\ntitle: R &D *and* !important\nsubtitle: '& * !'\nx-label: a&b*c")
        #expect(spec.title == .same("R &D *and* !important"))
        #expect(spec.subtitle == .same("& * !"))
    }

    @Test("Bytes that are not UTF-8 are refused at their place")
    func notUTF8() {
        let bytes = Array("losses: mse\ntitle: a".utf8) + [0xFF]
        let error = #expect(throws: Diagnostic.self) { try FigureSpec(bytes, file: "a.yaml") }
        #expect(error?.description == "a.yaml:2:9: the spec is not UTF-8; save it as UTF-8")
    }

    @Test("A file whose name cannot name outputs is told so")
    func fileName() {
        let error = #expect(throws: Diagnostic.self) { try figure("losses: mse", file: "plots/a b.yaml") }
        #expect(error?.message == "the file's name 'a b' cannot name outputs")
    }
}
