import Foundation
import Testing

/// `lossplot render`, as a user runs it.
@Suite("render")
struct RenderCommandTests {
    /// A directory with `plots/` and specs in it.
    private func directory(_ specs: [String: String]) throws -> TemporaryDirectory {
        let directory = TemporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: directory.path + "/plots/data", withIntermediateDirectories: true)
        for (name, text) in specs { try directory.write(text, to: "plots/\(name)") }
        return directory
    }

    private func outputs(_ directory: TemporaryDirectory) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory.path + "/plots/figures")) ?? []).sorted()
    }

    private func contents(_ directory: TemporaryDirectory) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: outputs(directory).map { ($0, directory.bytes(of: "plots/figures/\($0)")) })
    }

    @Test("A spec gives a file for every language, theme and format")
    func files() throws {
        let directory = try directory([
            "a.yaml": """
            losses: mse
            marks: none
            title: {en: A, zh: 甲}
            languages: [en, zh]
            themes: [paper, graphpaper-dark]
            formats: [svg, png]
            """
        ])
        let result = try directory.run("render")
        #expect(result.error == "")
        #expect(result.text == "8 files written\n" && result.status == 0)
        #expect(
            outputs(directory) == [
                "a.en.graphpaper-dark.png", "a.en.graphpaper-dark.svg", "a.en.png", "a.en.svg",
                "a.zh.graphpaper-dark.png", "a.zh.graphpaper-dark.svg", "a.zh.png", "a.zh.svg",
            ])
        let chinese = String(decoding: directory.bytes(of: "plots/figures/a.zh.svg"), as: UTF8.self)
        #expect(chinese.contains("<title id=") && chinese.contains(">甲</title>"))
    }

    @Test("A figure is the same from a spec as from the command line")
    func sameAsCommandLine() throws {
        let directory = try directory([
            "a.yaml": "losses: mse\ntheta: -4:4\nderivative: [0, 2]",
            "b.yaml": "kind: contour\nformulas: x^2 - a*y^2\nlet: {a: 0.5}\nlevels: [-1, 0, 1]\nsize: 400x300",
        ])
        let render = try directory.run("render", "plots/a.yaml", "plots/b.yaml")
        #expect(render.status == 0, "\(render.error)")
        let curve = try directory.run("mse", "--theta=-4:4", "--derivative", "0,2", "-o", "a.svg")
        let plot = try directory.run(
            "plot", "x^2 - a*y^2", "--let", "a=0.5", "--as", "contour", "--levels=-1,0,1", "--size", "400x300", "-o",
            "b.svg")
        #expect(curve.status == 0 && plot.status == 0)
        #expect(directory.bytes(of: "plots/figures/a.en.svg") == directory.bytes(of: "a.svg"))
        #expect(directory.bytes(of: "plots/figures/b.en.svg") == directory.bytes(of: "b.svg"))
    }

    @Test("What is up to date is left alone; what a change touches, is broken or asked for by force is drawn")
    func upToDate() throws {
        let spec = "losses: mse\nmarks: none\nformats: [svg, png]\nlanguages: [en, zh]\ntitle: {en: A, zh: 甲}\n"
        let directory = try directory(["a.yaml": spec])
        #expect(try directory.run("render").text == "4 files written\n")
        let first = contents(directory)
        // Damage that the plan does not tell stays: it shows what is left alone.
        let svg = directory.path + "/plots/figures/a.en.svg"
        let marked = String(decoding: directory.bytes(of: "plots/figures/a.en.svg"), as: UTF8.self)
            .replacingOccurrences(of: "<rect", with: "<!-- kept --><rect")
        try Data(marked.utf8).write(to: URL(fileURLWithPath: svg))
        #expect(try directory.run("render").text == "0 files written, 4 up to date\n")
        #expect(directory.bytes(of: "plots/figures/a.en.svg") == Array(marked.utf8))

        try directory.write(spec.replacingOccurrences(of: "甲", with: "乙"), to: "plots/a.yaml")
        #expect(try directory.run("render").text == "2 files written, 2 up to date\n")
        try directory.write(spec, to: "plots/a.yaml")
        #expect(try directory.run("render").text == "2 files written, 2 up to date\n")

        for name in ["a.zh.png", "a.zh.svg"] {
            let bytes = directory.bytes(of: "plots/figures/\(name)").dropLast(9)
            try Data(bytes).write(to: URL(fileURLWithPath: directory.path + "/plots/figures/\(name)"))
        }
        #expect(try directory.run("render").text == "2 files written, 2 up to date\n")
        // Another version of the program may draw the same plan otherwise.
        let old = marked.replacingOccurrences(of: "program=\"lossplot ", with: "program=\"lossplot 0.0.")
        try Data(old.utf8).write(to: URL(fileURLWithPath: svg))
        #expect(try directory.run("render").text == "1 file written, 3 up to date\n")
        try Data(marked.utf8).write(to: URL(fileURLWithPath: svg))
        #expect(try directory.run("render", "--force").text == "4 files written\n")
        #expect(contents(directory) == first)
    }

    @Test("Data that change make a figure out of date")
    func changedData() throws {
        let directory = try directory(["a.yaml": "losses: ce\nmarks: none\ndata: {file: data/runs.csv}"])
        try directory.write("x,y\n1,0\n2,1\n", to: "plots/data/runs.csv")
        #expect(try directory.run("render").text == "1 file written\n")
        #expect(try directory.run("render", "./plots").text == "0 files written, 1 up to date\n")
        try directory.write("x,y\n1,0\n3,1\n", to: "plots/data/runs.csv")
        #expect(try directory.run("render").text == "1 file written\n")
    }

    @Test("A figure that fails keeps all its files, the others are written, and every error is told")
    func noMixedState() throws {
        let good = "losses: mse\nmarks: none\nformats: [svg, png]"
        let directory = try directory(["a.yaml": good, "b.yaml": good, "c.yaml": good])
        #expect(try directory.run("render").text == "6 files written\n")
        let before = contents(directory)
        // The SVG could be drawn, the PNG is too large.
        try directory.write(good + "\ntitle: New\nsize: 30000x30000", to: "plots/a.yaml")
        try directory.write(good + "\ntitle: New\ntheta: 1", to: "plots/b.yaml")
        try directory.write(good + "\ntitle: New", to: "plots/c.yaml")
        let result = try directory.run("render")
        #expect(result.status == 2)
        #expect(result.text == "2 files written, 2 figures failed\n")
        let errors = result.error.split(separator: "\n")
        #expect(errors.count == 2)
        #expect(errors.first?.hasPrefix("lossplot: error: plots/a.yaml:5:7: ") == true, "\(result.error)")
        #expect(
            errors.last
                == "lossplot: error: plots/b.yaml:5:8: theta: '1' is not a range of two numbers; for example theta: [-4, 6]"
        )
        let after = contents(directory)
        #expect(after.keys == before.keys)
        for name in ["a.en.svg", "a.en.png", "b.en.svg", "b.en.png"] { #expect(after[name] == before[name]) }
        for name in ["c.en.svg", "c.en.png"] { #expect(after[name] != before[name]) }
    }

    @Test("An assertion that does not hold writes nothing and says what was found")
    func assertions() throws {
        let spec = """
            losses: [mse, ce]
            theta: -4:4
            assert:
              mse.verdict: not convex
              ce.verdict: convex
              mse.minima.count: 2
              mse.minima[1].theta: 1.558 ± 0.001
              mse.minima[1].value: 0.2299 +- 0.0001
              mse.inflections.count: 4
              J(mse, 0): 0.25 ± 1e-12
              J(ce, 0): 0.69314718056 ± 1e-11

            """
        let directory = try directory(["a.yaml": spec])
        let result = try directory.run("render", "-q")
        #expect(result.status == 0 && result.error == "" && result.text == "")
        let before = contents(directory)
        for (wrong, error) in [
            ("J(mse, 0): 0.26 ± 0.001", "fails: found 0.25"),
            ("ce.verdict: not convex", "fails: found strictly convex"),
            ("mse.minima.count: 1", "fails: found 2"),
            ("mse.minima[2].value: 0 ± 1", "no minimum 2 is proved; the last is 1"),
            ("hinge.verdict: convex", "the figure has no loss hinge; it has mse, ce"),
        ] {
            try directory.write(
                "losses: [mse, ce]\ntheta: -4:4\ntitle: New\nassert:\n  \(wrong)\n", to: "plots/a.yaml")
            let result = try directory.run("render")
            #expect(result.status == 2)
            #expect(
                result.error.hasPrefix("lossplot: error: plots/a.yaml:5:3: assertion '\(wrong)'"), "\(result.error)")
            #expect(result.error.contains(error), "\(result.error)")
            #expect(contents(directory) == before)
        }
    }

    @Test("What a failed assertion has found can be pasted into the spec")
    func pastedNumbers() throws {
        for (subject, quantity, tolerance) in [
            ("losses: mse", "mse.minima[0].theta", "± 0.001"), ("losses: mse", "mse.minima[0].theta", "+- 10⁻³"),
            ("losses: mse", "mse.minima[0].theta", "+− 1e-3"), ("formulas: (x + 1e-6)^2", "f[0].minima[0].x", "± 10⁻⁹"),
            ("formulas: 3e8*x", "J(f[0], −2)", "± 0.1"),
        ] {
            let head = "\(subject)\nassert:\n  \(quantity): "
            let directory = try directory(["a.yaml": head + "77 ± 0\n"])
            let error = try directory.run("render").error
            let found = try #require(error.firstMatch(of: /fails: found (.*?);/)?.1, "\(error)")
            #expect(found.hasPrefix("−"), "\(found)")
            try directory.write(head + "\(found) \(tolerance)\n", to: "plots/a.yaml")
            let result = try directory.run("render", "-q")
            #expect(result.status == 0, "\(result.error)")
        }
    }

    @Test("Twelve losses are drawn at the default size, without their formulas", arguments: ["en", "zh"])
    func twelve(language: String) throws {
        let losses = [
            "mse", "ce", "focal", "hinge", "squared_hinge", "exponential", "logcosh", "huber", "mae", "zero_one",
            "gaussian_nll", "label_smoothing",
        ]
        let directory = TemporaryDirectory()
        let result = try Command(losses + ["-q", "--lang", language, "-o", "m.svg"], in: directory).run()
        #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
        #expect(String(decoding: directory.bytes(of: "m.svg"), as: UTF8.self).contains("width=\"800\""))
    }

    @Test(
        "Data outside the repository are not read",
        arguments: [
            ("../../secret.csv", "leaves the repository"), ("/etc/passwd", "is no path within the repository"),
            ("link.csv", "leaves the repository through a symbolic link"),
            ("../plots/../../secret.csv", "leaves the repository"),
            ("no.csv", "cannot read 'plots/no.csv': No such file"),
        ])
    func paths(path: String, error: String) throws {
        let outside = TemporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: outside.path + "/repository/plots", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            atPath: outside.path + "/repository/.git", withIntermediateDirectories: true)
        try outside.write("x,y\n1,0\n2,1\n", to: "secret.csv")
        try FileManager.default.createSymbolicLink(
            atPath: outside.path + "/repository/plots/link.csv", withDestinationPath: "../../secret.csv")
        try outside.write("losses: ce\ndata:\n  file: \(path)\n", to: "repository/plots/a.yaml")
        var command = Command(["render"], in: outside)
        command.directory += "/repository"
        let result = try command.run()
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("lossplot: error: plots/a.yaml:3:9: "), "\(result.error)")
        #expect(result.error.contains(error), "\(result.error)")
    }

    @Test("Data beside the plots but within the repository are read, and errors in them name the file")
    func dataBeside() throws {
        let directory = try directory(["a.yaml": "losses: ce\nmarks: none\ndata: {file: ../runs.csv}"])
        try FileManager.default.createDirectory(atPath: directory.path + "/.git", withIntermediateDirectories: true)
        try directory.write("x,y\n1,0\n2,1\n", to: "runs.csv")
        #expect(try directory.run("render").status == 0)
        try directory.write("x,y\n1,0\n2,yes\n", to: "runs.csv")
        let result = try directory.run("render")
        #expect(result.error.hasPrefix("lossplot: error: plots/../runs.csv:3:3: "), "\(result.error)")
    }

    @Test("Two specs with one output are refused")
    func sharedOutput() throws {
        let directory = try directory(["a.yaml": "losses: mse", "b.yaml": "losses: ce\nname: a"])
        let result = try directory.run("render")
        #expect(
            result.error
                == "lossplot: error: 'plots/figures/a.en.svg' is an output of 'plots/a.yaml' and of 'plots/b.yaml'; give one of them a name: of its own\n"
        )
        #expect(result.status == 2 && outputs(directory).isEmpty)
    }

    @Test("Without a spec there is a hint")
    func noSpecs() throws {
        let directory = try directory([:])
        let empty = try directory.run("render")
        #expect(
            empty.error
                == "lossplot: error: there is no spec in 'plots'; write one, for example plots/mse.yaml with losses: mse\n"
        )
        let missing = try directory.run("render", "talks/a.yaml")
        #expect(missing.error.contains("cannot read 'talks/a.yaml'") && missing.status == 2)
    }

    @Test("list schema prints a JSON Schema")
    func schema() throws {
        let result = try TemporaryDirectory().run("list", "schema")
        let object = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
        #expect(object?["title"] as? String == "A figure of lossplot")
    }
}
