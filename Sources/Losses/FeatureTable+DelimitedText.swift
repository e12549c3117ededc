import Diagnostics
import Tables

extension FeatureTable {
    /// Reads the columns of several inputs and one target of a delimited table with a header line.
    ///
    /// ```swift
    /// let bytes = Array("a,b,y\n1,0,1\n2,3,0\n".utf8)
    /// let (table, _) = try FeatureTable.read(
    ///     bytes, name: "runs", file: "runs.csv", x: ["a", "b"], y: nil, skipMissing: false)  // y is the rest
    /// ```
    ///
    /// The grammar is that of ``Dataset/read(_:name:file:x:y:skipMissing:)``.
    ///
    /// - Parameters:
    ///   - x: the headers of the inputs, one or more.
    ///   - y: the header of the targets; nil for the column called "y", or the only one that is left.
    ///   - skipMissing: whether rows with a missing value in one of the columns are left out, with a warning.
    /// - Throws: a `Diagnostic` with file, line and column.
    /// - Complexity: O(bytes).
    public static func read(
        _ bytes: [UInt8], name: String, file: String, x: [String], y: String?, skipMissing: Bool
    ) throws -> (table: FeatureTable, warnings: [Diagnostic]) {
        var text = try DelimitedText(bytes, file: file)
        let header = try text.readHeader()
        let chosen = try header.choose(features: x, y: y)
        let headerPlace = text.place(of: text.fields[0])
        let indices = chosen.features + [chosen.y]
        var columns = indices.map { _ in [Double]() }
        var row = indices.map { _ in 0.0 }
        var rows = 0
        var firstMissing: Diagnostic.Place?
        while try text.readRow() {
            rows += 1
            guard rows <= Dataset.sampleLimit else {
                throw Diagnostic(
                    "there are more than \(Dataset.sampleLimit) rows", at: text.place(of: text.fields[0]),
                    hint: "give at most \(Dataset.sampleLimit)")
            }
            // All are read before a missing one is skipped, so that no malformed value passes unseen.
            var missing: Int?
            for (place, index) in indices.enumerated() {
                if let value = try text.number(in: index, of: header) {
                    row[place] = value
                } else {
                    missing = missing ?? index
                }
            }
            if let missing {
                guard skipMissing else { throw text.missing(in: missing, of: header) }
                firstMissing = firstMissing ?? text.place(of: text.fields[missing])
            } else {
                for place in indices.indices { columns[place].append(row[place]) }
            }
        }
        let count = columns[0].count
        guard count > 0 else {
            throw firstMissing.map {
                Diagnostic(
                    "every one of the \(rows) rows has a missing value", at: $0,
                    hint: "fill them in, or choose other columns with --x and --y")
            }
                ?? Diagnostic(
                    "there are no rows under the header", at: headerPlace, hint: "add at least one row of numbers")
        }
        let warnings = firstMissing.map {
            Diagnostic("\(rows - count) of \(rows) rows left out for a missing value", at: $0)
        }
        let table = FeatureTable(
            name: name, features: chosen.features.map { header.names[$0] }, columns: Array(columns.dropLast()),
            y: columns[columns.count - 1])
        return (table, warnings.map { [$0] } ?? [])
    }
}

extension ColumnNames {
    /// The indices of several inputs and of the target.
    ///
    /// - Throws: a `Diagnostic` for a name that is unknown or given twice, and where the target is not clear.
    func choose(features: [String], y: String?) throws -> (features: [Int], y: Int) {
        var indices: [Int] = []
        for name in features {
            let index = try index(of: name)
            guard !indices.contains(index) else {
                throw Diagnostic(
                    "the column \(DelimitedText.quoted(name)) is asked for twice", at: place(of: index),
                    hint: "name each feature once")
            }
            indices.append(index)
        }
        let target: Int
        if let y {
            target = try index(of: y)
        } else {
            let rest = names.indices.filter { !indices.contains($0) }
            if let named = rest.first(where: { names[$0] == "y" }) {
                target = named
            } else if rest.count == 1 {
                target = rest[0]
            } else {
                throw Diagnostic(
                    "it is not clear which of the columns \(list) is y", at: place(of: 0), hint: "name it with --y")
            }
        }
        guard !indices.contains(target) else {
            throw Diagnostic(
                "the column \(DelimitedText.quoted(names[target])) is asked for as x and as y", at: place(of: target),
                hint: "choose two different columns")
        }
        return (indices, target)
    }
}
