import PNGCoding

/// An image that is read from the top, some rows at a time.
protocol PixelSource: AnyObject {
    /// Pixels.
    var width: Int { get }
    /// Pixels.
    var height: Int { get }

    /// Writes the next rows to memory, four bytes a pixel: red, green, blue, alpha, not premultiplied.
    func read(rows count: Int, into rgba: UnsafeMutableRawPointer) throws
}

extension PNGReader: PixelSource {}
