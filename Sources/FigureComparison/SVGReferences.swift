import Diagnostics
import XMLReading

/// What the elements of an SVG refer to: a halo to the text behind it, a glyph to its definition in front of it.
struct SVGReferences {
    /// Of all elements, as references have them.
    private var ids: Set<String> = []
    /// References in front of what they refer to, and what is wrong should it not come.
    private var pending: [String: Diagnostic] = [:]

    mutating func note(_ element: XMLElement, _ reader: XMLReader) {
        if let id = element["id"] {
            ids.insert("#" + id)
            pending["#" + id] = nil
        }
        if let href = element["href"], !ids.contains(href), pending[href] == nil {
            pending[href] = reader.failure("'\(href)' refers to nothing in the file")
        }
    }

    /// The first that refers to nothing, when all are read.
    var broken: Diagnostic? {
        func place(_ failure: Diagnostic) -> (Int, Int) { (failure.place?.line ?? 0, failure.place?.column ?? 0) }
        return pending.values.min { place($0) < place($1) }
    }
}
