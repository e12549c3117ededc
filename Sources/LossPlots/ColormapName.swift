import Figures

/// The colour maps by name.
public enum ColormapName: String, CaseIterable, Sendable, Codable {
    case viridis, cividis

    var colormap: Colormap {
        switch self {
        case .viridis: .viridis
        case .cividis: .cividis
        }
    }
}
