import LossPlots
import Losses
import Testing

@testable import FigureComparison

struct DataComparisonTests {
    private func words(_ old: [(Double, Double)], _ new: [(Double, Double)]) -> [String] {
        func reference(_ rows: [(Double, Double)]) -> DataReference {
            .inline(
                dataset: Dataset(name: "t", x: rows.map(\.0), y: rows.map(\.1)),
                source: .init(path: "t.csv", x: "", y: ""))
        }
        return DataComparison(old: reference(old), new: reference(new)).changes().map(\.what)
    }

    @Test("A value is named with row and column, rows lost and added by their place")
    func rows() {
        let rows = [(1.0, 0.0), (2, 1), (3, 0), (4, 1)]
        #expect(words(rows, rows).isEmpty)
        #expect(words(rows, [(1, 0), (2, 0.5), (3, 0), (4, 1)]) == ["data: row 2, y: 1.0 → 0.5"])
        #expect(words(rows, [(1, 0), (3, 0), (4, 1)]) == ["data: row 2, (2.0, 1.0), lost"])
        #expect(words(rows, rows + [(5, 0)]) == ["data: row 5, (5.0, 0.0), added"])
        let many = words(rows.map { ($0.0, 0.5) }, rows.map { ($0.0 + 1, 2) })
        #expect(many.count == 6 && many.last == "data: and 3 more changes of values or rows")
    }

    @Test("Counts and values of a plan that nobody has checked are compared, however large")
    func unchecked() {
        func changes(_ old: DataReference, _ new: DataReference) -> [FigureChange] {
            DataComparison(old: old, new: new).changes()
        }
        let built = changes(.outlier(samples: .min), .outlier(samples: 7))
        #expect(built.map(\.what) == ["built-in samples: \(Int.min) → 7"] && built[0].size == 0x1p63)
        func external(_ samples: Int) -> DataReference {
            .external(samples: samples, sha256: "", source: .init(path: "t.csv", x: "", y: ""))
        }
        #expect(changes(external(.min), external(.max)).map(\.size) == [0x1p64])
        let far = words([(-1e308, 0)], [(1.5e308, 0)])
        #expect(far == ["data: row 1, x: -1e+308 → 1.5e+308"])
    }

    @Test("A change beyond all numbers has no size, since JSON has no word for it")
    func endless() throws {
        let change = FigureChange(.data, "row 1", "far", size: .infinity, unit: "x")
        #expect(change.size == nil)
        #expect(try FigureDifference(result: .different, changes: [change]).json.contains(#""size":null"#))
    }
}
