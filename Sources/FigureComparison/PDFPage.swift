import Diagnostics
import PNGCoding

/// What a PDF of Cairo's draws, as far as it can be told without drawing it: the operators of its pages and forms, the
/// fonts, and the dictionaries that hold them together (ISO 32000-1, 7.3 and 7.8).
struct PDFPage {
    /// Of its pages and forms, stream by stream.
    private var content: [UInt8] = []
    /// Of the ``content``: how many numbers, names and operators it holds.
    private var operatorCount = 0
    /// What else is embedded, inflated: fonts and their encodings.
    private(set) var fonts: [[UInt8]] = []
    /// The objects' own text, without what says only how and when they were written.
    private(set) var dictionaries: [String] = []
    private(set) var producer = ""

    /// Of all streams of a file together, inflated: 32 MiB. A page holds a megabyte.
    private static let sizeLimit = 1 << 25
    /// Of numbers, names and operators: a page holds some hundred thousand.
    private static let operatorLimit = 1 << 22

    /// - Returns: nil for a PDF whose objects do not lie open, whose streams cannot be inflated, and for one that holds
    ///   more than any figure.
    /// - Throws: `Diagnostic` when there is no memory.
    init?(_ bytes: [UInt8]) throws {
        var objects = PDFObjects(bytes)
        var content: [UInt8] = []
        var budget = PDFPage.sizeLimit
        while let object = objects.next() {
            let dictionary = String(decoding: object.dictionary, as: UTF8.self)
            if let stream = object.stream {
                guard let inflated = try PDFPage.inflated(stream, of: dictionary, limit: budget) else { return nil }
                budget -= inflated.count
                if PDFPage.isEmbedded(inflated, of: dictionary) {
                    fonts.append(inflated)
                } else {
                    content += inflated
                    content.append(0x0A)
                }
            }
            add(dictionary: dictionary)
        }
        guard !objects.isCutOff, let count = PDFTokens(content).count(upTo: PDFPage.operatorLimit), count > 0 else {
            return nil
        }
        self.content = content
        operatorCount = count
    }

    /// - Returns: nil for a stream that is compressed otherwise or too long, and for one that hides other objects.
    private static func inflated(
        _ stream: ArraySlice<UInt8>, of dictionary: String, limit: Int
    ) throws -> [UInt8]? {
        if dictionary.contains("/ObjStm") || dictionary.contains("/XRef") { return nil }
        if dictionary.contains("/FlateDecode") { return try InflatedBytes.of(stream, limit: limit) }
        return dictionary.contains("/Filter") || stream.count > limit ? nil : Array(stream)
    }

    /// Fonts say their kind or the length of their parts; maps of characters say what they are.
    private static func isEmbedded(_ content: [UInt8], of dictionary: String) -> Bool {
        ["/Subtype /Type1C", "/CIDFontType0C", "/Length1", "/Image"].contains { dictionary.contains($0) }
            || content.starts(with: Array("/CIDInit".utf8))
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
    func changes(to new: PDFPage) -> [FigureChange] {
        var changes: [FigureChange] = []
        if operatorCount != new.operatorCount {
            let (a, b) = (operatorCount, new.operatorCount)
            changes.append(
                FigureChange(
                    .shape, "page", "the page is drawn otherwise: \(a) operators and numbers → \(b)",
                    size: Double(abs(a - b)), unit: "operators"))
        } else if let (first, count) = strays(from: new) {
            changes.append(
                FigureChange(
                    .shape, "page",
                    "the page is drawn otherwise: \(count) of \(operatorCount) operators and numbers differ, the first: "
                        + first, size: Double(count), unit: "operators"))
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

    /// - Returns: the first of the operators and numbers that differ, in words, and how many do; nil where none does.
    private func strays(from new: PDFPage) -> (first: String, count: Int)? {
        var result: (first: String, count: Int)?
        for (a, b) in zip(PDFTokens(content), PDFTokens(new.content)) where a != b {
            let (a, b) = (String(decoding: a, as: UTF8.self), String(decoding: b, as: UTF8.self))
            if let x = Double(a), let y = Double(b), abs(x - y) <= PDFPage.tolerance { continue }
            result = (result?.first ?? "\(a.prefix(40)) → \(b.prefix(40))", (result?.count ?? 0) + 1)
        }
        return result
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
