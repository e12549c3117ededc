/// A page that shows what a comparison of figures has found: in words, and both images on each other.
///
/// ```swift
/// let entry = ReportPage.Entry(name: "mse.svg", outcome: .different, words: ["title lost"], old: before, new: after)
/// let page = ReportPage(title: "Figures compared", oldName: "main", newName: "branch", entries: [entry])
/// try OutputFiles.write([OutputFile(path: "report/index.html", bytes: page.html)])
/// ```
///
/// It is one file that holds its images and asks for no other, from the disk or from a server. A content security policy
/// lets nothing run but its own script; figures stand in `img` elements, where an SVG runs no script either.
public struct ReportPage: Sendable {
    public var title: String
    /// What the old images are called, `plots/figures at 3f2a`.
    public var oldName: String
    public var newName: String
    /// In the order in which they are shown.
    public var entries: [Entry]

    public init(title: String, oldName: String, newName: String, entries: [Entry]) {
        self.title = title
        self.oldName = oldName
        self.newName = newName
        self.entries = entries
    }

    /// A figure that was compared.
    public struct Entry: Sendable {
        public var name: String
        public var outcome: Outcome
        /// A sentence each, without full stops; may be empty.
        public var words: [String]
        /// The files, nil where there is none. PNG and SVG are shown, and a PDF is named. Of figures that are the same none is.
        public var old: [UInt8]?
        public var new: [UInt8]?
        /// A PNG of the pixels that differ, if one was made.
        public var changes: [UInt8]?

        public init(
            name: String, outcome: Outcome, words: [String], old: [UInt8]? = nil, new: [UInt8]? = nil,
            changes: [UInt8]? = nil
        ) {
            self.name = name
            self.outcome = outcome
            self.words = words
            self.old = old
            self.new = new
            self.changes = changes
        }
    }

    public enum Outcome: String, CaseIterable, Sendable {
        case different, drift
        /// Of two trees, in the old one or in the new one alone.
        case lost, added
        /// Of specs, named by one and not there, or there and named by none.
        case missing, orphan
        /// What could not be drawn or compared.
        case error
        case same
    }

    /// With what every report begins, and no other page: whoever replaces a page can tell.
    public static let opening = "<!DOCTYPE html>\n<html lang=\"en\" data-page=\"lossplot-report\">\n"
}
