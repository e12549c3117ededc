import CurveSampling
import Diagnostics
import Tables

/// A grid in delimited text, in one of two forms.
///
/// - Three columns under a header, a row for each point, in any order: `x,y,loss`. The columns are those called x and y,
///   else the first two; the other one holds the values. Every x occurs with every y, once.
/// - A matrix: the first row holds the x, the first column the y, and what stands above it is empty or a name.
///
/// Numbers are decimal. A value that is empty, `NaN` or `NA` is a hole.
struct GridTable {
    let xs: [Double]
    let ys: [Double]
    /// Row by row.
    let values: [Double]
    let names: GridFile.Names?

    /// - Throws: a `Diagnostic` with file, line and column.
    init(_ bytes: [UInt8], file: String) throws {
        var text = try DelimitedText(bytes, file: file)
        guard try text.readRow() else {
            throw Diagnostic(
                "the file is empty", at: .init(file: file, line: 1, column: 1),
                hint: "give the columns x,y,value, or a matrix with x above and y on the left")
        }
        let isNumber = text.fields.map { text.isNumber($0) }
        if isNumber.count > 1, isNumber.dropFirst().allSatisfy({ $0 }) {
            guard !isNumber[0] else {
                throw Diagnostic(
                    "the first row holds numbers only, so that it is neither a header nor the x of a matrix",
                    at: text.place(of: text.fields[0]),
                    hint: "put x,y,value above three columns, or leave the corner of a matrix empty")
            }
            self = try GridTable(matrix: &text)
        } else {
            self = try GridTable(columns: &text)
        }
    }

    private init(xs: [Double], ys: [Double], values: [Double], names: GridFile.Names?) {
        (self.xs, self.ys, self.values, self.names) = (xs, ys, values, names)
    }

    /// A matrix whose first row is read.
    private init(matrix text: inout DelimitedText) throws {
        let header = ColumnNames(headerOf: text)
        let width = text.fields.count - 1
        var (xs, ys, rows) = ([Double](), [Double](), [[Double]]())
        var places: [Double: Diagnostic.Place] = [:]
        func add(_ column: Int, _ name: String, to list: inout [Double], _ text: DelimitedText) throws {
            let place = text.place(of: text.fields[column])
            guard let value = try text.number(in: column, of: header) else {
                throw Diagnostic("a coordinate \(name) is missing", at: place, hint: "fill it in")
            }
            if let before = places.updateValue(place, forKey: value) {
                throw Diagnostic(
                    "the \(name) \(value) stands in line \(before.line ?? 1), column \(before.column ?? 1) already",
                    at: place, hint: "give each \(name) once")
            }
            list.append(value)
        }
        for column in 1...width { try add(column, "x", to: &xs, text) }
        places = [:]
        while try text.readRow() {
            guard (rows.count + 1) * width <= GridFile.pointLimit else { throw GridTable.tooMany(text) }
            try add(0, "y", to: &ys, text)
            rows.append(try (1...width).map { try text.number(in: $0, of: header) ?? .nan })
        }
        try GridTable.checkArea(xs.count, ys.count, text)
        let (i, j) = (xs.indices.sorted { xs[$0] < xs[$1] }, ys.indices.sorted { ys[$0] < ys[$1] })
        self.init(
            xs: i.map { xs[$0] }, ys: j.map { ys[$0] }, values: j.flatMap { row in i.map { rows[row][$0] } }, names: nil
        )
    }

    /// Three columns whose header is read.
    private init(columns text: inout DelimitedText) throws {
        let header = ColumnNames(headerOf: text)
        guard header.names.count == 3 else {
            throw Diagnostic(
                "the first row holds \(header.list), which is neither three names nor the x of a matrix",
                at: header.place(of: 0),
                hint: "give the columns x,y,value, or a matrix with x above and y on the left")
        }
        let (xColumn, yColumn) =
            header.names.contains("x") && header.names.contains("y")
            ? (try header.index(of: "x"), try header.index(of: "y")) : (0, 1)
        let valueColumn = 3 - xColumn - yColumn
        var points: [(x: Double, y: Double, value: Double, line: Int)] = []
        while try text.readRow() {
            guard points.count < GridFile.pointLimit else { throw GridTable.tooMany(text) }
            func coordinate(_ column: Int) throws -> Double {
                if let value = try text.number(in: column, of: header) { return value + 0 }
                throw Diagnostic(
                    "the coordinate in column \(DelimitedText.quoted(header.names[column])) is missing",
                    at: text.place(of: text.fields[column]), hint: "fill it in, or leave the row out")
            }
            let (x, y) = (try coordinate(xColumn), try coordinate(yColumn))
            points.append((x, y, try text.number(in: valueColumn, of: header) ?? .nan, text.fields[0].line))
        }
        let (xs, ys) = (GridTable.distinct(points.map(\.x)), GridTable.distinct(points.map(\.y)))
        try GridTable.checkArea(xs.count, ys.count, text)
        let (column, row) = (GridTable.indices(of: xs), GridTable.indices(of: ys))
        let keys = points.map { row[$0.y, default: 0] * xs.count + column[$0.x, default: 0] }
        let order = keys.enumerated().map { (key: $1, k: $0) }.sorted { ($0.key, $0.k) < ($1.key, $1.k) }
        for (place, entry) in order.enumerated() {
            let point = points[entry.k]
            if entry.key < place {
                throw Diagnostic(
                    "the point (\(point.x), \(point.y)) stands in line \(points[order[place - 1].k].line) already",
                    at: .init(file: text.file, line: point.line), hint: "give each point once")
            }
            if entry.key > place { throw GridTable.missing(place, xs, ys, text.file) }
        }
        guard order.count == xs.count * ys.count else { throw GridTable.missing(order.count, xs, ys, text.file) }
        let names = GridFile.Names(
            x: header.names[xColumn], y: header.names[yColumn], value: header.names[valueColumn])
        self.init(xs: xs, ys: ys, values: order.map { points[$0.k].value }, names: names)
    }

    private static func distinct(_ values: [Double]) -> [Double] {
        var distinct: [Double] = []
        for value in values.sorted() where value != distinct.last { distinct.append(value) }
        return distinct
    }

    private static func indices(of values: [Double]) -> [Double: Int] {
        Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    }

    private static func missing(_ place: Int, _ xs: [Double], _ ys: [Double], _ file: String) -> Diagnostic {
        Diagnostic(
            "there is no value at (\(xs[place % xs.count]), \(ys[place / xs.count])), and the \(xs.count) x and "
                + "\(ys.count) y are a grid's only if each x comes with each y",
            at: .init(file: file), hint: "add the row, with NaN for a hole; coordinates must agree to the last digit")
    }

    private static func checkArea(_ columns: Int, _ rows: Int, _ text: DelimitedText) throws {
        guard columns > 1, rows > 1 else {
            throw Diagnostic(
                "a grid of \(columns) x and \(rows) y has no area", at: .init(file: text.file),
                hint: "two of each at least")
        }
    }

    private static func tooMany(_ text: DelimitedText) -> Diagnostic {
        Diagnostic(
            "there are more than \(GridFile.pointLimit) points", at: text.place(of: text.fields[0]),
            hint: "give a coarser grid")
    }
}

extension DelimitedText {
    /// Whether the field holds a decimal number, of whatever size.
    fileprivate func isNumber(_ field: Field) -> Bool { DecimalNumeral(bytes, in: trimmed(field)) != .malformed }
}
