import Diagnostics

/// The header of a table, and the choice of two of its columns.
///
/// ```swift
/// let names = ColumnNames(headerOf: text)  // a DelimitedText whose first row is read
/// let columns = try names.choose(x: nil, y: "loss")
/// ```
package struct ColumnNames {
    /// The names without blanks around them, in the order of the columns.
    package let names: [String]
    private let text: DelimitedText

    /// Takes the row that `text` has read last as the header.
    package init(headerOf text: DelimitedText) {
        self.text = text
        names = text.fields.map { field in
            var name = Substring(text.text(of: field))
            while let first = name.first, first == " " || first == "\t" { name.removeFirst() }
            while let last = name.last, last == " " || last == "\t" { name.removeLast() }
            return String(name)
        }
    }

    /// The indices of the columns for the inputs and the targets.
    ///
    /// A column that is not asked for is the one called "x" or "y"; without those, a table of exactly two columns gives
    /// the first and the second, or the one that remains.
    ///
    /// - Throws: a `Diagnostic` for a name that is unknown or occurs twice, for one column asked for as both, and where
    ///   the choice is not clear.
    /// - Complexity: O(columns), and O(columns · 64²) for the suggestion in an error.
    package func choose(x: String?, y: String?) throws -> (x: Int, y: Int) {
        guard names.count > 1 else {
            throw Diagnostic(
                "there is only one column, \(list)", at: place(of: 0),
                hint: "give two columns, separated by a comma, a tab or a semicolon")
        }
        let asked = (x: try x.map(index), y: try y.map(index))
        switch asked {
        case (let x?, let y?):
            guard x != y else {
                throw Diagnostic(
                    "the column \(DelimitedText.quoted(names[x])) is asked for as x and as y", at: place(of: x),
                    hint: "choose two different columns")
            }
            return (x, y)
        case (let x?, nil): return (x, try remaining("y", besides: x))
        case (nil, let y?): return (try remaining("x", besides: y), y)
        case (nil, nil):
            if names.contains("x"), names.contains("y") { return (try index(of: "x"), try index(of: "y")) }
            guard names.count == 2 else {
                throw Diagnostic(
                    "it is not clear which of the columns \(list) are x and y", at: place(of: 0),
                    hint: "name them with --x and --y")
            }
            return (0, 1)
        }
    }

    /// The column for `role`, "x" or "y", when the other one was asked for.
    private func remaining(_ role: String, besides other: Int) throws -> Int {
        if names[other] != role, names.contains(role) { return try index(of: role) }
        guard names.count == 2 else {
            throw Diagnostic(
                "it is not clear which of the columns \(list) is \(role)", at: place(of: 0),
                hint: "name it with --\(role)")
        }
        return 1 - other
    }

    package func index(of name: String) throws -> Int {
        guard let index = names.firstIndex(of: name) else {
            // Longer names are not worth their edit distance.
            let candidates = names.lazy.filter { !$0.isEmpty && $0.utf8.count <= 64 }
            let nearest = Suggestion.nearest(to: name, among: candidates)
            throw Diagnostic(
                "there is no column \(DelimitedText.quoted(name)) among \(list)", at: place(of: 0),
                hint: nearest.map { "did you mean \(DelimitedText.quoted($0))?" } ?? "name one of these")
        }
        if let again = names[(index + 1)...].firstIndex(of: name) {
            throw Diagnostic(
                "the name \(DelimitedText.quoted(name)) stands over the columns \(index + 1) and \(again + 1)",
                at: place(of: again), hint: "rename one of them")
        }
        return index
    }

    /// The names in quotes, at most eight.
    package var list: String {
        let shown = names.prefix(8).map(DelimitedText.quoted).joined(separator: ", ")
        return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
    }

    package func place(of column: Int) -> Diagnostic.Place { text.place(of: text.fields[column]) }
}
