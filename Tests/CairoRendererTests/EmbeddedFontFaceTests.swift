import Foundation
import Scenes
import Testing
import Typography

@testable import CairoRenderer

struct EmbeddedFontFaceTests {
    @Test("A typeface stays as long as Cairo has a face of it, and no longer")
    func lifetime() throws {
        weak var typeface: Typeface?
        weak var other: Typeface?
        var face: EmbeddedFontFace?
        do {
            let fonts = try FontBook()
            (typeface, other) = (fonts.text, fonts.math)
            face = EmbeddedFontFace(fonts.text)
        }
        #expect(face != nil && typeface != nil && other == nil)
        face = nil
        #expect(typeface == nil)
    }

    @Test("PDFs that are drawn at once have the bytes of one that is drawn alone")
    func atOnce() async throws {
        @Sendable func draw(_ fonts: FontBook) throws -> [UInt8] {
            let texts = try (0..<8).map { try TestScenes.text("Loss $\\theta_{\($0)}$", fonts: fonts) }
            return try PDFRenderer.render(
                TestScenes.scene(texts), fonts: fonts,
                metadata: .init(title: "", subject: "", keywords: "", creator: ""))
        }
        let alone = try draw(try FontBook())
        for _ in 0..<40 {
            let fonts = try FontBook()
            try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<4 { group.addTask { try draw(fonts) } }
                for try await bytes in group { #expect(bytes == alone) }
            }
        }
    }

    @Test("PDFs of one book of fonts share its faces, which take no more memory for each")
    func memory() async {
        await #expect(processExitsWith: .success) {
            let fonts = try FontBook()
            func draw(_ count: Int) throws {
                for index in 0..<count {
                    let text = try TestScenes.text("Loss $\\theta_{\(index)}$", fonts: fonts)
                    _ = try PDFRenderer.render(
                        TestScenes.scene([text]), fonts: fonts,
                        metadata: .init(title: "", subject: "", keywords: "", creator: ""))
                }
            }
            try draw(10)
            let before = try residentBytes()
            try draw(50)
            let grown = try residentBytes() - before
            print("grown by \(grown) bytes")
            exit(grown < 4 << 20 ? EXIT_SUCCESS : EXIT_FAILURE)
        }
    }
}

/// What the process has in memory.
private func residentBytes() throws -> Int {
    // In pages, after the size of all its memory: proc(5).
    let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return (try #require(words.dropFirst().first.flatMap { Int($0) })) * sysconf(Int32(_SC_PAGESIZE))
}
