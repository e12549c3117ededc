import Diagnostics
import TestSupport
import Testing
import XMLReading

struct XMLReaderTests {
    /// Everything read, as a line a piece.
    private func read(_ text: String) throws -> [String] {
        var reader = try XMLReader(Array(text.utf8), file: "a.svg")
        var lines: [String] = []
        while let event = try reader.next() {
            switch event {
            case .start(let element): lines.append("<\(element.name) \(element["a"] ?? "-")")
            case .end(let name): lines.append("/\(name)")
            case .text(let text): lines.append(try reader.string(text))
            }
        }
        return lines
    }

    @Test("Tags, attributes, references and CDATA are read in their order")
    func reads() throws {
        let lines = try read(
            "\u{FEFF}<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"x\" \"y>z\"><!-- a --><r a='1 &lt; 2'>"
                + "x &amp; &#946;<b/><![CDATA[<&amp;>]]></r>\n<!-- end -->")
        #expect(lines == ["<r 1 < 2", "x & β", "<b -", "/b", "<&amp;>", "/r"])
    }

    @Test(
        "What is no XML is refused with its place",
        arguments: [
            ("", "a.svg:1:1: there is no element"),
            ("text", "a.svg:1:1: characters stand outside the root element"),
            ("<a>", "a.svg:1:4: the file ends within <a>"),
            ("<a></b>", "a.svg:1:6: </b> stands where <a> is open"),
            ("</a>", "a.svg:1:3: </a> closes nothing"),
            ("<a/><b/>", "a.svg:1:5: a second root element begins"),
            ("<a x=1/>", "a.svg:1:6: a value in quotes is missing"),
            ("<a x='1' x='2'/>", "a.svg:1:10: x is given twice"),
            ("<a x='1'y='2'/>", "a.svg:1:9: a space is missing in <a"),
            ("<a x/>", "a.svg:1:5: the attribute x has no value"),
            ("<a x='<'/>", "a.svg:1:7: '<' stands in the value of an attribute"),
            ("<a x='1", "a.svg:1:7: the value of an attribute is not closed"),
            ("<a\n", "a.svg:1:1: <a is not closed"),
            ("<a>\n &x;</a>", "a.svg:2:2: &x; is no character of XML"),
            ("<a>&#0;</a>", "a.svg:1:4: &#0; is no character of XML"),
            ("<a>&amp</a>", "a.svg:1:4: a reference is not closed"),
            ("<a><!-- </a>", "a.svg:1:8: a comment is not closed"),
            ("<a><![CDATA[ </a>", "a.svg:1:13: a CDATA section is not closed"),
            (
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>",
                "a.svg:1:13: the file declares entities of its own, which are not read"
            ),
            ("<a/><!DOCTYPE a>", "a.svg:1:14: a document type is declared behind the root element"),
            ("<1", "a.svg:1:1: <1 is not closed"),
            ("< a/>", "a.svg:1:2: a name is missing"),
        ])
    func refuses(text: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test("Bombs are refused at once: depth, entities within entities, size, bytes that are no text")
    func bombs() {
        let deep = Array(String(repeating: "<g>", count: 100_000).utf8)
        let entities =
            Array("<!DOCTYPE a [<!ENTITY a \"\(String(repeating: "b", count: 1000))\">]><a>".utf8)
            + Array(repeating: Array("&a;".utf8), count: 1_000_000).joined()
        let large = [UInt8](repeating: UInt8(ascii: "&"), count: 100 << 20)
        for (bytes, words) in [
            (deep, "nested deeper"), (entities, "declares entities"), (large, "larger than 64 MiB"), ([0xFF], "UTF-8"),
        ] {
            var message = ""
            let time = processorTime {
                do throws(Diagnostic) {
                    var reader = try XMLReader(bytes, file: "bomb.svg")
                    while try reader.next() != nil {}
                } catch { message = error.description }
            }
            #expect(message.contains(words), "\(message)")
            #expect(time < .milliseconds(100), "\(time)")
        }
    }
}
