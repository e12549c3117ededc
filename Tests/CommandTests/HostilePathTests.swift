import Foundation
import Testing

/// What lies where figures and specs are expected and is none: links, pipes, directories, names in other encodings.
@Suite("Hostile paths for diff, check, accept and inspect")
struct HostilePathTests {
    private let directory = TemporaryDirectory()

    private func draw(_ names: String...) throws {
        let result = try Command(["mse", "-q"] + names.flatMap { ["-o", $0] }, in: directory).run()
        #expect(result.status == 0, "\(result.error)")
    }

    private func make(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: directory.path + "/" + path, withIntermediateDirectories: true)
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: directory.path + "/" + path, withDestinationPath: target)
    }

    private func commit() throws {
        try make("plots")
        try directory.write("losses: mse\nformats: [svg, png]\n", to: "plots/a.yaml")
        #expect(try directory.run("render", "-q").status == 0)
    }

    /// A name that no String can hold.
    private func write(bytes name: [UInt8], in place: String) {
        let path = (Array((directory.path + "/" + place + "/").utf8) + name + [0]).map(CChar.init(bitPattern:))
        let file = open(path, O_CREAT | O_WRONLY, 0o644)
        #expect(file >= 0)
        close(file)
    }

    @Test("A link is what it leads to, and one that leads nowhere or in circles is named")
    func links() throws {
        try draw("a.svg")
        try link("link.svg", to: "a.svg")
        try link("lost.svg", to: "nowhere")
        try link("round.svg", to: "round.svg")
        #expect(try directory.run("diff", "a.svg", "link.svg").text == "no difference\n")
        #expect(try directory.run("diff", "a.svg", "a.svg").text == "no difference\n")
        for (name, reason) in [
            ("lost.svg", "No such file or directory"), ("round.svg", "Too many levels of symbolic links"),
        ] {
            for command in [["diff", "a.svg", name], ["inspect", name]] {
                let result = try Command(command, in: directory).run()
                #expect(result.status == 2 && result.output.isEmpty)
                #expect(result.error.hasPrefix("lossplot: error: cannot read '\(name)': \(reason)"), "\(result.error)")
            }
        }
    }

    @Test(
        "In trees, directories are entered whatever they are called, pipes are left out, links in circles are not followed"
    )
    func trees() throws {
        try make("old/part.svg")
        try make("new/part.svg")
        try draw("old/a.svg", "old/part.svg/b.svg", "new/a.svg", "new/part.svg/b.svg")
        #expect(mkfifo(directory.path + "/old/pipe.svg", 0o600) == 0)
        #expect(mkfifo(directory.path + "/new/pipe.svg", 0o600) == 0)
        try link("old/up", to: "..")
        let result = try directory.run("diff", "old", "new")
        #expect(result.status == 0 && result.text == "2 figures: 0 different, 0 drift, 2 same\n", "\(result.text)")
        try make("empty")
        try make("other")
        #expect(
            try directory.run("diff", "empty", "other").error.contains("there is no figure in 'empty' nor in 'other'"))
        let mixed = try directory.run("diff", "old", "new/a.svg")
        #expect(mixed.status == 2 && mixed.error.contains("'old' is a directory, and 'new/a.svg' is not"))
    }

    @Test("In trees, two spellings of a letter in bytes are two names")
    func normalForms() throws {
        try make("old")
        try make("new")
        let names = ["\u{E9}.svg", "e\u{301}.svg"]
        try draw("old/\(names[0])", "old/\(names[1])", "new/\(names[0])")
        #expect(try directory.run("mse", "--title", "New", "-q", "-o", "new/\(names[1])").status == 0)
        let result = try directory.run("diff", "old", "new")
        #expect(
            result.status == 1 && result.text.hasSuffix("2 figures: 1 different, 0 drift, 1 same\n"), "\(result.text)")
        try FileManager.default.removeItem(atPath: directory.path + "/new/" + names[1])
        let lost = try directory.run("diff", "old", "new")
        #expect(lost.text.contains("the figure \(names[1]) lost"), "\(lost.text)")
    }

    @Test("A picture of differences and a test report replace no figure and no spec")
    func replacing() throws {
        try draw("a.png", "b.png")
        try link("same.png", to: "a.png")
        let before = directory.bytes(of: "a.png")
        for name in ["a.png", "./a.png", "same.png"] {
            let result = try directory.run("diff", "a.png", "b.png", "--diff-image", name)
            #expect(result.status == 2 && result.error.contains("--diff-image '\(name)' is one of the figures"))
        }
        #expect(directory.bytes(of: "a.png") == before)
        try commit()
        for name in ["plots/figures/a.en.svg", "plots/a.yaml"] {
            let own = directory.bytes(of: name)
            let result = try directory.run("check", "--junit", name)
            #expect(result.status == 2 && result.error.contains("--junit '\(name)' is one of the specs or figures"))
            #expect(directory.bytes(of: name) == own)
        }
    }

    @Test("A page of changes replaces neither the test report beside it nor the gallery's directory")
    func reports() throws {
        try commit()
        try make("changes")
        for junit in ["changes/index.html", "./changes/index.html"] {
            let result = try directory.run("check", "--junit", junit, "--report", "changes/")
            #expect(result.status == 2 && result.error.contains("and the page of --report are one file"))
        }
        try link("junit.xml", to: "changes/index.html")
        let linked = try directory.run("check", "--junit", "junit.xml", "--report", "changes")
        #expect(linked.status == 2 && linked.error.contains("and the page of --report are one file"))
        try draw("a.png", "b.png")
        let image = try directory.run(
            "diff", "a.png", "b.png", "--diff-image", "changes/index.html", "--report", "changes")
        #expect(image.status == 2 && image.error.contains("--diff-image 'changes/index.html' and the page of --report"))
        let result = try directory.run("check", "--report", "./plots/figures")
        #expect(result.status == 2 && result.error.contains("is the directory of the figures"))
        for page in ["plots/figures/index.html", "changes/index.html"] {
            #expect(!FileManager.default.fileExists(atPath: directory.path + "/" + page))
        }
    }

    @Test("A pipe in the place of a figure is an error, and nothing waits for it")
    func pipes() throws {
        try commit()
        try FileManager.default.removeItem(atPath: directory.path + "/plots/figures/a.en.svg")
        #expect(mkfifo(directory.path + "/plots/figures/a.en.svg", 0o600) == 0)
        for command in ["check", "accept"] {
            let result = try directory.run(command)
            #expect(
                result.status == 2 && result.error.contains("plots/figures/a.en.svg"), "\(command): \(result.error)")
        }
    }

    @Test("However the directory is spelt, its figures are the same ones")
    func spellings() throws {
        try commit()
        try link("pl", to: "plots")
        for name in ["plots", "plots/", "plots//", "./plots/", "pl", "pl//"] {
            #expect(try directory.run("check", name).text == "2 files: 2 same\n", "\(name)")
            #expect(try directory.run("accept", name).text == "2 files up to date\n", "\(name)")
        }
        for name in ["", "plots/a.yaml", "nowhere"] {
            let result = try directory.run("check", name)
            #expect(result.status == 2 && result.error.contains("'\(name)' is no directory"), "\(result.error)")
        }
    }

    @Test("A name that is no UTF-8 is an error that says so, not a figure that is missing")
    func encodings() throws {
        try commit()
        write(bytes: [0x62, 0xFF] + Array(".svg".utf8), in: "plots/figures")
        for arguments in [["check"], ["accept", "--prune"], ["diff", "plots", "plots"]] {
            let result = try Command(arguments, in: directory).run()
            #expect(result.status == 2 && result.error.contains("is not UTF-8; rename it"), "\(result.error)")
        }
        try make("specs")
        try directory.write("losses: mse\n", to: "specs/a.yaml")
        write(bytes: [0xFF] + Array(".yaml".utf8), in: "specs")
        #expect(try directory.run("check", "specs").error.contains("is not UTF-8; rename it"))
    }

    @Test("A linked baseline is compared, and accept writes through the link")
    func linkedBaseline() throws {
        try commit()
        try FileManager.default.moveItem(
            atPath: directory.path + "/plots/figures/a.en.svg", toPath: directory.path + "/kept.svg")
        try link("plots/figures/a.en.svg", to: "../../kept.svg")
        #expect(try directory.run("check").text == "2 files: 2 same\n")
        try directory.write("losses: mse\nformats: [svg, png]\ntitle: New\n", to: "plots/a.yaml")
        #expect(try directory.run("accept", "-q").status == 0)
        #expect(String(decoding: directory.bytes(of: "kept.svg"), as: UTF8.self).contains("<title id=\"mse-"))
        #expect(try directory.run("check").status == 0)
        let target = try FileManager.default.destinationOfSymbolicLink(
            atPath: directory.path + "/plots/figures/a.en.svg")
        #expect(target == "../../kept.svg")
    }
}
