import Diagnostics
import LossPlots
import PNGCoding
import Scenes

/// Tells a renderer's own way of smoothing edges from a drawing that is otherwise, in two images of one plan.
///
/// 1. An edge that has moved by δ pixels along its normal changes the pixels it crosses by δ times its contrast, and an
///    edge's total variation is its contrast: in a window of 16 × 16 pixels, the sum of the differences over the sum of the
///    gradients is the displacement, for as long as it is less than the stroke is wide. What is painted over, or of another
///    colour inside, gives more. Smoothing otherwise gives less than half a pixel.
/// 2. Hinting and another version of a font move glyphs by more, and renderers move upright hairlines onto their own pixels.
///    Within the boxes of texts, and along the grid and the axes away from curves, a pixel must have its like within the
///    tolerance for such things instead, between the darkest and the lightest there, in both directions.
/// 3. Differences of ``ChangeTolerances/color`` levels of a channel do not count, on a surface in three dimensions of three
///    times as many.
struct PixelDrift {
    /// Pixels that are not the same to the last bit.
    private(set) var differing = 0
    /// Those of them that differ by more than ``ChangeTolerances/color``.
    private(set) var visible = 0
    private(set) var changes: [FigureChange] = []

    /// - Parameter page: what both show; without it, texts are as strict as curves.
    /// - Throws: `Diagnostic` with the name of a file that is broken.
    init(_ old: ComparedFigure, _ new: ComparedFigure, page: DrawnPage?, tolerances: ChangeTolerances) throws {
        let (a, b) = (try PixelDrift.decoded(old), try PixelDrift.decoded(new))
        guard a.width == b.width, a.height == b.height else {
            self.init()
            return
        }
        self.init(a.rgba, b.rgba, width: a.width, height: a.height, page: page, tolerances: tolerances)
    }

    private init() {}

    static func decoded(_ figure: ComparedFigure) throws -> DecodedPNG {
        do {
            return try DecodedPNG.decode(figure.bytes, limitPixels: 200_000_000)
        } catch let error as Diagnostic {
            throw Diagnostic(error.message, at: Diagnostic.Place(file: figure.name), hint: error.hint)
        }
    }

    /// - Parameters:
    ///   - a: RGBA, 4 · width · height bytes.
    ///   - b: the same.
    /// - Complexity: O(pixels).
    init(_ a: [UInt8], _ b: [UInt8], width: Int, height: Int, page: DrawnPage?, tolerances: ChangeTolerances) {
        guard a != b else { return }
        let plan = page.map { PixelRoles($0, width: width, height: height, tolerances: tolerances) }
        let windows = DriftWindows(width: width, height: height)
        var sums = windows.empty
        var strays: [Int] = []
        let limit = Int(tolerances.color)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                for y in 0..<height {
                    for x in 0..<width {
                        let index = y * width + x
                        let difference = PixelDrift.difference(a, b, index)
                        if difference.any { differing += 1 }
                        if difference.largest > limit { visible += 1 }
                        let role = plan?.role(at: index) ?? .drawing
                        // An edge's difference and its gradient lie in neighbouring pixels, and both must be counted.
                        if plan?.isByDrawing(index) ?? true {
                            let gradient =
                                PixelDrift.gradient(a, x, y, width, height)
                                + PixelDrift.gradient(b, x, y, width, height)
                            sums.add(x, y, gradient: gradient / 2)
                        }
                        guard role == .drawing else {
                            if difference.largest > limit, let plan,
                                !PixelDrift.hasItsLike(a, b, x, y, width, height, reach: plan.reach(of: role), limit)
                            {
                                strays.append(index)
                            }
                            continue
                        }
                        sums.add(x, y, difference: difference.beyond(limit * (plan?.leniency(x, y) ?? 1)))
                    }
                }
            }
        }
        let names = PixelNames(page, roles: plan, width: width)
        changes =
            names.changes(of: windows.clusters(sums, limit: tolerances.pixel)) + names.changes(ofStrays: strays)
    }

    private struct Difference {
        var red, green, blue, alpha: Int

        var any: Bool { red | green | blue | alpha != 0 }
        var largest: Int { max(max(red, green), max(blue, alpha)) }

        /// The sum of what is more than a limit, over the channels.
        func beyond(_ limit: Int) -> Double {
            Double(max(0, red - limit) + max(0, green - limit) + max(0, blue - limit) + 3 * max(0, alpha - limit))
        }
    }

    @inline(__always)
    private static func difference(
        _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> Difference {
        func channel(_ k: Int) -> Int { abs(Int(a[4 * index + k]) - Int(b[4 * index + k])) }
        return Difference(red: channel(0), green: channel(1), blue: channel(2), alpha: channel(3))
    }

    /// The length of the gradient, over the colours.
    @inline(__always)
    private static func gradient(
        _ a: UnsafeBufferPointer<UInt8>, _ x: Int, _ y: Int, _ width: Int, _ height: Int
    ) -> Double {
        let here = 4 * (y * width + x)
        let right = x + 1 < width ? here + 4 : here
        let below = y + 1 < height ? here + 4 * width : here
        var sum = 0.0
        for k in 0..<3 {
            let dx = Int(a[right + k]) - Int(a[here + k])
            let dy = Int(a[below + k]) - Int(a[here + k])
            if dx | dy != 0 { sum += Double(dx * dx + dy * dy).squareRoot() }
        }
        return sum
    }

    /// Whether each image's pixel lies between the extremes of the other's neighbourhood, or almost: a stem a pixel wide is
    /// lighter where it lies across two.
    private static func hasItsLike(
        _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ x: Int, _ y: Int, _ width: Int,
        _ height: Int,
        reach: Int, _ limit: Int
    ) -> Bool {
        for k in 0..<4 {
            var (lowA, highA, lowB, highB) = (255, 0, 255, 0)
            for v in max(0, y - reach)...min(height - 1, y + reach) {
                for u in max(0, x - reach)...min(width - 1, x + reach) {
                    let (p, q) = (Int(a[4 * (v * width + u) + k]), Int(b[4 * (v * width + u) + k]))
                    (lowA, highA) = (min(lowA, p), max(highA, p))
                    (lowB, highB) = (min(lowB, q), max(highB, q))
                }
            }
            let slack = limit + (max(highA, highB) - min(lowA, lowB)) / 2
            let (p, q) = (Int(a[4 * (y * width + x) + k]), Int(b[4 * (y * width + x) + k]))
            if p < lowB - slack || p > highB + slack || q < lowA - slack || q > highA + slack { return false }
        }
        return true
    }
}

/// Sums over windows of 16 × 16 pixels, every 8 pixels.
struct DriftWindows {
    static let step = 8
    let width: Int
    let height: Int

    private var columns: Int { (width + DriftWindows.step - 1) / DriftWindows.step }
    private var rows: Int { (height + DriftWindows.step - 1) / DriftWindows.step }

    /// Of tiles of 8 × 8 pixels, row by row. A gradient is that from a pixel to the next ones to the right and below, so
    /// that a tile needs those of the pixels left of it and above it, too.
    struct Sums {
        fileprivate var columns: Int
        fileprivate var difference: [Double]
        fileprivate var gradient: [Double]
        /// Of the column left of the tile, of the row above it, and of the pixel at the corner.
        fileprivate var left: [Double]
        fileprivate var above: [Double]
        fileprivate var corner: [Double]

        @inline(__always)
        mutating func add(_ x: Int, _ y: Int, difference: Double) {
            if difference == 0 { return }
            self.difference[y / DriftWindows.step * columns + x / DriftWindows.step] += difference
        }

        @inline(__always)
        mutating func add(_ x: Int, _ y: Int, gradient: Double) {
            if gradient == 0 { return }
            let tile = y / DriftWindows.step * columns + x / DriftWindows.step
            self.gradient[tile] += gradient
            let isLast = (
                x % DriftWindows.step == DriftWindows.step - 1, y % DriftWindows.step == DriftWindows.step - 1
            )
            if isLast.0, tile + 1 < left.count { left[tile + 1] += gradient }
            if isLast.1, tile + columns < above.count { above[tile + columns] += gradient }
            if isLast.0, isLast.1, tile + columns + 1 < corner.count { corner[tile + columns + 1] += gradient }
        }
    }

    var empty: Sums {
        let zeros = [Double](repeating: 0, count: columns * rows)
        return Sums(columns: columns, difference: zeros, gradient: zeros, left: zeros, above: zeros, corner: zeros)
    }

    /// Windows that belong together.
    struct Cluster: Equatable {
        /// Pixels of the image.
        var x, y, right, bottom: Int
        /// Of the window that strays most: the edges' displacement in pixels, infinite where there are none.
        var displacement: Double
        /// Its middle.
        var worst: Point
    }

    /// Less than this, in levels of three channels, is two pixels of a light line.
    private static let leastDifference = 600.0

    /// The windows in which edges have moved by more than `limit` pixels, joined where they touch.
    func clusters(_ sums: Sums, limit: Double) -> [Cluster] {
        var clusters: [Cluster] = []
        for row in 0..<max(1, rows - 1) {
            for column in 0..<max(1, columns - 1) {
                var (difference, gradient) = (0.0, sums.corner[row * columns + column])
                for r in row...min(row + 1, rows - 1) { gradient += sums.left[r * columns + column] }
                for c in column...min(column + 1, columns - 1) { gradient += sums.above[row * columns + c] }
                for r in row...min(row + 1, rows - 1) {
                    for c in column...min(column + 1, columns - 1) {
                        difference += sums.difference[r * columns + c]
                        gradient += sums.gradient[r * columns + c]
                    }
                }
                guard difference > DriftWindows.leastDifference, difference > limit * gradient else { continue }
                let step = DriftWindows.step
                var found = Cluster(
                    x: column * step, y: row * step, right: min((column + 2) * step, width),
                    bottom: min((row + 2) * step, height), displacement: difference / max(gradient, 1e-9),
                    worst: Point(x: Double((column + 1) * step), y: Double((row + 1) * step)))
                // Few clusters, and each new window touches the last ones.
                while let index = clusters.firstIndex(where: {
                    $0.x <= found.right && found.x <= $0.right && $0.y <= found.bottom && found.y <= $0.bottom
                }) {
                    let other = clusters.remove(at: index)
                    if other.displacement > found.displacement {
                        (found.displacement, found.worst) = (other.displacement, other.worst)
                    }
                    (found.x, found.y) = (min(found.x, other.x), min(found.y, other.y))
                    (found.right, found.bottom) = (max(found.right, other.right), max(found.bottom, other.bottom))
                }
                clusters.append(found)
            }
        }
        return clusters
    }
}
