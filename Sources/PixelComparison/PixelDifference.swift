import Diagnostics
import PNGCoding

/// In which pixels two PNG images differ to the eye.
///
/// ```swift
/// let difference = try PixelDifference(
///     from: PNGFile(name: "old.png", bytes: old), to: PNGFile(name: "new.png", bytes: new), drawsImage: true)
/// if !difference.isSame { write(try difference.image?.encoded().bytes) }
/// ```
///
/// For images of one size ``different`` is exactly pixelmatch's count, at any threshold, with and without the detection
/// of antialiasing (held to the PyPI package 0.4.0 by Scripts/pixelmatch-agreement). pixelmatch lays translucent pixels on
/// white, where transparency and white are the same. What only another backdrop tells apart is counted in
/// ``transparency``: pixels that do not differ on white, but on black. A pixel that looks the same on both looks the same
/// on every backdrop, since what is seen is a mean of the two.
///
/// Images of different sizes are laid on each other at their upper left corners. What they share is compared as two
/// images of its size; a pixel that only one of them has is different.
public struct PixelDifference: Equatable, Sendable {
    public let oldSize: PixelSize
    public let newSize: PixelSize
    /// Pixels that at least one of the images has: the denominator of ``different``.
    public let total: Int
    /// Pixels that differ by more than the threshold, without those that only smooth an edge.
    public let different: Int
    /// Pixels that differ in their transparency alone; none of ``different``.
    public let transparency: Int
    /// Pixels that differ but only smooth an edge otherwise; 0 where the tolerance counts these as different.
    public let antialiased: Int
    /// How many clusters ``different`` and ``transparency`` form; see ``boxes``.
    public let clusters: Int
    /// The boxes of the largest clusters, at most ``limitBoxes``, those with the most pixels first. Pixels at most 8
    /// columns and 8 rows apart are of one cluster.
    public let boxes: [PixelBox]
    /// What differs, drawn over the old image; nil if it was not asked for.
    public let image: DifferenceImage?

    /// Whether nobody could tell the images apart, edges aside.
    public var isSame: Bool { different == 0 && transparency == 0 }

    public static let limitBoxes = 100

    /// Compares two files, decoding them as it goes: memory holds some rows of each, of interlaced images all of them.
    ///
    /// - Parameters:
    ///   - old: the file that is drawn in the background.
    ///   - new: the other one.
    ///   - drawsImage: whether ``image`` is made: a byte a pixel.
    ///   - limitPixels: the most pixels accepted of either image, and of the drawn one.
    /// - Throws: a `Diagnostic` with the name of the file that is broken or too large.
    /// - Complexity: O(pixels), on two threads for large images.
    public init(
        from old: PNGFile, to new: PNGFile, tolerance: PixelTolerance, drawsImage: Bool = false,
        limitPixels: Int = 200_000_000
    ) throws {
        let sources = [try old.reader(limitPixels: limitPixels), try new.reader(limitPixels: limitPixels)]
        try self.init(sources, tolerance, drawsImage: drawsImage, limitPixels: limitPixels)
    }

    /// Compares two images from wherever they come.
    init(_ sources: [any PixelSource], _ tolerance: PixelTolerance, drawsImage: Bool, limitPixels: Int) throws {
        let run = ComparisonRun(sources, tolerance)
        let (width, height) = (run.width, run.height)
        if drawsImage {
            guard width * height <= limitPixels else {
                throw Diagnostic(
                    "cannot draw the difference: \(width)×\(height) pixels are more than \(limitPixels)",
                    hint: "compare images of similar size")
            }
            let numbers = try [UInt8](unsafeUninitializedCapacity: width * height) { memory, initialized in
                try run.compare(drawingInto: memory)
                initialized = width * height
            }
            image = DifferenceImage(width: width, height: height, numbers: numbers)
        } else {
            try run.compare(drawingInto: nil)
            image = nil
        }
        oldSize = PixelSize(width: sources[0].width, height: sources[0].height)
        newSize = PixelSize(width: sources[1].width, height: sources[1].height)
        total = run.total
        different = run.counts.different
        transparency = run.counts.transparency
        antialiased = run.counts.antialiased
        let all = run.clusters.sorted()
        clusters = all.count
        boxes = Array(all.prefix(PixelDifference.limitBoxes))
    }
}

/// Pixels across and down.
public struct PixelSize: Equatable, Sendable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A PNG file in memory and the name under which errors tell of it.
public struct PNGFile: Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    fileprivate func reader(limitPixels: Int) throws -> NamedSource {
        do {
            return NamedSource(name: name, reader: try PNGReader(bytes, limitPixels: limitPixels))
        } catch let error as Diagnostic {
            throw error.inFile(name)
        }
    }
}

/// A PNG whose errors name the file.
private final class NamedSource: PixelSource {
    let name: String
    let reader: PNGReader
    var width: Int { reader.width }
    var height: Int { reader.height }

    init(name: String, reader: PNGReader) {
        self.name = name
        self.reader = reader
    }

    func read(rows count: Int, into rgba: UnsafeMutableRawPointer) throws {
        do {
            try reader.read(rows: count, into: rgba)
        } catch let error as Diagnostic {
            throw error.inFile(name)
        }
    }
}

extension Diagnostic {
    fileprivate func inFile(_ name: String) -> Diagnostic {
        Diagnostic(message, at: Place(file: name), hint: hint)
    }
}
