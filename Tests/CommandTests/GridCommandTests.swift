import Foundation
import TestSupport
import Testing

@Suite("Grids on the command line")
struct GridCommandTests {
    let directory = TemporaryDirectory()

    private func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: directory.path + "/" + name))
    }

    /// x y + y at (0, 1, 2) × (0, 1).
    private static let values = [0.0, 0, 0, 1, 2, 3]

    @Test("An array, a table and a matrix of the same values give the same lines")
    func forms() throws {
        try write(
            NPYBytes.file(NPYBytes.header("<f8", "(2, 3)"), elements: NPYBytes.doubles(GridCommandTests.values)),
            to: "g.npy")
        try directory.write("b,a,v\n0,0,0\n1,0,0\n2,0,0\n0,1,1\n1,1,2\n2,1,3\n", to: "g.csv")
        try directory.write(",0,1,2\n0,0,0,0\n1,1,2,3\n", to: "m.csv")
        var exports: [[UInt8]] = []
        for arguments in [["g.npy", "--x", "0:2", "--y", "0:1"], ["g.csv"], ["m.csv"]] {
            let all =
                ["surface", "--grid"] + arguments
                + [
                    "--levels", "0.5,1.5,2.5", "--x-label", "", "--y-label", "", "--no-fill", "--plot-size", "300x200",
                    "--export", "e.json",
                ]
            let result = try Command(all, in: directory).run()
            #expect(result.status == 0 && result.error == "")
            exports.append(directory.bytes(of: "e.json"))
        }
        #expect(!exports[0].isEmpty && exports[0] == exports[1] && exports[1] == exports[2])
    }

    @Test("A grid from standard input is a figure that carries its values")
    func standardInput() throws {
        var command = Command(["surface", "--grid", "-", "-o", "g.svg"], in: directory)
        command.input = Array(",0,1,2\n0,0,0,0\n1,1,2,3\n".utf8)
        let result = try command.run()
        #expect(result.status == 0 && result.error == "")
        let svg = String(decoding: directory.bytes(of: "g.svg"), as: UTF8.self)
        #expect(svg.contains(#""values":[0,0,0,1,2,3]"#) && svg.contains("color-bar"))
    }

    @Test(
        "What contradicts a grid, or is none, is one error with the place and the way out",
        arguments: [
            (["mse", "--grid", "g.csv"], "--grid replaces the loss 'mse'; use one of them"),
            (["--grid", "g.csv", "--samples", "7"], "--samples is for losses, and --grid holds values; leave it out"),
            (["--grid", "g.csv", "--link", "identity"], "--link is for losses, and --grid holds values; leave it out"),
            (["--grid", "g.csv", "--as", "curve"], "--as curve needs one parameter; use --as contour"),
            (
                ["--grid", "g.csv", "--x", "0:1"],
                "g.csv: the file has coordinates of its own, and x is given as well; leave x out; a part of the grid is what the window shows"
            ),
            (["--grid", "g.npy", "--x", "1:0"], "--x '1:0' is empty; turn it round"),
            (
                ["--grid", "none.npy"],
                "cannot read 'none.npy': No such file or directory; check the spelling of the path"
            ),
            (["--grid", "broken.csv"], "broken.csv:3:3: 'z' in column '0' is not a decimal number"),
            (
                ["--grid", "cut.npy"],
                "cut.npy: the shape (2, 3) at byte 60 needs 48 bytes of values, and 47 follow byte 128"
            ),
            (
                ["--grid", "holes.csv"],
                "no cell of 'holes' has values at all four corners in the window shown; fill some of the holes, or choose another window"
            ),
            (["--grid", "flat.csv"], "'flat' has one value, 1.0, in the window shown: there are no contours"),
            ([], "no loss is named"),
        ])
    func errors(arguments: [String], text: String) throws {
        let array = NPYBytes.file(
            NPYBytes.header("<f8", "(2, 3)"), elements: NPYBytes.doubles(GridCommandTests.values))
        try write(array, to: "g.npy")
        try write(array.dropLast(), to: "cut.npy")
        try directory.write(",0,1\n0,0,1\n1,1,2\n", to: "g.csv")
        try directory.write(",0,1\n0,0,1\n1,z,2\n", to: "broken.csv")
        try directory.write(",0,1\n0,1,1\n1,1,1\n", to: "flat.csv")
        try directory.write(",0,1,3\n0,1,2,3\n1,4,,6\n5,7,8,9\n", to: "holes.csv")
        let result = try Command(["surface"] + arguments + ["-o", "x.svg"], in: directory).run()
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("lossplot: error: " + text), "\(result.error)")
        #expect(result.error.split(separator: "\n").count <= 3)
        #expect(!directory.names.contains("x.svg"))
    }

    @Test("A million points are drawn in a second")
    func million() throws {
        let places = (0..<1001).map { Double($0) / 250 - 2 }
        let values = places.flatMap { y in places.map { x in x * x * x - 3 * x + y * y } }
        try write(
            NPYBytes.file(NPYBytes.header("<f8", "(1001, 1001)"), elements: NPYBytes.doubles(values)), to: "big.npy")
        let result = try directory.run("surface", "--grid", "big.npy", "--x=-2:2", "--y=-2:2", "-o", "big.svg")
        #expect(result.status == 0 && result.error == "")
        #expect(result.cpu <= (Command.isShipped ? 1 : 10))
        #expect(directory.bytes(of: "big.svg").count < 100_000)
    }

    @Test("A spec draws a grid of its repository, and none outside of it")
    func spec() throws {
        try FileManager.default.createDirectory(
            atPath: directory.path + "/plots/data", withIntermediateDirectories: true)
        let array = NPYBytes.file(
            NPYBytes.header("<f8", "(2, 3)"), elements: NPYBytes.doubles(GridCommandTests.values))
        try write(array, to: "plots/data/g.npy")
        try directory.write(
            "kind: contour\ngrid: {file: data/g.npy, x: [0, 2], y: 0:1}\ncolors: cividis\nfill: true\n",
            to: "plots/a.yaml")
        let result = try directory.run("render")
        #expect(result.text == "1 file written\n" && result.error == "" && result.status == 0)
        #expect(try directory.run("render").text.contains("up to date"))
        // The file itself counts, not only its name.
        try write(
            NPYBytes.file(NPYBytes.header("<f8", "(2, 3)"), elements: NPYBytes.doubles([0, 0, 0, 1, 2, 9])),
            to: "plots/data/g.npy")
        #expect(try directory.run("render").text == "1 file written\n")
        for (text, error) in [
            ("kind: contour\ngrid: {file: ../../g.npy}\n", "plots/a.yaml:2:14: '../../g.npy' leaves the repository"),
            ("kind: contour\ngrid: {file: data/none.npy}\n", "plots/a.yaml:2:14: cannot read 'plots/data/none.npy'"),
        ] {
            try directory.write(text, to: "plots/a.yaml")
            let result = try directory.run("render")
            #expect(result.status == 2 && result.error.contains(error), "\(result.error)")
        }
        try directory.write("kind: contour\ngrid: {file: data/g.npy}\n", to: "plots/a.yaml")
        try write(array.dropLast(), to: "plots/data/g.npy")
        let cut = try directory.run("render")
        #expect(cut.status == 2 && cut.error.contains("plots/data/g.npy: the shape (2, 3)"), "\(cut.error)")
    }
}
