import Synchronization

/// How much of each pixel a glyph covers, beside the pixel its origin is in.
public struct GlyphMask: Sendable {
    /// The first column, and the first row, from the origin's pixel, in pixels; y runs down.
    public let left: Int
    public let top: Int
    public let width: Int
    public let height: Int
    /// Row by row, `width` × `height`, 255 being all of a pixel.
    public let coverage: [UInt8]

    public init(left: Int, top: Int, width: Int, height: Int, coverage: [UInt8]) {
        precondition(coverage.count == width * height, "a byte for every pixel")
        self.left = left
        self.top = top
        self.width = width
        self.height = height
        self.coverage = coverage
    }

    public static let blank = GlyphMask(left: 0, top: 0, width: 0, height: 0, coverage: [])
}

/// The masks made so far: figures of one set say much the same in the same sizes, and a mask is made for the price of
/// some twenty uses.
public final class GlyphMasks: Sendable {
    /// What the masks of a run of glyphs have in common.
    public struct Look: Hashable, Sendable {
        public var font: String
        public var pixelsPerEm: Double
        /// Pixels beyond the outline that are covered, too.
        public var margin: Double

        public init(font: String, pixelsPerEm: Double, margin: Double) {
            self.font = font
            self.pixelsPerEm = pixelsPerEm
            self.margin = margin
        }
    }

    /// A glyph, and where in its pixel the origin stands, in steps the caller chooses.
    public struct Key: Hashable, Sendable {
        public var glyph: UInt32
        public var phase: UInt32

        public init(glyph: UInt32, phase: UInt32) {
            self.glyph = glyph
            self.phase = phase
        }
    }

    private struct Store {
        var masks: [Look: [Key: GlyphMask]] = [:]
        var byteCount = 0
    }

    /// All are forgotten when their pixels take more memory than this, in bytes.
    private let limit: Int
    private let store = Mutex(Store())

    init(limit: Int = 16 << 20) { self.limit = limit }

    /// The masks of glyphs of one look, in their order; those not known yet are made.
    public func masks(
        of keys: [Key], look: Look, made make: (Key) throws -> GlyphMask
    ) rethrows -> [GlyphMask] {
        try store.withLock { store in
            var known = store.masks.removeValue(forKey: look) ?? [:]
            defer { store.masks[look] = known }
            return try keys.map { key in
                if let mask = known[key] { return mask }
                let mask = try make(key)
                store.byteCount += mask.coverage.count
                if store.byteCount > limit {
                    store = Store(byteCount: mask.coverage.count)
                    known = [:]
                }
                known[key] = mask
                return mask
            }
        }
    }
}
