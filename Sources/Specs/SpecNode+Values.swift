import Diagnostics
import Figures
import LossPlots
import Scenes

// Values by what they are for: `name` is the key's, with which every message begins.

extension SpecNode {
    func string(_ name: String) throws -> String {
        guard let text, !isAbsent, !isTruth, decimal == nil else {
            throw failure(
                "\(name): \(shown) is no text", hint: text == nil ? "write one text" : "put it in quotes if it is meant"
            )
        }
        if isLiteral, text.contains("\n") {
            throw failure(
                "\(name): the text has several lines", hint: "write > instead of |, which makes one line of them")
        }
        return text
    }

    func number(_ name: String, in range: ClosedRange<Double>, example: String) throws -> Double {
        guard let decimal, range.contains(decimal) else {
            throw failure(
                "\(name): \(shown) is not a number from \(SpecNode.text(range.lowerBound)) to \(SpecNode.text(range.upperBound))",
                hint: "for example \(name): \(example)")
        }
        return decimal
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int {
        guard decimal != nil, let text, let value = Int(text), range.contains(value) else {
            throw failure(
                "\(name): \(shown) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
                hint: "for example \(name): \(min(max(7, range.lowerBound), range.upperBound))")
        }
        return value
    }

    func truth(_ name: String) throws -> Bool {
        guard isTruth, let text else {
            throw failure("\(name): \(shown) is neither true nor false", hint: "write true or false")
        }
        return text.lowercased() == "true"
    }

    /// `[a, b]` or `a:b`.
    func window(_ name: String) throws -> ClosedRange<Double> {
        var ends: [Double] = []
        var written = shown
        if let elements {
            ends = elements.compactMap(\.decimal)
            if ends.count != elements.count { ends = [] }
            written = "[\(elements.map { $0.text ?? "…" }.joined(separator: ", "))]"
        } else if let text {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            ends = parts.compactMap { SpecNode.decimal($0) }
            if ends.count != parts.count { ends = [] }
        }
        guard ends.count == 2 else {
            throw failure("\(name): \(written) is not a range of two numbers", hint: "for example \(name): [-4, 6]")
        }
        return try placed { try PlotSpec.window(from: ends[0], to: ends[1], writtenAs: "\(name): \(written)") }
    }

    /// `800x500` or `[800, 500]`, in points.
    func size(_ name: String) throws -> Size {
        var sides: [Double] = []
        if let elements {
            sides = elements.compactMap(\.decimal)
            if sides.count != elements.count { sides = [] }
        } else if let text {
            let parts = text.split(separator: "x", omittingEmptySubsequences: false)
            sides = parts.compactMap { SpecNode.decimal($0) }
            if sides.count != parts.count { sides = [] }
        }
        guard sides.count == 2 else {
            throw failure("\(name): \(shown) is not a width and a height", hint: "for example \(name): 800x500")
        }
        guard sides.allSatisfy({ (1...32_767).contains($0) }) else {
            throw failure("\(name): \(written) is out of range", hint: "keep both sides from 1 to 32767 points")
        }
        return Size(width: sides[0], height: sides[1])
    }

    /// `[-60, 30]`, in degrees: around, and above.
    func view(_ name: String) throws -> ViewAngles {
        guard let elements, elements.count == 2, let azimuth = elements[0].decimal, let elevation = elements[1].decimal
        else { throw failure("\(name): \(shown) is not two angles", hint: "for example \(name): [-60, 30]") }
        guard ViewAngles.azimuths.contains(azimuth), ViewAngles.elevations.contains(elevation) else {
            throw failure(
                "\(name): \(written) is out of range",
                hint: "turn around by -180 to 180 degrees, and look down by 5 to 85")
        }
        return ViewAngles(azimuth: azimuth, elevation: elevation)
    }

    /// A list, or a single value in place of a list of one.
    func list<Element: Equatable>(
        _ name: String, limit: Int = 100, element: (SpecNode) throws -> Element
    ) throws -> [Element] {
        let nodes = elements ?? [self]
        guard !nodes.isEmpty else { throw failure("\(name): the list is empty", hint: "leave \(name) out, or fill it") }
        guard nodes.count <= limit else {
            throw failure("\(name): \(nodes.count) are too many", hint: "give at most \(limit)")
        }
        var values: [Element] = []
        for node in nodes {
            let value = try element(node)
            guard !values.contains(value) else {
                throw node.failure("\(name): \(node.shown) is given twice", hint: "give each once")
            }
            values.append(value)
        }
        return values
    }

    func choice<Name: RawRepresentable<String> & CaseIterable>(_ name: String, of _: Name.Type) throws -> Name {
        if let text, !isAbsent, let value = Name(rawValue: text) { return value }
        throw failure("\(name): \(shown) is unknown", hint: Suggestion.hint(for: text ?? "", of: Name.self))
    }

    /// Gives an error without a place this node's.
    func placed<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch var diagnostic as Diagnostic {
            if diagnostic.place == nil { diagnostic.place = place }
            throw diagnostic.inSpecWords
        }
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }
}
