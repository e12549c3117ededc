import Foundation
import FoundationXML
import Testing

/// `lossplot check` and `lossplot accept`, as a user runs them.
@Suite("check and accept")
struct CheckCommandTests {
    private let directory = TemporaryDirectory()

    /// Specs drawn and taken for committed.
    private func commit(_ specs: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: directory.path + "/plots", withIntermediateDirectories: true)
        for (name, text) in specs { try directory.write(text, to: "plots/\(name)") }
        let result = try directory.run("render", "--gallery", "-q")
        #expect(result.status == 0, "\(result.error)")
    }

    private static let simple = "losses: mse\nmarks: none\nformats: [svg, png]\ntitle: Old\n"

    private var contents: [String: [UInt8]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path + "/plots/figures")) ?? []
        return Dictionary(uniqueKeysWithValues: names.map { ($0, directory.bytes(of: "plots/figures/\($0)")) })
    }

    @Test("What the specs give is no difference, wherever the command runs")
    func same() throws {
        try commit(["a.yaml": Self.simple])
        let result = try directory.run("check")
        #expect(result.status == 0 && result.error == "")
        #expect(result.text == "3 files: 3 same\n")
        var inside = Command(["check", "."], in: directory)
        inside.directory += "/plots"
        #expect(try inside.run().text == "3 files: 3 same\n")
        #expect(try directory.run("accept").text == "3 files up to date\n")
    }

    @Test(
        "A change of the spec is told in words, and accepted",
        arguments: [
            ("title: Old", "title: New", "title changed from 'Old' to 'New'"),
            ("losses: mse", "losses: mse\ndata: {samples: 8}", "built-in samples: 7 → 8"),
        ])
    func changed(old: String, new: String, words: String) throws {
        try commit(["a.yaml": Self.simple])
        try directory.write(Self.simple.replacingOccurrences(of: old, with: new), to: "plots/a.yaml")
        let result = try directory.run("check")
        #expect(result.status == 1 && result.error == "")
        #expect(result.text.contains("plots/figures/a.en.svg"), "\(result.text)")
        #expect(result.text.contains("(plots/a.yaml): different\n  \(words)\n"), "\(result.text)")
        #expect(!result.text.contains("does not show"), "\(result.text)")
        let quiet = try directory.run("check", "-q")
        #expect(quiet.status == 1 && quiet.output.isEmpty && quiet.error.isEmpty)
        let accepted = try directory.run("accept")
        #expect(accepted.status == 0 && accepted.text.contains(words), "\(accepted.error)")
        #expect(try directory.run("check").status == 0)
    }

    @Test("Missing files and files of no spec are named; accept writes the one and removes the other only when told")
    func missingAndOrphan() throws {
        try commit(["a.yaml": Self.simple])
        let figures = directory.path + "/plots/figures/"
        try FileManager.default.moveItem(atPath: figures + "a.en.svg", toPath: figures + "o'l\n%d.svg")
        let result = try directory.run("check")
        #expect(result.status == 1)
        #expect(result.text.contains("plots/figures/a.en.svg (plots/a.yaml): missing\n"))
        #expect(result.text.contains("plots/figures/o'l\\u{a}%d.svg: orphan\n"))
        #expect(try directory.run("accept").text.contains("1 file accepted"))
        #expect(contents.keys.contains("o'l\n%d.svg"))
        #expect(try directory.run("accept", "--prune").text.contains("1 file removed"))
        #expect(contents.count == 3)
        #expect(try directory.run("check").status == 0)
    }

    @Test("A failed assertion is exit code 2 after the others are compared, and accept then writes nothing")
    func failed() throws {
        try commit(["a.yaml": Self.simple, "b.yaml": Self.simple])
        let before = contents
        try directory.write(Self.simple + "assert: {mse.verdict: convex}\n", to: "plots/a.yaml")
        try directory.write(Self.simple.replacingOccurrences(of: "Old", with: "New"), to: "plots/b.yaml")
        let result = try directory.run("check")
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("lossplot: error: plots/a.yaml:5:10: assertion"), "\(result.error)")
        #expect(result.text.contains("title changed from 'Old' to 'New'"))
        let accept = try directory.run("accept")
        #expect(accept.status == 2 && accept.error.contains("nothing was written: 1 spec failed"))
        #expect(contents == before)
    }

    @Test("Where one file cannot be written, none is")
    func unwritable() throws {
        try commit(["a.yaml": Self.simple])
        let figures = directory.path + "/plots/figures/"
        try directory.write(Self.simple.replacingOccurrences(of: "Old", with: "New"), to: "plots/a.yaml")
        try FileManager.default.removeItem(atPath: figures + "a.en.png")
        try FileManager.default.createDirectory(atPath: figures + "a.en.png", withIntermediateDirectories: true)
        let before = directory.bytes(of: "plots/figures/a.en.svg")
        #expect(try directory.run("check").status == 2)
        #expect(try directory.run("accept").status == 2)
        #expect(directory.bytes(of: "plots/figures/a.en.svg") == before)
    }

    @Test("A spec in JSON is found in its directory, and its figure is no orphan; a JSON Schema is no spec")
    func json() throws {
        try commit(["a.yaml": Self.simple, "j.json": "{\"losses\": [\"mae\"], \"marks\": \"none\"}"])
        try directory.write(try directory.run("list", "schema").text, to: "plots/schema.json")
        #expect(contents.keys.sorted() == ["a.en.png", "a.en.svg", "index.html", "j.en.svg"])
        #expect(try directory.run("check").text == "4 files: 4 same\n")
        #expect(try directory.run("accept", "--prune").text == "4 files up to date\n")
        #expect(contents.count == 4)
        let wrong = "{\"losses\": \"mae\",\n \"marks\": \"nine\"}"
        try directory.write(wrong, to: "plots/j.json")
        #expect(try directory.run("check").error.hasPrefix("lossplot: error: plots/j.json:2:11: "))
    }

    @Test("A spec that its directory would not show is refused: its figures would be orphans")
    func otherEnding() throws {
        try commit(["a.yaml": Self.simple])
        try directory.write(Self.simple, to: "plots/b.txt")
        let result = try directory.run("render", "plots/b.txt")
        #expect(result.status == 2)
        #expect(
            result.error
                == "lossplot: error: the name of 'plots/b.txt' is no spec's: 'lossplot check' would not find it beside its figures; end it with .yaml, .yml or .json\n"
        )
        #expect(!contents.keys.contains("b.en.svg"))
    }

    @Test("What could not be compared is replaced, and no more is asked of the user")
    func unreadable() throws {
        try commit(["a.yaml": Self.simple])
        try directory.write("", to: "plots/figures/a.en.svg")
        #expect(
            try directory.run("check").error
                == "lossplot: error: plots/figures/a.en.svg: the file is empty; take the one that the spec gives: lossplot accept plots\n"
        )
        #expect(
            try directory.run("accept").text
                == "plots/figures/a.en.svg: replaced, what was there could not be compared: the file is empty\n1 file accepted, 2 files up to date\n"
        )
        #expect(try directory.run("check").status == 0)
    }

    @Test("Nothing to compare is an error")
    func nothing() throws {
        try commit(["a.yaml": Self.simple])
        try FileManager.default.removeItem(atPath: directory.path + "/plots/figures")
        let result = try directory.run("check")
        #expect(result.status == 2 && result.error.contains("nothing was compared"), "\(result.error)")
        #expect(try directory.run("check", "no").error.hasPrefix("lossplot: error: 'no' is no directory"))
        #expect(try directory.run("accept").status == 0)
        #expect(try directory.run("check").status == 0)
    }

    @Test("JSON, JUnit's XML and annotations hold hostile names as text")
    func reports() throws {
        try commit(["a.yaml": Self.simple, "x,y%:<&\".yaml": Self.simple + "name: b\n"])
        for name in ["a.yaml", "x,y%:<&\".yaml"] {
            let text = Self.simple.replacingOccurrences(of: "Old", with: "'<&]]>%'")
            try directory.write(text + (name == "a.yaml" ? "" : "name: b\n"), to: "plots/\(name)")
        }
        let result = try directory.run("check", "--json", "--junit", "r.xml", "--annotations")
        #expect(result.status == 1, "\(result.error)")
        let entries = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
        let results = Dictionary(
            uniqueKeysWithValues: entries.map { ($0["path"] as? String ?? "", $0["result"] as? String ?? "") })
        let figures = ["a.en.svg", "a.en.png", "b.en.svg", "b.en.png", "index.html"].map { "plots/figures/" + $0 }
        #expect(results == Dictionary(uniqueKeysWithValues: figures.map { ($0, "different") }))
        for entry in entries where entry["spec"] is String {
            let changes = try #require(entry["changes"] as? [[String: Any]])
            #expect(changes.map { $0["what"] as? String } == ["title changed from 'Old' to '<&]]>%'"])
            #expect(changes.map { $0["kind"] as? String } == ["text"])
            #expect(Set(changes[0].keys) == ["kind", "where", "what", "size", "unit"])
        }
        let document = try XMLDocument(data: Data(directory.bytes(of: "r.xml")))
        #expect(try document.nodes(forXPath: "//testcase").count == 5)
        #expect(try document.nodes(forXPath: "//testcase/failure").count == 5)
        let words = try document.nodes(forXPath: "//failure/@message").compactMap(\.stringValue)
        #expect(words.count { $0 == "title changed from 'Old' to '<&]]>%'" } == 4, "\(words)")
        #expect(try document.nodes(forXPath: "/testsuites[@tests='5'][@failures='5'][@errors='0']").count == 1)
        #expect(try document.nodes(forXPath: "//testcase/error").isEmpty)
        let files = try document.nodes(forXPath: "//testcase/@file").compactMap(\.stringValue)
        #expect(files.contains("plots/x,y%:<&\".yaml"))
        #expect(result.error.contains("::error file=plots/x%2Cy%25%3A<&\".yaml,line=4,col=1,title=figure different::"))
        #expect(result.error.contains("%0Atitle changed from 'Old' to '<&]]>%25'"))
    }
}
