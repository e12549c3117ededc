/// Cuts polygons at two heights. After I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of
/// the ACM 17 (1974), doi:10.1145/360767.360802.
enum HeightClip {
    static func clip(_ polygon: [SpacePoint], to heights: ClosedRange<Double>) -> [SpacePoint] {
        let above = clip(polygon, at: heights.lowerBound) { $0 >= heights.lowerBound }
        return clip(above, at: heights.upperBound) { $0 <= heights.upperBound }
    }

    private static func clip(
        _ polygon: [SpacePoint], at height: Double, keeping isKept: (Double) -> Bool
    ) -> [SpacePoint] {
        var kept: [SpacePoint] = []
        for (k, corner) in polygon.enumerated() {
            let next = polygon[(k + 1) % polygon.count]
            if isKept(corner.z) { kept.append(corner) }
            if isKept(corner.z) != isKept(next.z) {
                var cut = corner.along((height - corner.z) / (next.z - corner.z), to: next)
                cut.z = height
                kept.append(cut)
            }
        }
        return kept
    }
}
