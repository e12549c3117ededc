import Typography

/// A box in three dimensions, the counterpart of a ``Panel``: a surface over its floor.
public struct Space: Equatable, Sendable {
    /// Unique within the figure.
    public var id: String
    public var mesh: SurfaceMesh
    /// The window of heights; the surface is cut at its ends.
    public var z: ClosedRange<Double>
    public var view: ViewAngles
    public var xLabel: RichText?
    public var yLabel: RichText?
    public var zLabel: RichText?
    /// Which heights have which colours.
    public var colors: HeightColors
    /// Lines on the floor.
    public var contours: ContourMark?
    /// A wash on the floor.
    public var region: RegionMark?
    /// Points on the floor and on the surface.
    public var points: PointsMark?
    /// Lines on the surface and, thinner, on the floor.
    public var paths: [SurfacePath]

    public init(
        id: String, mesh: SurfaceMesh, z: ClosedRange<Double>, view: ViewAngles, xLabel: RichText?, yLabel: RichText?,
        zLabel: RichText?, colors: HeightColors, contours: ContourMark? = nil, region: RegionMark? = nil,
        points: PointsMark? = nil, paths: [SurfacePath] = []
    ) {
        precondition(z.lowerBound < z.upperBound, "a window of heights is not empty")
        self.id = id
        self.mesh = mesh
        self.z = z
        self.view = view
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.zLabel = zLabel
        self.colors = colors
        self.contours = contours
        self.region = region
        self.points = points
        self.paths = paths
    }

    /// What it writes.
    var texts: [RichText] { [xLabel, yLabel, zLabel].compactMap { $0 } }
}

/// Which part of a colour map stands for which height: linear between stops that share it evenly.
public struct HeightColors: Equatable, Sendable {
    /// Increasing, at least two.
    public let stops: [Double]
    /// Default: viridis.
    public let colormap: Colormap

    public init(stops: [Double], colormap: Colormap = .viridis) {
        precondition(
            stops.count > 1 && zip(stops, stops.dropFirst()).allSatisfy(<), "a scale of colours has two stops")
        self.stops = stops
        self.colormap = colormap
    }

    /// From 0 at the first stop to 1 at the last one; beyond them as at them.
    public func position(of height: Double) -> Double {
        guard height > stops[0] else { return 0 }
        guard let next = stops.firstIndex(where: { $0 >= height }) else { return 1 }
        let share = (height - stops[next - 1]) / (stops[next] - stops[next - 1])
        return (Double(next - 1) + share) / Double(stops.count - 1)
    }
}
