/// A line on a surface, over the straight line between the given points: the way of an optimiser, or a section.
public struct SurfacePath: Equatable, Sendable {
    /// Unique within the space.
    public var id: String
    /// Which colour of the theme's cycle.
    public var styleIndex: Int
    /// In data coordinates. Parts outside the mesh, over a hole or beyond the window of heights are not drawn.
    public var vertices: [DataPoint]
    /// Whether a ring stands at the first vertex. Default: true.
    public var marksStart: Bool
    /// Whether a disc stands at the last vertex. Default: true.
    public var marksEnd: Bool

    public init(
        id: String, styleIndex: Int, vertices: [DataPoint], marksStart: Bool = true,
        marksEnd: Bool = true
    ) {
        self.id = id
        self.styleIndex = styleIndex
        self.vertices = vertices
        self.marksStart = marksStart
        self.marksEnd = marksEnd
    }
}
