import Foundation
import PNGCoding
import Testing

@testable import PixelComparison

/// The counts of pixelmatch 0.4.0 of PyPI for pairs of drawn images, both written by Scripts/pixelmatch-agreement.
struct PixelmatchTests {
    struct Pair: Decodable {
        var kind: String
        var x: Int
        var y: Int
        var width: Int
        var height: Int
        /// At each threshold without and with antialiased pixels.
        var counts: [Int]
    }

    private let sheet: TestPixels
    private let pairs: [Pair]

    init() throws {
        let directory = try #require(Bundle.module.resourceURL).appendingPathComponent("Golden")
        let image = try DecodedPNG.decode(
            Array(Data(contentsOf: directory.appendingPathComponent("pairs.png"))), limitPixels: 10_000_000)
        sheet = TestPixels(width: image.width, height: image.height, rgba: image.rgba)
        pairs = try JSONDecoder().decode(
            [Pair].self, from: Data(contentsOf: directory.appendingPathComponent("pairs.json")))
    }

    @Test("Counts are those of pixelmatch at four thresholds, with and without antialiased pixels")
    func counts() throws {
        #expect(pairs.count == 76)
        for (number, pair) in pairs.enumerated() {
            let old = sheet.cropped(x: pair.x, y: pair.y, width: pair.width, height: pair.height)
            let new = sheet.cropped(x: pair.x + pair.width, y: pair.y, width: pair.width, height: pair.height)
            let counts = try [0, 0.05, 0.1, 0.3].flatMap { threshold in
                try [false, true].map { countsAntialiasing in
                    try difference(old, new, threshold: threshold, countsAntialiasing: countsAntialiasing).different
                }
            }
            #expect(counts == pair.counts, "pair \(number), \(pair.kind)")
        }
    }

    @Test("The pairs tell antialiasing from other differences, and the thresholds apart")
    func discrimination() {
        #expect(pairs.count { $0.counts[4] < $0.counts[5] } > 25)
        #expect(pairs.count { Set($0.counts).count > 4 } > 25)
        #expect(Set(pairs.map(\.kind)).count == 19)
    }
}
