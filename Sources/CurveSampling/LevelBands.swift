/// The level sets of a function and the regions above them, from which the bands between levels are painted: the domain
/// first, then each level's region over the one before, so that no seam can show.
///
/// The regions' outlines run along the very lines of the level sets; between these they follow the viewport's edge, and
/// poles, jumps and edges of the domain to about a tenth of a pixel, to a chord of a pixel at most.
public struct LevelBands: Sendable {
    public var sets: [LevelSet]
    /// Where the function has a value; nil where its outline could not be closed.
    public var domain: ParityRegion?
    /// For each level where the function is at or above it, likewise.
    public var regions: [ParityRegion?]

    public init(sets: [LevelSet], domain: ParityRegion?, regions: [ParityRegion?]) {
        precondition(sets.count == regions.count, "each level has a region")
        self.sets = sets
        self.domain = domain
        self.regions = regions
    }
}
