import Diagnostics

/// The IHDR chunk: the size of the image and how its pixels are stored (PNG, third edition, section 11.2.1).
struct ImageHeader {
    enum Colour: UInt8 {
        case grey = 0
        case truecolour = 2
        case indexed = 3
        case greyAlpha = 4
        case truecolourAlpha = 6

        var channels: Int {
            switch self {
            case .grey, .indexed: 1
            case .greyAlpha: 2
            case .truecolour: 3
            case .truecolourAlpha: 4
            }
        }

        var bitDepths: [Int] {
            switch self {
            case .grey: [1, 2, 4, 8, 16]
            case .indexed: [1, 2, 4, 8]
            case .truecolour, .greyAlpha, .truecolourAlpha: [8, 16]
            }
        }
    }

    /// Pixels.
    let width: Int
    /// Pixels.
    let height: Int
    /// Bits a sample.
    let bitDepth: Int
    let colour: Colour
    let isInterlaced: Bool

    /// The longest side that is read, in pixels: some rows are kept in memory.
    static let longestSide = 1_000_000

    /// - Throws: a ``Diagnostic`` with the first field that is not allowed.
    init(_ chunk: PNGChunk, in file: UnsafeRawBufferPointer, limitPixels: Int) throws {
        guard chunk.type == "IHDR" else { throw chunk.error("stands where IHDR must be") }
        guard chunk.content.count == 13 else { throw chunk.error("has \(chunk.content.count) bytes instead of 13") }
        let start = chunk.content.lowerBound
        width = Int(file.bigEndian(at: start))
        height = Int(file.bigEndian(at: start + 4))
        for (name, side) in [("width", width), ("height", height)] {
            guard side > 0 else { throw chunk.error("gives a \(name) of 0") }
            guard side <= Int(Int32.max) else { throw chunk.error("gives a \(name) of \(side), more than PNG allows") }
        }
        bitDepth = Int(file[start + 8])
        guard let colour = Colour(rawValue: file[start + 9]) else {
            throw chunk.error("gives colour type \(file[start + 9]), which there is not")
        }
        self.colour = colour
        guard colour.bitDepths.contains(bitDepth) else {
            throw chunk.error("gives bit depth \(bitDepth), not allowed with colour type \(colour.rawValue)")
        }
        for (name, byte) in [("compression", file[start + 10]), ("filter", file[start + 11])] where byte != 0 {
            throw chunk.error("gives \(name) method \(byte), which there is not")
        }
        guard file[start + 12] <= 1 else {
            throw chunk.error("gives interlace method \(file[start + 12]), which there is not")
        }
        isInterlaced = file[start + 12] == 1
        guard width <= Self.longestSide, height <= Self.longestSide else {
            throw chunk.error("gives \(width)×\(height) pixels, with a side longer than \(Self.longestSide)")
        }
        guard width * height <= limitPixels else {
            throw chunk.error("gives \(width)×\(height) pixels, more than \(limitPixels)")
        }
    }

    /// Bytes from a pixel to its left neighbour, as filters count; 1 where several pixels share a byte.
    var pixelBytes: Int { max(1, colour.channels * bitDepth / 8) }

    /// Bytes of a row of so many pixels with the number of its filter; 0 for none.
    func stride(width: Int) -> Int { width == 0 ? 0 : 1 + (width * colour.channels * bitDepth + 7) / 8 }

    /// Bytes of the image data when inflated.
    var imageBytes: Int {
        guard isInterlaced else { return height * stride(width: width) }
        return Adam7.passes.reduce(0) { $0 + $1.height(of: height) * stride(width: $1.width(of: width)) }
    }
}

/// The passes of an interlaced image (PNG, third edition, section 8.2).
struct Adam7 {
    let x: Int
    let y: Int
    let stepX: Int
    let stepY: Int

    func width(of image: Int) -> Int { (image - x + stepX - 1) / stepX }
    func height(of image: Int) -> Int { (image - y + stepY - 1) / stepY }

    static let passes = [
        Adam7(x: 0, y: 0, stepX: 8, stepY: 8), Adam7(x: 4, y: 0, stepX: 8, stepY: 8),
        Adam7(x: 0, y: 4, stepX: 4, stepY: 8), Adam7(x: 2, y: 0, stepX: 4, stepY: 4),
        Adam7(x: 0, y: 2, stepX: 2, stepY: 4), Adam7(x: 1, y: 0, stepX: 2, stepY: 2),
        Adam7(x: 0, y: 1, stepX: 1, stepY: 2),
    ]
}
