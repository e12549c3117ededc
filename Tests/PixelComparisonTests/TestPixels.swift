@testable import PixelComparison

/// An image drawn by a test, read like a file.
final class TestPixels: PixelSource {
    let width: Int
    let height: Int
    /// Four bytes a pixel: red, green, blue, alpha.
    var rgba: [UInt8]
    private var row = 0

    init(width: Int, height: Int, rgba: [UInt8]) {
        self.width = width
        self.height = height
        self.rgba = rgba
    }

    convenience init(
        _ width: Int, _ height: Int, _ colour: (_ x: Int, _ y: Int) -> [UInt8] = { _, _ in TestPixels.white }
    ) {
        self.init(width: width, height: height, rgba: (0..<(width * height)).flatMap { colour($0 % width, $0 / width) })
    }

    static let white: [UInt8] = [255, 255, 255, 255]
    static let black: [UInt8] = [0, 0, 0, 255]
    static let clear: [UInt8] = [255, 255, 255, 0]

    func read(rows count: Int, into memory: UnsafeMutableRawPointer) throws {
        precondition(row + count <= height)
        memory.copyMemory(
            from: Array(rgba[(4 * width * row)..<(4 * width * (row + count))]), byteCount: 4 * width * count)
        row += count
    }

    /// The same pixels, read from the top again.
    var again: TestPixels { TestPixels(width: width, height: height, rgba: rgba) }

    /// A rectangle cut out.
    func cropped(x: Int, y: Int, width: Int, height: Int) -> TestPixels {
        TestPixels(width, height) { column, row in
            let start = 4 * ((y + row) * self.width + x + column)
            return Array(self.rgba[start..<(start + 4)])
        }
    }
}

/// The images' difference at the usual threshold.
func difference(
    _ old: TestPixels, _ new: TestPixels, threshold: Double = 0.1, countsAntialiasing: Bool = false,
    drawsImage: Bool = false
) throws -> PixelDifference {
    let tolerance = try PixelTolerance(threshold: threshold, countsAntialiasing: countsAntialiasing)
    return try PixelDifference([old.again, new.again], tolerance, drawsImage: drawsImage, limitPixels: 10_000_000)
}
