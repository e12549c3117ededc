import CZlib
import Testing

/// A PNG file written by a test, chunk by chunk, so that any of them can be wrong.
struct TestPNG {
    struct Chunk {
        var type: String
        var content: [UInt8]

        /// With length and checksum.
        var bytes: [UInt8] {
            let typed = Array(type.utf8) + content
            return bigEndian(content.count) + typed + bigEndian(Int(crc32(0, typed, UInt32(typed.count))))
        }
    }

    var chunks: [Chunk]

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    var bytes: [UInt8] { Self.signature + chunks.flatMap(\.bytes) }

    /// Where the first chunk of a type begins.
    func offset(of type: String) -> Int {
        8 + chunks.prefix { $0.type != type }.map(\.bytes.count).reduce(0, +)
    }

    subscript(type: String) -> [UInt8] {
        get { chunks.first { $0.type == type }?.content ?? [] }
        set { for i in chunks.indices where chunks[i].type == type { chunks[i].content = newValue } }
    }

    mutating func insert(_ type: String, _ content: [UInt8], before other: String) {
        let place = chunks.firstIndex { $0.type == other } ?? chunks.endIndex
        chunks.insert(Chunk(type: type, content: content), at: place)
    }

    mutating func remove(_ type: String) { chunks.removeAll { $0.type == type } }
}

func bigEndian(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

/// A zlib stream.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(count))
    compress2(&result, &count, bytes, UInt(bytes.count), 9)
    return Array(result[..<Int(count)])
}

/// An image of any kind that PNG knows, its samples given by a function, and the pixels that it stands for.
struct TestSamples: Sendable, CustomTestStringConvertible {
    var width: Int
    var height: Int
    /// PNG's number.
    var colour: Int
    var depth: Int
    var isInterlaced: Bool
    /// With one transparent colour, or alphas of some palette entries.
    var isTransparent = false
    /// Areas of one colour with an edge here and there.
    var isFlat = false

    var testDescription: String {
        "\(width)×\(height) type \(colour) depth \(depth)\(isInterlaced ? " interlaced" : "")"
            + (isTransparent ? " with tRNS" : "")
    }

    var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colour, default: 1] }
    private var greatest: Int { 1 << depth - 1 }

    func sample(_ x: Int, _ y: Int, _ channel: Int) -> Int {
        if isFlat { return (x / 70 * 5 + y / 3 * 3 + (x == 33 ? y : 0) + channel) & greatest }
        let value = (x * 0x2F35 + y * 0x51A3 + channel * 0x7717 + x * y * 0x0B1D) & 0xFFFF
        // An area of one colour, for the transparent one.
        if x < 3, y < 3 { return greatest / 2 }
        return value >> (16 - depth)
    }

    private func entry(_ number: Int) -> [UInt8] {
        [UInt8(number * 37 & 255), UInt8(255 - number & 255), UInt8(number * 91 & 255)]
    }

    private func alpha(_ number: Int) -> UInt8 { isTransparent && number < 2 ? UInt8(number * 100) : 255 }

    /// Four bytes a pixel.
    var rgba: [UInt8] {
        var result: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let samples = (0..<channels).map { sample(x, y, $0) }
                let levels = samples.map { UInt8(depth == 16 ? $0 >> 8 : $0 * 255 / greatest) }
                let isKey = isTransparent && samples.allSatisfy { $0 == greatest / 2 }
                switch colour {
                case 0: result += [levels[0], levels[0], levels[0], isKey ? 0 : 255]
                case 2: result += levels + [isKey ? 0 : 255]
                case 3: result += entry(samples[0]) + [alpha(samples[0])]
                case 4: result += [levels[0], levels[0], levels[0], levels[1]]
                default: result += levels
                }
            }
        }
        return result
    }

    /// Rows with the numbers of their filters, which take turns.
    var imageData: [UInt8] {
        guard isInterlaced else { return rows(x: 0, y: 0, stepX: 1, stepY: 1) }
        return rows(x: 0, y: 0, stepX: 8, stepY: 8) + rows(x: 4, y: 0, stepX: 8, stepY: 8)
            + rows(x: 0, y: 4, stepX: 4, stepY: 8) + rows(x: 2, y: 0, stepX: 4, stepY: 4)
            + rows(x: 0, y: 2, stepX: 2, stepY: 4) + rows(x: 1, y: 0, stepX: 2, stepY: 2)
            + rows(x: 0, y: 1, stepX: 1, stepY: 2)
    }

    private func rows(x x0: Int, y y0: Int, stepX: Int, stepY: Int) -> [UInt8] {
        guard x0 < width else { return [] }
        let distance = max(1, channels * depth / 8)
        var result: [UInt8] = []
        var above: [UInt8] = []
        for (number, y) in stride(from: y0, to: height, by: stepY).enumerated() {
            var bits: [Bool] = []
            for x in stride(from: x0, to: width, by: stepX) {
                for channel in 0..<channels {
                    let value = sample(x, y, channel)
                    for bit in (0..<depth).reversed() { bits.append(value >> bit & 1 == 1) }
                }
            }
            var row = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
            for (i, bit) in bits.enumerated() where bit { row[i / 8] |= 0x80 >> UInt8(i % 8) }
            if above.isEmpty { above = [UInt8](repeating: 0, count: row.count) }
            let filter = number % 5
            result.append(UInt8(filter))
            for i in row.indices {
                let left = i < distance ? 0 : Int(row[i - distance])
                let corner = i < distance ? 0 : Int(above[i - distance])
                let up = Int(above[i])
                let estimate = left + up - corner
                // The nearest of the three, the first in case of a tie: `min(by:)` gives the first.
                let paeth = [left, up, corner].min { abs($0 - estimate) < abs($1 - estimate) } ?? 0
                let predicted = [0, left, up, (left + up) / 2, paeth][filter]
                result.append(row[i] &- UInt8(predicted))
            }
            above = row
        }
        return result
    }

    var file: TestPNG {
        let head = bigEndian(width) + bigEndian(height) + [UInt8(depth), UInt8(colour), 0, 0, isInterlaced ? 1 : 0]
        var chunks = [TestPNG.Chunk(type: "IHDR", content: head)]
        if colour == 3 { chunks.append(.init(type: "PLTE", content: (0...greatest).flatMap(entry))) }
        if isTransparent {
            let key = [UInt8((greatest / 2) >> 8), UInt8((greatest / 2) & 255)]
            let content = colour == 3 ? [alpha(0), alpha(1)] : (0..<channels).flatMap { _ in key }
            chunks.append(.init(type: "tRNS", content: content))
        }
        // In two chunks, the first of them small.
        let data = deflated(imageData)
        chunks.append(.init(type: "IDAT", content: Array(data[..<5])))
        chunks.append(.init(type: "IDAT", content: Array(data[5...])))
        chunks.append(.init(type: "IEND", content: []))
        return TestPNG(chunks: chunks)
    }

    /// All 15 kinds, each interlaced and not, with and without transparency where it may be.
    static let kinds: [TestSamples] = [
        (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]),
    ].flatMap { colour, depths in
        depths.flatMap { depth in
            [false, true].flatMap { isInterlaced in
                (colour < 4 ? [false, true] : [false]).map { isTransparent in
                    TestSamples(
                        width: 21, height: 13, colour: colour, depth: depth, isInterlaced: isInterlaced,
                        isTransparent: isTransparent)
                }
            }
        }
    }
}
