import Scenes

/// The colours of a surface's cells: by height, gently shaded by a light that stands over the viewer's left shoulder.
///
/// Both height and shade come in steps too small to be seen, so that neighbouring cells often have one colour and can be
/// drawn as one.
struct FacetColors {
    private let positions: [Double]
    /// Of the light, of length 1.
    private let light: SpacePoint
    private let viewer: SpacePoint
    private let bottom: Double
    private let top: Double

    /// Steps of the colour map.
    static let heightSteps = 80
    /// Shades from the darkest to the lightest.
    static let shadeSteps = 16
    /// What a shade multiplies the colour with.
    private static let shades = 0.66...1.08
    /// The lower side is darker.
    private static let underside = 0.8

    init(_ colors: HeightColors, scales: SpaceScales, projection: Projection) {
        (bottom, top) = (scales.z.start, scales.z.end)
        let steps = 512
        let (z, count) = (scales.z.domain, Double(steps))
        positions = (0...steps).map {
            let share = Double($0) / count
            return colors.position(of: z.lowerBound * (1 - share) + z.upperBound * share)
        }
        viewer = projection.toViewer
        let (dx, dy) = projection.towards
        // Half from the viewer, half from the left, and from above.
        let l = SpacePoint(0.45 * dx + 0.6 * dy, 0.45 * dy - 0.6 * dx, 0.9)
        let length = (l.x * l.x + l.y * l.y + l.z * l.z).squareRoot()
        light = SpacePoint(l.x / length, l.y / length, l.z / length)
    }

    /// A colour in steps: 0 is the lowest and darkest.
    ///
    /// - Parameters:
    ///   - height: in the box.
    ///   - slope: of the surface, in the box.
    func key(height: Double, slope: (x: Double, y: Double)) -> Int {
        let place = (height - bottom) / (top - bottom) * Double(positions.count - 1)
        let t = positions[Int(min(max(place, 0), Double(positions.count - 1)).rounded())]
        let length = (slope.x * slope.x + slope.y * slope.y + 1).squareRoot()
        let isUpper = viewer.z - slope.x * viewer.x - slope.y * viewer.y > 0
        let cosine = (light.z - slope.x * light.x - slope.y * light.y) / length * (isUpper ? 1 : -1)
        let shade = (0.5 + 0.5 * cosine) * (isUpper ? 1 : FacetColors.underside)
        let step = Int((shade * Double(FacetColors.shadeSteps)).rounded())
        return Int((t * Double(FacetColors.heightSteps)).rounded()) * (FacetColors.shadeSteps + 1) + step
    }

    func color(_ key: Int, theme: Theme) -> Color {
        let (step, shade) = key.quotientAndRemainder(dividingBy: FacetColors.shadeSteps + 1)
        let base = theme.heightColor(Double(step) / Double(FacetColors.heightSteps))
        let share = Double(shade) / Double(FacetColors.shadeSteps)
        let (dark, bright) = (FacetColors.shades.lowerBound, FacetColors.shades.upperBound)
        let factor = dark + (bright - dark) * share
        func lit(_ channel: UInt8) -> UInt8 { UInt8(min(255, (Double(channel) * factor).rounded())) }
        return Color(red: lit(base.red), green: lit(base.green), blue: lit(base.blue))
    }
}

extension Theme {
    /// The colour of a surface at the place `t`, 0 to 1, of its scale.
    func heightColor(_ t: Double) -> Color { Colormap.viridis(t) }
}
