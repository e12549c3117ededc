import Foundation
import Scenes
import Testing

/// A scene kept as JSON beside the tests, numbers rounded to a thousandth of a point.
///
/// To renew the files after a wanted change of the layout, run
/// `LOSSPLOT_RENEW_GOLDEN=1 swift test --filter GoldenSceneTests`, look at what changed with `git diff`, and run
/// the tests again without the variable: a renewing run fails, so that it cannot pass for a comparison.
struct GoldenScene {
    var name: String

    private static let tolerance = 0.002

    private var source: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name).json")
    }

    func compare(_ scene: Scene) throws {
        let data = try JSONEncoder().encode(scene)
        let actual = GoldenScene.rounded(try JSONSerialization.jsonObject(with: data))
        if ProcessInfo.processInfo.environment["LOSSPLOT_RENEW_GOLDEN"] == "1" {
            let text = try JSONSerialization.data(withJSONObject: actual, options: [.prettyPrinted, .sortedKeys])
            try (text + Data("\n".utf8)).write(to: source)
            Issue.record("\(name).json is written anew; run again without LOSSPLOT_RENEW_GOLDEN")
            return
        }
        let kept = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Golden"),
            "there is no \(name).json: write it with LOSSPLOT_RENEW_GOLDEN=1")
        let expected = try JSONSerialization.jsonObject(with: try Data(contentsOf: kept))
        if let difference = GoldenScene.difference(expected, actual, at: "scene") {
            Issue.record("\(name): \(difference)")
        }
        // What is written can be read.
        #expect(try JSONDecoder().decode(Scene.self, from: data) == scene)
    }

    private static func rounded(_ number: Double) -> Double { (number * 1_000).rounded() / 1_000 + 0 }

    private static func words(_ text: String) -> [Substring] {
        text.split(separator: " ", omittingEmptySubsequences: false)
    }

    /// Numbers to a thousandth, also those in a path's data.
    private static func rounded(_ value: Any) -> Any {
        switch value {
        case let object as [String: Any]: return object.mapValues { rounded($0) }
        case let list as [Any]: return list.map { rounded($0) }
        case let text as String where text.hasPrefix("M "):
            return words(text).map { word in Double(word).map { "\(rounded($0))" } ?? String(word) }.joined(
                separator: " ")
        case let flag as NSNumber where "\(type(of: flag))".contains("Bool"): return flag
        case let number as Double: return NSDecimalNumber(string: "\(rounded(number))")
        default: return value
        }
    }

    /// Where two decoded values first differ, by keys in order, and in what; nil when they are equal.
    static func difference(_ expected: Any, _ actual: Any, at path: String) -> String? {
        switch (expected, actual) {
        case (let a as [String: Any], let b as [String: Any]):
            for key in Set(a.keys).union(b.keys).sorted() {
                guard let x = a[key] else { return "\(path).\(key) is new: \(b[key] ?? "")" }
                guard let y = b[key] else { return "\(path).\(key) is gone: \(x)" }
                if let found = difference(x, y, at: "\(path).\(key)") { return found }
            }
            return nil
        case (let a as [Any], let b as [Any]):
            for (index, (x, y)) in zip(a, b).enumerated() {
                if let found = difference(x, y, at: "\(path)[\(index)]") { return found }
            }
            return a.count == b.count ? nil : "\(path) has \(b.count) elements instead of \(a.count)"
        case (let a as String, let b as String):
            if a == b { return nil }
            let (x, y) = (words(a), words(b))
            for (index, (m, n)) in zip(x, y).enumerated() where m != n {
                if let p = Double(m), let q = Double(n), abs(p - q) <= tolerance { continue }
                return "\(path) has '\(n)' as word \(index) instead of '\(m)'"
            }
            return x.count == y.count ? nil : "\(path) has \(y.count) words instead of \(x.count)"
        case (let a as NSNumber, let b as NSNumber):
            return abs(a.doubleValue - b.doubleValue) <= tolerance ? nil : "\(path) is \(b) instead of \(a)"
        default: return "\(path) is \(actual) instead of \(expected)"
        }
    }
}
