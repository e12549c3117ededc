/// JSON as it stands in a file: members in their order, and where each value begins.
///
/// A reader of its own, since Foundation's keeps the last of two equal keys without a word, and has no places.
public struct JSONTree: Equatable, Sendable {
    public indirect enum Value: Equatable, Sendable {
        case null
        case bool(Bool)
        /// Finite.
        case number(Double)
        case text(String)
        case list([JSONTree])
        case object([Member])
    }

    public struct Member: Equatable, Sendable {
        public var key: String
        public var value: JSONTree

        public init(_ key: String, _ value: JSONTree) { (self.key, self.value) = (key, value) }
    }

    public var value: Value
    /// Counted from 1; 0 for a tree that was not read.
    public var line: Int
    /// Counted from 1, in characters; 0 for a tree that was not read.
    public var column: Int

    public init(_ value: Value, line: Int = 0, column: Int = 0) {
        (self.value, self.line, self.column) = (value, line, column)
    }
}

extension JSONTree {
    /// Whether both say the same; where they stand does not count.
    public static func == (a: JSONTree, b: JSONTree) -> Bool { a.value == b.value }

    public static var null: JSONTree { JSONTree(.null) }
    public static func number(_ value: Double) -> JSONTree { JSONTree(.number(value)) }
    public static func text(_ value: String) -> JSONTree { JSONTree(.text(value)) }
    public static func list(_ values: [JSONTree]) -> JSONTree { JSONTree(.list(values)) }
    public static func object(_ members: KeyValuePairs<String, JSONTree>) -> JSONTree {
        JSONTree(.object(members.map { Member($0.key, $0.value) }))
    }
    /// `[a, b]`
    public static func numbers(_ values: [Double]) -> JSONTree { .list(values.map(JSONTree.number)) }
}

extension JSONTree: CustomStringConvertible {
    /// The tree as JSON: each number by the shortest digits that read back, one member of a listed object a line.
    public var description: String {
        guard case .list(let entries) = value, case .object? = entries.first?.value else { return compact }
        let lines = entries.map { entry -> String in
            guard case .object(let members) = entry.value else { return entry.compact }
            let parts = members.map { "    \(JSONTree.quoted($0.key)): \($0.value.compact)" }
            return "  {\n" + parts.joined(separator: ",\n") + "\n  }"
        }
        return "[\n" + lines.joined(separator: ",\n") + "\n]"
    }

    private var compact: String {
        switch value {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value):
            let text = "\(value)"
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        case .text(let text): return JSONTree.quoted(text)
        case .list(let values): return "[" + values.map(\.compact).joined(separator: ", ") + "]"
        case .object(let members):
            let parts = members.map { "\(JSONTree.quoted($0.key)): \($0.value.compact)" }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
