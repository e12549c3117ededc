import Foundation
import Testing

/// What `lossplot check` leaves for continuous integration: a page, and annotations at the lines of specs.
@Suite("Reports of check")
struct CheckReportTests {
    private let directory = TemporaryDirectory()

    private func commit(_ specs: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: directory.path + "/plots", withIntermediateDirectories: true)
        for (name, text) in specs { try directory.write(text, to: "plots/\(name)") }
        let result = try directory.run("render", "-q")
        #expect(result.status == 0, "\(result.error)")
    }

    private static let simple = "losses: mse\nmarks: none\nformats: [svg, png]\ntitle: Old\n"

    private func annotations() throws -> [String] {
        let result = try directory.run("check", "--annotations", "-q")
        return result.error.split(separator: "\n").map(String.init).filter { $0.hasPrefix("::error ") }
    }

    // MARK: Annotations

    struct Edit: Sendable {
        var old: String
        var new: String
        /// `LINE,COLUMN: words` of each annotation.
        var annotations: [String]
    }

    @Test(
        "Each annotation stands at the key that was changed, with what follows from it",
        arguments: [
            Edit(old: "title: Old", new: "title: New", annotations: ["4,1: title changed from 'Old' to 'New'"]),
            Edit(
                old: "marks: none\n", new: "marks: none\ntheta: [-4, 6]\n",
                annotations: ["3,1: horizontal window changed from"]),
            Edit(
                old: "losses: mse\nmarks: none\nformats: [svg, png]\ntitle: Old",
                new: "kind: contour\ntitle: New\nlosses: mse\nmarks: none\ncolors: cividis",
                annotations: ["2,1: title changed", "1,1: kind of figure changed from"]),
            Edit(old: "formats", new: "y-range: [0, 1]\nformats", annotations: ["3,1: range of the y axis changed"]),
            Edit(
                old: "title: Old", new: "data: {samples: 8}\ntitle: Old", annotations: ["4,1: built-in samples: 7 → 8"]),
            Edit(old: "title: Old", new: "themes: paper\ntitle: Old", annotations: ["4,1: theme changed from"]),
            Edit(
                old: "title: Old", new: "title: New\ncaption: C\nx-label: t",
                annotations: ["4,1: title changed", "5,1: caption 'C' added", "6,1: label of the x axis changed"]),
            Edit(
                old: "marks: none\n", new: "",
                annotations: ["1,1: marks"]),
        ])
    func keys(edit: Edit) throws {
        try commit(["a.yaml": Self.simple])
        try directory.write(Self.simple.replacingOccurrences(of: edit.old, with: edit.new), to: "plots/a.yaml")
        let found = try annotations().filter { $0.contains("plots/figures/a.en.svg") }
        let told = edit.annotations.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        #expect(found.count == told.count, "\(found)")
        for expected in told {
            let place = expected[0].split(separator: ",")
            let head = "::error file=plots/a.yaml,line=\(place[0]),col=\(place[1]),title=figure different::"
            #expect(
                found.contains { $0.hasPrefix(head) && $0.contains("%0A\(expected[1].dropFirst())") },
                "\(expected): \(found)")
        }
    }

    @Test(
        "What was not changed in the spec stands at what is drawn; files of no spec at themselves; errors at the value")
    func others() throws {
        try commit(["a.yaml": "title: A\nlosses: mse\n", "b.yaml": "title: B\nlosses: mse\n"])
        let figures = directory.path + "/plots/figures/"
        try FileManager.default.moveItem(atPath: figures + "a.en.svg", toPath: figures + "c.svg")
        try directory.write("title: $B\nlosses: mse\n", to: "plots/b.yaml")
        let found = try annotations()
        #expect(
            found.contains { $0.hasPrefix("::error file=plots/a.yaml,line=2,col=1,title=figure missing::") }, "\(found)"
        )
        #expect(found.contains { $0.hasPrefix("::error file=plots/figures/c.svg,title=figure orphan::") }, "\(found)")
        #expect(
            found.contains {
                $0.hasPrefix("::error file=plots/b.yaml,line=1,col=8,title=the figure cannot be drawn::")
            },
            "\(found)")
        #expect(found.count == 3)
    }

    // MARK: The page

    @Test("The page shows what differs, and opens from the disk with every image")
    func page() throws {
        try commit(["a.yaml": Self.simple, "b.yaml": Self.simple, "c.yaml": Self.simple])
        let figures = directory.path + "/plots/figures/"
        try directory.write(Self.simple.replacingOccurrences(of: "Old", with: "New"), to: "plots/a.yaml")
        try FileManager.default.moveItem(atPath: figures + "b.en.svg", toPath: figures + "o.svg")
        try directory.write("losses: mse\nlink: nothing\n", to: "plots/c.yaml")
        let result = try directory.run("check", "--report", "out/report")
        #expect(result.status == 2)
        try FileManager.default.removeItem(atPath: figures + "o.svg")
        try directory.write(Self.simple, to: "plots/c.yaml")
        #expect(try directory.run("check", "--report", "report").status == 1)
        let found = try directory.probed(
            page: "report/index.html", width: 900, height: 6000,
            """
            await wait(300);found.images=[...page.images].map(i=>i.naturalWidth>0?i.alt:'!'+i.alt).join('|');
            found.summary=page.querySelector('#summary').textContent;
            found.words=page.querySelector('section li').textContent;
            found.head=page.querySelector('header').textContent;
            """)
        let paths = "plots/figures/"
        #expect(
            found["images"]
                == "\(paths)a.en.svg, old|\(paths)a.en.svg, new|\(paths)a.en.png, old|\(paths)a.en.png, new"
                + "|\(paths)a.en.png, changes|\(paths)b.en.svg, new")
        #expect(found["summary"] == "6 figures: 2 different, 1 missing, 3 same")
        #expect(found["words"] == "title changed from 'Old' to 'New'")
        #expect(found["head"]?.contains("Old: plots/figures, new: what the specs give") == true)
        // The first page told of what failed, too, and was made although the check is an error.
        let first = String(decoding: directory.bytes(of: "out/report/index.html"), as: UTF8.self)
        #expect(
            first.contains(">plots/c.yaml <") && first.contains("plots/c.yaml:2:7: link: &#39;nothing&#39; is unknown"))
        #expect(first.contains("data-outcome=\"error\""))
    }

    @Test("A page that is none of lossplot's reports is not replaced, and then nothing is drawn")
    func foreign() throws {
        try commit(["a.yaml": Self.simple])
        try directory.write("mine", to: "plots/figures/index.html")
        let result = try directory.run("check", "--report", "plots/figures")
        #expect(result.status == 2 && result.error.contains("'plots/figures/index.html' is no report"))
        #expect(result.output.isEmpty && directory.bytes(of: "plots/figures/index.html") == Array("mine".utf8))
    }
}
