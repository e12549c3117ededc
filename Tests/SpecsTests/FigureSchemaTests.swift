import Foundation
import LossPlots
import Testing

@testable import Specs

/// The schema says what the decoder reads.
@Suite("Figure schema")
struct FigureSchemaTests {
    private func schema() throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(FigureSchema.text.utf8))
        return try #require(object as? [String: Any])
    }

    private func properties() throws -> [String: [String: Any]] {
        try #require(try schema()["properties"] as? [String: [String: Any]])
    }

    @Test("The committed schema is the program's; lossplot list schema prints it")
    func committed() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let committed = try String(contentsOf: root.appendingPathComponent("plots/figure.schema.json"), encoding: .utf8)
        #expect(committed == FigureSchema.text)
    }

    @Test("It has the decoder's keys")
    func keys() throws {
        #expect(Set(try properties().keys) == Set(SpecKey.allCases.map(\.rawValue)))
        let data = try #require(try properties()["data"]?["properties"] as? [String: Any])
        #expect(Set(data.keys) == Set(SpecKey.Data.allCases.map(\.rawValue)))
        let predictions = try #require(try properties()["predictions"]?["items"] as? [String: Any])
        let forms = try #require(predictions["oneOf"] as? [[String: Any]])
        let named = try #require(forms.compactMap { $0["properties"] as? [String: Any] }.first)
        #expect(Set(named.keys) == Set(SpecKey.Prediction.allCases.map(\.rawValue)))
    }

    /// The words that a key's schema allows, for one value.
    private func words(_ key: String) throws -> [String] {
        let property = try #require(try properties()[key])
        if let words = property["enum"] as? [String] { return words }
        let forms = try #require(property["oneOf"] as? [[String: Any]])
        return try #require(forms.compactMap { $0["enum"] as? [String] }.first)
    }

    @Test(
        "Every word that it allows is read, and one that it does not is refused",
        arguments: [
            "kind", "link", "languages", "themes", "formats", "marks",
        ])
    func words(of key: String) throws {
        let words = try words(key)
        #expect(words.count > 1)
        for word in words {
            let kinds = FigureSpec.Kind.allCases.map(\.rawValue).filter { key != "kind" || $0 == word }
            let isRead = kinds.contains { kind in
                let truth = ["bars", "simplex"].contains(kind) ? "truth: [1, 0, 0]\n" : ""
                let start = (key == "kind" ? "" : "kind: \(kind)\n") + truth
                return (try? figure("\(start)losses: mse\n\(key): \(word)")) != nil
            }
            #expect(isRead, "\(key): \(word)")
        }
        #expect(throws: (any Error).self) { try figure("losses: mse\n\(key): something") }
    }

    @Test("No key takes a value of a wrong shape", arguments: SpecKey.allCases.map(\.rawValue))
    func shapes(of key: String) throws {
        // A list in a list is no value of any key.
        let subject = ["losses", "formulas"].contains(key) ? "" : key == "let" ? "formulas: x^2\n" : "losses: mse\n"
        #expect(throws: (any Error).self) { try figure("\(subject)\(key): [[1, [2]]]") }
    }
}
