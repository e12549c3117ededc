import Foundation
import PNGCoding
import Testing

struct DiffCommandTests {
    private let directory = TemporaryDirectory()

    /// A white page with a black square.
    private func write(_ name: String, width: Int = 60, height: Int = 40, square x: Int) throws {
        let numbers = (0..<(width * height)).map { i in
            (x..<(x + 6)).contains(i % width) && (10..<16).contains(i / width) ? UInt8(1) : 0
        }
        let png = try EncodedPNG(numbers: numbers, width: width, height: height, colours: [0xFFFFFF, 0])
        try Data(png.bytes).write(to: URL(fileURLWithPath: directory.path + "/" + name))
    }

    @Test("Equal images give exit code 0 and say so")
    func same() throws {
        try write("a.png", square: 5)
        let result = try directory.run("diff", "a.png", "a.png")
        #expect(result.status == 0 && result.error.isEmpty)
        #expect(result.text == "no difference in 2400 pixels\n")
    }

    @Test("A difference gives exit code 1, its pixels and places, and a picture of it")
    func different() throws {
        try write("a.png", square: 5)
        try write("b.png", square: 45)
        let result = try directory.run("diff", "a.png", "b.png", "--diff-image", "d.png")
        #expect(result.status == 1)
        #expect(
            result.text == "72 pixels of 2,400 differ, in 2 places, the largest 6×6 at (5, 10)\n"
                + "note: a.png and b.png hold no plan of lossplot's: the pixels alone were compared\n")
        let image = try DecodedPNG.decode(directory.bytes(of: "d.png"), limitPixels: 2400)
        #expect((image.width, image.height) == (60, 40))
        #expect(Array(image.rgba[(4 * (12 * 60 + 47))..<(4 * (12 * 60 + 47) + 3)]) == [0xD4, 0, 0])
    }

    @Test("JSON holds the counts and the boxes")
    func json() throws {
        try write("a.png", square: 5)
        try write("b.png", square: 45)
        let result = try directory.run("diff", "--json", "a.png", "b.png")
        #expect(result.status == 1)
        let tree = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
        #expect(tree["result"] as? String == "different")
        let pixels = try #require(tree["pixels"] as? [String: Any])
        #expect(pixels["different"] as? Int == 72)
        #expect(pixels["total"] as? Int == 2400)
        #expect(pixels["boxes"] as? [[Int]] == [[5, 10, 6, 6], [45, 10, 6, 6]])
    }

    @Test("Images of two sizes are compared and the size is told")
    func sizes() throws {
        try write("a.png", square: 5)
        try write("b.png", width: 60, height: 50, square: 5)
        let result = try directory.run("diff", "a.png", "b.png")
        #expect(result.status == 1)
        #expect(
            result.text == "the image changed from 60×40 to 60×50 pixels\n"
                + "600 pixels of 3,000 differ, in 1 place, the largest 60×10 at (0, 40)\n"
                + "otherwise equal\n"
                + "note: a.png and b.png hold no plan of lossplot's: the pixels alone were compared\n")
    }

    @Test("Quiet prints nothing; a threshold of 1 finds nothing")
    func options() throws {
        try write("a.png", square: 5)
        try write("b.png", square: 45)
        let quiet = try directory.run("diff", "-q", "a.png", "b.png")
        #expect(quiet.status == 1 && quiet.output.isEmpty && quiet.error.isEmpty)
        #expect(try directory.run("diff", "--threshold", "1", "--include-aa", "a.png", "b.png").status == 0)
    }

    @Test("What is wrong is told with the file, and nothing is written")
    func errors() throws {
        try write("a.png", square: 5)
        try directory.write("not a picture", to: "text.png")
        func error(_ arguments: String...) throws -> String {
            let result = try Command(["diff"] + arguments, in: directory).run()
            #expect(result.status == 2 && result.output.isEmpty)
            return result.error
        }
        #expect(
            try error("a.png", "text.png", "--diff-image", "d.png")
                == "lossplot: error: text.png: this is no PNG, no SVG and no PDF; name a figure\n")
        #expect(!directory.names.contains("d.png"))
        try Data(directory.bytes(of: "a.png").dropLast(15)).write(to: URL(fileURLWithPath: directory.path + "/cut.png"))
        #expect(
            try error("cut.png", "a.png").hasPrefix(
                "lossplot: error: cut.png: cannot decode the PNG: the IDAT chunk at byte "))
        #expect(try error("a.png", "b.png").contains("cannot read 'b.png'"))
        #expect(
            try error("-", "-") == "lossplot: error: standard input cannot be both figures; name one of the files\n")
        #expect(
            try error("a.png", "a.png", "--threshold", "2").contains("--threshold '2' is not a number from 0.0 to 1.0"))
        #expect(try error("a.png", "a.png", "--json", "--diff-image", "-").contains("2 things go to standard output"))
    }

    // MARK: Figures with plans

    @Test("What changed is said in words, and drift only counts where it is to be strict")
    func words() throws {
        #expect(try directory.run("mse", "-q", "-o", "a.svg", "-o", "a.png").status == 0)
        #expect(try directory.run("mse", "--title", "Bent", "-q", "-o", "b.svg", "-o", "b.png").status == 0)
        for ending in ["svg", "png"] {
            let result = try directory.run("diff", "a.\(ending)", "b.\(ending)")
            #expect(result.status == 1)
            #expect(
                result.text.hasPrefix(
                    "title changed from 'Mean squared error of a sigmoid is not convex' to 'Bent'\n"))
            #expect(!result.text.contains("note:") && !result.text.contains("\u{1B}"))
        }
        #expect(try directory.run("diff", "a.svg", "a.png").status == 0)
        let touched = directory.bytes(of: "a.svg") + Array("<!-- kept -->".utf8)
        try Data(touched).write(to: URL(fileURLWithPath: directory.path + "/c.svg"))
        let drift = try directory.run("diff", "a.svg", "c.svg")
        #expect(drift.status == 0 && drift.text.hasPrefix("no difference but drift\n"))
        #expect(try directory.run("diff", "--strict", "-q", "a.svg", "c.svg").status == 1)
    }

    @Test("Trees are compared path by path, and what is in one only is listed")
    func trees() throws {
        for name in ["old/x", "new/x", "empty"] {
            try FileManager.default.createDirectory(
                atPath: directory.path + "/" + name, withIntermediateDirectories: true)
        }
        #expect(try directory.run("mse", "-q", "-o", "old/x/a.svg", "-o", "new/x/a.svg", "-o", "old/b.svg").status == 0)
        #expect(try directory.run("mse", "--title", "T", "-q", "-o", "new/c.svg").status == 0)
        let result = try directory.run("diff", "old", "new")
        #expect(result.status == 1)
        #expect(
            result.text == "b.svg: different\n  the figure b.svg lost\nc.svg: different\n  the figure c.svg added\n"
                + "3 figures: 2 different, 0 drift, 1 same\n")
        let json = try directory.run("diff", "--json", "old", "new")
        let tree = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(
            (tree["pairs"] as? [[String: Any]])?.map { $0["result"] as? String } == ["different", "different", "same"])
        #expect(try directory.run("diff", "old", "old").status == 0)
        for other in ["empty", "new/c.svg"] {
            let failure = try directory.run("diff", "old", other)
            #expect(failure.status == 2 && failure.output.isEmpty && !failure.error.isEmpty)
        }
    }

    @Test("A tolerance is by name, and a wrong one is refused")
    func tolerances() throws {
        #expect(try directory.run("mse", "-q", "-o", "a.svg").status == 0)
        let moved = String(decoding: directory.bytes(of: "a.svg"), as: UTF8.self)
            .replacingOccurrences(of: "<path d=\"M14 117.67c", with: "<path d=\"M14 118.17c")
        try directory.write(moved, to: "b.svg")
        let result = try directory.run("diff", "a.svg", "b.svg")
        #expect(result.status == 1 && result.text.hasPrefix("curve mse moved up to 0.5 px ("), "\(result.text)")
        #expect(try directory.run("diff", "a.svg", "b.svg", "--tolerance", "curve=0.6px,text=2").status == 0)
        #expect(
            try directory.run("diff", "a.svg", "b.svg", "--tolerance", "bend=1").error.contains("there is no 'bend'"))
        #expect(try directory.run("diff", "a.svg", "b.svg", "--tolerance", "text=-1").status == 2)
    }
}
