import Diagnostics
import LossPlots

extension FigureSpec {
    /// Reads a spec. Nothing is looked up on the disk.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, YAML or JSON.
    ///   - file: the path by which errors name it, and the name of the outputs if the spec gives none.
    /// - Throws: `Diagnostic` with the line and column of the first thing that is wrong.
    public init(_ bytes: [UInt8], file: String) throws {
        var decoder = try FigureDecoder(try SpecDocument.root(bytes, file: file))
        self = try decoder.figure(named: FigureSpec.stem(of: file))
    }

    /// `both` of `plots/both.yaml`.
    private static func stem(of file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
        return String(name[..<dot])
    }

    /// Whether a name is safe as a part of an output's.
    static func canBeName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first != ".", name.utf8.count <= 100 else { return false }
        return name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
        }
    }
}
