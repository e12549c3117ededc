import Diagnostics
import TestSupport
import Testing

@testable import Specs

/// Files made to exhaust the reader are refused at once.
@Suite("Hostile specs")
struct HostileSpecTests {
    /// Nine levels of nine aliases each, as keys too, whose comparison would take 9⁹ steps.
    static let bomb: String = {
        var text = "a: &a [x,x,x,x,x,x,x,x,x]\n"
        for (name, next) in zip("abcdefgh", "bcdefghi") {
            text += "\(next): &\(next) [\(Array(repeating: "*\(name)", count: 9).joined(separator: ","))]\n"
        }
        return text + "? *i\n: 1\n? [*i]\n: 2\n"
    }()

    static let cases: [(name: String, text: String, error: String)] = [
        ("alias bomb", bomb, "anchors are not allowed in a spec"),
        ("open brackets", String(repeating: "[", count: 60_000), "the spec opens more than 2000 brackets and lists"),
        ("objects", String(repeating: "{\"a\":", count: 10_000), "the spec opens more than 2000 brackets and lists"),
        ("dashes", String(repeating: "- ", count: 30_000), "the spec opens more than 2000 brackets and lists"),
        ("question marks", String(repeating: "? ", count: 30_000), "the spec opens more than 2000 brackets and lists"),
        ("as deep as it may be", String(repeating: "[", count: 2000), "broken YAML"),
        (
            "as deep as the parser goes", String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
            "a spec is a mapping, and this is a list"
        ),
        ("dashes as deep as it may be", String(repeating: "- ", count: 1900), "broken YAML"),
        ("100,000 brackets", String(repeating: "[", count: 100_000), "the spec has 100000 bytes"),
        ("many keys", (0..<8000).map { "k\($0):\n" }.joined(), "unknown key 'k0'"),
        ("a long line", String(repeating: "a", count: 65_000), "a spec is a mapping"),
    ]

    @Test("It is refused in a tenth of a second", arguments: cases.map(\.name))
    func isRefused(_ name: String) throws {
        let hostile = try #require(HostileSpecTests.cases.first { $0.name == name })
        var error: Diagnostic?
        let time = processorTime { error = #expect(throws: Diagnostic.self) { try figure(hostile.text) } }
        #expect(error?.message.hasPrefix(hostile.error) == true, "\(error?.message ?? "")")
        // Unoptimised, a spec takes some ten times as long.
        #expect(time < .seconds(1))
    }

    @Test("An alias bomb of the usual size is refused at its first anchor")
    func bombPlace() {
        #expect(HostileSpecTests.bomb.utf8.count < 600)
        let error = #expect(throws: Diagnostic.self) { try figure(HostileSpecTests.bomb) }
        #expect(error?.place?.line == 1 && error?.place?.column == 4)
    }
}
