import PNGCoding

/// What differs, drawn over the old image, which is faded to grey: red what differs, magenta what differs in its
/// transparency only, yellow what only smooths an edge otherwise, blue-grey what lies beyond both images.
///
/// By construction it has few colours, so a byte a pixel holds it.
public struct DifferenceImage: Equatable, Sendable {
    /// Pixels.
    public let width: Int
    /// Pixels.
    public let height: Int
    /// The colour's number in ``colours`` for each pixel, row after row from the top.
    let numbers: [UInt8]

    private static let greys = 64
    /// The darkest grey: the old image is a background.
    private static let darkest = 150

    /// 0xRRGGBB by number.
    static let colours: [UInt32] =
        (0..<greys).map { UInt32(darkest + (255 - darkest) * $0 / (greys - 1)) * 0x01_0101 }
        + [0xD4_0000, 0xC0_00C0, 0xFF_D500, 0xAF_BCC9]

    private static func number(_ finding: PixelFinding, over grey: UInt8) -> UInt8 {
        switch finding {
        case .same: grey
        case .different: UInt8(greys)
        case .transparency: UInt8(greys + 1)
        case .antialiased: UInt8(greys + 2)
        case .outside: UInt8(greys + 3)
        }
    }

    /// Writes one row.
    ///
    /// - Parameters:
    ///   - pixels: of the image in the background, from the left, as far as it reaches.
    ///   - findings: of all pixels, or nil where all are the same.
    static func draw(
        _ pixels: UnsafeBufferPointer<Pixel>, _ findings: UnsafeBufferPointer<UInt8>?,
        into numbers: UnsafeMutableBufferPointer<UInt8>
    ) {
        var last: Pixel = 0
        var grey = grey(last)
        for x in 0..<min(pixels.count, numbers.count) {
            if pixels[x] != last {
                last = pixels[x]
                grey = self.grey(last)
            }
            numbers[x] = grey
        }
        guard let findings else { return }
        for x in findings.indices where findings[x] != PixelFinding.same.rawValue {
            numbers[x] = PixelFinding(rawValue: findings[x]).map { number($0, over: numbers[x]) } ?? numbers[x]
        }
    }

    private static func grey(_ pixel: Pixel) -> UInt8 {
        UInt8(PerceivedColour(pixel, on: .white).y * Double(greys) / 256)
    }

    /// Red, green, blue and alpha of each pixel, row after row from the top; `4 · width · height` bytes.
    public var rgba: [UInt8] {
        numbers.flatMap { number in
            let colour = DifferenceImage.colours[Int(number)]
            return [UInt8(colour >> 16), UInt8(colour >> 8 & 255), UInt8(colour & 255), 255]
        }
    }

    /// The image as a PNG file.
    ///
    /// - Throws: a `Diagnostic` for a side longer than ``EncodedPNG/longestSide``.
    public func encoded() throws -> EncodedPNG {
        try EncodedPNG(numbers: numbers, width: width, height: height, colours: DifferenceImage.colours)
    }
}
