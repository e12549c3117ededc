import Diagnostics

/// The header's text: a Python dictionary of three entries, in any order, read strictly.
struct NPYDictionary {
    private let bytes: ArraySlice<UInt8>
    private let file: String
    private var position: Int

    /// Each with the byte at which it stands.
    private(set) var descr: (value: String, offset: Int)?
    private(set) var fortranOrder: Bool?
    private(set) var shape: (value: [Int], offset: Int)?

    init(_ bytes: ArraySlice<UInt8>, file: String) {
        self.bytes = bytes
        self.file = file
        position = bytes.startIndex
    }

    private func wrong(_ what: String, at offset: Int? = nil) -> Diagnostic {
        Diagnostic(
            "\(what) at byte \(offset ?? position) of the NPY header", at: .init(file: file),
            hint: "write the file again with numpy.save")
    }

    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { position += 1 }
    }

    private mutating func takes(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws {
        guard takes(character) else { throw wrong("there is no '\(character)'") }
    }

    /// - Throws: a `Diagnostic` with the byte at which the text is no such dictionary.
    mutating func read() throws {
        try expect("{")
        while !takes("}") {
            skipBlanks()
            let offset = position
            let key = try string()
            try expect(":")
            skipBlanks()
            let place = position
            switch key {
            case "descr" where descr == nil:
                if next == UInt8(ascii: "[") {
                    throw Diagnostic(
                        "the type at byte \(position) is a record of fields", at: .init(file: file),
                        hint: "write one of its fields as a plain array")
                }
                descr = (try string(), place)
            case "fortran_order" where fortranOrder == nil: fortranOrder = try boolean()
            case "shape" where shape == nil: shape = (try tuple(), place)
            case "descr", "fortran_order", "shape": throw wrong("'\(key)' stands twice,", at: offset)
            default: throw wrong("'\(key)' is unknown,", at: offset)
            }
            if takes(",") { continue }
            try expect("}")
            break
        }
        skipBlanks()
        if next != nil { throw wrong("there is more than a dictionary") }
    }

    private mutating func string() throws -> String {
        guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
            throw wrong("there is no quoted text")
        }
        position += 1
        let start = position
        while let byte = next, byte != quote {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\\"), position - start < 64 else {
                throw wrong("the text is no name")
            }
            position += 1
        }
        guard next == quote else { throw wrong("the text is not closed") }
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }

    private mutating func boolean() throws -> Bool {
        for (word, value) in [("True", true), ("False", false)] where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        throw wrong("there is neither True nor False")
    }

    /// Whole numbers in brackets; one alone has a comma behind it.
    private mutating func tuple() throws -> [Int] {
        try expect("(")
        var numbers: [Int] = []
        while !takes(")") {
            skipBlanks()
            guard let first = next, (0x30...0x39).contains(first) else { throw wrong("there is no length") }
            var number = 0
            while let byte = next, (0x30...0x39).contains(byte) {
                guard number < 1 << 50 else { throw wrong("the length is too large") }
                number = number * 10 + Int(byte - 0x30)
                position += 1
            }
            numbers.append(number)
            guard numbers.count <= 64 else { throw wrong("there are too many dimensions") }
            if takes(",") { continue }
            guard numbers.count > 1 else { throw wrong("there is no ','") }
            try expect(")")
            break
        }
        return numbers
    }
}
