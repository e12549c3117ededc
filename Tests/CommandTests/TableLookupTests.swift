import Foundation
import Testing

/// Tables that stayed behind are found where they lie, and what is wrong with them is said.
@Suite("Tables of figures and certificates")
struct TableLookupTests {
    private let directory = TemporaryDirectory()
    private let table = "x,y\n" + (1...300).map { "\($0),\($0 % 3)\n" }.joined()

    /// Each reads the table of what was drawn and certified from `d.csv` into `out/`.
    private static let readers = [["inspect", "out/a.svg"], ["verify", "out/c.json"]]

    private func make() throws {
        try directory.write(table, to: "d.csv")
        try FileManager.default.createDirectory(atPath: directory.path + "/out", withIntermediateDirectories: true)
        let drawn = try directory.run(
            "mae", "--link", "identity", "--data", "d.csv", "-q", "-o", "out/a.svg")
        #expect(drawn.status == 0, "\(drawn.error)")
        let proved = try directory.run(
            "certify", "mse", "--link", "identity", "--data", "d.csv", "-q", "-o", "out/c.json")
        #expect(proved.status == 0, "\(proved.error)")
    }

    private func move(_ path: String, to place: String) throws {
        try FileManager.default.moveItem(
            atPath: directory.path + "/" + path, toPath: directory.path + "/" + place)
    }

    @Test("A table is found from where the command runs, beside the file and above it", arguments: readers)
    func places(arguments: [String]) throws {
        try make()
        #expect(try Command(arguments, in: directory).run().status == 0)
        // From another directory, with the table above the file.
        try FileManager.default.createDirectory(atPath: directory.path + "/cwd", withIntermediateDirectories: true)
        var far = Command([arguments[0], "../" + arguments[1]], in: directory)
        far.directory += "/cwd"
        let above = try far.run()
        #expect(above.status == 0, "\(above.error)")
        try move("d.csv", to: "out/d.csv")
        let beside = try Command(arguments, in: directory).run()
        #expect(beside.status == 0, "\(beside.error)")
    }

    @Test("One that is nowhere, one that is a directory and one that is too large are told apart", arguments: readers)
    func failures(arguments: [String]) throws {
        try make()
        try move("d.csv", to: "kept.csv")
        func error() throws -> String {
            let result = try Command(arguments, in: directory).run()
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.error.hasPrefix("lossplot: error: \(arguments[1]): "), "\(result.error)")
            return result.error
        }
        #expect(try error().contains("samples are in 'd.csv', which is not there; "))
        let path = directory.path + "/d.csv"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(try error().contains("cannot read 'd.csv': it is a directory; "))
        // What stands in the way of the first place does not hide the table in the next.
        try move("kept.csv", to: "out/d.csv")
        #expect(try Command(arguments, in: directory).run().status == 0)
        try move("out/d.csv", to: "kept.csv")
        try FileManager.default.removeItem(atPath: path)
        // Of no blocks.
        #expect(FileManager.default.createFile(atPath: path, contents: nil) && truncate(path, 1 << 30 + 1) == 0)
        #expect(try error().contains("cannot read 'd.csv': it is larger than 1024 MiB; "))
    }
}
