import Scenes
import Typography

/// The glyphs of a document, each outline written once: where it stands, or, where that is shorter, in a definition that
/// is used.
struct SVGGlyphs {
    /// A glyph at a size.
    struct Glyph {
        var outline = SVGOutline(Path(), unitsPerEm: 1, isStroked: false)
        /// How often it is drawn.
        var uses = 0
        /// Whether a halo is drawn along it.
        var isStroked = false
        /// Of its definition; nil where its outline stands in place.
        var id: String?
    }

    /// A glyph of a text and its place, in the text's units.
    struct Placed {
        /// Index of its outline.
        var glyph: Int
        var x: Double
        var y: Double
    }

    private struct Key: Hashable {
        var font: Int
        var id: UInt32
        /// Tenths of a unit.
        var unitsPerEm: Int
    }

    /// A glyph as it is written, of whatever document.
    private struct OutlineKey: Hashable {
        var face: String
        var glyph: UInt32
        /// Tenths of a unit.
        var unitsPerEm: Int
        var isStroked: Bool
    }

    private let fonts: FontBook
    private var faces: [(name: String, face: Typeface?)] = []
    private var keys: [Key] = []
    private var indices: [Key: Int] = [:]
    private(set) var glyphs: [Glyph] = []

    init(fonts: FontBook) { self.fonts = fonts }

    /// How many outlines a text would add, were an em of a run that long.
    ///
    /// - Parameter unitsPerEm: of runs that are as large as the text.
    mutating func countNew(_ runs: [GlyphRun], size: Double, unitsPerEm: Double) -> Int {
        var new: Set<Key> = []
        for run in runs where run.size > 0 {
            guard let font = index(of: run.font) else { continue }
            let units = SVGGlyphs.tenths(unitsPerEm * run.size / size)
            for glyph in run.glyphs {
                let key = Key(font: font, id: glyph.id, unitsPerEm: units)
                if indices[key] == nil { new.insert(key) }
            }
        }
        return new.count
    }

    /// Tells of a text's glyphs, that will be drawn.
    ///
    /// - Parameters:
    ///   - size: of which an em has so many units.
    ///   - isStroked: whether a halo is drawn along them.
    mutating func add(_ runs: [GlyphRun], size: Double, isStroked: Bool, to text: inout SVGText) {
        for run in runs where run.size > 0 {
            guard let font = index(of: run.font) else { continue }
            let units = SVGGlyphs.tenths(text.unitsPerEm * run.size / size)
            for glyph in run.glyphs {
                let key = Key(font: font, id: glyph.id, unitsPerEm: units)
                let index = indices[key, default: glyphs.count]
                if index == glyphs.count {
                    indices[key] = index
                    keys.append(key)
                    glyphs.append(Glyph())
                }
                glyphs[index].uses += 1
                if isStroked { glyphs[index].isStroked = true }
                text.glyphs.append(Placed(glyph: index, x: glyph.x / text.unit, y: glyph.y / text.unit))
            }
        }
    }

    private static func tenths(_ units: Double) -> Int { Int((10 * units).rounded()) }

    /// Index of a face; nil where nobody knows it.
    private mutating func index(of font: String) -> Int? {
        if let known = faces.firstIndex(where: { $0.name == font }) { return faces[known].face == nil ? nil : known }
        faces.append((font, fonts.typeface(named: font)))
        return faces[faces.count - 1].face == nil ? nil : faces.count - 1
    }

    /// Reads the outlines, and decides which are defined.
    mutating func define(_ ids: inout SVGIdentifiers) {
        let outlines = fonts.memo(of: SVGOutline.self, by: OutlineKey.self)
        for (index, key) in keys.enumerated() {
            guard let face = faces[key.font].face else { continue }
            let isStroked = glyphs[index].isStroked
            let outline = outlines.value(
                for: OutlineKey(
                    face: face.name, glyph: key.id, unitsPerEm: key.unitsPerEm, isStroked: isStroked)
            ) {
                SVGOutline(face.outline(of: key.id), unitsPerEm: Double(key.unitsPerEm) / 10, isStroked: isStroked)
            }
            glyphs[index].outline = outline
            let (length, uses) = (outline.data.bytes.count, glyphs[index].uses)
            if length * (uses - 1) > SVGGlyphs.definitionLength + SVGGlyphs.useLength * uses {
                glyphs[index].id = ids.next()
            }
        }
    }

    /// Has one drawn in place after all.
    mutating func undefine(_ index: Int) { glyphs[index].id = nil }

    /// Bytes of `<path id="abcd0" d="M0 0"/>` and of `<use href="#abcd0" x="100"/>`, without what takes a move otherwise.
    private static let definitionLength = 24
    private static let useLength = 22

    var definitions: SVGMarkup {
        var markup = SVGMarkup()
        for glyph in glyphs {
            guard let id = glyph.id else { continue }
            markup.append("<path id=\"")
            markup.append(id)
            markup.append("\" d=\"")
            var pen: GridPoint?
            markup.append(glyph.outline, movedBy: GridPoint(x: 0, y: 0), from: &pen)
            markup.append("\"/>\n")
        }
        return markup
    }
}

/// The short ids of a document, of definitions that nobody but the document refers to.
struct SVGIdentifiers {
    private let prefix: String
    private var count = 0

    /// - Parameter prefix: the document's; what follows its last hyphen begins the ids.
    init(prefix: String) { self.prefix = prefix.split(separator: "-").last.map(String.init) ?? prefix }

    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

    mutating func next() -> String {
        var (rest, id) = (count, "")
        repeat {
            id = String(SVGIdentifiers.digits[rest % 62]) + id
            rest /= 62
        } while rest > 0
        count += 1
        return prefix + id
    }
}
