import CurveSampling
import Diagnostics
import Grids
import TestSupport
import Testing

@Suite("Grids from files")
struct GridFileTests {
    private static let expected = [1, 2, 3, 4, 5, 6].map(Double.init)

    private func read(_ bytes: [UInt8], _ path: String = "g.npy") throws -> GridFile {
        try GridFile(bytes, path: path)
    }

    @Test("Every type of number, byte order and order of elements gives the same grid")
    func types() throws {
        func bytes<T: FixedWidthInteger>(_ type: T.Type, big: Bool) -> [UInt8] {
            (1...6).flatMap { k -> [UInt8] in
                let bytes = NPYBytes.littleEndian(T(k))
                return big ? bytes.reversed() : bytes
            }
        }
        var files: [(String, [UInt8])] = [
            ("|i1", bytes(Int8.self, big: false)), ("|u1", bytes(UInt8.self, big: false)),
        ]
        for big in [false, true] {
            let order = big ? ">" : "<"
            files += [
                ("\(order)i2", bytes(Int16.self, big: big)), ("\(order)u2", bytes(UInt16.self, big: big)),
                ("\(order)i4", bytes(Int32.self, big: big)), ("\(order)u4", bytes(UInt32.self, big: big)),
                ("\(order)i8", bytes(Int64.self, big: big)), ("\(order)u8", bytes(UInt64.self, big: big)),
            ]
            // binary16's 1 to 6.
            let halves: [UInt16] = [0x3C00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600]
            for (descr, bits) in [
                ("f2", halves.map { NPYBytes.littleEndian($0) }),
                ("f4", (1...6).map { NPYBytes.littleEndian(Float($0).bitPattern) }),
                ("f8", (1...6).map { NPYBytes.littleEndian(Double($0).bitPattern) }),
            ] {
                files.append((order + descr, bits.flatMap { big ? $0.reversed() : $0 }))
            }
        }
        for (descr, elements) in files {
            for version: UInt8 in [1, 2, 3] {
                let grid = try read(
                    NPYBytes.file(NPYBytes.header(descr, "(2, 3)"), version: version, elements: elements)
                ).grid
                #expect(grid == ValueGrid(xs: [0, 1, 2], ys: [0, 1], values: GridFileTests.expected), "\(descr)")
                let transposed = try read(
                    NPYBytes.file(NPYBytes.header(descr, fortran: true, "(3, 2)"), version: version, elements: elements)
                ).grid
                #expect(transposed.values == [1, 4, 2, 5, 3, 6], "\(descr)")
            }
        }
    }

    @Test("Negative integers and halves, the infinite and the missing")
    func signs() throws {
        let signed = try read(
            NPYBytes.file(NPYBytes.header("<i2", "(2, 2)"), elements: [0xFF, 0xFF, 0, 0x80, 1, 0, 0, 0]))
        #expect(signed.grid.values == [-1, -32768, 1, 0])
        let halves = try read(
            NPYBytes.file(NPYBytes.header("<f2", "(2, 2)"), elements: [0x00, 0xC0, 0x01, 0x00, 0x00, 0x7C, 0x00, 0x7E]))
        #expect(halves.grid.values[0] == -2)
        #expect(halves.grid.values[1] == 0x1p-24)
        #expect(halves.grid.values[2].isNaN)
        #expect(halves.grid.values[3].isNaN)
        #expect(halves.warnings.map(\.description) == ["g.npy: 1 of 4 values is infinite and left out"])
    }

    @Test("The coordinates of an NPY file are counted, or spread over what is given")
    func coordinates() throws {
        let bytes = NPYBytes.file(elements: NPYBytes.doubles([1, 2, 3, 4]))
        let grid = try GridFile(bytes, path: "g.npy", x: -1...1, y: 10...30).grid
        #expect(grid.xs == [-1, 1])
        #expect(grid.ys == [10, 30])
        #expect(errorText { try GridFile(bytes, path: "g.npy", x: 1...1) }?.contains("not distinct") == true)
    }

    @Test(
        "A table in columns, in any order of rows, and a matrix, in any order of both, are the same grid",
        arguments: [
            "x,y,loss\n0,0,1\n1,0,2\n2,0,3\n0,5,4\n1,5,5\n2,5,6\n",
            "loss;y;x\n6;5;2\n1;0;0\n5;5;1\n2;0;1\n4;5;0\n3;0;2",
            "a\tb\tc\n0\t0\t1\n0\t5\t4\n1\t0\t2\n1\t5\t5\n2\t0\t3\n2\t5\t6\n", ",0,1,2\n0,1,2,3\n5,4,5,6\n",
            "y\\x,2,0,1\n5,6,4,5\n0,3,1,2\n",
        ])
    func tables(source: String) throws {
        let grid = try read(Array(source.utf8), "g.csv").grid
        #expect(grid == ValueGrid(xs: [0, 1, 2], ys: [0, 5], values: GridFileTests.expected))
    }

    @Test("A table in columns names its variables, and a value may be missing")
    func names() throws {
        let file = try read(Array("w,b,J\n0,0,1\n1,0,\n0,1,NaN\n1,1,4".utf8), "g.csv")
        #expect(file.names == GridFile.Names(x: "w", y: "b", value: "J"))
        #expect(file.grid.values.map(\.isNaN) == [false, true, true, false])
    }

    @Test(
        "What is no grid is refused with its place",
        arguments: [
            (
                "",
                "g.csv:1:1: the file is empty; give the columns x,y,value, or a matrix with x above and y on the left"
            ),
            (
                "a,b\n1,2",
                "g.csv:1:1: the first row holds 'a', 'b', which is neither three names nor the x of a matrix; give the columns x,y,value, or a matrix with x above and y on the left"
            ),
            (
                "0,0,1\n1,0,2",
                "g.csv:1:1: the first row holds numbers only, so that it is neither a header nor the x of a matrix; put x,y,value above three columns, or leave the corner of a matrix empty"
            ),
            (
                "x,y,z\n0,0,1\n1,0,2\n0,1,3",
                "g.csv: there is no value at (1.0, 1.0), and the 2 x and 2 y are a grid's only if each x comes with each y; add the row, with NaN for a hole; coordinates must agree to the last digit"
            ),
            (
                "x,y,z\n0,0,1\n1,1,2\n0,1,3",
                "g.csv: there is no value at (1.0, 0.0), and the 2 x and 2 y are a grid's only if each x comes with each y; add the row, with NaN for a hole; coordinates must agree to the last digit"
            ),
            (
                "x,y,z\n0,0,1\n1,0,2\n0,0,9\n0,1,3\n1,1,4",
                "g.csv:4: the point (0.0, 0.0) stands in line 2 already; give each point once"
            ),
            (
                "x,y,z\n0,0,1\n1,0,0x2\n0,1,3\n1,1,4",
                "g.csv:3:5: '0x2' in column 'z' is not a decimal number; give a finite decimal number such as -1.5 or 2e-3"
            ),
            (
                "x,y,z\n0,0,1\n,0,2\n0,1,3\n1,1,4",
                "g.csv:3:1: the coordinate in column 'x' is missing; fill it in, or leave the row out"
            ),
            (
                "x,y,z\n0,0,1\n1,0,2", "g.csv: a grid of 2 x and 1 y has no area; two of each at least"
            ),
            (
                "x,y,z\n0,0,1\n1,0\n",
                "g.csv:3:3: this row has 2 fields, the header has 3; keep the comma before and after an empty field"
            ),
            (",0,1,0\n0,1,2,3\n1,4,5,6", "g.csv:1:6: the x 0.0 stands in line 1, column 2 already; give each x once"),
            (",0,1\n0,1,2\n0,4,5", "g.csv:3:1: the y 0.0 stands in line 2, column 1 already; give each y once"),
            (",0,1\n0,1,2\n,4,5", "g.csv:3:1: a coordinate y is missing; fill it in"),
            (
                ",0,1\n0,1,1e999",
                "g.csv:2:5: '1e999' in column '1' is too large for a double; give a magnitude below 1.8e308"
            ),
            (",0,1\n0,1,2", "g.csv: a grid of 2 x and 1 y has no area; two of each at least"),
            (
                "PK\u{3}\u{4}",
                "g.csv: this is a ZIP archive, as NPZ files are; write one array with numpy.save, not savez"
            ),
        ])
    func wrongTables(source: String, text: String) {
        #expect(errorText { try read(Array(source.utf8), "g.csv") } == text)
    }

    private static let four = NPYBytes.doubles([1, 2, 3, 4])

    private static let broken: [([UInt8], String)] = [
        ([0x93], "does not begin with the bytes"),
        (Array("abc".utf8), "does not begin with the bytes"),
        ([0x93] + Array("NUMPY".utf8), "the file ends at byte 6, within the NPY header"),
        ([0x93] + Array("NUMPY".utf8) + [4, 0, 0, 0], "byte 6 says version 4.0 of the NPY format"),
        ([0x93] + Array("NUMPY".utf8) + [1, 0, 0xFF, 0xFF], "byte 8 says that the header has 65535 bytes"),
        (
            [0x93] + Array("NUMPY".utf8) + [2, 0, 0xFF, 0xFF, 0xFF, 0xFF],
            "says that the header has 4294967295 bytes"
        ),
        (NPYBytes.file(elements: Array(four.dropLast())), "needs 32 bytes of values, and 31 follow byte 128"),
        (NPYBytes.file(elements: four + [0]), "needs 32 bytes of values, and 33 follow byte 128"),
        (
            NPYBytes.file(NPYBytes.header("|O", "(2, 2)"), elements: four),
            "the type '|O' at byte 20 is of Python objects, which only Python can read"
        ),
        (
            NPYBytes.file(NPYBytes.header("<c8", "(2, 2)"), elements: four),
            "the type '<c8' at byte 20 is of complex"
        ),
        (NPYBytes.file(NPYBytes.header("<U4", "(2, 2)"), elements: four), "the type '<U4' at byte 20 is not read"),
        (NPYBytes.file(NPYBytes.header("|b1", "(2, 2)"), elements: four), "the type '|b1' at byte 20 is not read"),
        (
            NPYBytes.file(NPYBytes.header("<f8", "(4,)"), elements: four),
            "the shape (4) at byte 60 has 1 dimensions"
        ),
        (NPYBytes.file(NPYBytes.header("<f8", "(1, 2, 2)"), elements: four), "has 3 dimensions instead of 2"),
        (
            NPYBytes.file(NPYBytes.header("<f8", "(1, 4)"), elements: four),
            "the shape (1, 4) at byte 60 has no area"
        ),
        (NPYBytes.file(NPYBytes.header("<f8", "(0, 4)"), elements: []), "has no area"),
        (
            NPYBytes.file(NPYBytes.header("<f8", "(4000000000, 4000000000)"), elements: four),
            "at byte 60 has more than 16000000 points"
        ),
        (
            NPYBytes.file(NPYBytes.header("<f8", "(3000, 3000)"), elements: four),
            "needs 72000000 bytes of values, and 32 follow"
        ),
        (
            NPYBytes.file(NPYBytes.header("<f8", "(99999999999999999999, 2)"), elements: four),
            "the length is too large at byte"
        ),
        (NPYBytes.file(NPYBytes.header("<f8", "(-2, 2)"), elements: four), "there is no length at byte 61"),
        (NPYBytes.file("{'descr': '<f8', 'shape': (2, 2)}", elements: four), "has no 'fortran_order'"),
        (NPYBytes.file("{'descr': '<f8', 'descr': '<f8'}", elements: four), "'descr' stands twice, at byte 27"),
        (NPYBytes.file("{'descr': '<f8', 'order': True}", elements: four), "'order' is unknown, at byte 27"),
        (NPYBytes.file("{'descr': [('a', '<f8')], }", elements: four), "the type at byte 20 is a record of fields"),
        (
            NPYBytes.file(NPYBytes.header("<f8", "(2, 2)") + "x", elements: four),
            "there is more than a dictionary at byte 69"
        ),
        (NPYBytes.file("", elements: four), "there is no '{' at byte 64"),
    ]

    @Test("A broken NPY file is refused with the byte", arguments: broken)
    func brokenArrays(bytes: [UInt8], text: String) {
        let found = errorText { try read(bytes) } ?? "no error"
        #expect(found.hasPrefix("g.npy: ") && found.contains(text), "\(found)")
    }

    @Test("Thousands of mutated files are read or refused, never trapped on")
    func mutations() {
        var random = SplitMix64(seed: 9)
        let seeds = [
            NPYBytes.file(elements: GridFileTests.four),
            NPYBytes.file(NPYBytes.header(">f4", fortran: true, "(2, 4)"), version: 2, elements: GridFileTests.four),
            Array("x,y,z\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n".utf8), Array(",0,1\n0,1,2\n1,3,4\n".utf8),
        ]
        var refused = 0
        for round in 0..<8000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: bytes.remove(at: place)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            do {
                let grid = try GridFile(bytes, path: "g").grid
                #expect(grid.values.count <= bytes.count)
            } catch {
                refused += 1
                #expect(error is Diagnostic)
            }
        }
        #expect(refused > 2000 && refused < 8000)
    }
}
