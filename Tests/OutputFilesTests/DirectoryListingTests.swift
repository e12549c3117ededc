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
}
