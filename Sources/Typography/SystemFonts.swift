internal import Glibc
import Synchronization

/// The fonts of the machine. The user's own font settings do not count, so that two users get the same bytes from the
/// same installed fonts: well-known files come first, then a catalogue of the system's font directories alone.
final class SystemFonts: FontFinding {
    /// Noto Sans CJK where Linux distributions put it.
    static let chinese = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk"]

    private let builtIn: Set<String>
    private let directories: FontCatalogue.Directories
    private let wellKnown: (regular: [FontFile], bold: [FontFile])
    private let state = Mutex(State())

    private struct State {
        /// Made when a character asks for it: that takes longer than a figure in Chinese or English.
        var catalogue: FontCatalogue?
        /// Nil for what cannot be opened.
        var opened: [FontFile: Typeface?] = [:]
    }

    /// - Parameters:
    ///   - builtIn: names that no face found may have.
    ///   - chinese: where Noto Sans CJK may be; the first directory that has it counts.
    init(
        besides builtIn: Set<String>, directories: FontCatalogue.Directories = .system,
        chinese: [String] = SystemFonts.chinese
    ) {
        self.builtIn = builtIn
        self.directories = directories
        // Face 2 of the collection is Simplified Chinese; 0 is Japanese.
        func files(_ name: String) -> [FontFile] {
            let paths = chinese.map { $0 + "/" + name }
            return paths.first { access($0, R_OK) == 0 }.map { [FontFile(path: $0, index: 2)] } ?? []
        }
        let (regular, bold) = (files("NotoSansCJK-Regular.ttc"), files("NotoSansCJK-Bold.ttc"))
        // The right characters in the wrong weight are better than another country's.
        wellKnown = (regular, bold + regular)
    }

    func find(_ scalars: [Unicode.Scalar], bold: Bool) -> Typeface? {
        state.withLock { state in
            func face(_ file: FontFile, name: String?) -> Typeface? {
                if let known = state.opened[file] { return known }
                let face = Typeface(file, name: name)
                state.opened[file] = .some(face)
                return face
            }
            for file in bold ? wellKnown.bold : wellKnown.regular {
                if let face = face(file, name: nil), face.covers(scalars) { return face }
            }
            let catalogue =
                state.catalogue ?? FontCatalogue(of: directories, without: wellKnown.bold, besides: builtIn)
            state.catalogue = catalogue
            // What fontconfig knows and HarfBuzz cannot read, Type 1 for one, is passed over.
            for entry in catalogue.entries(having: scalars, bold: bold) {
                if let face = face(entry.file, name: entry.name), face.covers(scalars) { return face }
            }
            return nil
        }
    }
}
