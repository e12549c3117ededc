internal import CFontconfig

/// The outline fonts that lie in some directories, and which of them to take for a character.
///
/// ```swift
/// let catalogue = FontCatalogue(of: .system, without: [], besides: [])
/// let best = catalogue.entries(having: ["ก"], bold: false).first
/// ```
///
/// Immutable once made; fontconfig's own objects are only read then, which it allows from several threads.
final class FontCatalogue: @unchecked Sendable {
    struct Directories: Sendable {
        /// With all that is below them. Neither these nor the cache hold characters that XML would take for its own.
        var fonts: [String]
        /// Where fontconfig keeps what it read in them.
        var cache: String

        static let system = Directories(
            fonts: ["/usr/share/fonts", "/usr/local/share/fonts"], cache: "/var/cache/fontconfig")
    }

    struct Entry {
        var file: FontFile
        /// No other entry has it.
        var name: String
        var family: String
        /// Whether it can be had in other weights, too. There is a second entry for the default weight as it stands, then.
        var isVariable: Bool
        /// In fontconfig's units: 80 is regular, 200 bold.
        var weight: Int
        /// 0 is upright.
        var slant: Int
        var isMonospaced: Bool
        /// Owned by the configuration.
        fileprivate var characters: OpaquePointer

        /// Of an order in which no two entries are equal.
        fileprivate var place: (String, Int, Int) { (file.path, file.index, isVariable ? 1 : 0) }

        func has(_ value: UInt32) -> Bool { FcCharSetHasChar(characters, value) != 0 }
    }

    private let configuration: OpaquePointer?
    private let entries: [Entry]

    /// - Parameters:
    ///   - known: files that are left out.
    ///   - names: that no entry may have.
    /// - Complexity: some milliseconds; seconds where fontconfig has no cache of the directories.
    init(of directories: Directories, without known: [FontFile], besides names: Set<String>) {
        configuration = FcConfigCreate()
        var (taken, seen) = (names, Set(known))
        var entries: [Entry] = []
        for var entry in configuration.map({ FontCatalogue.read(directories, with: $0) }) ?? []
        where seen.insert(entry.file).inserted {
            let name = entry.name
            var count = 1
            while !taken.insert(entry.name).inserted {
                count += 1
                entry.name = "\(name).\(count)"
            }
            entries.append(entry)
        }
        self.entries = entries
    }

    /// Ordered by file, since a directory's own order is anybody's.
    private static func read(_ directories: Directories, with configuration: OpaquePointer) -> [Entry] {
        let places = directories.fonts.map { "<dir>\($0)</dir>" } + ["<cachedir>\(directories.cache)</cachedir>"]
        guard
            FcConfigParseAndLoadFromMemory(configuration, "<fontconfig>\(places.joined())</fontconfig>", 1) != 0,
            FcConfigBuildFonts(configuration) != 0, let set = FcConfigGetFonts(configuration, FcSetSystem)
        else { return [] }
        return (0..<Int(set.pointee.nfont)).compactMap { set.pointee.fonts[$0].flatMap(Entry.init) }
            .sorted { $0.place < $1.place }
    }

    deinit {
        if let configuration { FcConfigDestroy(configuration) }
    }

    /// Those that have all of the scalars, the best first: upright before slanted, of the weight, of the family that has
    /// the most scripts in one design, proportional, and of two such the one with more of the characters that stand
    /// beside the first scalar in Unicode. So all letters of a script, and its own digits and marks, are of one face,
    /// though a font for another script has some of them, too.
    ///
    /// - Complexity: O(entries), some tens of microseconds.
    func entries(having scalars: [Unicode.Scalar], bold: Bool) -> [Entry] {
        guard let first = scalars.first?.value else { return [] }
        // Many scripts have 128 code points.
        let neighbours = first & ~127..<(first & ~127) + 128
        let wanted = Int(bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
        typealias Rank = (Int, Int, Int, Int, Int)
        return entries.filter { entry in scalars.allSatisfy { entry.has($0.value) } }
            .map { entry -> (entry: Entry, rank: Rank) in
                let rank = (
                    entry.slant, abs(entry.weight - wanted), entry.family.hasPrefix("Noto Sans") ? 0 : 1,
                    entry.isMonospaced ? 1 : 0, -neighbours.count(where: entry.has)
                )
                return (entry, rank)
            }
            .sorted {
                if $0.rank != $1.rank { return $0.rank < $1.rank }
                if $0.entry.family != $1.entry.family { return $0.entry.family < $1.entry.family }
                return $0.entry.place < $1.entry.place
            }
            .map(\.entry)
    }
}

extension FontCatalogue.Entry {
    /// Nil for what is no outline font of one colour, and for the instances of variable fonts that are not the default.
    fileprivate init?(_ pattern: OpaquePointer) {
        func string(_ key: String) -> String? {
            var value: UnsafeMutablePointer<FcChar8>?
            guard FcPatternGetString(pattern, key, 0, &value) == FcResultMatch, let value else { return nil }
            return String(cString: value)
        }
        func integer(_ key: String) -> Int? {
            var value: Int32 = 0
            return FcPatternGetInteger(pattern, key, 0, &value) == FcResultMatch ? Int(value) : nil
        }
        func boolean(_ key: String) -> Bool {
            var value: FcBool = 0
            return FcPatternGetBool(pattern, key, 0, &value) == FcResultMatch && value != 0
        }
        var characters: OpaquePointer?
        guard let path = string(FC_FILE), let family = string(FC_FAMILY), boolean(FC_OUTLINE), !boolean(FC_COLOR),
            FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch, let characters
        else { return nil }
        // The high half of the index names an instance of a variable font.
        let index = integer(FC_INDEX) ?? 0
        guard (0..<0x10000).contains(index) else { return nil }
        file = FontFile(path: path, index: index)
        self.family = family
        name = string(FC_POSTSCRIPT_NAME) ?? family
        isVariable = boolean(FC_VARIABLE)
        // A variable font's is a range.
        weight = integer(FC_WEIGHT) ?? Int(FC_WEIGHT_REGULAR)
        slant = integer(FC_SLANT) ?? Int(FC_SLANT_ROMAN)
        // Fontconfig does not know it of all that say so in their names.
        isMonospaced = (integer(FC_SPACING) ?? Int(FC_PROPORTIONAL)) >= Int(FC_DUAL) || family.contains(" Mono")
        self.characters = characters
    }
}
