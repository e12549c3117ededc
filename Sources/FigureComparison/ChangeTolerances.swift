/// How far things may stray before it counts as a change, each kind on its own.
public struct ChangeTolerances: Equatable, Sendable {
    /// Curves, contour lines and chords, in pixels at scale 1. Default: 0.25, the bound to which curves are drawn.
    public var curve = 0.25
    /// Points and the ends of bands, in pixels at scale 1. Default: 0.25.
    public var point = 0.25
    /// Texts, in pixels at scale 1. Default: 1.
    public var text = 1.0
    /// Lines of the grid and the axes, which renderers move onto their pixels, in pixels at scale 1. Default: 1.
    public var grid = 1.0
    /// Edges in an image whose plan is the same, in pixels of the image. Default: 0.65; a renderer's own smoothing stays
    /// below a half, a shift of one pixel is 1.
    public var pixel = 0.65
    /// Channels of colours in an image whose plan is the same, of 255. Default: 6, a gamma of 1.05; thrice
    /// that on a surface in three dimensions.
    public var color = 6.0

    public init() {}

    /// The names by which tolerances are given.
    public static let names = ["curve", "point", "text", "grid", "pixel", "color"]

    /// By name.
    public subscript(name: String) -> Double? {
        get { ChangeTolerances.path(name).map { self[keyPath: $0] } }
        set {
            if let path = ChangeTolerances.path(name), let newValue { self[keyPath: path] = newValue }
        }
    }

    private static func path(_ name: String) -> WritableKeyPath<ChangeTolerances, Double>? {
        switch name {
        case "curve": \.curve
        case "point": \.point
        case "text": \.text
        case "grid": \.grid
        case "pixel": \.pixel
        case "color": \.color
        default: nil
        }
    }
}
