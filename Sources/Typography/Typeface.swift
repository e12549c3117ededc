internal import CFonts
internal import CHarfBuzz
import Scenes

/// One face of a font file: what characters it has, its outlines and its metrics.
///
/// A class, because the handles behind it are shared; immutable once made, hence safe to share between threads
/// (HarfBuzz guarantees that of immutable objects).
public final class Typeface: @unchecked Sendable {
    /// The PostScript name, by which glyph runs refer to the face; with a number where several faces have the same.
    public let name: String
    /// The family, for live text in an SVG.
    public let family: String
    /// The face's index in its file, 0 unless the file is a collection.
    public let collectionIndex: Int
    /// Units of the font's own coordinates in one em.
    public let unitsPerEm: Double
    /// Height of the lower-case x in ems.
    public let xHeight: Double
    /// Whether the face itself is heavy, not whether a heavy one was looked for.
    public let isBold: Bool

    let blob: OpaquePointer
    let font: OpaquePointer

    /// Nil when the bytes hold no such face.
    private init?(blob: OpaquePointer, index: Int, name: String? = nil) {
        let face = hb_face_create(blob, UInt32(index))
        guard let face, hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
            hb_face_destroy(face)
            hb_blob_destroy(blob)
            return nil
        }
        hb_font_make_immutable(font)
        self.blob = blob
        self.font = font
        self.collectionIndex = index
        isBold = hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) >= Typeface.leastBold
        unitsPerEm = Double(hb_face_get_upem(face))
        self.name = name ?? Typeface.name(HB_OT_NAME_ID_POSTSCRIPT_NAME, of: face) ?? "face-\(index)"
        family = Typeface.name(HB_OT_NAME_ID_FONT_FAMILY, of: face) ?? self.name
        var position: hb_position_t = 0
        let hasHeight = hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_X_HEIGHT, &position) != 0
        xHeight = hasHeight && position > 0 ? Double(position) / unitsPerEm : 0.5
        hb_face_destroy(face)  // The font keeps it.
    }

    deinit {
        hb_font_destroy(font)
        hb_blob_destroy(blob)
    }

    /// A face of the fonts that the program carries.
    convenience init?(embedded face: cfonts_face) {
        let bytes = UnsafeRawPointer(cfonts_bytes(face))?.assumingMemoryBound(to: CChar.self)
        guard
            let blob = hb_blob_create_or_fail(
                bytes, UInt32(cfonts_size(face)), HB_MEMORY_MODE_READONLY, nil, nil)
        else { return nil }
        self.init(blob: blob, index: 0)
    }

    /// A face of a file, which is mapped, not read.
    ///
    /// - Parameter name: Default: its own.
    convenience init?(_ file: FontFile, name: String? = nil) {
        guard let blob = hb_blob_create_from_file_or_fail(file.path) else { return nil }
        self.init(blob: blob, index: file.index, name: name)
    }

    /// Semibold, on the scale of CSS and of OpenType's usWeightClass.
    private static let leastBold: Float = 600

    private static func name(_ id: Int, of face: OpaquePointer) -> String? {
        var buffer = [CChar](repeating: 0, count: 128)
        var length = UInt32(buffer.count)
        let language = hb_language_from_string("en", -1)
        guard hb_ot_name_get_utf8(face, hb_ot_name_id_t(id), language, &length, &buffer) > 0 else { return nil }
        return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension Typeface {
    /// The font file's bytes, valid as long as the typeface.
    public var bytes: UnsafeRawBufferPointer {
        var length: UInt32 = 0
        let data = hb_blob_get_data(blob, &length)
        return UnsafeRawBufferPointer(start: data, count: Int(length))
    }

    /// The glyph that a character has by itself, or nil when the face lacks it.
    public func glyph(for scalar: Unicode.Scalar) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
    }

    /// Whether each of the scalars has a glyph by itself.
    func covers(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        scalars.allSatisfy { glyph(for: $0) != nil }
    }

    /// How far the pen moves, in ems.
    func advance(of glyph: UInt32) -> Double {
        Double(hb_font_get_glyph_h_advance(font, glyph)) / unitsPerEm
    }

    /// The glyph's ink, in ems, y up: the box from (left, bottom) to (right, top).
    func ink(of glyph: UInt32) -> (left: Double, bottom: Double, right: Double, top: Double) {
        var extents = hb_glyph_extents_t()
        guard hb_font_get_glyph_extents(font, glyph, &extents) != 0 else { return (0, 0, 0, 0) }
        let (left, top) = (Double(extents.x_bearing), Double(extents.y_bearing))
        return (
            left / unitsPerEm, (top + Double(extents.height)) / unitsPerEm,
            (left + Double(extents.width)) / unitsPerEm, top / unitsPerEm
        )
    }

    /// The glyph's outline in ems, y down as on the page; empty for a blank.
    public func outline(of glyph: UInt32) -> Path {
        let collector = OutlineCollector(unitsPerEm: unitsPerEm)
        hb_font_get_glyph_shape(
            font, glyph, OutlineCollector.functions, Unmanaged.passUnretained(collector).toOpaque())
        return collector.path
    }
}
