import Scenes
import Typography

/// Escaping, paint attributes and live text.
enum SVGText {
    /// For text and attribute values. Characters that XML 1.0 does not allow become U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default:
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    static func paint(_ attribute: String, _ color: Color?) -> String {
        guard let color else { return " \(attribute)=\"none\"" }
        let paint = " \(attribute)=\"\(color.hex)\""
        return color.opacity == 1 ? paint : paint + " \(attribute)-opacity=\"\(SVGNumber.opacity(color.opacity))\""
    }

    /// One text element a glyph run, placed where the run stands.
    static func live(_ run: TextRun, fonts: FontBook) -> String {
        run.glyphRuns.map { glyphRun in
            let face = fonts.typeface(named: glyphRun.font)
            let generic = glyphRun.font == fonts.math.name ? "math, serif" : "sans-serif"
            let family = escaped("'\(face?.family ?? glyphRun.font)', \(generic)")
            let weight = face?.isBold == true ? " font-weight=\"600\"" : ""
            let x = run.origin.x + (glyphRun.glyphs.first?.x ?? 0)
            let y = run.origin.y + (glyphRun.glyphs.first?.y ?? 0)
            return "<text x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" font-family=\"\(family)\""
                + " font-size=\"\(SVGNumber.text(glyphRun.size))px\"\(weight) xml:space=\"preserve\">"
                + escaped(glyphRun.text) + "</text>"
        }.joined()
    }
}
