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

    /// The answers of the finder so far. They depend on the questions alone: else a figure would look different beside
    /// other figures.
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

        /// Texts of equal meaning are two texts when they are spelt with other characters: é, or e and an accent.
        static func == (a: ShapingKey, b: ShapingKey) -> Bool { a.style == b.style && a.text.isSpelt(as: b.text) }
    }

    private struct Found {
        /// Nil for what no font has.
        var faces: [Sought: Typeface?] = [:]
        var named: [String: Typeface] = [:]
    }

    private struct Sought: Hashable {
        /// Not the character, which is equal to others that are spelt with other scalars.
        var scalars: [Unicode.Scalar]
        var weight: TextStyle.Weight
    }

    /// Which faces to open for characters that the built-in ones lack.
    let finder: any FontFinding

    /// - Throws: ``BrokenFonts`` when the program was built with fonts that HarfBuzz cannot read.
    public convenience init() throws { try self.init { SystemFonts(besides: $0) } }

    /// - Parameter finder: is given the names of the built-in faces, which those it finds must not have.
    init(finder: (_ builtIn: Set<String>) -> any FontFinding) throws {
        guard let text = Typeface(embedded: CFONTS_TEXT_REGULAR),
            let semibold = Typeface(embedded: CFONTS_TEXT_SEMIBOLD),
            let math = Typeface(embedded: CFONTS_MATH)
        else { throw BrokenFonts() }
        self.text = text
        self.semibold = semibold
        self.math = math
        self.finder = finder([text.name, semibold.name, math.name])
        mathConstants = MathConstants(of: math)
    }

    public struct BrokenFonts: Error {}

    /// The face of a glyph run's font name.
    public func typeface(named name: String) -> Typeface? {
        [text, semibold, math].first { $0.name == name }
            ?? found.withLock { $0.named[name] }
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

    /// The face that has all of a character's scalars: that of the text, else one of the machine; nil when there is none.
    ///
    /// - Complexity: a lookup for a character asked for before.
    func typeface(covering character: Character, weight: TextStyle.Weight, language: String) -> Typeface? {
        let preferred = face(for: weight)
        let scalars = character.unicodeScalars.filter { !$0.isDefaultIgnorable }
        if language.hasPrefix("zh"), scalars.contains(where: \.isWideInChinese) {
            // The marks of Chinese are those of its characters' face.
            let chinese = foundTypeface(covering: Array(scalars) + ["\u{4E00}"], weight: weight)
            if let chinese { return chinese }
        }
        return preferred.covers(scalars) ? preferred : foundTypeface(covering: Array(scalars), weight: weight)
    }

    private func foundTypeface(covering scalars: [Unicode.Scalar], weight: TextStyle.Weight) -> Typeface? {
        let sought = Sought(scalars: scalars, weight: weight)
        if let known = found.withLock({ $0.faces[sought] }) { return known }
        let face = finder.find(scalars, bold: weight == .semibold)
        found.withLock { found in
            found.faces[sought] = .some(face)
            if let face { found.named[face.name] = face }
        }
        return face
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
