import Diagnostics
import Scenes
import XMLReading

/// The numbers of an element: none is infinite, nor so large that reckoning with it could become so.
struct SVGAttributes {
    let element: XMLElement
    /// Where it is read, for errors.
    let reader: XMLReader

    /// Ten times what lossplot writes: lengths beyond ten million points are written as ten million.
    static let limit = 1e8
    /// Of a page's sides, in points: a plotting area has at most 32,767, and its margins stand around it.
    static let sideLimit = 65_536.0

    /// The number that a text is in SVG (SVG 1.1, 4.2); nil for any other text and beyond ``limit``.
    static func number(_ text: some StringProtocol) -> Double? {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        guard isPlain, let value = Double(text), abs(value) <= limit else { return nil }
        return value
    }

    /// In points; 0 where the attribute is missing, which is SVG's own default for most of them.
    ///
    /// - Throws: `Diagnostic` for what is no length that lossplot writes.
    func length(_ name: String) throws -> Double { try lengthIfGiven(name) ?? 0 }

    /// As ``length(_:)``, and nil where the attribute is missing.
    func lengthIfGiven(_ name: String) throws -> Double? {
        try element[name].map { try number($0.hasSuffix("px") ? $0.dropLast(2) : $0[...], of: name) }
    }

    /// A share from 0 to 1, or 1 where the attribute is missing.
    func opacity(_ name: String, of owner: XMLElement? = nil) throws -> Double {
        try (owner ?? element)[name].map { try number($0[...], of: name) } ?? 1
    }

    /// Lengths with spaces or commas between them, or none.
    func list(_ name: String) throws -> [Double] {
        let text = element[name] ?? "none"
        if text == "none" { return [] }
        return try text.split { " ,".contains($0) }.map { try number($0, of: name) }
    }

    /// Width and height of the page.
    ///
    /// - Throws: `Diagnostic` for a page that lossplot does not draw.
    func size() throws -> Size {
        let size = Size(width: try length("width"), height: try length("height"))
        for (name, side) in [("width", size.width), ("height", size.height)]
        where !(0...SVGAttributes.sideLimit).contains(side) {
            throw reader.failure("the page's \(name) '\(element[name] ?? "")' is none that lossplot draws")
        }
        return size
    }

    /// An upright rectangle, in points.
    func rect() throws -> Rect {
        Rect(x: try length("x"), y: try length("y"), width: try length("width"), height: try length("height"))
    }

    private func number(_ text: Substring, of name: String) throws -> Double {
        guard let value = SVGAttributes.number(text) else {
            throw reader.failure("\(name) '\(Words.shortened(String(text)))' is no number that lossplot writes")
        }
        return value
    }
}
