import Diagnostics
import Yams

/// Reads a spec file's text into a tree, of which every node knows its place. What YAML offers beyond values is refused:
/// tags, anchors and aliases, several documents.
///
/// What makes YAML dangerous is refused before the tree is built: a tree costs stack in proportion to its depth, and
/// comparing keys that are aliases costs time exponential in the file's size.
enum SpecDocument {
    /// Bytes; far more than any figure needs.
    static let sizeLimit = 64 << 10
    /// Brackets and dashes that may open a list or a mapping, wherever they stand: a bound of the depth.
    static let openingLimit = 2000

    /// - Throws: `Diagnostic` with the place.
    static func root(_ bytes: [UInt8], file: String) throws -> SpecNode {
        let start = Diagnostic.Place(file: file, line: 1, column: 1)
        guard bytes.count <= sizeLimit else {
            throw Diagnostic(
                "the spec has \(bytes.count) bytes", at: start, hint: "a figure needs less than \(sizeLimit)")
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(
                "the spec is not UTF-8", at: Utf8Fault.place(in: bytes, file: file), hint: "save it as UTF-8")
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let source = SourceText(text, file: file)
        try refuseDepth(text, source)
        try refuseAnchors(text, source)
        guard let node = try tree(text, source) else {
            throw Diagnostic("the spec is empty", at: start, hint: "for example losses: mse")
        }
        let root = SpecNode(node: node, source: source)
        try root.refuseTags()
        return root
    }

    private static func refuseDepth(_ text: String, _ source: SourceText) throws {
        var (openings, line, column) = (0, 1, 0)
        var previous: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            column += 1
            let isIndicator = scalar == " " && (previous == "-" || previous == "?")
            if scalar == "[" || scalar == "{" || isIndicator { openings += 1 }
            guard openings <= openingLimit else {
                throw Diagnostic(
                    "the spec opens more than \(openingLimit) brackets and lists",
                    at: source.place(line: line, column: column), hint: "a figure needs a few")
            }
            if scalar == "\n" { (line, column) = (line + 1, 0) }
            previous = scalar
        }
    }

    /// An alias needs an anchor, and an anchor its sign; where that occurs at all, a text without aliases tells whether it
    /// is one.
    private static func refuseAnchors(_ text: String, _ source: SourceText) throws {
        guard text.unicodeScalars.contains("&") else { return }
        let harmless = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "*" ? "_" : $0 }))
        guard let node = try tree(harmless, SourceText(harmless, file: source.file)) else { return }
        try SpecNode(node: node, source: source).refuseAnchors()
    }

    private static func tree(_ text: String, _ source: SourceText) throws -> Node? {
        do {
            return try parser(text).singleRoot()
        } catch let error as YamlError {
            throw diagnostic(error, text, source)
        }
    }

    /// Every scalar is its text: the spec's reader knows which are numbers, and the expressions by which a parser would tell
    /// take a while to compile.
    private static func parser(_ text: String) throws -> Parser {
        try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    }

    private static func diagnostic(_ error: YamlError, _ text: String, _ source: SourceText) -> Diagnostic {
        switch error {
        case .composer(_, "found undefined alias", let mark, _):
            return Diagnostic(
                "aliases are not allowed in a spec", at: source.place(mark), hint: "write the value out, or quote the *"
            )
        case .composer(_, "but found another document", let mark, _):
            return Diagnostic(
                "a spec file holds one figure, and here begins another", at: source.place(mark),
                hint: "move it to a file of its own")
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let doing = context.map { " \($0.text)" } ?? ""
            return Diagnostic(
                "broken YAML\(doing): \(problem)", at: source.place(mark),
                hint: "check brackets, quotes and indents; quote text that holds ': ' or ' #'")
        case .reader(let problem, let offset, _, _):
            return Diagnostic(
                "broken YAML: \(problem)", at: place(ofByte: offset ?? 0, in: text, source),
                hint: "remove the character")
        case .duplicatedKeysInMapping(_, let context): return duplicate(at: context.mark, text, source)
        default: return Diagnostic("broken YAML: \(error)", at: Diagnostic.Place(file: source.file))
        }
    }

    private static func place(ofByte offset: Int, in text: String, _ source: SourceText) -> Diagnostic.Place {
        let before = String(decoding: Array(text.utf8).prefix(offset), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return source.place(line: max(1, before.count), column: (before.last?.unicodeScalars.count ?? 0) + 1)
    }

    /// The parser tells where the key stands first. With that one renamed it finds the second.
    private static func duplicate(at mark: Mark, _ text: String, _ source: SourceText) -> Diagnostic {
        let isQuoted =
            source.scalar(line: mark.line, column: mark.column).map { "\"'".contains(Character($0)) } ?? false
        let first = source.place(mark)
        let column = mark.column + (isQuoted ? 1 : 0)
        guard let letter = source.scalar(line: mark.line, column: column) else {
            return Diagnostic("a key is given twice", at: first, hint: "give each key once")
        }
        let renamed = source.replacing(line: mark.line, column: column, with: "\u{FFFC}")
        var second: Diagnostic.Place?
        do {
            let root = try parser(renamed).singleRoot()
            second = root.flatMap { SpecNode(node: $0, source: source).twin(of: mark, first: letter) }?.place
        } catch YamlError.duplicatedKeysInMapping(_, let context) {
            second = source.place(context.mark)
        } catch {}
        let name = keyName(at: mark.line, column, source)
        return Diagnostic(
            "'\(name)' is given twice, first in line \(mark.line)", at: second ?? first, hint: "give each key once")
    }

    private static func keyName(at line: Int, _ column: Int, _ source: SourceText) -> String {
        var name = ""
        var column = column
        while let scalar = source.scalar(line: line, column: column), !":\"',}".unicodeScalars.contains(scalar) {
            name.unicodeScalars.append(scalar)
            column += 1
        }
        return name
    }
}

/// Where bytes stop being UTF-8.
private enum Utf8Fault {
    static func place(in bytes: [UInt8], file: String) -> Diagnostic.Place {
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where String(validating: line, as: UTF8.self) == nil {
            var column = 1
            var decoder = UTF8()
            var iterator = line.makeIterator()
            while case .scalarValue = decoder.decode(&iterator) { column += 1 }
            return Diagnostic.Place(file: file, line: index + 1, column: column)
        }
        return Diagnostic.Place(file: file)
    }
}

extension SourceText {
    func place(_ mark: Mark) -> Diagnostic.Place { place(line: mark.line, column: mark.column) }
}
