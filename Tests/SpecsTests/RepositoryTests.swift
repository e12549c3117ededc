import Diagnostics
import Foundation
import Testing

@testable import Specs

@Suite("The directory that a spec's paths may not leave")
struct RepositoryTests {
    private let place = Diagnostic.Place(file: "figure.yaml", line: 3, column: 7)

    @Test("A spec in the root directory names the files below it")
    func rootDirectory() throws {
        let repository = try Repository(of: "/figure.yaml")
        #expect(try repository.path(of: "etc/passwd", namedAt: place) == "/etc/passwd")
        #expect(try repository.path(of: "etc/../etc/./passwd", namedAt: place) == "/etc/../etc/./passwd")
        #expect(throws: Diagnostic("'../etc/passwd' leaves the repository", at: place, hint: "move the file into it")) {
            try repository.path(of: "../etc/passwd", namedAt: place)
        }
    }

    @Test("Of a spec in no repository it is the spec's own, and in one the repository's")
    func directories() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("lossplot-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: root + "/plots", withIntermediateDirectories: true)
        for name in ["/data.csv", "/plots/data.csv"] {
            try Data("x,y\n".utf8).write(to: URL(fileURLWithPath: root + name))
        }
        let alone = try Repository(of: root + "/plots/figure.yaml")
        #expect(try alone.path(of: "data.csv", namedAt: place) == root + "/plots/data.csv")
        #expect(throws: Diagnostic("'../data.csv' leaves the repository", at: place, hint: "move the file into it")) {
            try alone.path(of: "../data.csv", namedAt: place)
        }
        try FileManager.default.createDirectory(atPath: root + "/.git", withIntermediateDirectories: true)
        let repository = try Repository(of: root + "/plots/figure.yaml")
        #expect(try repository.path(of: "../data.csv", namedAt: place) == root + "/plots/../data.csv")
        #expect(throws: Diagnostic("'../../data.csv' leaves the repository", at: place, hint: "move the file into it"))
        {
            try repository.path(of: "../../data.csv", namedAt: place)
        }
    }
}
