import Diagnostics

/// What a PNG file holds, every chunk checked for its place and size, nothing inflated yet.
struct PNGLayout {
    let header: ImageHeader
    /// The colours of an indexed image as four bytes of memory each: red, green, blue, alpha.
    private(set) var palette: [UInt32] = []
    /// The samples of the one transparent colour of a grey or truecolour image.
    private(set) var transparent: [UInt16]?
    /// IDAT chunks that are not empty.
    private(set) var imageData: [PNGChunk] = []
    /// tEXt, zTXt, iTXt and iCCP, in their order.
    private(set) var texts: [PNGChunk] = []

    private var first: [String: Int] = [:]
    private var seesImageData = false

    /// More chunks than any encoder writes for an image that could be read.
    static let limitChunks = 50_000

    /// - Parameter stopsAtImageData: reads only what comes before it.
    /// - Throws: a ``Diagnostic`` that names the first chunk that is broken or stands where it may not, and its byte.
    /// - Complexity: O(bytes).
    init(_ file: UnsafeRawBufferPointer, limitPixels: Int, stopsAtImageData: Bool = false) throws {
        var chunks = try PNGChunks(file)
        header = try ImageHeader(try chunks.next(), in: file, limitPixels: limitPixels)
        first["IHDR"] = 8
        var previous = "IHDR"
        for _ in 0..<Self.limitChunks {
            let chunk = try chunks.next()
            if stopsAtImageData, chunk.type == "IDAT" { return }
            switch chunk.type {
            case "IHDR", "PLTE", "tRNS", "IEND":
                if let other = first[chunk.type] { throw chunk.error("is the second; the first is at byte \(other)") }
            default: break
            }
            switch chunk.type {
            case "PLTE": try readPalette(chunk, file)
            case "tRNS": try readTransparency(chunk, file)
            case "IDAT":
                if seesImageData, previous != "IDAT" {
                    throw chunk.error("is parted from the image data before by a \(previous) chunk")
                }
                if header.colour == .indexed, palette.isEmpty {
                    throw chunk.error("comes without a PLTE chunk before it")
                }
                seesImageData = true
                if !chunk.content.isEmpty { imageData.append(chunk) }
            case "IEND":
                guard chunk.content.isEmpty else { throw chunk.error("has \(chunk.content.count) bytes instead of 0") }
                guard seesImageData else { throw chunk.error("comes without an IDAT chunk before it") }
                try checkImageBytes()
                return
            default: try readAncillary(chunk)
            }
            first[chunk.type] = first[chunk.type] ?? chunk.offset
            previous = chunk.type
        }
        throw Diagnostic("cannot decode the PNG: the file has more than \(Self.limitChunks) chunks")
    }

    private mutating func readPalette(_ chunk: PNGChunk, _ file: UnsafeRawBufferPointer) throws {
        let count = chunk.content.count
        if header.colour == .grey || header.colour == .greyAlpha {
            throw chunk.error("has no place in a grey image")
        }
        if seesImageData { throw chunk.error("comes after the image data") }
        if let other = first["tRNS"] { throw chunk.error("comes after the tRNS chunk at byte \(other)") }
        guard count > 0, count.isMultiple(of: 3) else {
            throw chunk.error("has \(count) bytes, not three for each of some colours")
        }
        let limit = header.colour == .indexed ? 1 << header.bitDepth : 256
        guard count / 3 <= limit else { throw chunk.error("has \(count / 3) colours, more than \(limit)") }
        // For a truecolour image the colours are a suggestion to poor screens.
        guard header.colour == .indexed else { return }
        for start in stride(from: chunk.content.lowerBound, to: chunk.content.upperBound, by: 3) {
            palette.append(UInt32(rgba: file[start], file[start + 1], file[start + 2], 255))
        }
    }

    private mutating func readTransparency(_ chunk: PNGChunk, _ file: UnsafeRawBufferPointer) throws {
        let count = chunk.content.count
        if seesImageData { throw chunk.error("comes after the image data") }
        switch header.colour {
        case .indexed:
            if palette.isEmpty { throw chunk.error("comes before the PLTE chunk") }
            guard (1...palette.count).contains(count) else {
                throw chunk.error("has \(count) entries, and the palette \(palette.count)")
            }
            for (entry, alpha) in file[chunk.content].enumerated() {
                withUnsafeMutableBytes(of: &palette[entry]) { $0[3] = alpha }
            }
        case .grey, .truecolour:
            let samples = header.colour.channels
            guard count == 2 * samples else { throw chunk.error("has \(count) bytes instead of \(2 * samples)") }
            // Only the bits of the image's depth count.
            transparent = (0..<samples).map { sample in
                let at = chunk.content.lowerBound + 2 * sample
                return (UInt16(file[at]) << 8 | UInt16(file[at + 1])) & UInt16((1 << header.bitDepth) - 1)
            }
        case .greyAlpha, .truecolourAlpha: throw chunk.error("has no place in an image with alpha")
        }
    }

    private mutating func readAncillary(_ chunk: PNGChunk) throws {
        if chunk.isCritical { throw chunk.error("is of a kind that is not known and may not be passed over") }
        if let rule = AncillaryRule.rules[chunk.type] {
            if !rule.lengths.contains(chunk.content.count) {
                throw chunk.error("has \(chunk.content.count) bytes, which its kind may not")
            }
            if let other = first[chunk.type], !rule.repeats {
                throw chunk.error("is the second; the first is at byte \(other)")
            }
            if rule.place == .beforePalette, let other = first["PLTE"] {
                throw chunk.error("comes after the PLTE chunk at byte \(other)")
            }
            if rule.place != .anywhere, seesImageData { throw chunk.error("comes after the image data") }
        }
        if ["tEXt", "zTXt", "iTXt", "iCCP"].contains(chunk.type) { texts.append(chunk) }
    }

    /// Deflate makes at most 1,032 bytes of one, so that a short file cannot claim a large image: this holds before
    /// memory is taken for it.
    private func checkImageBytes() throws {
        let compressed = imageData.reduce(0) { $0 + $1.content.count }
        guard header.imageBytes / 1040 <= compressed else {
            throw Diagnostic(
                """
                cannot decode the PNG: \(compressed) bytes of image data cannot hold \
                \(header.width)×\(header.height) pixels
                """)
        }
    }
}

/// What PNG demands of chunks that do not bear on the pixels (third edition, sections 5.6 and 11.3).
struct AncillaryRule {
    enum Place { case beforePalette, beforeImageData, anywhere }

    let place: Place
    let lengths: ClosedRange<Int>
    var repeats = false

    static let rules: [String: AncillaryRule] = [
        "cHRM": AncillaryRule(place: .beforePalette, lengths: 32...32),
        "gAMA": AncillaryRule(place: .beforePalette, lengths: 4...4),
        "iCCP": AncillaryRule(place: .beforePalette, lengths: 3...Int(Int32.max)),
        "sBIT": AncillaryRule(place: .beforePalette, lengths: 1...4),
        "sRGB": AncillaryRule(place: .beforePalette, lengths: 1...1),
        "bKGD": AncillaryRule(place: .beforeImageData, lengths: 1...6),
        "hIST": AncillaryRule(place: .beforeImageData, lengths: 2...512),
        "pHYs": AncillaryRule(place: .beforeImageData, lengths: 9...9),
        "sPLT": AncillaryRule(place: .beforeImageData, lengths: 2...Int(Int32.max), repeats: true),
        "tIME": AncillaryRule(place: .anywhere, lengths: 7...7),
    ]
}

extension UInt32 {
    /// Four bytes in this order in memory, whatever the machine's.
    init(rgba red: UInt8, _ green: UInt8, _ blue: UInt8, _ alpha: UInt8) {
        self = UInt32(
            bigEndian: UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8 | UInt32(alpha))
    }
}
