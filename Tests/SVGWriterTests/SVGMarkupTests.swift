import Scenes
import Testing

@testable import SVGWriter

struct SVGMarkupTests {
    private func written(_ write: (inout SVGMarkup) -> Void) -> String {
        var markup = SVGMarkup()
        write(&markup)
        return String(decoding: markup.bytes, as: UTF8.self)
    }

    @Test(
        "Lengths have two decimals at most and nothing superfluous",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, ".5"), (-0.05, "-.05"), (0.004, "0"), (-0.004, "0"),
            (0.005, ".01"), (12.30, "12.3"), (100, "100"), (-1234.567, "-1234.57"), (0.999, "1"),
        ])
    func lengths(length: Double, text: String) {
        #expect(written { $0.append(length: length) } == text)
    }

    @Test(
        "A fraction of a unit has five decimals at most",
        arguments: [
            (0.052, ".052"), (1, "1"), (0.04404, ".04404"), (0.000001, "0"), (12.5, "12.5"), (0.70046, ".70046"),
        ])
    func fractions(value: Double, text: String) {
        #expect(written { $0.append(fraction: value) } == text)
    }

    @Test("Markup in a text is escaped, characters that XML lacks are replaced")
    func escaping() {
        #expect(written { $0.append(escaped: "a<b>&\"c\"]]>") } == "a&lt;b&gt;&amp;\"c\"]]&gt;")
        #expect(
            written { $0.append(escaped: "a<b>&\"c\"]]>", inAttribute: true) } == "a&lt;b&gt;&amp;&quot;c&quot;]]&gt;")
        #expect(written { $0.append(escaped: "\t\n\r") } == "&#9;&#10;&#13;")
        #expect(written { $0.append(escaped: "\u{0}\u{1B}\u{FFFE}θ损😀") } == "\u{FFFD}\u{FFFD}\u{FFFD}θ损😀")
    }

    @Test("A paint has its opacity only where it is not opaque")
    func paint() {
        #expect(written { $0.append(paint: "fill", nil) } == " fill=\"none\"")
        #expect(written { $0.append(paint: "fill", Color(0xC74440)) } == " fill=\"#c74440\"")
        #expect(
            written { $0.append(paint: "stroke", Color(0, opacity: 0.125)) }
                == " stroke=\"#000\" stroke-opacity=\".13\"")
    }
}
