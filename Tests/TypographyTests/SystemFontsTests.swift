import Foundation
import Testing

@testable import Typography

struct SystemFontsTests {
    private let fonts: FontBook
    private let folder: FontFolder

    init() throws {
        fonts = try FontBook()
        folder = try FontFolder()
    }

    @Test("A glyph run names the face it was shaped with, even one that has a built-in face's name")
    func sameName() throws {
        let file = try folder.add(fonts.math, as: "other.otf")
        let fonts = try FontBook { SystemFonts(besides: $0, directories: folder.directories, chinese: []) }
        let shaped = fonts.shape(RichText(verbatim: "\u{2135}"), style: TextStyle(size: 13))
        let run = try #require(shaped.glyphRuns.first)
        #expect(run.font == fonts.math.name + ".2" && shaped.missing.isEmpty)
        let face = try #require(fonts.typeface(named: run.font))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
        #expect(face !== fonts.math && face.bytes.elementsEqual(bytes))
    }

    @Test("A face is one object, and is as heavy as it is, not as was asked for")
    func identity() throws {
        _ = try folder.add(fonts.math, as: "math.otf")
        let system = SystemFonts(besides: [], directories: folder.directories, chinese: [])
        let face = try #require(system.find(["\u{2135}"], bold: false))
        #expect(system.find(["\u{2136}"], bold: true) === face && !face.isBold)
        #expect(system.find(["\u{F8FE}"], bold: false) == nil)
    }

    private static let type1 = "/usr/share/fonts/type1/urw-base35/NimbusSans-Regular.t1"

    @Test(
        "A font that HarfBuzz cannot read is passed over for the next",
        .enabled(if: FileManager.default.fileExists(atPath: type1)))
    func unreadable() throws {
        _ = try folder.add(fonts.math, as: "math.otf")
        try FileManager.default.copyItem(atPath: SystemFontsTests.type1, toPath: folder.path + "/fonts/sans.t1")
        let catalogue = FontCatalogue(of: folder.directories, without: [], besides: [])
        let scalar: Unicode.Scalar = "Å"
        #expect(catalogue.entries(having: [scalar], bold: false).map(\.family).first == "Nimbus Sans")
        let system = SystemFonts(besides: [], directories: folder.directories, chinese: [])
        #expect(system.find([scalar], bold: false)?.name == fonts.math.name)
    }

    private static let installedChinese = SystemFonts.chinese.map { $0 + "/NotoSansCJK-Regular.ttc" }
        .first { FileManager.default.fileExists(atPath: $0) }

    @Test(
        "Chinese is sought in one place after the other, and bold text has the regular face where there is no bold one",
        .enabled(if: installedChinese != nil))
    func chinese() throws {
        let installed = try #require(SystemFontsTests.installedChinese)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/fonts/NotoSansCJK-Regular.ttc", withDestinationPath: installed)
        let system = SystemFonts(
            besides: [], directories: .init(fonts: [], cache: folder.path + "/cache"),
            chinese: ["/no/such/place", folder.path + "/fonts"])
        let face = try #require(system.find(["损"], bold: true))
        #expect(face.collectionIndex == 2 && face.name == "NotoSansCJKsc-Regular")
        #expect(system.find(["损"], bold: false) === face)
        #expect(system.find(["ก"], bold: false) == nil)
    }
}
