import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct DelimitedTextTests {
    @Test(
        "The same table is read whatever its line ends, quotes, blank lines and final line end",
        arguments: [
            "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\n \na,b\n\n\t\n1,2\n\n", "a;b\n1;2\n",
            "a\tb\n1\t2\n", "\"a\",\"b\"\n\"1\",\"2\"", "\u{FEFF}a,b\n1,2\n", "a,b\r\n\r\n1,2",
        ])
    func sameTable(source: String) throws {
        #expect(try rows(source) == [["a", "b"], ["1", "2"]])
    }

    @Test("Quotes keep delimiters, line ends and blanks, and two of them stand for one")
    func quotes() throws {
        #expect(
            try rows("\"a,b\",\"c\r\nd\"\n\" e \",\"\"\"f\"\"\"\n\"\",g\"h\"")
                == [["a,b", "c\r\nd"], [" e ", "\"f\""], ["", "g\"h\""]])
    }

    @Test("A delimiter at the end of a line opens an empty field")
    func emptyLastField() throws {
        #expect(try rows("a,b\n,\n1,") == [["a", "b"], ["", ""], ["1", ""]])
    }

    @Test("Text without rows has none", arguments: ["", "\n", "\r\n \t\r\n", "\u{FEFF}"])
    func noRows(source: String) throws {
        #expect(try rows(source).isEmpty)
    }

    @Test(
        "The delimiter is the most frequent one in the first row, outside quotes",
        arguments: [
            ("a,b\n", DelimitedText.Delimiter.comma), ("a;b\n1,5;2,5;3,5", .semicolon), ("a\tb,c\td", .tab),
            ("a", .comma),
            ("\"a;b;c\",d\n", .comma), ("\"a\"\",;;\",b\n", .comma), ("\n\n5\";b;c\",d\n", .semicolon),
            ("a,b;c", .semicolon),
        ])
    func detection(source: String, delimiter: DelimitedText.Delimiter) throws {
        #expect(try DelimitedText(Array(source.utf8), file: "t").delimiter == delimiter)
    }

    @Test("A delimiter that is given is not looked for")
    func givenDelimiter() throws {
        var text = try DelimitedText(Array("a,b;c".utf8), file: "t", delimiter: .comma)
        #expect(try text.readRow())
        #expect(text.fields.map(text.text) == ["a", "b;c"])
    }

    @Test("Places count lines within quotes, and columns in characters")
    func places() throws {
        var text = try DelimitedText(Array("\u{FEFF}é🏳️‍🌈,\"b\n\",c\r\n\n1,2,3".utf8), file: "t")
        #expect(try text.readRow())
        #expect(text.fields.map { text.place(of: $0).line } == [1, 1, 2])
        #expect(text.fields.map { text.place(of: $0).column } == [1, 4, 3])
        #expect(try text.readRow())
        #expect(text.fields.map { text.place(of: $0).line } == [4, 4, 4])
        #expect(text.fields.map { text.place(of: $0).column } == [1, 3, 5])
    }

    @Test(
        "What is not a table is refused with its place",
        arguments: [
            (
                "a,b\n1,2,3\n",
                "t:2:5: this row has 3 fields, the header has 2; put a field that contains a comma in double quotes"
            ),
            (
                "a\tb\n1\n",
                "t:2:1: this row has 1 field, the header has 2; keep the tab before and after an empty field"
            ),
            (
                "a;b;c\n\"1\n\";2",
                "t:3:3: this row has 2 fields, the header has 3; keep the semicolon before and after an empty field"
            ),
            ("a,b\n1,\"2\n3,4\n", "t:2:3: the quote that opens here is never closed; add the closing \" of the field"),
            ("a,b\n1,\"", "t:2:3: the quote that opens here is never closed; add the closing \" of the field"),
            (
                "a,b\n1,\"2\n3\"4\n",
                "t:3:3: there is text after the closing quote of the field that opens in line 2; double every \" inside a quoted field"
            ),
            ("a,b\né\0,1\n", "t:2:2: the file contains a NUL byte; give a text file, saved as UTF-8"),
        ])
    func notATable(source: String, text: String) {
        #expect(errorText { try rows(source) } == text)
    }

    @Test(
        "What is not UTF-8 is refused with its place",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "t:1:1: the file is UTF-16 text; save it as UTF-8"),
            ([0xFE, 0xFF, 0x00, 0x61], "t:1:1: the file is UTF-16 text; save it as UTF-8"),
            ([0x61, 0x0D, 0x0A, 0x62, 0xE9, 0x2C], "t:2:2: the byte 0xE9 is not UTF-8; save the file as UTF-8"),
            ([0x61, 0x0D, 0xC3], "t:2:1: the byte 0xC3 is not UTF-8; save the file as UTF-8"),
            // An overlong slash, a surrogate and a scalar above U+10FFFF.
            ([0xC0, 0xAF], "t:1:1: the byte 0xC0 is not UTF-8; save the file as UTF-8"),
            ([0xED, 0xA0, 0x80], "t:1:1: the byte 0xED is not UTF-8; save the file as UTF-8"),
            ([0xF4, 0x90, 0x80, 0x80], "t:1:1: the byte 0xF4 is not UTF-8; save the file as UTF-8"),
        ] as [([UInt8], String)])
    func notUTF8(bytes: [UInt8], text: String) {
        #expect(errorText { try DelimitedText(bytes, file: "t") } == text)
    }

    @Test("Fields and rows of the greatest length are read, longer ones refused")
    func limits() throws {
        let longest = String(repeating: "a", count: DelimitedText.fieldLimit)
        #expect(try rows("\(longest),\"\(longest)\"").first?.map(\.utf8.count) == [65_536, 65_536])
        #expect(
            errorText { try rows("b,\(longest)a") }
                == "t:1:3: the field that opens here has 65537 bytes, the limit is 65536; look for missing line ends or delimiters"
        )
        #expect(
            errorText { try rows("b,\"\(longest)a\"") }
                == "t:1:3: the field that opens here has 65537 bytes, the limit is 65536; look for a missing closing \""
        )
        let widest = String(repeating: ",", count: DelimitedText.columnLimit - 1)
        #expect(try rows(widest).first?.count == 10_000)
        #expect(
            errorText { try rows(widest + ",") }
                == "t:1:10001: the row has more than 10000 fields; keep only the columns that are needed")
    }

    private func rows(_ source: String) throws -> [[String]] {
        var text = try DelimitedText(Array(source.utf8), file: "t")
        var rows: [[String]] = []
        while try text.readRow() { rows.append(text.fields.map(text.text)) }
        #expect(text.fields.isEmpty)
        return rows
    }
}
