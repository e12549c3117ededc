import Diagnostics

/// Finds the plan in a PDF: the keywords of the document's information dictionary, ISO 32000-1, 14.3.3.
///
/// Cairo writes that dictionary plainly. A program that packed it into an object stream has made the file its own, and the
/// figure counts as none of ours.
enum PDFPlan {
    /// - Returns: nil where the document has no keywords, or others.
    /// - Throws: `Diagnostic` for a PDF that has no end.
    /// - Complexity: O(bytes).
    static func text(in bytes: [UInt8], file: String) throws -> (program: String, plan: String)? {
        guard last(of: "%%EOF", in: bytes) != nil else {
            throw Diagnostic(
                "the PDF has no end: it is cut off", at: Diagnostic.Place(file: file), hint: "draw the figure again")
        }
        guard let keywords = try value(of: "/Keywords", in: bytes, file: file), keywords.first == "{" else {
            return nil
        }
        let creator = try value(of: "/Creator", in: bytes, file: file) ?? ""
        guard creator.hasPrefix("lossplot ") else { return nil }
        return (creator, keywords)
    }

    /// The last text under a key: what is appended to a PDF replaces what was there.
    private static func value(of key: String, in bytes: [UInt8], file: String) throws -> String? {
        guard let place = last(of: key, in: bytes) else { return nil }
        var position = place + key.utf8.count
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
        guard position < bytes.count else { return nil }
        func broken() -> Diagnostic {
            Diagnostic(
                "the PDF's \(key.dropFirst()) are damaged", at: Diagnostic.Place(file: file),
                hint: "draw the figure again")
        }
        let string: [UInt8]?
        switch bytes[position] {
        case UInt8(ascii: "<"): string = hexadecimal(bytes[(position + 1)...])
        case UInt8(ascii: "("): string = literal(bytes[(position + 1)...])
        default: return nil
        }
        guard let string else { throw broken() }
        guard string.starts(with: [0xFE, 0xFF]) else {
            // PDFDocEncoding is ASCII as far as Cairo uses it.
            guard string.allSatisfy({ $0 < 0x80 }) else { throw broken() }
            return String(decoding: string, as: UTF8.self)
        }
        guard string.count.isMultiple(of: 2) else { throw broken() }
        let units = stride(from: 2, to: string.count, by: 2).map { UInt16(string[$0]) << 8 | UInt16(string[$0 + 1]) }
        guard let text = String(validating: units, as: UTF16.self) else { throw broken() }
        return text
    }

    /// Up to `>`; nil where it is not closed or holds something else than digits.
    private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var high: UInt8?
        for byte in bytes {
            if byte == UInt8(ascii: ">") { return result + (high.map { [$0 << 4] } ?? []) }
            if [0x20, 0x0A, 0x0D, 0x09].contains(byte) { continue }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            if let first = high {
                result.append(first << 4 | UInt8(digit))
                high = nil
            } else {
                high = UInt8(digit)
            }
        }
        return nil
    }

    /// Up to the bracket that closes the first; nil where it is not closed. Cairo writes texts with brackets and
    /// backslashes in hexadecimal, and so escapes need not be understood beyond a character that stands for itself.
    private static func literal(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var (result, depth, isEscaped): ([UInt8], Int, Bool) = ([], 0, false)
        for byte in bytes {
            if !isEscaped {
                if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                    continue
                }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") {
                    if depth == 0 { return result }
                    depth -= 1
                }
            }
            isEscaped = false
            result.append(byte)
        }
        return nil
    }

    private static func last(of pattern: String, in bytes: [UInt8]) -> Int? {
        let pattern = Array(pattern.utf8)
        var end = bytes.endIndex
        while let place = bytes[..<end].lastIndex(of: pattern[0]) {
            if bytes[place...].starts(with: pattern) { return place }
            end = place
        }
        return nil
    }
}
