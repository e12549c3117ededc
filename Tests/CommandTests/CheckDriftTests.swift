import Foundation
import PNGCoding
import Testing

/// What `lossplot check` says of committed figures that another renderer, another data set or nobody has drawn.
@Suite("Drift and change through check")
struct CheckDriftTests {
    private let directory = TemporaryDirectory()

    private func commit(_ text: String) throws {
        try FileManager.default.createDirectory(atPath: directory.path + "/plots", withIntermediateDirectories: true)
        try directory.write(text, to: "plots/a.yaml")
        let result = try directory.run("render", "-q")
        #expect(result.status == 0, "\(result.error)")
    }

    /// The image with other pixels, and the plan as it was.
    private func redraw(_ name: String, resolution: Int? = nil, _ change: (DecodedPNG) -> [UInt8]) throws {
        let old = try DecodedPNG.decode(directory.bytes(of: name), limitPixels: 10_000_000)
        let rgba = change(old)
        let words = stride(from: 0, to: rgba.count, by: 4).map { k in
            0xFF00_0000 | UInt32(rgba[k]) << 16 | UInt32(rgba[k + 1]) << 8 | UInt32(rgba[k + 2])
        }
        let new = try words.withUnsafeBytes { pixels in
            try EncodedPNG(
                pixels, width: old.width, height: old.height, stride: 4 * old.width,
                text: old.text.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, pixelsPerMetre: resolution)
        }
        try Data(new.bytes).write(to: URL(fileURLWithPath: directory.path + "/" + name))
    }

    private static func mixed(_ image: DecodedPNG, share: Double) -> [UInt8] {
        image.rgba.indices.map { k in
            let left = k % (4 * image.width) >= 4 ? image.rgba[k - 4] : image.rgba[k]
            return UInt8((Double(image.rgba[k]) * (1 - share) + Double(left) * share).rounded())
        }
    }

    private static let simple = "losses: mse\nformats: png\n"

    @Test("A quarter of a pixel is drift: exit code 0, 1 with --strict, and accept leaves it alone")
    func drift() throws {
        try commit(Self.simple)
        try redraw("plots/figures/a.en.png") { CheckDriftTests.mixed($0, share: 0.25) }
        let result = try directory.run("check")
        #expect(result.status == 0, "\(result.text)")
        let lines = result.text.split(separator: "\n").map(String.init)
        #expect(lines.first == "plots/figures/a.en.png (plots/a.yaml): drift")
        #expect(
            lines.contains {
                $0.contains("note: pixels: renderer drift only (") && $0.hasSuffix(" of 1,600,000 differ)")
            })
        #expect(lines.last == "1 file: 1 drift, 0 same")
        #expect(try directory.run("check", "--strict", "-q").status == 1)
        let before = directory.bytes(of: "plots/figures/a.en.png")
        #expect(try directory.run("accept").text == "1 file up to date\n")
        #expect(directory.bytes(of: "plots/figures/a.en.png") == before)
        #expect(try directory.run("accept", "--strict").text.hasSuffix("1 file accepted\n"))
        #expect(try directory.run("check").text == "1 file: 1 same\n")
    }

    @Test("The same pixels in another encoding are the same, and a whole pixel is a difference with its place")
    func encodingAndShift() throws {
        try commit(Self.simple)
        try redraw("plots/figures/a.en.png", resolution: 2835) { $0.rgba }
        let same = try directory.run("check", "--strict")
        #expect(same.status == 0 && same.text == "1 file: 1 same\n", "\(same.text)")
        let notes = try directory.run("check", "--json").text
        #expect(notes.contains("\"notes\":[\"the files differ, and their pixels are the same\"]"), "\(notes)")
        try redraw("plots/figures/a.en.png") { CheckDriftTests.mixed($0, share: 1) }
        let moved = try directory.run("check")
        #expect(moved.status == 1)
        #expect(moved.text.contains("curve mse drawn otherwise near θ = "), "\(moved.text)")
    }

    @Test("Other levels of contours are told level by level")
    func levels() throws {
        let text = "kind: contour\nlosses: mse\nlevels: [0.2, 0.3, 0.4]\nformats: [svg, png]\n"
        try commit(text)
        try directory.write(text.replacing("0.3, 0.4", with: "0.35, 0.4"), to: "plots/a.yaml")
        let result = try directory.run("check")
        #expect(result.status == 1)
        #expect(
            result.text.hasPrefix(
                "plots/figures/a.en.svg, plots/figures/a.en.png (plots/a.yaml): different\n  level changed from 0.3 to 0.35\n"
            ),
            "\(result.text)")
    }

    @Test("Another verdict is told, with what it was")
    func verdict() throws {
        try commit("losses: mse\ndata: {samples: 7}\n")
        try directory.write("losses: mse\nlink: identity\ndata: {samples: 7}\n", to: "plots/a.yaml")
        let result = try directory.run("check", "--json")
        #expect(result.status == 1)
        let entries = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
        let changes = try #require(entries[0]["changes"] as? [[String: Any]])
        #expect(
            changes.contains {
                $0["kind"] as? String == "verdict" && $0["where"] as? String == "mse"
                    && $0["what"] as? String == "verdict of mse: not convex → strictly convex"
            }, "\(changes)")
    }

    @Test(
        "A baseline that holds no plan cannot be compared, which is an error and no difference",
        arguments: [
            ("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
            ("pdf", "%PDF-1.5\n1 0 obj\n<< >>\nendobj\n%%EOF\n"),
        ])
    func foreign(format: String, content: String) throws {
        try commit("losses: mse\nformats: [\(format)]\n")
        let path = "plots/figures/a.en.\(format)"
        try directory.write(content, to: path)
        let result = try directory.run("check")
        #expect(result.status == 2)
        #expect(
            result.error
                == "lossplot: error: \(path) holds no plan of lossplot's, and only PNG files can be compared without; "
                + "take the one that the spec gives: lossplot accept plots\n", "\(result.error)")
        #expect(result.text == "1 file: 1 error, 0 same\n")
        let accepted = try directory.run("accept")
        #expect(accepted.status == 0 && accepted.text.contains("\(path): replaced, "), "\(accepted.error)")
        #expect(try directory.run("check").status == 0)
    }

    @Test("A foreign PNG is compared by its pixels, and that is noted")
    func foreignPixels() throws {
        try commit(Self.simple)
        let numbers = [UInt8](repeating: 0, count: 1600 * 1000)
        let png = try EncodedPNG(numbers: numbers, width: 1600, height: 1000, colours: [0xFFFFFF])
        try Data(png.bytes).write(to: URL(fileURLWithPath: directory.path + "/plots/figures/a.en.png"))
        let result = try directory.run("check")
        #expect(result.status == 1)
        #expect(
            result.text.contains("a.en.png holds no plan of lossplot's: the pixels alone were compared"),
            "\(result.text)")
        #expect(result.text.contains(" pixels of 1,600,000 differ, in "), "\(result.text)")
    }
}
