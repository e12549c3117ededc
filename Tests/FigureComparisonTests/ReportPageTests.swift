import FigureComparison
import Testing
import XMLReading

@Suite("Report page")
struct ReportPageTests {
    private static let hostile = "\"><script>alert(1)</script>&'\u{1B}\u{202E}.png"
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47]

    private func page(_ entries: [ReportPage.Entry], name: String = "a") -> String {
        let page = ReportPage(title: name, oldName: name, newName: name, entries: entries)
        return String(decoding: page.html, as: UTF8.self)
    }

    /// The elements and texts of a page: throws where it is not well-formed.
    private func elements(of page: String) throws -> [XMLElement] {
        let markup = page.drop { $0 != "\n" }.dropFirst()
        var reader = try XMLReader(Array(markup.utf8), file: "page")
        var found: [XMLElement] = []
        while let event = try reader.next() {
            if case .start(let element) = event { found.append(element) }
        }
        return found
    }

    private static let all = ReportPage.Outcome.allCases.map { outcome in
        ReportPage.Entry(
            name: hostile, outcome: outcome, words: [hostile, hostile],
            old: [.added, .missing].contains(outcome) ? nil : png,
            new: [.lost, .orphan].contains(outcome) ? nil : png, changes: outcome == .different ? png : nil)
    }

    @Test("Hostile names and words are text, and the page is well-formed")
    func hostile() throws {
        let text = page(ReportPageTests.all, name: ReportPageTests.hostile)
        let found = try elements(of: text)
        #expect(found.count { $0.name == "script" } == 1 && found.count { $0.name == "img" } == 11)
        #expect(found.count { $0.name == "section" } == ReportPage.Outcome.allCases.count)
        #expect(!text.contains("<script>alert") && !text.contains("\u{1B}") && !text.contains("\u{202E}"))
        #expect(text.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;\\u{1b}\\u{202e}.png"))
    }

    @Test("Nothing on the page is of another place")
    func selfContained() throws {
        let text = page(ReportPageTests.all)
        #expect(text == page(ReportPageTests.all), "The same findings give the same bytes")
        #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("url("))
        #expect(text.contains("content=\"default-src 'none'; img-src data:; style-src 'sha256-"))
        for element in try elements(of: text) {
            #expect(element["href"] == nil && element["onload"] == nil && element["style"] == nil)
            if let source = element["src"] { #expect(source.hasPrefix("data:image/png;base64,iVBORw==")) }
            if element.name == "img" { #expect(element["alt"]?.isEmpty == false) }
        }
    }

    @Test("The summary counts every outcome, and filters without figures are disabled")
    func summary() {
        let text = page(ReportPageTests.all)
        #expect(
            text.contains(">8 figures: 1 different, 2 in one tree only, 1 missing, 1 orphan, 1 error, 1 drift, 1 same<")
        )
        let one = page([ReportPage.Entry(name: "x", outcome: .same, words: [])])
        #expect(one.contains(">1 figure: 1 same<"))
        #expect(one.contains("data-show=\"drift\" disabled=\"\">") && one.contains("data-show=\"same\">"))
    }

    @Test("Figures that are the same are listed without images, PDFs told in words alone, SVGs are images")
    func kinds() {
        let pdf = Array("%PDF-1.7".utf8)
        let entries = [
            ReportPage.Entry(name: "s", outcome: .same, words: [], old: ReportPageTests.png, new: ReportPageTests.png),
            ReportPage.Entry(name: "p", outcome: .different, words: ["title lost"], old: pdf, new: pdf),
        ]
        let text = page(entries)
        #expect(!text.contains("<img") && text.contains("title lost") && text.contains("PDF files are not shown here"))
        let svg = Array("<svg/>".utf8)
        #expect(
            page([ReportPage.Entry(name: "v", outcome: .drift, words: [], old: svg, new: svg)])
                .contains("src=\"data:image/svg+xml;base64,PHN2Zy8+\""))
    }
}
