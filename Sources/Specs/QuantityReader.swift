import Diagnostics
import LossPlots
import Losses

/// Reads the left side of an assertion by the grammar of ``Assertion``.
struct QuantityReader {
    static let example = "for example mse.minima[0].theta, ce.verdict or J(mse, 1.5)"

    private let text: [Character]
    private let node: SpecNode
    private var position = 0

    init(_ text: String, node: SpecNode) {
        self.text = Array(text)
        self.node = node
    }

    private func failure(
        _ message: String, at position: Int? = nil, hint: String = QuantityReader.example
    ) -> Diagnostic {
        Diagnostic("assert: \(message)", at: node.place(ofCharacter: position ?? self.position), hint: hint)
    }

    mutating func quantity() throws -> Quantity {
        let quantity: Quantity
        if peek("J(") {
            position += 2
            let subject = try subject()
            var place: [Double] = []
            repeat {
                try expect(",")
                place.append(try number())
            } while next == ","
            try expect(")")
            quantity = Quantity(subject: subject, feature: .value(at: place))
        } else {
            let subject = try subject()
            if case .loss = subject, next == "[" {
                quantity = Quantity(subject: subject, feature: .prediction(try index()))
            } else {
                quantity = Quantity(subject: subject, feature: try feature())
            }
        }
        guard position == text.count else { throw failure("'\(String(text[position...]))' is too much") }
        return quantity
    }

    private mutating func subject() throws -> Quantity.Subject {
        if peek("f[") {
            position += 1
            return .formula(try index())
        }
        let start = position
        while let next, next.isLetter || next.isNumber || next == "_" || next == "-" { position += 1 }
        if next == "(" {
            while let next, next != ")" { position += 1 }
            position = min(position + 1, text.count)
        }
        let name = String(text[start..<position])
        do {
            _ = try LossSpec(name)
        } catch let diagnostic as Diagnostic {
            throw failure(diagnostic.message, at: start, hint: diagnostic.hint ?? QuantityReader.example)
        }
        return .loss(name)
    }

    private mutating func feature() throws -> Quantity.Feature {
        try expect(".")
        let start = position
        let name = word()
        switch name {
        case "verdict": return .verdict
        case "minima", "maxima":
            guard next == "[" else {
                try expectCount()
                return name == "minima" ? .minimumCount : .maximumCount
            }
            let index = try index()
            try expect(".")
            let start = position
            let word = word()
            guard let coordinate = Quantity.Coordinate(rawValue: word) else {
                let names = Quantity.Coordinate.allCases.map(\.rawValue)
                throw failure("unknown '\(word)'", at: start, hint: Suggestion.hint(for: word, among: names))
            }
            return name == "minima" ? .minimum(index, coordinate) : .maximum(index, coordinate)
        case "inflections", "zeros":
            guard next == "[" else {
                try expectCount()
                return name == "zeros" ? .zeroCount : .inflectionCount
            }
            let index = try index()
            return name == "zeros" ? .zero(index) : .inflection(index)
        case "descent":
            let index = try index()
            try expect(".")
            let start = position
            let word = word()
            if word == "steps" { return .descent(index, .steps) }
            if word == "ended" { return .descent(index, .ended) }
            guard let coordinate = Quantity.Coordinate(rawValue: word) else {
                let names = Quantity.Coordinate.allCases.map(\.rawValue) + ["steps", "ended"]
                throw failure("unknown '\(word)'", at: start, hint: Suggestion.hint(for: word, among: names))
            }
            return .descent(index, .end(coordinate))
        default:
            throw failure(
                "unknown '\(name)'", at: start,
                hint: Suggestion.hint(
                    for: name, among: ["verdict", "minima", "maxima", "inflections", "zeros", "descent"]))
        }
    }

    private mutating func expectCount() throws {
        let start = position
        if next == "." {
            position += 1
            let name = word()
            if name == "count" { return }
            if let meant = Suggestion.nearest(to: name, among: ["count"]) {
                throw failure("unknown '\(name)'", at: start + 1, hint: "did you mean '\(meant)'?")
            }
        }
        throw failure("expected .count or [0]", at: start)
    }

    private mutating func index() throws -> Int {
        try expect("[")
        let start = position
        while let next, next.isASCII, next.isNumber { position += 1 }
        guard let index = Int(String(text[start..<position])), index < 1_000_000 else {
            throw failure("expected an index", at: start, hint: "the first is [0]")
        }
        try expect("]")
        return index
    }

    private mutating func number() throws -> Double {
        while next == " " { position += 1 }
        let start = position
        while let next, next != ",", next != ")", next != " " { position += 1 }
        let end = position
        while next == " " { position += 1 }
        guard let value = FigureFacts.number(String(text[start..<end])) else {
            throw failure("'\(String(text[start..<end]))' is no number", at: start)
        }
        return value
    }

    private mutating func word() -> String {
        let start = position
        while let next, next.isLetter { position += 1 }
        return String(text[start..<position])
    }

    private var next: Character? { position < text.count ? text[position] : nil }

    private func peek(_ word: String) -> Bool { text[position...].starts(with: word) }

    private mutating func expect(_ character: Character) throws {
        guard next == character else {
            throw failure("expected '\(character)'" + (next.map { ", not '\($0)'" } ?? " at the end"))
        }
        position += 1
    }
}
