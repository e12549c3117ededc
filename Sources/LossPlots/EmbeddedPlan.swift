import PNGCoding

/// The plan inside a written figure, and the program that put it there.
public enum EmbeddedPlan {
    /// With its version; another one may draw the same plan otherwise.
    static var program: String { "lossplot \(Version.current)" }

    /// A plan as figures hold it: JSON on one line.
    public static func text(of plan: some FigurePlan) throws -> String {
        String(decoding: try JSON.encode(plan).dropLast(), as: UTF8.self)
    }

    /// Whether a file is what this program would write for a plan, as far as the file says: it names the program, in this
    /// version, and holds the same plan. Damage further on is not noticed.
    ///
    /// - Returns: false for what is no figure, and for PDF, whose plan is compressed.
    /// - Complexity: O(bytes of the file before its pixels or shapes) and a little more.
    public static func isCurrent(_ file: [UInt8], format: FileFormat, planText: String) -> Bool {
        switch format {
        case .png:
            // A truncated file holds its plan too.
            let ending: [UInt8] = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
            guard file.suffix(8).elementsEqual(ending), let texts = try? DecodedPNG.texts(of: file) else {
                return false
            }
            return texts["Software"] == program && texts[FigureRenderer.planKeyword] == planText
        case .svg:
            let opening = Array("<plan xmlns=\"urn:lossplot:plan\" program=\"\(program)\">".utf8)
            let expected = opening + escaped(planText) + Array("</plan>".utf8)
            guard let start = index(of: opening, in: file), file.count - start >= expected.count else { return false }
            let ending = Array("</svg>\n".utf8)
            return file[start...].starts(with: expected) && file.suffix(ending.count).elementsEqual(ending)
        case .pdf: return false
        }
    }

    /// As the SVG holds it; a plan has no control characters, which JSON escapes.
    private static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    private static func index(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        var start = bytes.startIndex
        while let next = bytes[start...].firstIndex(of: pattern[0]) {
            if bytes[next...].starts(with: pattern) { return next }
            start = next + 1
        }
        return nil
    }
}
