import Scenes
import XMLReading

/// What the elements of an SVG say beyond what a scene knows: attributes by where they stand.
///
/// lossplot writes the same ones for the same plan. What anybody has added by hand — a transform, an opacity, another
/// line cap — shows on the page, and must not pass for drift.
struct SVGDetails: Equatable {
    private struct Key: Hashable {
        /// Of a group; empty for the page.
        var group: String
        var element: String
        var attribute: String
    }

    private var values: [Key: [String]] = [:]

    /// What a ``SVGPage`` reads of all elements, and names that nobody sees.
    private static let known: Set<String> = ["id", "href", "aria-label", "aria-labelledby", "lang", "d"]
    /// What it reads of shapes.
    static let paints: Set<String> = [
        "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray",
    ]
    /// What it reads of texts, and of groups around them.
    static let fills: Set<String> = ["fill", "fill-opacity"]

    /// Of which texts are made.
    private static let textElements: Set<String> = ["text", "use", "g", "rect"]

    /// - Parameter read: further attributes that the reader has understood.
    mutating func note(_ element: XMLElement, in group: String, read: Set<String> = []) {
        for name in element.names {
            let value = element[name] ?? ""
            let isPaint = (name == "fill" || name == "stroke") && !value.hasPrefix("#") && value != "none"
            guard isPaint || !read.contains(name) && !SVGDetails.known.contains(name) else { continue }
            values[Key(group: group, element: element.name, attribute: name), default: []].append(value)
        }
    }

    /// What a reader has left of the transforms of a text and the groups around it, or of a shape's groups; empty for
    /// nothing.
    mutating func note(transform: String, in group: String) {
        values[Key(group: group, element: "g", attribute: "transform"), default: []].append(transform)
    }

    /// A change for each attribute of a group that is otherwise.
    ///
    /// - Parameters:
    ///   - tolerance: how far lengths may stray, in points.
    ///   - comparesTexts: whether the insides of texts are of one mode.
    func changes(
        to new: SVGDetails, panels: Int, tolerance: Double, comparesTexts: Bool = true
    ) -> [FigureChange] {
        Set(values.keys).union(new.values.keys).compactMap { key -> FigureChange? in
            if !comparesTexts, SVGDetails.textElements.contains(key.element) { return nil }
            let (a, b) = (values[key] ?? [], new.values[key] ?? [])
            func isAlike(_ a: String, _ b: String) -> Bool { SVGDetails.isAlike(a, b, key.attribute, tolerance) }
            if a.count == b.count, zip(a, b).allSatisfy(isAlike) { return nil }
            let name = key.group.isEmpty ? "page" : GroupRole(key.group, panels: panels).name
            let first = zip(a, b).first { !isAlike($0, $1) }
            let from = first?.0 ?? (a.count > b.count ? a[b.count] : nil)
            let to = first?.1 ?? (b.count > a.count ? b[a.count] : nil)
            func shown(_ value: String?) -> String {
                guard let value, !value.isEmpty else { return "none" }
                return "'\(Words.shortened(value))'"
            }
            return FigureChange(
                .shape, name,
                "\(name): \(key.attribute) of <\(key.element)> changed from \(shown(from)) to \(shown(to))")
        }.sorted { $0.what < $1.what }
    }

    /// Whose numbers are lengths; those of others are shares, factors or angles, where as much would be seen.
    private static let lengths: Set<String> = ["x", "y", "width", "height", "viewBox"]
    /// Of a number without a unit: what no eye sees of an opacity.
    private static let plainTolerance = 0.005

    /// Whether two values of an attribute say the same but for the last digits of numbers.
    private static func isAlike(_ a: String, _ b: String, _ attribute: String, _ tolerance: Double) -> Bool {
        if a == b { return true }
        if attribute == "transform", let p = SVGTransform(a), let q = SVGTransform(b) {
            return p.isAlike(q, tolerance: tolerance)
        }
        let limit = lengths.contains(attribute) ? tolerance : plainTolerance
        func words(_ text: String) -> [Substring] { text.split { " ,()".contains($0) } }
        let (p, q) = (words(a), words(b))
        return p.count == q.count
            && zip(p, q).allSatisfy { a, b in
                if a == b { return true }
                guard let x = Double(a), let y = Double(b) else { return false }
                return abs(x - y) <= limit
            }
    }
}
