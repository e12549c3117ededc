import Diagnostics
import LossPlots

extension FigureDecoder {
    /// The names of methods.
    static let descentMethods = DescentSpec.methodNames

    private static let example = "for example descent: {method: gradient, step: 0.5, from: [-2, 3]}"

    static func descent(_ node: SpecNode, kind: FigureSpec.Kind) throws -> DescentSpec {
        guard let entries = node.entries else {
            throw node.failure("descent: \(node.shown) is no mapping", hint: example)
        }
        var nodes: [SpecKey.Descent: (key: SpecNode, value: SpecNode)] = [:]
        for entry in entries { nodes[try key(entry.key, of: SpecKey.Descent.self, in: " in descent")] = entry }
        var spec = try DescentSpec("gradient")
        if let method = nodes[.method]?.value {
            guard let text = method.text, !method.isAbsent, descentMethods.contains(text) else {
                throw method.failure(
                    "descent.method: \(method.shown) is unknown",
                    hint: Suggestion.hint(for: method.text ?? "", among: descentMethods))
            }
            spec = try DescentSpec(text)
        }
        for key in SpecKey.Descent.allCases {
            guard let parameter = key.parameter, let entry = nodes[key] else { continue }
            try entry.key.placed { try spec.refuse(parameter) }
            try entry.value.placed {
                try spec.set(parameter, to: entry.value.decimal, written: entry.value.text ?? entry.value.shown)
            }
        }
        guard let from = nodes[.from]?.value else {
            throw node.failure("descent needs a start", hint: "add from, \(example)")
        }
        let starts = from.elements ?? [from]
        guard !starts.isEmpty else { throw from.failure("descent.from: the list is empty", hint: example) }
        for start in starts {
            try start.placed { try spec.add(start: try coordinates(start, kind: kind), written: written(start)) }
        }
        return spec
    }

    /// A number on a curve, two in a list over contours.
    private static func coordinates(_ node: SpecNode, kind: FigureSpec.Kind) throws -> [Double] {
        switch kind {
        case .curve:
            guard let number = node.decimal else {
                throw node.failure("descent.from: \(written(node)) is no number", hint: "for example from: [-2, 3]")
            }
            return [number]
        // Those without a descent are refused before.
        case .contour, .surface, .both, .bars, .simplex:
            let numbers = (node.elements ?? []).compactMap(\.decimal)
            guard numbers.count == 2, node.elements?.count == 2 else {
                throw node.failure(
                    "descent.from: \(written(node)) is no list of two numbers",
                    hint: "for example from: [[-2, 1], [3, 0]]")
            }
            return numbers
        }
    }

    private static func written(_ node: SpecNode) -> String {
        guard let elements = node.elements else { return node.shown }
        return "[\(elements.map { $0.text ?? "…" }.joined(separator: ", "))]"
    }
}
