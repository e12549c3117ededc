import Diagnostics
import Testing

@testable import Specs

@Suite("Messages in the words of specs")
struct DiagnosticSpecsTests {
    @Test(
        "Options are called by their keys, what is no key by its option",
        arguments: [
            ("choose another --range or --y-range", "choose another range or y-range"),
            ("leave out --mark, or use lossplot surface", "leave out marks, or use lossplot surface"),
            ("for example --theta=-4:6", "for example theta: -4:6"),
            ("draw its contours with --as contour", "draw its contours with kind: contour"),
            ("fewer levels; --export names the boxes left out", "fewer levels; --export names the boxes left out"),
            ("--skip-missing leaves it out", "skip-missing leaves it out"),
            ("a -- b", "a -- b"),
        ])
    func words(option: String, key: String) {
        #expect(Diagnostic("x", hint: option).inSpecWords.hint == key)
        #expect(Diagnostic(option).inSpecWords.message == key)
    }
}
