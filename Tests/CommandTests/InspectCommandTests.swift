import Foundation
import Testing

/// `lossplot inspect`, as a user runs it.
@Suite("inspect")
struct InspectCommandTests {
    private let directory = TemporaryDirectory()

    /// The repository's root.
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    @Test("A figure of every format says what it shows and what is proved", arguments: ["png", "svg", "pdf"])
    func words(format: String) throws {
        #expect(try directory.run("mse", "-q", "-o", "a.\(format)").status == 0)
        let result = try directory.run("inspect", "a.\(format)")
        #expect(result.status == 0 && result.error.isEmpty)
        #expect(result.text.contains("shows     the curve of mse with the sigmoid link, from −5 to 5\n"))
        #expect(result.text.contains("proved    mse: not convex, minima at (−0.04656, 0.2474), (1.558, 0.2299)\n"))
        let json = try directory.run("inspect", "--json", "a.\(format)")
        let tree = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(tree["format"] as? String == format)
        #expect((tree["subjects"] as? [[String: Any]])?.first?["verdict"] as? String == "not convex")
        #expect((tree["plan"] as? [String: Any])?["losses"] as? [String] == ["mse"])
    }

    @Test("The spec of every figure of the README draws it again, to the byte")
    func specs() throws {
        let figures = InspectCommandTests.root + "/plots/readme"
        try FileManager.default.copyItem(atPath: figures + "/tides.csv", toPath: directory.path + "/tides.csv")
        let names = try FileManager.default.contentsOfDirectory(atPath: figures).filter { $0.hasSuffix(".svg") }
        #expect(names.count >= 7)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(figures)/\(name)")))
            try Data(bytes).write(to: URL(fileURLWithPath: "\(directory.path)/\(name)"))
            let spec = try directory.run("inspect", "--spec", name)
            #expect(spec.status == 0, "\(spec.error)")
            try directory.write(spec.text, to: "again.yaml")
            let render = try directory.run("render", "-q", "--force", "again.yaml")
            #expect(render.status == 0, "\(name): \(render.error)")
            let outputs = try FileManager.default.contentsOfDirectory(atPath: directory.path + "/figures")
            let drawn = try #require(outputs.first { $0.hasSuffix(".svg") })
            #expect(directory.bytes(of: "figures/\(drawn)") == bytes, "\(name)")
            try FileManager.default.removeItem(atPath: directory.path + "/figures")
        }
    }

    @Test("Any text comes back from a spec, and a PNG at a scale of its own")
    func texts() throws {
        let title = "\"a\\b\": #&*!|>'%@` — 猫 🐱 $\\theta^2$"
        let drawn = try directory.run("ce", "--title", title, "--scale", "1.5", "--mark", "none", "-q", "-o", "a.png")
        #expect(drawn.status == 0, "\(drawn.error)")
        let spec = try directory.run("inspect", "--spec", "a.png")
        try directory.write(spec.text, to: "b.yaml")
        #expect(try directory.run("render", "-q", "b.yaml").status == 0)
        #expect(directory.bytes(of: "figures/b.en.png") == directory.bytes(of: "a.png"))
    }

    @Test("The zeros of a figure that marks them are proved again")
    func zeros() throws {
        for (marks, line) in [("zeros", "  x*(3*x - 1): 0, 0.3333\n"), ("verdict", nil)] as [(String, String?)] {
            #expect(try directory.run("plot", "x*(3*x - 1)", "--mark", marks, "-q", "-o", "z.svg").status == 0)
            let text = try directory.run("inspect", "z.svg").text
            #expect(text.contains("zeros") == (line != nil), "\(text)")
            if let line { #expect(text.contains(line), "\(text)") }
        }
        #expect(try directory.run("plot", "exp(x)", "--mark", "zeros", "-q", "-o", "z.svg").status == 0)
        #expect(try directory.run("inspect", "z.svg").text.contains("exp(x): none found\n"))
    }

    @Test(
        "Samples read back under the headers they had, whatever those hold",
        arguments: [
            ("dose, mg", "\"hit\""), ("a;b;c", "d\te\tf"), ("two\nlines", "y"), ("\u{FEFF}x", "x"), ("y", "out"),
        ])
    func headers(x: String, y: String) throws {
        let row = [x, y].map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        try directory.write("n,\(row)\n0,-1.25,0\n0,1e-3,1\n0,2,1\n", to: "d.csv")
        let arguments = ["ce", "--data", "d.csv", "--x", x, "--y", y, "-q", "-o"]
        let drawn = try Command(arguments + ["a.svg"], in: directory).run()
        #expect(drawn.status == 0, "\(drawn.error)")
        let samples = try directory.run("inspect", "--samples", "a.svg")
        #expect(samples.status == 0, "\(samples.error)")
        try directory.write(samples.text, to: "d.csv")
        let again = try Command(arguments + ["b.svg"], in: directory).run()
        #expect(again.status == 0, "\(again.error)")
        #expect(directory.bytes(of: "a.svg") == directory.bytes(of: "b.svg"))
    }

    @Test("The samples inside a figure draw it again")
    func samples() throws {
        try directory.write("dose,hit\n-1.25,0\n1e-3,1\n2,1\n", to: "d.csv")
        let arguments = ["ce", "--data", "d.csv", "--x", "dose", "--y", "hit", "-q", "-o"]
        #expect(try Command(arguments + ["a.svg"], in: directory).run().status == 0)
        let samples = try directory.run("inspect", "--samples", "a.svg")
        #expect(samples.text == "dose,hit\n-1.25,0.0\n0.001,1.0\n2.0,1.0\n")
        try directory.write(samples.text, to: "d.csv")
        #expect(try Command(arguments + ["b.svg"], in: directory).run().status == 0)
        #expect(directory.bytes(of: "a.svg") == directory.bytes(of: "b.svg"))
    }

    @Test("What cannot be inspected is told with the file, and the exit code is 2")
    func errors() throws {
        try directory.write("<svg/>", to: "foreign.svg")
        try directory.write("<svg>", to: "broken.svg")
        func error(_ arguments: String...) throws -> String {
            let result = try Command(["inspect"] + arguments, in: directory).run()
            #expect(result.status == 2 && result.output.isEmpty)
            return result.error
        }
        #expect(try error("foreign.svg").hasPrefix("lossplot: error: foreign.svg: there is no plan of lossplot's"))
        #expect(try error("broken.svg").hasPrefix("lossplot: error: broken.svg:1:6: the file ends within <svg>"))
        #expect(try error("none.svg").contains("cannot read 'none.svg'"))
        #expect(try error("foreign.svg", "--json", "--spec").contains("print different things"))
        #expect(try directory.run("plot", "sin(x)", "-q", "-o", "f.svg").status == 0)
        #expect(try error("f.svg", "--samples").contains("the figure is drawn from no samples"))
    }
}
