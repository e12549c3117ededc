import Diagnostics

/// Reads JSON (RFC 8259) strictly: no duplicate keys, no number beyond the doubles, nothing after the value, and bounds on
/// size and depth, so that hostile input costs neither memory nor stack.
struct JSONReader {
    /// The most bytes that are read.
    static let sizeLimit = 16 << 20
    static let depthLimit = 16

    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var line = 1
    /// Where the line begins.
    private var lineStart = 0

    /// - Throws: A `Diagnostic` with file, line and column for the first thing that is no JSON.
    static func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> JSONTree {
        var reader = JSONReader(bytes: bytes, file: file)
        guard bytes.count <= sizeLimit else {
            throw Diagnostic(
                "the file is larger than \(sizeLimit >> 20) MiB", at: Diagnostic.Place(file: file),
                hint: "give a certificate that lossplot wrote")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Diagnostic(
                "the text is not UTF-8", at: Diagnostic.Place(file: file),
                hint: "give a certificate that lossplot wrote")
        }
        let tree = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.failure("something follows the end of the JSON") }
        return tree
    }

    private init(bytes: [UInt8], file: String) { (self.bytes, self.file) = (bytes, file) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// In characters, counted from 1.
    private func column(of position: Int) -> Int {
        String(decoding: bytes[lineStart..<min(position, bytes.count)], as: UTF8.self).count + 1
    }

    private func failure(_ what: String, at position: Int? = nil) -> Diagnostic {
        Diagnostic(
            what, at: Diagnostic.Place(file: file, line: line, column: column(of: position ?? self.position)),
            hint: "give a certificate as lossplot wrote it")
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
            if byte == 0x0A { (line, lineStart) = (line + 1, position) }
        }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> JSONTree {
        skipSpace()
        guard depth < JSONReader.depthLimit else { throw failure("values are nested too deep") }
        let (line, start) = (line, position)
        // The column costs a walk along the line, which may hold all of the data.
        let column = position - lineStart < 4096 ? column(of: position) : 0
        func tree(_ value: JSONTree.Value) -> JSONTree { JSONTree(value, line: line, column: column) }
        switch next {
        case UInt8(ascii: "{"): return tree(.object(try members(depth: depth)))
        case UInt8(ascii: "["): return tree(.list(try elements(depth: depth)))
        case UInt8(ascii: "\""): return tree(.text(try text()))
        case _ where isAtDigit || next == UInt8(ascii: "-"): return tree(.number(try number()))
        case nil: throw failure("the text ends where a value is needed")
        default:
            if take("null") { return tree(.null) }
            if take("true") { return tree(.bool(true)) }
            if take("false") { return tree(.bool(false)) }
            throw failure("this is no JSON value", at: start)
        }
    }

    private mutating func elements(depth: Int) throws(Diagnostic) -> [JSONTree] {
        position += 1
        skipSpace()
        if take("]") { return [] }
        var elements: [JSONTree] = []
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw failure("a list needs ',' or ']' here") }
        }
    }

    private mutating func members(depth: Int) throws(Diagnostic) -> [JSONTree.Member] {
        position += 1
        skipSpace()
        if take("}") { return [] }
        var members: [JSONTree.Member] = []
        var keys: Set<String> = []
        while true {
            skipSpace()
            let start = position
            guard next == UInt8(ascii: "\"") else { throw failure("a key in quotes is needed here") }
            let key = try text()
            guard keys.insert(key).inserted else { throw failure("the key '\(key)' is given twice", at: start) }
            skipSpace()
            guard take(":") else { throw failure("a key needs ':' behind it") }
            members.append(JSONTree.Member(key, try value(depth: depth + 1)))
            skipSpace()
            if take("}") { return members }
            guard take(",") else { throw failure("an object needs ',' or '}' here") }
        }
    }

    /// `-? (0 | [1-9] digits) (. digits)? ([eE] [+-]? digits)?`, finite.
    private mutating func number() throws(Diagnostic) -> Double {
        let start = position
        _ = take("-")
        if !take("0") { try digits(of: start) }
        if take(".") { try digits(of: start) }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if !take("+") { _ = take("-") }
            try digits(of: start)
        }
        if isAtDigit { throw failure("a number does not begin with 0", at: start) }
        guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else {
            throw failure("this number is too large", at: start)
        }
        return value
    }

    private var isAtDigit: Bool { next.map { $0 &- 0x30 < 10 } ?? false }

    private mutating func digits(of start: Int) throws(Diagnostic) {
        guard isAtDigit else { throw failure("this is no number", at: start) }
        while isAtDigit { position += 1 }
    }

    private mutating func text() throws(Diagnostic) -> String {
        position += 1
        var scalars = String.UnicodeScalarView()
        var run = position
        func flush(_ end: Int, _ scalars: inout String.UnicodeScalarView) {
            scalars.append(contentsOf: String(decoding: bytes[run..<end], as: UTF8.self).unicodeScalars)
        }
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                flush(position, &scalars)
                position += 1
                return String(scalars)
            case UInt8(ascii: "\\"):
                flush(position, &scalars)
                position += 1
                scalars.append(try escape())
                run = position
            case 0..<0x20: throw failure("a control character stands in a text")
            default: position += 1
            }
        }
        throw failure("a text is not closed")
    }

    /// What stands behind a backslash.
    private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
        for (letter, scalar) in JSONReader.escapes where next == letter {
            position += 1
            return scalar
        }
        guard take("u") else { throw failure("this escape means nothing") }
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take("\\u") else { throw failure("half a character is escaped") }
        let second = try codeUnit()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw failure("half a character is escaped") }
        return scalar
    }

    private static let escapes: [(UInt8, Unicode.Scalar)] = [
        (UInt8(ascii: "\""), "\""), (UInt8(ascii: "\\"), "\\"), (UInt8(ascii: "/"), "/"), (UInt8(ascii: "b"), "\u{8}"),
        (UInt8(ascii: "f"), "\u{C}"), (UInt8(ascii: "n"), "\n"), (UInt8(ascii: "r"), "\r"), (UInt8(ascii: "t"), "\t"),
    ]

    private mutating func codeUnit() throws(Diagnostic) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("an escape needs four hexadecimal digits")
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}

extension JSONTree {
    /// - Throws: A `Diagnostic` with file, line and column for the first thing that is no JSON.
    public init(reading bytes: [UInt8], file: String) throws(Diagnostic) {
        self = try JSONReader.read(bytes, file: file)
    }
}
