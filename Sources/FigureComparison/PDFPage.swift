import Diagnostics
import PNGCoding

/// What a PDF of Cairo's draws, as far as it can be told without drawing it: the operators of its pages and forms, the
/// fonts, and the dictionaries that hold them together (ISO 32000-1, 7.3 and 7.8).
struct PDFPage {
    /// Numbers, names and operators, stream by stream.
    private(set) var operators: [Substring] = []
    /// What else is embedded, inflated: fonts and their encodings.
    private(set) var fonts: [[UInt8]] = []
    /// The objects' own text, without what says only how and when they were written.
    private(set) var dictionaries: [String] = []
    private(set) var producer = ""

    /// 256 MiB: a page holds a megabyte.
    private static let sizeLimit = 1 << 28

    /// - Returns: nil for a PDF whose objects do not lie open, or whose streams cannot be inflated.
    /// - Throws: `Diagnostic` when there is no memory.
    init?(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while let start = rest.firstRange(of: Array(" 0 obj".utf8)) {
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: Array("endobj".utf8)) else { return nil }
            var object = rest[..<end.lowerBound]
            if let stream = object.firstRange(of: Array("stream\n".utf8)) {
                // Within a stream anything may stand, "endobj" too.
                guard let close = rest[stream.upperBound...].firstRange(of: Array("endstream".utf8)) else { return nil }
                object = rest[..<stream.lowerBound]
                try add(rest[stream.upperBound..<close.lowerBound], of: String(decoding: object, as: UTF8.self))
                guard !isUnreadable else { return nil }
                rest = rest[close.upperBound...]
            } else {
                rest = rest[end.upperBound...]
            }
            add(dictionary: String(decoding: object, as: UTF8.self))
        }
        guard !operators.isEmpty else { return nil }
    }

    private var isUnreadable = false

    private mutating func add(_ stream: ArraySlice<UInt8>, of dictionary: String) throws {
        var content = Array(stream)
        if dictionary.contains("/FlateDecode") {
            guard let inflated = try InflatedBytes.of(stream, limit: PDFPage.sizeLimit) else {
                isUnreadable = true
                return
            }
            content = inflated
        } else if dictionary.contains("/Filter") {
            isUnreadable = true
            return
        }
        // Fonts say their kind or the length of their parts; maps of characters say what they are.
        let isFont =
            dictionary.contains("/Subtype /Type1C") || dictionary.contains("/CIDFontType0C")
            || dictionary.contains("/Length1") || content.starts(with: Array("/CIDInit".utf8))
        if isFont || dictionary.contains("/Image") {
            fonts.append(content)
        } else {
            operators += String(decoding: content, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        }
    }

    private mutating func add(dictionary: String) {
        let lines = dictionary.split(separator: "\n").filter { line in
            if let name = line.firstRange(of: "/Producer") {
                producer = String(line[name.upperBound...].trimmed)
                return false
            }
            return !["/Length", "/CreationDate", "/ModDate"].contains { line.contains($0) }
        }
        let text = lines.joined(separator: " ").replacing("/Filter /FlateDecode", with: "")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // The length of a stream stands in an object of its own.
        if !text.isEmpty, !text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 32 }) { dictionaries.append(text) }
    }
}

extension PDFPage {
    /// What draws otherwise; empty where only the writing differs.
    ///
    func changes(to new: PDFPage) -> [FigureChange] {
        var changes: [FigureChange] = []
        if operators.count != new.operators.count {
            let (a, b) = (operators.count, new.operators.count)
            changes.append(
                FigureChange(
                    .shape, "page", "the page is drawn otherwise: \(a) operators and numbers → \(b)",
                    size: Double(abs(a - b)), unit: "operators"))
        } else {
            let strays = zip(operators, new.operators).filter { !PDFPage.isAlike($0, $1) }
            if let first = strays.first {
                changes.append(
                    FigureChange(
                        .shape, "page",
                        "the page is drawn otherwise: \(strays.count) of \(operators.count) operators and numbers differ, the first: "
                            + "\(first.0.prefix(40)) → \(first.1.prefix(40))", size: Double(strays.count),
                        unit: "operators"))
            }
        }
        if fonts != new.fonts {
            let count = zip(fonts, new.fonts).filter { $0 != $1 }.count + abs(fonts.count - new.fonts.count)
            changes.append(
                FigureChange(
                    .file, "fonts",
                    "\(count) of \(max(fonts.count, new.fonts.count)) parts of embedded fonts differ, and whether glyphs look the same is not known",
                    size: Double(count), unit: "parts"))
        }
        if dictionaries != new.dictionaries {
            let first = zip(dictionaries, new.dictionaries).first { $0 != $1 }
            let what = first.map { ": '\(Words.shortened($0))' → '\(Words.shortened($1))'" } ?? ""
            changes.append(FigureChange(.file, "file", "the PDF's objects differ\(what)"))
        }
        return changes
    }

    /// Which program has written each, where it is not one.
    func note(to new: PDFPage) -> String {
        let who = producer == new.producer ? "" : ", by \(new.producer) instead of \(producer)"
        return "the files are written otherwise\(who), and draw the same"
    }

    /// Of a point, and of a colour's share from 0 to 1: what no eye sees of either.
    private static let tolerance = 0.005

    private static func isAlike(_ a: Substring, _ b: Substring) -> Bool {
        if a == b { return true }
        guard let x = Double(a), let y = Double(b) else { return false }
        return abs(x - y) <= tolerance
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
