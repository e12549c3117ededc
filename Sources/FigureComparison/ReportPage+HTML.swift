import Diagnostics
import FoundationEssentials
import LossPlots
import Pages

extension ReportPage {
    /// The page, UTF-8, and well-formed XML after its first line. The same findings give the same bytes.
    public var html: [UInt8] {
        let same = entries.filter { $0.outcome == .same }
        let sections = entries.filter { $0.outcome != .same }.map(section).joined()
        return Array(
            """
            \(ReportPage.opening)<head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '\(HTMLMarkup.source(ReportPage.style))'; script-src '\(HTMLMarkup.source(ReportPage.script))'; base-uri 'none'; form-action 'none'" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>\(text(title))</title>
            <style>\(ReportPage.style)</style>
            </head>
            <body>
            <header>
            <h1>\(text(title))</h1>
            <p>Old: <code>\(text(oldName))</code>, new: <code>\(text(newName))</code></p>
            <p id="summary">\(summary)</p>
            <nav aria-label="Figures" hidden="">\(filters)</nav>
            </header>
            <main>
            \(sections)\(same.isEmpty ? "" : list(same))</main>
            <script>\(ReportPage.script)</script>
            </body>
            </html>

            """.utf8)
    }

    // MARK: Summary

    private func count(_ outcomes: Outcome...) -> Int { entries.count { outcomes.contains($0.outcome) } }

    private var summary: String {
        let parts =
            [
                (count(.different), "different"), (count(.lost, .added), "in one tree only"),
                (count(.missing), "missing"),
                (count(.orphan), "orphan"), (count(.error), "error"), (count(.drift), "drift"),
            ].filter { $0.0 > 0 } + [(count(.same), "same")]
        return "\(entries.count) figure\(entries.count == 1 ? "" : "s"): "
            + parts.map { "\($0) \($1)" }.joined(separator: ", ")
    }

    private var filters: String {
        let choices = [
            ("All", Outcome.allCases), ("Different", [.different, .lost, .added, .missing, .orphan, .error]),
            ("Drift", [.drift]),
            ("Same", [.same]),
        ]
        return choices.map { label, outcomes in
            let isEmpty = !entries.contains { outcomes.contains($0.outcome) }
            return "<button type=\"button\" data-show=\"\(outcomes.map(\.rawValue).joined(separator: " "))\""
                + "\(isEmpty ? " disabled=\"\"" : "")>\(label)</button>"
        }.joined()
    }

    // MARK: Figures

    private func text(_ text: String) -> String { HTMLMarkup.escaped(Diagnostic.visible(text)) }

    private func list(_ same: [Entry]) -> String {
        let names = same.map { entry in
            let words = entry.words.isEmpty ? "" : ": " + entry.words.map(text).joined(separator: "; ")
            return "<li><code>\(text(entry.name))</code>\(words)</li>\n"
        }
        return "<section data-outcome=\"same\">\n<h2>The same</h2>\n<ul>\n\(names.joined())</ul>\n</section>\n"
    }

    private func section(_ entry: Entry) -> String {
        let words = entry.words.map { "<li>\(text($0))</li>\n" }.joined()
        var section = "<section data-outcome=\"\(entry.outcome.rawValue)\">\n"
        section += "<h2>\(text(entry.name)) <span class=\"outcome\">\(entry.outcome.rawValue)</span></h2>\n"
        if !words.isEmpty { section += "<ul>\n\(words)</ul>\n" }
        let files = [("Old", entry.old), ("New", entry.new)].compactMap { label, bytes in bytes.map { (label, $0) } }
        var figures = files.compactMap { label, bytes in figure(label, bytes, of: entry) }
        if figures.count < files.count {
            section += "<p class=\"quiet\">PDF files are not shown here: open them in a viewer.</p>\n"
        }
        // One of two images alone would look like all there is.
        guard figures.count == files.count, !figures.isEmpty else { return section + "</section>\n" }
        let isPair = figures.count == 2
        if isPair, let changes = entry.changes, let figure = figure("Changes", changes, of: entry) {
            figures.append(figure)
        }
        if isPair { section += controls(of: entry, showsChanges: figures.count == 3) }
        let sizes = Set(files.map { FileFormat(of: $0.1) }).count == 1 ? "own" : "one"
        section += "<div class=\"stage\" data-mode=\"\(isPair ? "side" : "one")\" data-sizes=\"\(sizes)\">\n"
        return section + figures.joined() + "</div>\n</section>\n"
    }

    private func controls(of entry: Entry, showsChanges: Bool) -> String {
        var modes = [("side", "Side by side"), ("swipe", "Swipe"), ("blink", "Blink")]
        if showsChanges { modes.append(("changes", "Changes")) }
        let buttons = modes.map { "<button type=\"button\" data-mode=\"\($0)\">\($1)</button>" }.joined()
        return """
            <div class="controls" hidden="">
            <div role="group" aria-label="View of \(text(entry.name))">\(buttons)</div>
            <label data-for="swipe">Old to the left of <input type="range" min="0" max="100" value="50" aria-label="Old to the left of, in percent of the width" /></label>
            <button type="button" data-for="blink" data-swap="">Swap by hand</button>
            </div>

            """
    }

    /// The colours of `DifferenceImage`.
    private static let legend =
        "Changes, over the old image in grey: red where pixels differ, magenta where their transparency alone does, "
        + "yellow where an edge is smoothed otherwise, blue-grey beyond both images"

    /// Nil for a PDF.
    private func figure(_ label: String, _ bytes: [UInt8], of entry: Entry) -> String? {
        let type: String
        switch FileFormat(of: bytes) {
        case .png: type = "image/png"
        case .svg: type = "image/svg+xml"
        case .pdf, nil: return nil
        }
        let caption = label == "Changes" ? ReportPage.legend : label
        return """
            <figure class="\(label.lowercased())"><figcaption>\(caption)</figcaption>
            <div class="frame"><img alt="\(text("\(entry.name), \(label.lowercased())"))" src="data:\(type);base64,\(Data(bytes).base64EncodedString())" /></div></figure>

            """
    }
}
