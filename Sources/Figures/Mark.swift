import Scenes
import Typography

/// What a panel shows, in data coordinates; each kind lowers itself to shapes, so that renderers never see marks.
public enum Mark: Equatable, Sendable {
    case bands(BandsMark)
    case curve(CurveMark)
    case chord(ChordMark)
    case points(PointsMark)
    case contour(ContourMark)
    case region(RegionMark)
    case path(PathMark)
    case guide(GuideMark)
    case bars(BarsMark)

    public var id: String {
        switch self {
        case .bands(let mark): mark.id
        case .curve(let mark): mark.id
        case .chord(let mark): mark.id
        case .points(let mark): mark.id
        case .contour(let mark): mark.id
        case .region(let mark): mark.id
        case .path(let mark): mark.id
        case .guide(let mark): mark.id
        case .bars(let mark): mark.id
        }
    }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        switch self {
        case .bands(let mark): mark.lowered(to: scales, theme: theme)
        case .chord(let mark): mark.lowered(to: scales, theme: theme)
        case .curve(let mark): mark.lowered(to: scales, theme: theme)
        case .points(let mark): mark.lowered(to: scales, theme: theme)
        case .contour(let mark): mark.lowered(to: scales, theme: theme)
        case .region(let mark): mark.lowered(to: scales, theme: theme)
        case .path(let mark): mark.lowered(to: scales, theme: theme)
        case .guide(let mark): mark.lowered(to: scales, theme: theme)
        case .bars(let mark): mark.lowered(to: scales, theme: theme)
        }
    }

    /// What it writes.
    var texts: [RichText] {
        switch self {
        case .bands(let mark): mark.label.map { [$0] } ?? []
        case .curve(let mark): [mark.label]
        case .chord, .guide: []
        case .bars(let mark): mark.texts
        case .points(let mark): mark.labels
        case .contour(let mark): mark.levels.map(\.label)
        case .region(let mark): mark.label.map { [$0] } ?? []
        case .path(let mark): [mark.startLabel, mark.endLabel].compactMap { $0 }
        }
    }
}
