import Diagnostics
import TestSupport
import Testing

@testable import Losses

@Suite struct DatasetDelimitedTextTests {
    @Test(
        "The columns x and y are chosen by name, the only two by position",
        arguments: [
            ("x,y\n1,2", nil, nil), ("y,a,x\n2,0,1", nil, nil), ("in,out\n1,2", nil, nil), ("x,x\n1,2", nil, nil),
            ("y,x\n2,1", nil, nil), ("a,b,c\n0,2,1", "c", "b"), ("a,y,b\n1,2,0", "a", nil), ("x,b,y\n1,2,0", nil, "b"),
            ("x,y\n2,1", "y", nil), ("a,b\n2,1", "b", nil), ("a,b\n2,1", nil, "a"), (" a ;\"b\"\n1;2", "a", "b"),
        ] as [(String, String?, String?)])
    func chosenColumns(source: String, x: String?, y: String?) throws {
        let data = try read(source, x: x, y: y).dataset
        #expect(data == Dataset(name: "mine", x: [1], y: [2]))
    }

    @Test("Samples are written so that they read back, whatever their columns are called")
    func roundTrip() throws {
        var random = SplitMix64(seed: 1)
        let pieces = ["x", "y", ",", ";", "\t", "\"", "\n", "\r", "\r\n", "\u{FEFF}", "é", "剂量", "\u{301}", " "]
        func name() -> String? {
            let count = Int.random(in: 0...5, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            // As the header of a file gives it.
            let trimmed = text.drop { " \t".contains($0) }.reversed().drop { " \t".contains($0) }.reversed()
            return trimmed.isEmpty ? nil : String(trimmed)
        }
        var named = 0
        for _ in 0..<2_000 {
            let (x, y) = (name(), name())
            if let x, let y, x == y { continue }
            named += x != nil && y != nil ? 1 : 0
            let values = (0..<3).map { _ in
                (0..<2).map { _ in
                    Double(
                        sign: .plus, exponent: .random(in: -1000...1000, using: &random),
                        significand: .random(in: -2...2, using: &random))
                }
            }
            let data = Dataset(name: "mine", x: values.map { $0[0] }, y: values.map { $0[1] })
            let bytes = data.delimitedText(x: x, y: y)
            let result = try Dataset.read(bytes, name: "mine", file: "t", x: x, y: y, skipMissing: false)
            #expect(result.dataset == data, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(named > 1_000)
    }

    @Test("Headers that need no quotes have none, and unnamed columns are x and y where those are free")
    func headers() {
        let data = Dataset(name: "mine", x: [1], y: [-0.5])
        for (x, y, header) in [
            (nil, nil, "x,y"), ("dose", "hit rate", "dose,hit rate"), ("y", nil, "y,target"), (nil, "x", "input,x"),
            ("dose, mg", "5\" pipe", "\"dose, mg\",\"5\"\" pipe\""),
        ] as [(String?, String?, String)] {
            #expect(String(decoding: data.delimitedText(x: x, y: y), as: UTF8.self) == header + "\n1.0,-0.5\n")
        }
    }

    @Test(
        "A choice of columns that fails says which there are",
        arguments: [
            (
                "a,b,c\n1,2,3", nil, nil,
                "t:1:1: it is not clear which of the columns 'a', 'b', 'c' are x and y; name them with --x and --y"
            ),
            (
                "a,b,c,d,e,f,g,h,i,j\n", nil, nil,
                "t:1:1: it is not clear which of the columns 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' and 2 more are x and y; name them with --x and --y"
            ),
            (
                "a,b,c\n1,2,3", "a", nil,
                "t:1:1: it is not clear which of the columns 'a', 'b', 'c' is y; name it with --y"
            ),
            (
                "a,b,c\n1,2,3", nil, "a",
                "t:1:1: it is not clear which of the columns 'a', 'b', 'c' is x; name it with --x"
            ),
            (
                "time,loss\n1,2", "Time", "lss",
                "t:1:1: there is no column 'Time' among 'time', 'loss'; did you mean 'time'?"
            ),
            (
                "time,loss\n1,2", "weight", nil,
                "t:1:1: there is no column 'weight' among 'time', 'loss'; name one of these"
            ),
            (
                "a,b,a\n1,2,3", "a", "b", "t:1:5: the name 'a' stands over the columns 1 and 3; rename one of them"
            ),
            ("x,y,x\n1,2,3", nil, nil, "t:1:5: the name 'x' stands over the columns 1 and 3; rename one of them"),
            ("a,b\n1,2", "b", "b", "t:1:3: the column 'b' is asked for as x and as y; choose two different columns"),
            (
                "a\n1", nil, nil,
                "t:1:1: there is only one column, 'a'; give two columns, separated by a comma, a tab or a semicolon"
            ),
        ] as [(String, String?, String?, String)])
    func failedChoice(source: String, x: String?, y: String?, text: String) {
        #expect(errorText { try read(source, x: x, y: y) } == text)
    }

    @Test(
        "A file without a header or without rows is refused",
        arguments: [
            ("", "t:1:1: the file is empty; begin it with a header line such as x,y"),
            ("\n\n", "t:1:1: the file is empty; begin it with a header line such as x,y"),
            ("x,y\n", "t:1:1: there are no rows under the header; add at least one row of numbers"),
            (
                "\n1;2\n3;4\n",
                "t:2:1: the first row holds numbers instead of column names; put a header line such as x;y above it"
            ),
            (
                "1,NA\n3,4\n",
                "t:1:1: the first row holds numbers instead of column names; put a header line such as x,y above it"
            ),
        ])
    func noHeader(source: String, text: String) {
        #expect(errorText { try read(source) } == text)
    }

    @Test(
        "Decimal numerals are read as the nearest doubles",
        arguments: [
            "1", "+1.5", "-2e3", ".5", "5.", "-.5E-3", "007", "0.1", "1e22", "1e23", "9007199254740993",
            "9007199254740992.99999", "0.30000000000000004", "123456789012345678901234567890", "4.9e-324", "2.4e-324",
            "1.7976931348623157e308", "2.2250738585072011e-308", "-0", "1e-400", "0e999999999999",
            "8.41e21", "3.141592653589793238462643383279502884197169399375105820974944592307816406286",
        ])
    func values(numeral: String) throws {
        let data = try read("x,y\n \(numeral)\t,\"\(numeral)\"").dataset
        let expected = try #require(Double(numeral))
        #expect(data.x.map(\.bitPattern) == [expected.bitPattern])
        #expect(data.y.map(\.bitPattern) == [expected.bitPattern])
    }

    @Test(
        "Text that is not a finite decimal number is refused with its column",
        arguments: [
            (
                "abc",
                "'abc' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
            ),
            (
                "0x10",
                "'0x10' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
            ),
            (
                "-inf",
                "'-inf' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
            ),
            ("1e", "'1e' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"),
            (".", "'.' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"),
            (
                "1 2",
                "'1 2' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
            ),
            (
                " 1,5",
                "'1,5' in column 'y' is not a decimal number; write it with a decimal point and without thousands separators, as 1234.5"
            ),
            (
                "1,234.5",
                "'1,234.5' in column 'y' is not a decimal number; write it with a decimal point and without thousands separators, as 1234.5"
            ),
            (
                "\u{2212}1",
                "'\u{2212}1' in column 'y' is not a decimal number; write the minus sign as the ASCII character '-'"
            ),
            ("1e400", "'1e400' in column 'y' is too large for a double; give a magnitude below 1.8e308"),
            (
                "-1e99999999999999999999",
                "'-1e99999999999999999999' in column 'y' is too large for a double; give a magnitude below 1.8e308"
            ),
            (
                "\"\"\"1\"\"\"",
                "'\"1\"' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
            ),
            (
                String(repeating: "é", count: 41),
                "'\(String(repeating: "é", count: 40))…' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
            ),
        ])
    func badValue(value: String, text: String) {
        #expect(errorText { try read("x;y\n1;2\n3;\(value)\n") } == "t:3:3: " + text)
    }

    @Test("A missing value is an error that names the way to leave it out")
    func missingValue() {
        #expect(
            errorText { try read("x,y\n1,2\n ,4\n") }
                == "t:3:1: the value in column 'x' is missing; fill it in, or leave such rows out with --skip-missing"
        )
        #expect(
            errorText { try read("x,y\n1,na\n") }
                == "t:2:3: 'na' in column 'y' stands for a missing value; fill it in, or leave such rows out with --skip-missing"
        )
    }

    @Test(
        "Every word for a missing value is known, in any case and in quotes",
        arguments: ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?", "-", "\"\"", "\" n/a \""])
    func skippedRows(word: String) throws {
        let (data, warnings) = try read("x,y,note\n1,2,a\n3,\(word),b\n\(word),6,c\n7,8,\(word)\n", skipMissing: true)
        #expect(data == Dataset(name: "mine", x: [1, 7], y: [2, 8]))
        #expect(
            warnings.map(\.description) == ["t:3:3: 2 of 4 rows left out for a missing value, the first in line 3"])
    }

    @Test("A table without missing values gives no warning")
    func noWarning() throws {
        #expect(try read("x,y\n1,2\n", skipMissing: true).warnings.isEmpty)
    }

    @Test("Leaving rows out hides neither a malformed value nor that nothing is left")
    func skippingHasLimits() {
        #expect(
            errorText { try read("x,y\nNA,abc\n", skipMissing: true) }
                == "t:2:4: 'abc' in column 'y' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
        )
        #expect(
            errorText { try read("x,y\nNA,1\n1,NA\n", skipMissing: true) }
                == "t:2:1: every one of the 2 rows has a missing value; fill them in, or choose other columns with --x and --y"
        )
    }

    @Test("More rows than the limit are refused at the first row too many")
    func rowLimit() throws {
        func read(rows: Int) throws -> Dataset {
            let source = "x,y\n" + String(repeating: "1,2\n", count: rows)
            return try Dataset.read(
                Array(source.utf8), name: "mine", file: "t", x: nil, y: nil, skipMissing: false, rowLimit: 3
            ).dataset
        }
        #expect(try read(rows: 3).count == 3)
        #expect(errorText { try read(rows: 4) } == "t:5:1: there are more than 3 rows; give at most 3")
    }

    @Test("Damaged input gives a finite dataset or a diagnostic with a place, never a crash")
    func fuzz() throws {
        let seeds = [
            "x,y\n1,2\n3,4\n", "a;x;y\r\n\"q\"\"\n\";1.5;-2e3\r\n;NA;7\r\n", "\u{FEFF}x\ty\n.5\t5.\n1e200\t-1\n",
            "\"x\",\"y\"\n\"1\",\"2\"\n\n\"1.5\",?\n",
        ].map { Array($0.utf8) }
        let alphabet =
            Array("xy,;\t\n\r\" 0123456789.eE+-N/A?\0".utf8) + [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0xC3, 0xA9, 0xE2]
        var generator = SplitMix64(seed: 20_240_601)
        var (read, refused) = (0, 0)
        for round in 0..<20_000 {
            var bytes: [UInt8] = []
            if round % 4 == 0 {
                for _ in 0..<Int.random(in: 0..<60, using: &generator) {
                    bytes.append(try #require(alphabet.randomElement(using: &generator)))
                }
            } else {
                bytes = seeds[Int.random(in: 0..<seeds.count, using: &generator)]
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let start = Int.random(in: 0...bytes.count, using: &generator)
                    let end = Int.random(in: start...min(bytes.count, start + 3), using: &generator)
                    let letters = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
                        alphabet.randomElement(using: &generator)
                    }
                    bytes.replaceSubrange(start..<end, with: letters)
                }
            }
            do {
                let (data, warnings) = try Dataset.read(
                    bytes, name: "fuzz", file: "t", x: round % 5 == 0 ? "x" : nil, y: round % 7 == 0 ? "y" : nil,
                    skipMissing: round % 2 == 0)
                try #require(!data.x.isEmpty && data.x.count == data.y.count, "\(bytes)")
                try #require(data.x.allSatisfy(\.isFinite) && data.y.allSatisfy(\.isFinite), "\(bytes)")
                try #require(warnings.allSatisfy { $0.place?.column != nil }, "\(bytes)")
                read += 1
            } catch let error as Diagnostic {
                let place = try #require(error.place, "\(bytes)")
                try #require(place.file == "t" && place.line != nil && place.column != nil, "\(bytes)")
                try #require(error.hint != nil, "\(bytes)")
                refused += 1
            }
        }
        // The damage must be neither so small nor so great that one of the outcomes goes untried.
        #expect(read > 500)
        #expect(refused > 500)
    }

    private func read(
        _ source: String, x: String? = nil, y: String? = nil, skipMissing: Bool = false
    ) throws -> (dataset: Dataset, warnings: [Diagnostic]) {
        try Dataset.read(Array(source.utf8), name: "mine", file: "t", x: x, y: y, skipMissing: skipMissing)
    }
}
