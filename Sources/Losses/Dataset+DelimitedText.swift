import Diagnostics
import Tables

extension Dataset {
    /// The samples as a comma-separated table, in UTF-8, that ``read(_:name:file:x:y:skipMissing:)`` reads back to the bit
    /// when it is given the same `x` and `y`.
    ///
    /// ```swift
    /// Dataset(name: "mine", x: [1], y: [0]).delimitedText(x: "dose, mg", y: nil)  // "dose, mg",y ⏎ 1.0,0.0 ⏎
    /// ```
    ///
    /// - Parameters:
    ///   - x: the header of the inputs; nil for "x", or another one where the targets are called so.
    ///   - y: the header of the targets; nil for "y", or another one where the inputs are called so.
    /// - Complexity: O(samples).
    public func delimitedText(x: String?, y: String?) -> [UInt8] {
        let headers = [x ?? (y == "x" ? "input" : "x"), y ?? (x == "y" ? "target" : "y")]
        let rows = zip(self.x, self.y).map { "\($0),\($1)\n" }
        return Array((headers.map(DelimitedText.field).joined(separator: ",") + "\n" + rows.joined()).utf8)
    }

    /// Reads two columns of a comma-, tab- or semicolon-separated table with a header line.
    ///
    /// ```swift
    /// let bytes = Array("x,y\n1,0\n2,NA\n".utf8)
    /// let (data, warnings) = try Dataset.read(
    ///     bytes, name: "mine", file: "mine.csv", x: nil, y: nil, skipMissing: true)  // one sample, one warning
    /// ```
    ///
    /// Values are decimal numbers such as `-1.5`, `.5` or `2e-3`, each read as the nearest double. Empty fields, `NA`,
    /// `N/A`, `NaN`, `null`, `?` and `-` are missing values. ``DelimitedText`` says how rows and fields are told apart.
    ///
    /// - Parameters:
    ///   - bytes: the whole file, in UTF-8.
    ///   - name: the name of the dataset.
    ///   - file: the name of the file, for errors.
    ///   - x: the header of the column of inputs; nil for the column called "x", or the first of two columns.
    ///   - y: the header of the column of targets; nil for the column called "y", or the second of two columns.
    ///   - skipMissing: whether rows with a missing value in one of the two columns are left out, with a warning,
    ///     instead of being an error.
    /// - Returns: the rows in the order of the file, and the warnings.
    /// - Throws: a `Diagnostic` with file, line and column for text that is not UTF-8 or not a table, for a column that
    ///   cannot be chosen, for a value that is missing or not a finite decimal number, and for no rows or more than
    ///   ``sampleLimit``.
    /// - Complexity: O(bytes); about 0.1 s for a million rows.
    public static func read(
        _ bytes: [UInt8], name: String, file: String, x: String?, y: String?, skipMissing: Bool
    ) throws -> (dataset: Dataset, warnings: [Diagnostic]) {
        try read(bytes, name: name, file: file, x: x, y: y, skipMissing: skipMissing, rowLimit: sampleLimit)
    }

    /// As the public one, with the bound on the rows as a parameter, so that a test can reach it.
    static func read(
        _ bytes: [UInt8], name: String, file: String, x: String?, y: String?, skipMissing: Bool, rowLimit: Int
    ) throws -> (dataset: Dataset, warnings: [Diagnostic]) {
        var text = try DelimitedText(bytes, file: file)
        let header = try text.readHeader()
        let columns = try header.choose(x: x, y: y)
        let headerPlace = text.place(of: text.fields[0])

        var (xs, ys): ([Double], [Double]) = ([], [])
        var rows = 0
        var firstMissing: Diagnostic.Place?
        while try text.readRow() {
            rows += 1
            guard rows <= rowLimit else {
                throw Diagnostic(
                    "there are more than \(rowLimit) rows", at: text.place(of: text.fields[0]),
                    hint: "give at most \(rowLimit)")
            }
            // Both are read before a missing one is skipped, so that no malformed value passes unseen.
            let x = try text.number(in: columns.x, of: header)
            let y = try text.number(in: columns.y, of: header)
            if let x, let y {
                xs.append(x)
                ys.append(y)
            } else {
                let missing = x == nil ? columns.x : columns.y
                guard skipMissing else { throw text.missing(in: missing, of: header) }
                firstMissing = firstMissing ?? text.place(of: text.fields[missing])
            }
        }
        guard !xs.isEmpty else {
            throw firstMissing.map {
                Diagnostic(
                    "every one of the \(rows) rows has a missing value", at: $0,
                    hint: "fill them in, or choose other columns with --x and --y")
            }
                ?? Diagnostic(
                    "there are no rows under the header", at: headerPlace, hint: "add at least one row of numbers")
        }
        let warnings = firstMissing.map {
            let (left, line) = (rows - xs.count, $0.line.map { ", the first in line \($0)" } ?? "")
            return Diagnostic("\(left) of \(rows) rows left out for a missing value\(line)", at: $0)
        }
        return (Dataset(name: name, x: xs, y: ys), warnings.map { [$0] } ?? [])
    }
}
