import Diagnostics
import Testing

@testable import Losses

@Suite("Tables of several features")
struct FeatureTableTests {
    private func read(
        _ text: String, x: [String], y: String? = nil, skipMissing: Bool = false
    ) throws -> (table: FeatureTable, warnings: [Diagnostic]) {
        try FeatureTable.read(Array(text.utf8), name: "t", file: "t.csv", x: x, y: y, skipMissing: skipMissing)
    }

    @Test("Columns come in the order asked for, the target being the one called y or the one that is left")
    func columns() throws {
        let (table, warnings) = try read("a,b,y,c\n1,2,0,3\n4,5,1,6\n", x: ["c", "a"])
        #expect(table.features == ["c", "a"])
        #expect(table.columns == [[3, 6], [1, 4]])
        #expect(table.y == [0, 1])
        #expect(warnings.isEmpty)
        #expect(try read("a,b,t\n1,2,0\n", x: ["a", "b"]).table.y == [0])
    }

    @Test("Rows with a missing value are left out, with a warning, when that is asked for")
    func missing() throws {
        let (table, warnings) = try read("a,b,y\n1,NA,0\n4,5,1\n", x: ["a", "b"], skipMissing: true)
        #expect(table.count == 1)
        #expect(warnings.map(\.message) == ["1 of 2 rows left out for a missing value"])
    }

    @Test(
        "What is wrong is named with its place",
        arguments: [
            ("a,b,y\n1,2,0\n", ["a", "a"], nil, "the column 'a' is asked for twice"),
            ("a,b,y\n1,2,0\n", ["a", "y"], "y", "is asked for as x and as y"),
            ("a,b,c\n1,2,0\n", ["a"], nil, "it is not clear which of the columns"),
            ("a,b,y\n1,2,0\n", ["d"], nil, "there is no column 'd'"), ("a,b,y\n", ["a"], nil, "there are no rows"),
            ("a,b,y\n1,,0\n", ["a", "b"], nil, "is missing"), ("a,b,y\n1,z,0\n", ["a", "b"], nil, "is not a decimal"),
        ] as [(String, [String], String?, String)])
    func errors(text: String, x: [String], y: String?, message: String) {
        #expect {
            try read(text, x: x, y: y)
        } throws: { error in
            let quoted = (error as? Diagnostic)?.description.replacing("\u{201C}", with: "'") ?? ""
            return quoted.contains(message) && quoted.contains("t.csv:")
        }
    }
}
