import Diagnostics
import Foundation
import Testing

@testable import OutputFiles

@Suite("Directory listing")
struct DirectoryListingTests {
    @Test("Files and directories are named, hidden ones are not")
    func names() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: place) }
        try FileManager.default.createDirectory(
            at: place.appendingPathComponent("inner"), withIntermediateDirectories: true)
        for name in ["a.yaml", ".hidden", "损失.svg"] {
            try Data().write(to: place.appendingPathComponent(name))
        }
        #expect(try DirectoryListing.names(in: place.path).sorted() == ["a.yaml", "inner", "损失.svg"])
    }

    @Test("A directory that is not there is named with the reason")
    func absent() {
        let error = #expect(throws: Diagnostic.self) { try DirectoryListing.names(in: "/nonexistent/plots") }
        #expect(
            error?.description
                == "cannot read '/nonexistent/plots': No such file or directory; check its permissions")
    }

    @Test("A name that is no UTF-8 is named, unless nobody asks for such names")
    func encodings() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: place) }
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let path = Array((place.path + "/").utf8).map(CChar.init(bitPattern:)) + [0x62, -1, 0]
        let file = open(path, O_CREAT | O_WRONLY, 0o600)
        #expect(file >= 0)
        close(file)
        let error = #expect(throws: Diagnostic.self) { try DirectoryListing.names(in: place.path) }
        #expect(
            error?.description
                == "the name of 'b\u{FFFD}' in '\(place.path)' is not UTF-8; rename it, for example with convmv")
        #expect(try DirectoryListing.names(in: place.path) { $0.hasSuffix(".yaml") } == [])
    }
}
