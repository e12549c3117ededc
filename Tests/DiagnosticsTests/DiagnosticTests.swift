import Diagnostics
import Testing

struct DiagnosticTests {
    @Test("A description is place, message and hint on one line")
    func description() {
        #expect("\(Diagnostic("it is wrong"))" == "it is wrong")
        #expect("\(Diagnostic("it is wrong", hint: "mend it"))" == "it is wrong; mend it")
        let file = Diagnostic.Place(file: "a.csv")
        #expect("\(Diagnostic("it is wrong", at: file))" == "a.csv: it is wrong")
        let row = Diagnostic.Place(file: "a.csv", line: 3)
        #expect("\(Diagnostic("it is wrong", at: row, hint: "mend it"))" == "a.csv:3: it is wrong; mend it")
        let cell = Diagnostic.Place(file: "a.csv", line: 3, column: 7)
        #expect("\(Diagnostic("it is wrong", at: cell))" == "a.csv:3:7: it is wrong")
    }

    @Test(
        "Characters that could drive a terminal are made visible",
        arguments: [
            ("a\nb", "a\\u{a}b"), ("\u{1B}[31mred", "\\u{1b}[31mred"), ("\u{202E}abc", "\\u{202e}abc"),
            ("\u{2028}", "\\u{2028}"), ("\u{E000}", "\\u{e000}"), ("\u{0}", "\\u{0}"), ("\r\n", "\\u{d}\\u{a}"),
            ("é 损失 θ 😀", "é 损失 θ 😀"),
        ])
    func visible(text: String, shown: String) {
        #expect(Diagnostic.visible(text) == shown)
        #expect("\(Diagnostic(text))" == shown)
    }

    @Test("A hostile file name does not drive the terminal either")
    func hostilePlace() {
        #expect("\(Diagnostic("no", at: .init(file: "a\u{7}b")))" == "a\\u{7}b: no")
    }

    @Test("An endless message is cut after 600 characters")
    func length() {
        let text = String(repeating: "x", count: 600)
        #expect(Diagnostic.visible(text) == text)
        #expect(Diagnostic.visible(text + "yz") == text + "…")
    }
}
