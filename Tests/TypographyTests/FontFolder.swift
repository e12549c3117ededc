import Foundation

@testable import Typography

/// A directory of font files that goes when its owner goes.
final class FontFolder {
    let path = NSTemporaryDirectory() + "lossplot-fonts-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path + "/fonts", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a face into a file of its own.
    func add(_ face: Typeface, as name: String) throws -> FontFile {
        let file = FontFile(path: path + "/fonts/" + name, index: 0)
        try Data(face.bytes).write(to: URL(fileURLWithPath: file.path))
        return file
    }

    var directories: FontCatalogue.Directories { .init(fonts: [path + "/fonts"], cache: path + "/cache") }
}
