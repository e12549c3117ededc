import Foundation
import PNGCoding
import Testing

/// The PNG is ours through Cairo; the SVG and the PDF are drawn by other programs. All must show the same figure.
@Suite("Renderers agree")
struct RendererAgreementTests {
    /// Stated tolerance: at twice the size, at most 0.1 % of the pixels differ by more than a quarter of full scale in
    /// any channel from every pixel of the other picture next to the same place (other rasterisers round edges, and
    /// Poppler the places of glyphs, to other fractions of a pixel), and the mean difference is at most 1.5 of 255.
    static let strongShare = 0.001
    static let mean = 1.5

    static let figures: [(name: String, arguments: [String])] = [
        ("graphpaper", ["mse", "--samples", "7"]), ("panels", ["mse", "ce", "--panels", "--lang", "zh"]),
        ("dark", ["mse", "ce", "-q", "-t", "graphpaper-dark", "--lang", "zh"]),
        ("paper", ["mse", "--derivative", "0,2", "-t", "paper", "--mark", "evaluations"]),
    ]

    /// Whether a pixel of one picture is close to one of the other in every colour channel.
    private static func isClose(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>) -> Bool {
        abs(Int(a[0]) - Int(b[0])) <= 64 && abs(Int(a[1]) - Int(b[1])) <= 64 && abs(Int(a[2]) - Int(b[2])) <= 64
    }

    /// The pixels that are close to none of the nine around them in the other picture, and the sum of all differences.
    private static func differences(_ ours: DecodedPNG, _ other: DecodedPNG) -> (strong: Int, sum: Int) {
        var (strong, sum) = (0, 0)
        ours.rgba.withUnsafeBufferPointer { a in
            other.rgba.withUnsafeBufferPointer { b in
                guard let a = a.baseAddress, let b = b.baseAddress else { return }
                let (width, height) = (ours.width, ours.height)
                var pixel = 0
                while pixel < width * height {
                    let (p, q) = (a + 4 * pixel, b + 4 * pixel)
                    sum += abs(Int(p[0]) - Int(q[0])) + abs(Int(p[1]) - Int(q[1])) + abs(Int(p[2]) - Int(q[2]))
                    if !isClose(p, q) {
                        let (x, y) = (pixel % width, pixel / width)
                        let isNear = (max(0, y - 1)...min(height - 1, y + 1)).contains { v in
                            (max(0, x - 1)...min(width - 1, x + 1)).contains { isClose(p, b + 4 * (v * width + $0)) }
                        }
                        if !isNear { strong += 1 }
                    }
                    pixel += 1
                }
            }
        }
        return (strong, sum)
    }

    private func compare(_ arguments: [String], _ render: (TemporaryDirectory) throws -> [UInt8]) throws {
        let directory = TemporaryDirectory()
        let made = try Command(arguments + ["-o", "f.png", "-o", "f.svg", "-o", "f.pdf"], in: directory).run()
        #expect(made.status == 0, "\(made.error)")
        let ours = try DecodedPNG.decode(directory.bytes(of: "f.png"), limitPixels: 4_000_000)
        let other = try DecodedPNG.decode(try render(directory), limitPixels: 4_000_000)
        try #require(ours.width == other.width && ours.height == other.height)
        let (strong, sum) = RendererAgreementTests.differences(ours, other)
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
