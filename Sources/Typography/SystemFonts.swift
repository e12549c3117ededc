internal import CFontconfig
internal import Glibc

/// Where faces for other scripts come from.
protocol FontFinding: Sendable {
    /// A face that has all of the scalars, or nil.
    func find(_ scalars: [Unicode.Scalar], bold: Bool, language: String) -> Typeface?
}

/// The fonts of the machine. The user's own font settings do not count, so that two users get the same bytes from the
/// same installed fonts: well-known files come first, then a font configuration of our own that knows the system's
/// font directories alone.
struct SystemFonts: FontFinding {
    /// Noto Sans CJK where Linux distributions put it. Face 2 of the collection is Simplified Chinese; 0 is Japanese.
    private static let chinese: [(regular: String, bold: String)] = [
        (
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
        ),
        (
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc"
        ),
    ]

    func find(_ scalars: [Unicode.Scalar], bold: Bool, language: String) -> Typeface? {
        for files in SystemFonts.chinese {
            let path = bold ? files.bold : files.regular
            if access(path, R_OK) == 0, let face = Typeface(file: path, index: 2, isBold: bold),
                scalars.allSatisfy({ face.glyph(for: $0) != nil })
            {
                return face
            }
        }
        return search(scalars, bold: bold, language: language)
    }

    /// Any outline font of the system directories; of several the first by weight, family and file, so that the choice
    /// does not depend on the order of a directory.
    private func search(_ scalars: [Unicode.Scalar], bold: Bool, language: String) -> Typeface? {
        guard let configuration = FcConfigCreate() else { return nil }
        defer { FcConfigDestroy(configuration) }
        let directories = """
            <fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>\
            <cachedir>/var/cache/fontconfig</cachedir></fontconfig>
            """
        guard FcConfigParseAndLoadFromMemory(configuration, directories, 1) != 0,
            FcConfigBuildFonts(configuration) != 0, let charset = FcCharSetCreate(), let pattern = FcPatternCreate()
        else { return nil }
        defer {
            FcCharSetDestroy(charset)
            FcPatternDestroy(pattern)
        }
        for scalar in scalars { FcCharSetAddChar(charset, scalar.value) }
        FcPatternAddCharSet(pattern, FC_CHARSET, charset)
        FcPatternAddBool(pattern, FC_OUTLINE, 1)
        FcPatternAddBool(pattern, FC_COLOR, 0)
        guard let wanted = FcObjectSetCreate() else { return nil }
        defer { FcObjectSetDestroy(wanted) }
        for name in [FC_FILE, FC_INDEX, FC_FAMILY, FC_WEIGHT, FC_SLANT, FC_VARIABLE] { FcObjectSetAdd(wanted, name) }
        guard let set = FcFontList(configuration, pattern, wanted) else { return nil }
        defer { FcFontSetDestroy(set) }
        let best = (0..<Int(set.pointee.nfont))
            .compactMap { set.pointee.fonts[$0].flatMap(Candidate.init) }
            .min { $0.rank(bold: bold) < $1.rank(bold: bold) }
        return best.flatMap { Typeface(file: $0.file, index: $0.index, isBold: bold) }
    }

    private struct Candidate {
        var file: String
        var index: Int
        var family: String
        var weight: Int
        var slant: Int

        init?(_ pattern: OpaquePointer) {
            func string(_ key: String) -> String? {
                var value: UnsafeMutablePointer<FcChar8>?
                guard FcPatternGetString(pattern, key, 0, &value) == FcResultMatch, let value else { return nil }
                return String(cString: value)
            }
            func integer(_ key: String) -> Int {
                var value: Int32 = 0
                return FcPatternGetInteger(pattern, key, 0, &value) == FcResultMatch ? Int(value) : 0
            }
            guard let file = string(FC_FILE), let family = string(FC_FAMILY) else { return nil }
            let index = integer(FC_INDEX)
            // The high half of the index names an instance of a variable font.
            guard index < 0x10000 else { return nil }
            self.file = file
            self.index = index
            self.family = family
            weight = integer(FC_WEIGHT)
            slant = integer(FC_SLANT)
        }

        func rank(bold: Bool) -> (Int, Int, Int, String, String, Int) {
            let wanted = Int(bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
            let sans = family.hasPrefix("Noto Sans") ? 0 : 1
            return (slant, abs(weight - wanted), sans, family, file, index) as (Int, Int, Int, String, String, Int)
        }
    }
}
