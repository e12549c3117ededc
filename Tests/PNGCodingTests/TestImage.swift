import PNGCoding

/// Pixels in the form of Cairo's image surface, drawn by a test.
struct TestImage {
    let width: Int
    let height: Int
    /// 0xAARRGGBB, row after row without padding.
    var pixels: [UInt32]

    init(width: Int, height: Int, colour: (_ x: Int, _ y: Int) -> UInt32) {
        self.width = width
        self.height = height
        pixels = (0..<(width * height)).map { colour($0 % width, $0 / width) }
    }

    func encoded(text: [(keyword: String, text: String)] = [], pixelsPerMetre: Int? = nil) throws -> EncodedPNG {
        try pixels.withUnsafeBytes {
            try EncodedPNG(
                $0, width: width, height: height, stride: 4 * width, text: text, pixelsPerMetre: pixelsPerMetre)
        }
    }

    /// The largest channel difference from a decoded image, over the pixels for which `isCompared` holds.
    func error(of decoded: DecodedPNG, where isCompared: (UInt32) -> Bool = { _ in true }) -> Int {
        guard decoded.width == width, decoded.height == height, decoded.rgba.count == 4 * pixels.count else {
            return 256
        }
        var error = 0
        for (i, colour) in pixels.enumerated() where isCompared(colour) {
            for (channel, shift) in [16, 8, 0].enumerated() {
                error = max(error, abs(Int(colour >> UInt32(shift) & 255) - Int(decoded.rgba[4 * i + channel])))
            }
            error = max(error, 255 - Int(decoded.rgba[4 * i + 3]))
        }
        return error
    }

    /// White, a grey grid, and a band around a sine curve whose edge fades from `ink` to white.
    static func chart(width: Int, height: Int, ink: UInt32) -> TestImage {
        TestImage(width: width, height: height) { x, y in
            let page: UInt32 = x % 50 == 7 || y % 40 == 9 ? 0xFFDD_DDDD : 0xFFFF_FFFF
            // Coverage from the vertical distance, wide enough for many shades; a triangle wave needs no Foundation.
            let period = x % 120
            let centre = height / 4 + (period < 60 ? period : 120 - period)
            let coverage = min(max(Double(40 - abs(2 * y - 2 * centre)) / 32 + Double(x % 29) / 450, 0), 1)
            return mix(page, ink, coverage)
        }
    }

    private static func mix(_ a: UInt32, _ b: UInt32, _ amount: Double) -> UInt32 {
        var result: UInt32 = 0xFF00_0000
        for shift in [0, 8, 16] as [UInt32] {
            let from = Double(a >> shift & 255)
            let to = Double(b >> shift & 255)
            result |= UInt32((from + (to - from) * amount).rounded()) << shift
        }
        return result
    }
}
