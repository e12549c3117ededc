/// What the comparison says of one pixel.
enum PixelFinding: UInt8 {
    case same
    /// It differs, but only smooths an edge otherwise.
    case antialiased
    /// It differs on white, or lies in one of the images only.
    case different
    /// It looks the same on white and differs on black: its transparency has changed.
    case transparency
    /// It lies beyond both images.
    case outside
}

/// The pixels at one place of two images, and whether they are farther apart than a squared distance.
private struct PixelPair {
    let old: Pixel
    let new: Pixel
    let differsOnWhite: Bool
    /// Only asked of translucent pixels: opaque ones look the same on all backdrops.
    let differsOnBlack: Bool

    init(_ old: Pixel, _ new: Pixel, _ limit: Double) {
        self.old = old
        self.new = new
        func differ(on backdrop: Backdrop) -> Bool {
            PerceivedColour(old, on: backdrop).distance(to: PerceivedColour(new, on: backdrop)) > limit
        }
        differsOnWhite = differ(on: .white)
        differsOnBlack = !(isOpaque(old) && isOpaque(new)) && differ(on: .black)
    }
}

/// The rows that two images share, compared pixel by pixel.
struct RowComparison {
    let limit: Double
    let countsAntialiasing: Bool
    let detector: AntialiasingDetector

    /// Pixels of each kind.
    struct Counts {
        var different = 0
        var antialiased = 0
        var transparency = 0

        static func + (a: Counts, b: Counts) -> Counts {
            Counts(
                different: a.different + b.different, antialiased: a.antialiased + b.antialiased,
                transparency: a.transparency + b.transparency)
        }
    }

    /// - Parameters:
    ///   - y: the row; rows y − 2 to y + 2 are read around what differs.
    ///   - findings: ``PixelFinding/rawValue`` for each pixel is written here, unless all are the same.
    /// - Returns: whether anything was written.
    /// - Complexity: O(width), at the speed of memory where the rows are equal.
    func compare(
        row y: Int, _ old: RowWindow.Rows, _ new: RowWindow.Rows, into findings: UnsafeMutablePointer<UInt8>,
        counts: inout Counts
    ) -> Bool {
        let a = old[y]
        let b = new[y]
        let width = detector.width
        var x = RowComparison.nextDifference(a, b, from: 0, width: width)
        guard x < width else { return false }
        findings.update(repeating: PixelFinding.same.rawValue, count: width)
        var pair = PixelPair(a[x], b[x], limit)
        while x < width {
            // Changed areas are often flat.
            if a[x] != pair.old || b[x] != pair.new { pair = PixelPair(a[x], b[x], limit) }
            var finding = PixelFinding.same
            if pair.differsOnWhite { finding = smooths(old, new, x, y, on: .white) ? .antialiased : .different }
            if pair.differsOnBlack, finding != .different {
                finding = smooths(old, new, x, y, on: .black) ? .antialiased : .transparency
            }
            switch finding {
            case .antialiased: counts.antialiased += 1
            case .different: counts.different += 1
            case .transparency: counts.transparency += 1
            case .same, .outside: break
            }
            findings[x] = finding.rawValue
            x = RowComparison.nextDifference(a, b, from: x + 1, width: width)
        }
        return true
    }

    private func smooths(
        _ old: RowWindow.Rows, _ new: RowWindow.Rows, _ x: Int, _ y: Int, on backdrop: Backdrop
    ) -> Bool {
        if countsAntialiasing { return false }
        return detector.isAntialiased(old, new, x, y, on: backdrop)
            || detector.isAntialiased(new, old, x, y, on: backdrop)
    }

    /// The first pixel from `start` on that is not the same word in both rows, or the width.
    private static func nextDifference(
        _ a: UnsafePointer<Pixel>, _ b: UnsafePointer<Pixel>, from start: Int, width: Int
    ) -> Int {
        var x = start
        // Within changed areas the next pixel differs too.
        guard x < width, a[x] == b[x] else { return x }
        let (left, right) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
        while x + 16 <= width {
            let p = left.loadUnaligned(fromByteOffset: 4 * x, as: SIMD16<UInt32>.self)
            let q = right.loadUnaligned(fromByteOffset: 4 * x, as: SIMD16<UInt32>.self)
            if p != q { break }
            x += 16
        }
        while x < width, a[x] == b[x] { x += 1 }
        return x
    }
}
