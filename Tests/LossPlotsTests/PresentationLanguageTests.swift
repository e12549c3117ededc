import Diagnostics
import Testing

@testable import LossPlots

@Suite("Languages by other names")
struct PresentationLanguageTests {
    @Test(
        "A language is known by its country, its region and its own words",
        arguments: [
            ("cn", "zh"), ("CN", "zh"), ("zh-CN", "zh"), ("zh_CN", "zh"), ("zh-Hans", "zh"), ("chinese", "zh"),
            ("中文", "zh"),
            ("Chinse", "zh"), ("en-US", "en"), ("en_GB.UTF-8", "en"), ("English", "en"), ("englisch", "en"),
        ])
    func meant(text: String, language: String) {
        #expect(Suggestion.hint(for: text, of: Presentation.Language.self) == "did you mean '\(language)'?")
    }

    @Test("Another language is not taken for a slip", arguments: ["es", "de", "fr", "eo", "ch", "", "deutsch"])
    func others(text: String) {
        #expect(Suggestion.hint(for: text, of: Presentation.Language.self) == "use en, zh")
    }
}
