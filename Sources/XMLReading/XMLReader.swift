import Diagnostics

/// Reads XML 1.0 tag by tag, without a tree, without recursion and without document type definitions: what a small file
/// can blow up to is what it says itself.
///
/// ```swift
/// var reader = try XMLReader(bytes, file: "figure.svg")
/// while let event = try reader.next() {
///     if case .start(let element) = event, element.name == "path" { print(element["d"] ?? "") }
/// }
/// ```
///
/// Well-formedness is checked as far as it matters for reading: tags match, attributes are unique, references are those
/// of XML's five names and of characters. A declaration of a document type is skipped; one with an internal subset, which
/// is where entities are declared, is refused. Names keep their prefixes: namespaces are the caller's.
public struct XMLReader {
    /// Bytes; far more than any figure.
    public static let sizeLimit = 64 << 20
    /// Elements within elements.
    public static let depthLimit = 64

    public enum Event: Equatable, Sendable {
        case start(XMLElement)
        case end(name: String)
        /// Characters, not empty; ``XMLReader/string(_:)`` reads them.
        case text(XMLText)
    }

    let bytes: [UInt8]
    private let file: String
    var position = 0
    private var open: [String] = []
    private(set) var hasRoot = false
    /// The end of an element that had no content.
    private var pendingEnd: String?

    /// - Parameter file: by which errors name it.
    /// - Throws: a `Diagnostic` for what is too large or not UTF-8.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        guard bytes.count <= XMLReader.sizeLimit else {
            throw Diagnostic(
                "the XML is larger than \(XMLReader.sizeLimit >> 20) MiB", at: Diagnostic.Place(file: file),
                hint: "check that it is the file you mean")
        }
        // What is no XML at all needs no walk through all of it.
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Diagnostic(
                "the XML is not UTF-8", at: Diagnostic.Place(file: file), hint: "check that it is the file you mean")
        }
        self.bytes = bytes
        self.file = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next tag or text; nil at the end of the document.
    ///
    /// - Throws: a `Diagnostic` with line and column of what is no XML.
    public mutating func next() throws(Diagnostic) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name: name)
        }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                if let text = try text() { return .text(text) }
                continue
            }
            if take("<!--") {
                try skip(past: "-->", of: "a comment")
            } else if take("<![CDATA[") {
                let start = position
                try skip(past: "]]>", of: "a CDATA section")
                guard !open.isEmpty else { throw failure("characters stand outside the root element", at: start) }
                if position - 3 > start { return .text(XMLText(range: start..<(position - 3), isVerbatim: true)) }
            } else if take("<?") {
                try skip(past: "?>", of: "a processing instruction")
            } else if take("<!DOCTYPE") {
                try skipDocumentType()
            } else if take("</") {
                return try endTag()
            } else {
                return try startTag()
            }
        }
        guard open.isEmpty else { throw failure("the file ends within <\(open[open.count - 1])>") }
        guard hasRoot else { throw failure("there is no element") }
        return nil
    }

    /// The characters of a text.
    ///
    /// - Throws: a `Diagnostic` for a reference to an entity, none of which are declared.
    public func string(_ text: XMLText) throws(Diagnostic) -> String {
        if text.isVerbatim { return String(decoding: bytes[text.range], as: UTF8.self) }
        return try unescaped(text.range)
    }

    /// What is wrong, at the place that was read last.
    public func failure(_ what: String) -> Diagnostic { failure(what, at: position) }

    func failure(_ what: String, at position: Int) -> Diagnostic {
        let before = bytes[..<min(position, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let column = String(decoding: before[start...], as: UTF8.self).count + 1
        return Diagnostic(
            what, at: Diagnostic.Place(file: file, line: line, column: column), hint: "the file is damaged, or no XML")
    }

    // MARK: Parts

    private mutating func text() throws(Diagnostic) -> XMLText? {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        if open.isEmpty {
            guard bytes[start..<position].allSatisfy(XMLReader.isSpace) else {
                throw failure("characters stand outside the root element", at: start)
            }
            return nil
        }
        return XMLText(range: start..<position, isVerbatim: false)
    }

    private mutating func endTag() throws(Diagnostic) -> Event {
        let start = position
        let name = try name()
        skipSpace()
        guard take(">") else { throw failure("</\(name) is not closed") }
        guard let expected = open.popLast() else { throw failure("</\(name)> closes nothing", at: start) }
        guard name == expected else { throw failure("</\(name)> stands where <\(expected)> is open", at: start) }
        return .end(name: name)
    }

    private mutating func startTag() throws(Diagnostic) -> Event {
        let start = position
        position += 1
        let name = try name()
        guard !(open.isEmpty && hasRoot) else { throw failure("a second root element begins", at: start) }
        guard open.count < XMLReader.depthLimit else {
            throw failure("elements are nested deeper than \(XMLReader.depthLimit)", at: start)
        }
        hasRoot = true
        var element = XMLElement(name: name)
        while true {
            let hadSpace = skipSpace()
            if take("/>") {
                pendingEnd = name
                return .start(element)
            }
            if take(">") {
                open.append(name)
                return .start(element)
            }
            guard position < bytes.count else { throw failure("<\(name) is not closed", at: start) }
            guard hadSpace else { throw failure("a space is missing in <\(name)") }
            let place = position
            let attribute = try self.name()
            skipSpace()
            guard take("=") else { throw failure("the attribute \(attribute) has no value") }
            skipSpace()
            let value = try quoted()
            guard element[attribute] == nil else { throw failure("\(attribute) is given twice", at: place) }
            element.attributes.append((attribute, value))
        }
    }

    private mutating func quoted() throws(Diagnostic) -> String {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else {
            throw failure("a value in quotes is missing")
        }
        let quote = bytes[position]
        let start = position + 1
        position = start
        while position < bytes.count, bytes[position] != quote {
            if bytes[position] == UInt8(ascii: "<") { throw failure("'<' stands in the value of an attribute") }
            position += 1
        }
        guard position < bytes.count else { throw failure("the value of an attribute is not closed", at: start) }
        position += 1
        return try unescaped(start..<(position - 1))
    }

    private mutating func name() throws(Diagnostic) -> String {
        let start = position
        while position < bytes.count, XMLReader.isNamed(bytes[position]) { position += 1 }
        guard position > start else { throw failure("a name is missing") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.count, XMLReader.isSpace(bytes[position]) { position += 1 }
        return position > start
    }

    private mutating func skip(past ending: StaticString, of what: String) throws(Diagnostic) {
        let start = position
        let first = ending.utf8Start.pointee
        while position < bytes.count {
            if bytes[position] == first, take(ending) { return }
            position += 1
        }
        throw failure("\(what) is not closed", at: start)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private static func isNamed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."), 0x80...0xFF:
            true
        default: false
        }
    }
}
