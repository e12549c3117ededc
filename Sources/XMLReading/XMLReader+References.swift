import Diagnostics

/// What could make a document larger than its file: references, and the declarations of entities to refer to.
extension XMLReader {
    /// Moves behind the declaration of a document type, which is open.
    ///
    /// - Throws: a `Diagnostic` for one behind the root element, one that is not closed, and one that declares anything.
    mutating func skipDocumentType() throws(Diagnostic) {
        let start = position
        guard !hasRoot else { throw failure("a document type is declared behind the root element", at: start) }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "[") {
                throw failure("the file declares entities of its own, which are not read", at: position)
            }
            position += 1
            if byte == UInt8(ascii: ">") { return }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                while position < bytes.count, bytes[position] != byte { position += 1 }
                position += 1
            }
        }
        throw failure("the document type is not closed", at: start)
    }

    /// The characters between two places, references replaced.
    ///
    /// - Throws: a `Diagnostic` at the first reference that is none to a character.
    func unescaped(_ range: Range<Int>) throws(Diagnostic) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "&") else {
                result.append(byte)
                index += 1
                continue
            }
            // The longest is &#x10FFFF;
            let end = bytes[index..<min(index + 12, range.upperBound)].firstIndex(of: UInt8(ascii: ";"))
            guard let end else { throw failure("a reference is not closed", at: index) }
            let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            guard let scalar = XMLReader.scalar(named: name) else {
                throw failure("&\(name); is no character of XML", at: index)
            }
            result.append(contentsOf: String(Character(scalar)).utf8)
            index = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let isHexadecimal = name.hasPrefix("#x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
                value >= 0x20 || [9, 10, 13].contains(value)
            else { return nil }
            return Unicode.Scalar(value)
        }
    }
}
