import Scenes

/// What a panel shows, in data coordinates; each kind lowers itself to shapes, so that renderers never see marks.
public enum Mark: Equatable, Sendable {
    case curve(CurveMark)
    case points(PointsMark)
    case contour(ContourMark)
    case region(RegionMark)

    public var id: String {
        switch self {
        case .curve(let mark): mark.id
        case .points(let mark): mark.id
        case .contour(let mark): mark.id
        case .region(let mark): mark.id
        }
    }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        switch self {
        case .curve(let mark): mark.lowered(to: scales, theme: theme)
        case .points(let mark): mark.lowered(to: scales, theme: theme)
        case .contour(let mark): mark.lowered(to: scales, theme: theme)
        case .region(let mark): mark.lowered(to: scales, theme: theme)
        }
    }
}
