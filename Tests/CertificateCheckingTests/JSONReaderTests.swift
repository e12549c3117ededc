import CertificateChecking
import Diagnostics
import TestSupport
import Testing

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONTree { try JSONTree(reading: Array(text.utf8), file: "f.json") }

    @Test("Values are read as they stand, and written again")
    func values() throws {
        let text = "[{\"a\": [1, -2.5e-3, 0.1], \"b\": null}, {\"ℝ\": \"x\\n\\u211d\\ud83d\\ude00\\\"\", \"c\": true}]"
        let tree = try read(text)
        #expect(try read(tree.description).description == tree.description)
        guard case .list(let items) = tree.value, case .object(let members) = items[1].value else {
            Issue.record("no list of objects")
            return
        }
        #expect(members[0].key == "ℝ" && members[0].value.value == .text("x\nℝ😀\""))
        #expect(members[0].value.line == 1 && members[0].value.column == 45)
    }

    @Test(
        "What is no JSON is named with its place",
        arguments: [
            ("", "f.json:1:1: the text ends where a value is needed"),
            ("[1,\n 2", "f.json:2:3: a list needs ',' or ']'"),
            ("{\"a\": 1, \"a\": 2}", "f.json:1:10: the key 'a' is given twice"),
            ("{\"a\": 1, \"\\u0061\": 2}", "f.json:1:10: the key 'a' is given twice"),
            ("[NaN]", "f.json:1:2: this is no JSON value"), ("[1e999]", "f.json:1:2: this number is too large"),
            ("[-Infinity]", "f.json:1:2: this is no number"), ("[01]", "f.json:1:2: a number does not begin with 0"),
            ("[1.]", "f.json:1:2: this is no number"), ("[.5]", "f.json:1:2: this is no JSON value"),
            ("[1,]", "f.json:1:4: this is no JSON value"), ("[1] 2", "f.json:1:5: something follows"),
            ("{a: 1}", "f.json:1:2: a key in quotes"), ("\"\\ud800\"", "f.json:1:8: half a character"),
            ("\"\\x\"", "f.json:1:3: this escape means nothing"), ("\"a\nb\"", "f.json:1:3: a control character"),
            ("\"abc", "f.json:1:5: a text is not closed"), ("[tru]", "f.json:1:2: this is no JSON value"),
            (String(repeating: "[", count: 100_000), "f.json:1:17: values are nested too deep"),
        ])
    func errors(text: String, message: String) {
        #expect {
            _ = try read(text)
        } throws: { error in
            "\(error)".hasPrefix(message)
        }
    }

    @Test("Bytes that are no UTF-8 are refused")
    func encoding() {
        #expect(throws: Diagnostic.self) { try JSONTree(reading: [0x22, 0xFF, 0x22], file: "f.json") }
    }

    @Test("No change of a byte brings the reader down, and what it reads it reads again", arguments: 0..<20)
    func fuzz(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let honest = try HonestCertificate.all[seed].json()
        let marks = Array("\"[]{},:-.eE0\\u".utf8)
        for _ in 0..<200 {
            var bytes = honest
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place)
                }
            }
            guard let tree = try? JSONTree(reading: bytes, file: "f.json") else { continue }
            #expect(try read(tree.description).description == tree.description)
            _ = try? CertificateEntry.read(bytes, file: "f.json")
        }
    }
}
