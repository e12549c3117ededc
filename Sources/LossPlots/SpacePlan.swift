import Figures

/// The part of a ``ContourPlan`` that is about the surface in three dimensions.
public struct SpacePlan: Equatable, Sendable, Codable {
    /// Of the viewer around the vertical axis, in degrees, from the direction of x towards that of y.
    public var azimuth: Double
    /// Of the viewer above the floor, in degrees.
    public var elevation: Double
    /// Points of the surface's grid along each axis; of values from a file, of theirs along x.
    public var resolution: Int
    /// The window of heights, at whose ends the surface is cut.
    public var z: ClosedRange<Double>
    /// Empty for none.
    public var zLabel: String

    var view: ViewAngles { ViewAngles(azimuth: azimuth, elevation: elevation) }

    /// What the resolution may be.
    public static let resolutions = 5...301
}

/// What a user asked of a surface; nil means the default.
public struct SpaceSpec: Equatable, Sendable {
    /// Degrees, from −180 to 180.
    public var azimuth: Double?
    /// Degrees, from 5 to 85.
    public var elevation: Double?
    public var resolution: Int?
    public var z: ClosedRange<Double>?
    public var zLabel: String?

    public init() {}

    /// What was asked for, and for the rest what shows the surface best.
    ///
    /// - Parameters:
    ///   - mesh: of the surface, at ``resolution(samples:)``.
    ///   - zLabel: that the subject has.
    ///   - points: that the surface should not hide.
    func resolved(_ mesh: SurfaceMesh, zLabel: String, showing points: [DataPoint]) -> SpacePlan {
        let z = z ?? HeightWindow(mesh.values).range
        let view = azimuth == nil ? ViewAngles.best(for: mesh, z: z, showing: points) : .standard
        return SpacePlan(
            azimuth: azimuth ?? view.azimuth, elevation: elevation ?? view.elevation, resolution: mesh.xs.count, z: z,
            zLabel: self.zLabel ?? zLabel)
    }

    /// Points of the grid along each axis; fewer where each costs very much.
    func resolution(samples: Int) -> Int {
        if let resolution { return resolution }
        return samples <= 20_000 ? 65 : samples <= 500_000 ? 33 : 17
    }
}
