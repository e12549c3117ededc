import Foundation
import PNGCoding
import Testing

/// The PNG is ours through Cairo; the SVG and the PDF are drawn by other programs. All must show the same figure.
@Suite("Renderers agree")
struct RendererAgreementTests {
    /// Stated tolerance: at twice the size, at most 0.5 % of the pixels differ by more than a quarter of full scale in
    /// any channel (edges that other rasterisers round differently), and the mean difference is at most 1 of 255.
    static let strongShare = 0.005
    static let mean = 1.0

    static let figures: [(name: String, arguments: [String])] = [
        ("graphpaper", ["mse", "--samples", "7"]), ("panels", ["mse", "ce", "--panels", "--lang", "zh"]),
        ("dark", ["mse", "ce", "-q", "-t", "graphpaper-dark", "--lang", "zh"]),
        ("paper", ["mse", "--derivative", "0,2", "-t", "paper", "--mark", "evaluations"]),
    ]

    private func compare(_ arguments: [String], _ render: (TemporaryDirectory) throws -> [UInt8]) throws {
        let directory = TemporaryDirectory()
        let made = try Command(arguments + ["-o", "f.png", "-o", "f.svg", "-o", "f.pdf"], in: directory).run()
        #expect(made.status == 0, "\(made.error)")
        let ours = try DecodedPNG.decode(directory.bytes(of: "f.png"), limitPixels: 4_000_000)
        let other = try DecodedPNG.decode(try render(directory), limitPixels: 4_000_000)
        try #require(ours.width == other.width && ours.height == other.height)
        var (sum, strong) = (0, 0)
        for pixel in 0..<(ours.width * ours.height) {
            var largest = 0
            for channel in 0..<3 {
                let difference = abs(Int(ours.rgba[4 * pixel + channel]) - Int(other.rgba[4 * pixel + channel]))
                sum += difference
                largest = max(largest, difference)
            }
            if largest > 64 { strong += 1 }
        }
        let pixels = Double(ours.width * ours.height)
        #expect(Double(strong) / pixels <= RendererAgreementTests.strongShare)
        #expect(Double(sum) / pixels / 3 <= RendererAgreementTests.mean)
    }

    @Test("The SVG in librsvg", arguments: figures.map(\.arguments))
    func librsvg(arguments: [String]) throws {
        try compare(arguments) { directory in
            let result = try Command(["-z", "2", "f.svg", "-o", "r.png"], in: directory).run(program: "rsvg-convert")
            #expect(result.status == 0, "\(result.error)")
            return directory.bytes(of: "r.png")
        }
    }

    @Test("The SVG in Chromium", arguments: figures.map(\.arguments))
    func chromium(arguments: [String]) throws {
        try compare(arguments) { directory in
            try directory.write(
                "<!doctype html><style>body{margin:0}img{display:block}</style><img src=f.svg>", to: "page.html")
            let result = try Command(
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2",
                    "--window-size=800,500", "--user-data-dir=\(directory.path)/profile",
                    "--screenshot=\(directory.path)/c.png", "file://\(directory.path)/page.html",
                ], in: directory
            ).run(program: "chromium")
            #expect(result.status == 0, "\(result.error)")
            return directory.bytes(of: "c.png")
        }
    }

    @Test("The PDF in Poppler", arguments: figures.map(\.arguments))
    func poppler(arguments: [String]) throws {
        try compare(arguments) { directory in
            let result = try Command(["-r", "144", "-png", "-singlefile", "f.pdf", "p"], in: directory)
                .run(program: "pdftoppm")
            #expect(result.status == 0, "\(result.error)")
            return directory.bytes(of: "p.png")
        }
    }
}
