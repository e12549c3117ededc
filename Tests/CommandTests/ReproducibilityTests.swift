import Foundation
import Testing

@Suite("Reproducibility")
struct ReproducibilityTests {
    @Test(
        "Twenty runs under different homes, time zones, locales, font configurations and directories give the same bytes",
        arguments: ["png", "svg", "pdf"], ["en", "zh"])
    func environments(format: String, language: String) throws {
        let directory = TemporaryDirectory()
        try directory.write("<fontconfig><dir>/nonexistent</dir></fontconfig>", to: "fonts.conf")
        let locales = ["C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "zh_CN.UTF-8"]
        let zones = ["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Chatham"]
        var first: [UInt8]?
        for run in 0..<20 {
            let place = TemporaryDirectory()
            var command = Command(
                ["mse", "--samples", "7", "--lang", language, "-o", "run\(run).\(format)"], in: place)
            command.environment = [
                "HOME": run.isMultiple(of: 2) ? place.path : "/nonexistent", "TZ": zones[run % 4],
                "LC_ALL": locales[run % 5], "LANG": locales[(run + 1) % 5],
                "FONTCONFIG_FILE": run.isMultiple(of: 3) ? directory.path + "/fonts.conf" : "/dev/null",
                "XDG_CONFIG_HOME": place.path, "SOURCE_DATE_EPOCH": "\(run * 1_000_000)", "COLUMNS": "\(40 + run)",
            ]
            let result = try command.run()
            #expect(result.status == 0, "\(result.error)")
            #expect(result.error == "")
            let bytes = place.bytes(of: "run\(run).\(format)")
            #expect(!bytes.isEmpty)
            if first == nil { first = bytes }
            #expect(bytes == first, "run \(run)")
        }
    }

    /// Titles whose characters several fonts of a machine have, and one in two spellings.
    private static let titles = [
        "en 😀🎲", "zh “损失”——函数…", "en פונקציית הפסד ״א״", "en دالة، خسارة", "en 𝔸𝕏 ∯", "en ☭ ♞ ①",
        "en หน้า १२।", "zh 损失 ፩ ☭", "en caf\u{E9}", "en cafe\u{301}",
    ]

    /// Renders a figure for each title, in a directory of its own.
    ///
    /// - Returns: the figures' bytes by title, format and language; of a title for which the machine has no font, none.
    private func rendered(_ titles: [String]) throws -> [String: [UInt8]] {
        let directory = TemporaryDirectory()
        for (place, title) in titles.enumerated() {
            let spec = """
                formulas: x
                name: figure\(ReproducibilityTests.titles.firstIndex { $0.utf8.elementsEqual(title.utf8) } ?? -1)
                title: "\(title.dropFirst(3))"
                subtitle: "\(title.dropFirst(3))"
                languages: [\(title.prefix(2))]
                formats: [svg, png, pdf]
                """
            try directory.write(spec, to: "\(place + 10).yaml")
        }
        _ = try directory.run("render", ".")
        let figures = directory.path + "/figures"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: figures)) ?? []
        return Dictionary(uniqueKeysWithValues: names.map { ($0, directory.bytes(of: "figures/" + $0)) })
    }

    @Test("A figure is the same alone and among others in any order, whichever fonts they made the program open")
    func company() throws {
        let alone = try ReproducibilityTests.titles.map { try rendered([$0]) }.reduce(into: [:]) { all, one in
            all.merge(one) { first, _ in first }
        }
        // The Latin ones need no font of the machine.
        #expect(alone.count >= 6 && alone.count.isMultiple(of: 3))
        for shift in 0..<ReproducibilityTests.titles.count {
            let titles = ReproducibilityTests.titles[shift...] + ReproducibilityTests.titles[..<shift]
            for titles in [Array(titles), titles.reversed()] {
                let together = try rendered(titles)
                #expect(together.keys == alone.keys)
                let different = alone.filter { together[$0.key] != $0.value }.keys.sorted()
                #expect(different.isEmpty, "\(titles): \(different)")
            }
        }
    }
}
