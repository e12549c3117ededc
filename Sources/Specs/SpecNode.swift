import Diagnostics
import Yams

/// A value of a spec file with its place.
struct SpecNode {
    let node: Node
    let source: SourceText

    var place: Diagnostic.Place { node.mark.map(source.place) ?? Diagnostic.Place(file: source.file) }

    func failure(_ message: String, hint: String? = nil) -> Diagnostic { Diagnostic(message, at: place, hint: hint) }

    /// The first character of the node as it is written: no plain text begins with a tag's or an anchor's sign.
    private var sign: Unicode.Scalar? { node.mark.flatMap { source.scalar(line: $0.line, column: $0.column) } }

    private var children: [SpecNode] {
        switch node {
        case .scalar, .alias: []
        case .sequence(let sequence): sequence.map { SpecNode(node: $0, source: source) }
        case .mapping(let mapping):
            mapping.flatMap { [SpecNode(node: $0, source: source), SpecNode(node: $1, source: source)] }
        }
    }

    func refuseAnchors() throws {
        if sign == "&" || node.anchor != nil {
            throw failure("anchors are not allowed in a spec", hint: "write the value out, or quote the &")
        }
        for child in children { try child.refuseAnchors() }
    }

    func refuseTags() throws {
        if sign == "!" {
            throw failure("tags are not allowed in a spec", hint: "remove it, or quote the text that begins with !")
        }
        for child in children { try child.refuseTags() }
    }

    /// Of the mapping whose key at `mark` was renamed by its first letter, the other key that has its old name.
    ///
    /// - Parameter first: the letter that the key began with.
    func twin(of mark: Mark, first: Unicode.Scalar) -> SpecNode? {
        if case .mapping(let mapping) = node,
            let renamed = mapping.keys.first(where: {
                $0.mark.map { $0.line == mark.line && $0.column == mark.column } ?? false
            })?.scalar
        {
            let name = [first] + renamed.string.unicodeScalars.dropFirst()
            return mapping.keys.first { $0.scalar.map { name.elementsEqual($0.string.unicodeScalars) } ?? false }
                .map { SpecNode(node: $0, source: source) }
        }
        for child in children {
            if let found = child.twin(of: mark, first: first) { return found }
        }
        return nil
    }

    // MARK: Shapes

    /// The text of a scalar as YAML reads it, of a block without the line break at its end, which nobody means; nil for a
    /// list or a mapping.
    var text: String? {
        node.scalar.map { scalar in
            let isBlock = [.literal, .folded].contains(scalar.style) && scalar.string.hasSuffix("\n")
            return isBlock ? String(scalar.string.dropLast()) : scalar.string
        }
    }

    private var isPlain: Bool { node.scalar?.style == .plain }

    /// Whether it is a block that keeps its lines, written with `|`.
    var isLiteral: Bool { node.scalar?.style == .literal }

    var isAbsent: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text ?? "x") }

    var isTruth: Bool { isPlain && ["true", "false", "True", "False", "TRUE", "FALSE"].contains(text ?? "") }

    /// A decimal number; nil for anything else, hexadecimal and infinite ones too.
    var decimal: Double? { isPlain ? text.flatMap(SpecNode.decimal) : nil }

    static func decimal(_ text: some StringProtocol) -> Double? {
        let allowed = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
        guard allowed, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    var elements: [SpecNode]? {
        guard case .sequence = node else { return nil }
        return children
    }

    var entries: [(key: SpecNode, value: SpecNode)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.map { (SpecNode(node: $0, source: source), SpecNode(node: $1, source: source)) }
    }

    /// How a message calls the node.
    var shown: String {
        switch node {
        case .scalar: isAbsent ? "nothing" : "'\(text ?? "")'"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .alias: "an alias"
        }
    }

    /// The node's value where its kind is right and the value is not: a list of values as it may be written.
    var written: String {
        guard let elements else { return shown }
        return "[" + elements.map { $0.text ?? $0.shown }.joined(separator: ", ") + "]"
    }

    /// The place of a character of a scalar that stands on one line.
    func place(ofCharacter offset: Int) -> Diagnostic.Place {
        guard let mark = node.mark, let scalar = node.scalar else { return place }
        switch scalar.style {
        case .plain, .any: return source.place(line: mark.line, column: mark.column + offset)
        case .singleQuoted, .doubleQuoted: return source.place(line: mark.line, column: mark.column + 1 + offset)
        case .literal, .folded: return place
        }
    }
}
