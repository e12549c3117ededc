internal import CCairo
import Synchronization
import Typography

/// A typeface as Cairo embeds it in PDFs, shared by all that are drawn with one book of fonts: what Cairo has made of its
/// glyphs is made once.
///
/// FreeType's face, and the bytes it reads, stay until Cairo has let go of it, whose caches outlive the PDFs.
final class EmbeddedFontFace: Sendable {
    /// Cairo's, which any thread may use.
    nonisolated(unsafe) let face: OpaquePointer

    /// - Returns: nil for a face that FreeType cannot open.
    init?(_ typeface: Typeface) {
        guard let opened = FreeTypeFace(typeface),
            let face = cairo_ft_font_face_create_for_ft_face(opened.face, Int32(FT_LOAD_NO_HINTING))
        else { return nil }
        self.face = face
        let owner = Unmanaged.passRetained(opened)
        // As Cairo's manual has it under cairo_ft_font_face_create_for_ft_face.
        let status = cairo_font_face_set_user_data(face, EmbeddedFontFace.key, owner.toOpaque()) { owner in
            if let owner { Unmanaged<FreeTypeFace>.fromOpaque(owner).release() }
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            // An error object, or one that nothing has used yet: no cache of Cairo's knows it.
            cairo_font_face_destroy(face)
            owner.release()
            return nil
        }
    }

    deinit { cairo_font_face_destroy(face) }

    /// Whose address tells our data from others'.
    nonisolated(unsafe) private static let key: UnsafeMutablePointer<cairo_user_data_key_t> = {
        let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
        key.initialize(to: cairo_user_data_key_t())
        return key
    }()
}

/// An open face of FreeType's with the bytes it reads, closed at the end of its life.
private final class FreeTypeFace {
    let face: FT_Face
    /// Owns the bytes.
    private let typeface: Typeface

    init?(_ typeface: Typeface) {
        let bytes = typeface.bytes
        let face = FreeTypeFace.library.withLock { library -> Opened? in
            var face: FT_Face?
            let status = FT_New_Memory_Face(
                library.pointer, bytes.baseAddress?.assumingMemoryBound(to: FT_Byte.self), FT_Long(bytes.count),
                FT_Long(typeface.collectionIndex), &face)
            return status == 0 ? face.map(Opened.init) : nil
        }
        guard let face else { return nil }
        self.face = face.pointer
        self.typeface = typeface
    }

    deinit {
        let opened = Opened(pointer: face)
        FreeTypeFace.library.withLock { _ in _ = FT_Done_Face(opened.pointer) }
    }

    private struct Opened: @unchecked Sendable {
        let pointer: FT_Face
    }

    /// One for the process: its faces may be used by several threads, if one at a time opens and closes them
    /// (FreeType 2.5.6 and later, FT_Library).
    private struct Library: @unchecked Sendable {
        /// Nil where there was no memory: then no face can be opened.
        let pointer: FT_Library?

        init() {
            var library: FT_Library?
            pointer = FT_Init_FreeType(&library) == 0 ? library : nil
        }
    }

    private static let library = Mutex(Library())
}
