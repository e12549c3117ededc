internal import CFonts
import Scenes
import Synchronization

/// The fonts of a figure: the text face in two weights and the mathematics face, which the program carries, and faces
/// for other scripts, which are looked for on the machine when a text needs them.
///
/// ```swift
/// let fonts = try FontBook()
/// let label = fonts.shape(try RichText("$J(\\theta)$"), style: TextStyle(size: 13))
/// ```
public final class FontBook: Sendable {
    public let text: Typeface
    public let semibold: Typeface
    public let math: Typeface
    let mathConstants: MathConstants

    /// Faces found on the machine so far, by name, and what was looked for in vain.
    private let found = Mutex<Found>(Found())

    /// Lines shaped so far: a layout asks for the same few labels many times.
    let shaped = Mutex<[ShapingKey: ShapedText]>([:])

    /// The glyphs rasterised so far.
    public let masks = GlyphMasks()

    /// By the types of their keys and values.
    private let memos = Mutex<[ObjectIdentifier: any Sendable]>([:])

    struct ShapingKey: Hashable {
        var text: RichText
        var style: TextStyle
    }

    private struct Found {
        var faces: [Typeface] = []
        var lacking: Set<UInt32> = []
    }

    /// Which faces to open for characters that the built-in ones lack.
    let finder: any FontFinding

    /// - Throws: ``BrokenFonts`` when the program was built with fonts that HarfBuzz cannot read.
    public convenience init() throws { try self.init(finder: SystemFonts()) }

    init(finder: any FontFinding) throws {
        guard let text = Typeface(embedded: CFONTS_TEXT_REGULAR),
            let semibold = Typeface(embedded: CFONTS_TEXT_SEMIBOLD, isBold: true),
            let math = Typeface(embedded: CFONTS_MATH)
        else { throw BrokenFonts() }
        self.text = text
        self.semibold = semibold
        self.math = math
        self.finder = finder
        mathConstants = MathConstants(of: math)
    }

    public struct BrokenFonts: Error {}

    /// The face of a glyph run's font name.
    public func typeface(named name: String) -> Typeface? {
        [text, semibold, math].first { $0.name == name }
            ?? found.withLock { $0.faces.first { $0.name == name } }
    }

    /// Where others keep what they make of glyphs: one for every type of keys and values.
    public func memo<Key: Hashable & Sendable, Value: Sendable>(
        of value: Value.Type, by key: Key.Type
    ) -> GlyphMemo<Key, Value> {
        memos.withLock { memos in
            let id = ObjectIdentifier(GlyphMemo<Key, Value>.self)
            if let known = memos[id] as? GlyphMemo<Key, Value> { return known }
            let new = GlyphMemo<Key, Value>()
            memos[id] = new
            return new
        }
    }

    func face(for weight: TextStyle.Weight) -> Typeface {
        switch weight {
        case .regular: text
        case .semibold: semibold
        }
    }

    /// The face that has all of a character's scalars: the given one, else one found before, else one of the machine;
    /// nil when there is none.
    func typeface(
        covering character: Character, preferring face: Typeface, language: String
    ) -> Typeface? {
        let scalars = character.unicodeScalars.filter { !$0.isDefaultIgnorable }
        func covers(_ face: Typeface) -> Bool { scalars.allSatisfy { face.glyph(for: $0) != nil } }
        let wantsWideForm = language.hasPrefix("zh") && scalars.contains(where: \.isWideInChinese)
        if !wantsWideForm, covers(face) { return face }
        let other = found.withLock { found -> Typeface? in
            if let known = found.faces.first(where: { $0.isBold == face.isBold && covers($0) }) { return known }
            if scalars.contains(where: { found.lacking.contains($0.value) }) { return nil }
            let candidate = finder.find(Array(scalars), bold: face.isBold, language: language)
            if let candidate, covers(candidate) {
                found.faces.append(candidate)
                return candidate
            }
            found.lacking.formUnion(scalars.map(\.value))
            return nil
        }
        return other ?? (covers(face) ? face : nil)
    }
}

extension Unicode.Scalar {
    /// Joiners, variation selectors and the like, which need no glyph.
    var isDefaultIgnorable: Bool { properties.isDefaultIgnorableCodePoint }

    /// Quotation marks, dashes and ellipsis, which Chinese sets a full em wide.
    var isWideInChinese: Bool {
        switch value {
        case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026: true
        default: false
        }
    }
}
