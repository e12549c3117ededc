/// What a group of the scene is, by its id.
struct GroupRole: Equatable {
    enum Kind: String, CaseIterable {
        case bands, grid, axes, region, curve, contour, fill, chord, guide, path, points, bars, numbers, labels, levels,
            annotations, title, notes, legend
        case barLabels = "bar-labels"
        case colorBar = "color-bar"
        case axisNames = "axis-names"
        case xName = "x-name"
        /// Of a surface in three dimensions.
        case walls, floor, surface, mesh, paths, ticks
        case other

        /// Whether its lines are so thin that renderers place them each in its own way.
        var isHairline: Bool { [.grid, .axes, .walls, .ticks].contains(self) }
    }

    var kind: Kind
    /// In words: `curve mse`, `curve mse in panel 2`.
    var name: String
    /// Whether it is of a surface in three dimensions, all of which follows the view.
    var isOfSpace: Bool
    /// Whether its points are zeros, of which only the abscissa tells something.
    var isOfZeros: Bool

    init(_ id: String, panels: Int) {
        var rest = id[...]
        var place = ""
        isOfSpace = rest.hasPrefix("space")
        if isOfSpace || rest.hasPrefix("panel"), let hyphen = rest.firstIndex(of: "-") {
            let number = GroupRole.ordinal(rest[rest.index(rest.startIndex, offsetBy: 5)..<hyphen])
            if !isOfSpace, panels > 1, let number { place = " in panel \(number)" }
            rest = rest[rest.index(after: hyphen)...]
        }
        kind = Kind.allCases.first { rest == $0.rawValue || rest.hasPrefix($0.rawValue + "-") } ?? .other
        let subject = String(rest.dropFirst(kind.rawValue.count + 1))
        isOfZeros = kind == .points && GroupRole.zeroOwner(subject) != nil
        name = GroupRole.words(kind, of: kind == .other ? String(rest) : subject) + place
        if isOfSpace, ![.surface, .mesh, .paths].contains(kind) { name += " of the surface's box" }
    }

    private static func words(_ kind: Kind, of subject: String) -> String {
        let noun: String
        switch kind {
        case .region: return region(subject)
        case .path: return path(subject)
        case .points: return points(subject)
        case .other: return subject
        case .bands: noun = "bands"
        case .grid: noun = "grid"
        case .axes: noun = "axes"
        case .curve: noun = "curve"
        case .contour: noun = "contour lines"
        case .fill: noun = "bands between levels of"
        case .chord: noun = "chord of"
        case .guide: noun = "dashed line"
        case .bars: noun = "bars of"
        case .numbers: noun = "tick numbers"
        case .labels: noun = "labels of curves"
        case .levels: noun = "labels of levels"
        case .barLabels: noun = "labels of bars"
        case .annotations: noun = "labels in the plot"
        case .title: noun = "title"
        case .notes: noun = "notes"
        case .legend: noun = "legend"
        case .colorBar: noun = "colour bar"
        case .axisNames, .xName: noun = "axis names"
        case .walls: noun = "walls"
        case .floor: noun = "floor"
        case .surface: noun = "surface"
        case .mesh: noun = "grid lines on the surface"
        case .paths: noun = "descents on the surface"
        case .ticks: noun = "ticks"
        }
        return noun + (subject.isEmpty ? "" : " \(subject)")
    }

    /// `concave`, and of a simplex `level0`, the line through a prediction.
    private static func region(_ subject: String) -> String {
        if let number = ordinal(subject.dropFirst("level".count)), subject.hasPrefix("level") {
            return "level line of prediction \(number)"
        }
        return subject == "concave" ? "region that is not convex" : "region \(subject)"
    }

    /// `mse-minima` and `mse-zeros`, and of a simplex `truth` and `prediction0`.
    private static func points(_ subject: String) -> String {
        if let owner = zeroOwner(subject) { return "zeros of \(owner)" }
        if let number = ordinal(subject.dropFirst("prediction".count)), subject.hasPrefix("prediction") {
            return "point of prediction \(number)"
        }
        return subject == "truth" ? "point of the truth" : "points" + (subject.isEmpty ? "" : " \(subject)")
    }

    /// Whose zeros they are; nil of other points.
    private static func zeroOwner(_ subject: String) -> Substring? {
        subject.hasSuffix("-zeros") ? subject.dropLast("-zeros".count) : nil
    }

    /// `mse-descent0`, and over a plane `path-descent0`.
    private static func path(_ subject: String) -> String {
        guard let end = subject.firstRange(of: "-descent"), let number = ordinal(subject[end.upperBound...]) else {
            return "path \(subject)"
        }
        let owner = subject[..<end.lowerBound]
        return "descent \(number)" + (owner == "path" ? "" : " of \(owner)")
    }

    /// Counted from 1 what an id counts from 0; nil for what no figure has, since ids come from files too.
    private static func ordinal(_ digits: Substring) -> Int? {
        Int(digits).flatMap { (0..<10_000).contains($0) ? $0 + 1 : nil }
    }

    /// What a change of its shapes is.
    var changeKind: FigureChange.Kind {
        switch kind {
        case .curve: .curve
        case .points: .point
        case .bands: .band
        case .bars, .fill, .surface, .walls, .floor, .colorBar, .other: .shape
        default: .line
        }
    }
}
