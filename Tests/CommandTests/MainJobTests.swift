import Foundation
import PNGCoding
import Testing

@Suite("The main job")
struct MainJobTests {
    let directory = TemporaryDirectory()

    @Test("lossplot mse --samples 7 -o mse.png writes a figure of 1600×1000 pixels and at most 60 KB, silently")
    func png() throws {
        let result = try directory.run("mse", "--samples", "7", "-o", "mse.png")
        #expect(result.status == 0)
        #expect(result.error == "")
        #expect(result.output.isEmpty)
        let bytes = directory.bytes(of: "mse.png")
        #expect(bytes.count <= 60_000)
        let image = try DecodedPNG.decode(bytes, limitPixels: 2_000_000)
        #expect(image.width == 1600)
        #expect(image.height == 1000)
        #expect(image.text["Title"] == "Mean squared error of a sigmoid is not convex")
        #expect(directory.names == ["mse.png"])
    }

    @Test("The SVG has at most 30 KB, is well-formed, and says what it shows")
    func svg() throws {
        #expect(try directory.run("mse", "--samples", "7", "-o", "mse.svg").status == 0)
        let bytes = directory.bytes(of: "mse.svg")
        #expect(bytes.count <= 30_000)
        let check = try Command(["--noout", "mse.svg"], in: directory).run(program: "xmllint")
        #expect(check.status == 0, "\(check.error)")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("<title id=\"mse-"))
        #expect(text.contains("role=\"img\""))
        #expect(text.contains("width=\"800px\""))
    }

    @Test("Live text makes the SVG smaller and keeps the words")
    func liveText() throws {
        #expect(try directory.run("mse", "--svg-text", "live", "-o", "live.svg").status == 0)
        #expect(try directory.run("mse", "-o", "outlines.svg").status == 0)
        #expect(directory.bytes(of: "live.svg").count < directory.bytes(of: "outlines.svg").count)
        #expect(
            String(decoding: directory.bytes(of: "live.svg"), as: UTF8.self).contains(
                ">Mean squared error of a sigmoid is not convex</text>"))
    }

    @Test("The PDF passes qpdf's check, and its text can be copied, Chinese too", arguments: ["en", "zh"])
    func pdf(language: String) throws {
        #expect(try directory.run("mse", "ce", "--lang", language, "-o", "f.pdf").status == 0)
        let check = try Command(["--check", "f.pdf"], in: directory).run(program: "qpdf")
        #expect(check.status == 0, "\(check.text)")
        let text = try Command(["f.pdf", "-"], in: directory).run(program: "pdftotext").text
        #expect(text.contains(language == "zh" ? "均方误差（sigmoid 输出）不是凸函数，交叉熵是" : "is not convex, cross-entropy is"))
    }

    @Test("Several outputs and the summary in one run agree with single runs")
    func severalOutputs() throws {
        let result = try directory.run("mse", "-o", "a.png", "-o", "a.svg", "-o", "a.PDF", "--json")
        #expect(result.status == 0)
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
        let outputs = try #require(summary["outputs"] as? [[String: Any]])
        #expect(outputs.compactMap { $0["format"] as? String } == ["png", "svg", "pdf"])
        for (index, name) in ["a.png", "a.svg", "a.PDF"].enumerated() {
            #expect(outputs[index]["bytes"] as? Int == directory.bytes(of: name).count)
        }
        #expect(try directory.run("mse", "-o", "b.svg").status == 0)
        #expect(directory.bytes(of: "a.svg") == directory.bytes(of: "b.svg"))
    }

    @Test("Standard output takes a figure as a file does")
    func standardOutput() throws {
        for format in ["png", "svg", "pdf"] {
            #expect(try directory.run("ce", "-o", "f.\(format)").status == 0)
            let piped = try directory.run("ce", "-o", "-", "--format", format)
            #expect(piped.status == 0)
            #expect(piped.output == directory.bytes(of: "f.\(format)"))
        }
    }

    @Test("An export holds the curve as cubics and as lines within 0.05 px of them, and its bound")
    func export() throws {
        #expect(try directory.run("mse", "ce", "--export", "e.json").status == 0)
        let export = try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: "e.json")))
        #expect(export.curves.map(\.name) == ["mse", "ce"])
        #expect(export.viewport.px.count == 2)
        for curve in export.curves {
            #expect(curve.bound_px <= 0.25)
            #expect(curve.evaluations.point <= 200)
            #expect(curve.evaluations.interval > 0)
            let line = try #require(curve.segments.first)
            #expect(line.first == curve.cubics.first?.first)
            #expect(line.last == curve.cubics.last?.last)
            #expect(line.count >= curve.cubics.count + 1)
        }
    }

    private struct Export: Decodable {
        var viewport: Window
        var curves: [Entry]

        struct Window: Decodable { var px: [Double] }
        struct Evaluations: Decodable { var point, interval: Int }
        struct Entry: Decodable {
            var name: String
            var evaluations: Evaluations
            var segments, cubics: [[[Double]]]
            // swift-format-ignore
            var bound_px: Double
        }
    }

    @Test("A loss that another flattens is named on the figure and in a warning that offers panels")
    func flatLoss() throws {
        let result = try directory.run("mse", "ce", "-o", "f.svg")
        #expect(result.status == 0)
        #expect(
            result.error
                == "lossplot: warning: mse spans only 5% of the y axis and looks flat; --panels gives each its own axis\n"
        )
        let figure = String(decoding: directory.bytes(of: "f.svg"), as: UTF8.self)
        #expect(figure.contains("MSE spans only 5% of this axis"))
        let panels = try directory.run("mse", "ce", "--panels", "-o", "p.svg")
        #expect(panels.error == "")
        #expect(String(decoding: directory.bytes(of: "p.svg"), as: UTF8.self).contains("-panel1-curve-ce\""))
        #expect(try directory.run("mse", "ce", "-q", "-o", "q.svg").error == "")
    }

    @Test("Help, version, completions and lists go to standard output with exit code 0")
    func information() throws {
        let help = try directory.run("--help")
        #expect(help.status == 0)
        #expect(help.text.contains("lossplot mse --samples 7 -o mse.png"))
        #expect(try directory.run("--version").text == "0.1.0\n")
        for (shell, option) in [("bash", "'--samples')"), ("zsh", "'--samples["), ("fish", "-l 'samples'")] {
            let script = try directory.run("--generate-completion-script", shell)
            #expect(script.status == 0)
            #expect(script.text.contains(option), "\(shell)")
        }
        #expect(try directory.run("list").text.contains("squared_error"))
        #expect(try directory.run("help", "list").status == 0)
    }
}
