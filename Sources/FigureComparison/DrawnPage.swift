import LossPlots
import Scenes

/// A figure as it stands on its page: drawn from a plan, or read from an SVG.
struct DrawnPage {
    var scene: Scene
    /// Of the panels, from the first; empty where they are not known.
    var windows: [PanelWindow]

    func window(of group: String) -> PanelWindow? { windows.first { group.hasPrefix($0.id + "-") } }
}

/// What a group of the scene is, by its id.
struct GroupRole: Equatable {
    enum Kind: String, CaseIterable {
        case bands, grid, axes, region, curve, contour, chord, points, numbers, labels, levels, annotations, title,
            notes, legend
        case axisNames = "axis-names"
        case xName = "x-name"
        case other
    }

    var kind: Kind
    /// In words: `curve mse`, `curve mse in panel 2`.
    var name: String

    init(_ id: String, panels: Int) {
        var rest = id[...]
        var place = ""
        if rest.hasPrefix("panel"), let hyphen = rest.firstIndex(of: "-") {
            let number = Int(rest[rest.index(rest.startIndex, offsetBy: 5)..<hyphen])
            if panels > 1, let number { place = " in panel \(number + 1)" }
            rest = rest[rest.index(after: hyphen)...]
        }
        kind = Kind.allCases.first { rest == $0.rawValue || rest.hasPrefix($0.rawValue + "-") } ?? .other
        let subject = rest.dropFirst(kind.rawValue.count + 1)
        let noun =
            switch kind {
            case .bands: "bands"
            case .grid: "grid"
            case .axes: "axes"
            case .region: "region"
            case .curve: "curve"
            case .contour: "contour lines"
            case .chord: "chord of"
            case .points: "points"
            case .numbers: "tick numbers"
            case .labels: "labels of curves"
            case .levels: "labels of levels"
            case .annotations: "labels in the plot"
            case .title: "title"
            case .notes: "notes"
            case .legend: "legend"
            case .axisNames, .xName: "axis names"
            case .other: String(rest)
            }
        name = noun + (subject.isEmpty || kind == .other ? "" : " \(subject)") + place
    }
}
