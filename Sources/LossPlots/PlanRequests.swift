import Diagnostics
import Figures
import Losses
import Scenes

// Plans back to what to ask for. Everything is said: what is resolved again is the same plan, and passes the same checks.

extension Plan: ReadablePlan {
    public static var kindNames: [String?] { [nil] }
    public static var currentVersion: Int { 1 }

    public func request(reading read: (String) throws -> [UInt8]) throws -> FigureRequest {
        try PlanCheck.window(theta, "theta")
        if case .fixed(let range) = yRange { try PlanCheck.window(range, "yRange") }
        try PlanCheck.presentation(presentation)
        guard !derivatives.isEmpty, Set(derivatives).count == derivatives.count,
            derivatives.allSatisfy((0...2).contains)
        else {
            throw Diagnostic("the plan's derivatives are no different orders from 0 to 2", hint: PlanCheck.wayOut)
        }
        guard losses.isEmpty != formulas.isEmpty, losses.count + formulas.count <= 12 else {
            throw Diagnostic("the plan names no losses, too many, or formulas beside them", hint: PlanCheck.wayOut)
        }
        var spec = PlotSpec(losses: losses.map(\.description), data: try data.source(reading: read))
        spec.formulas = formulas
        spec.link = losses.isEmpty ? nil : link.common
        spec.theta = theta
        if case .fixed(let range) = yRange { spec.yRange = range }
        spec.derivatives = derivatives
        spec.panels = panels
        spec.marks = marks.map(\.rawValue)
        spec.descent = try descent?.spec()
        spec.presentation = PresentationSpec(presentation)
        return .curve(spec)
    }
}

extension ContourPlan: ReadablePlan {
    public static var kindNames: [String?] { Kind.allCases.map(\.rawValue) }
    public static var currentVersion: Int { 1 }

    public func request(reading read: (String) throws -> [UInt8]) throws -> FigureRequest {
        try PlanCheck.window(x, "x")
        try PlanCheck.window(y, "y")
        try PlanCheck.presentation(presentation)
        try PlanCheck.levels(levels)
        guard losses.count + formulas.count + (grid == nil ? 0 : 1) == 1, (space == nil) == (kind == .contours) else {
            throw Diagnostic("the plan's contours are not of one function", hint: PlanCheck.wayOut)
        }
        var figure = PlotSpec(losses: losses.map(\.description), data: try data.source(reading: read))
        figure.formulas = formulas
        figure.link = losses.isEmpty ? nil : link.common
        figure.theta = x
        figure.yRange = y
        figure.marks = marks.map(\.rawValue)
        figure.descent = try descent?.spec()
        figure.presentation = PresentationSpec(presentation)
        var spec = ContourSpec(figure)
        spec.kind = kind
        spec.levels = levels
        spec.fill = fill
        spec.colors = colors.rawValue
        spec.grid = try grid?.spec(reading: read)
        if let space { spec.space = try space.spec(over: grid) }
        return .contour(spec)
    }
}

extension BarsPlan: ReadablePlan {
    public static var kindNames: [String?] { [Kind.bars.rawValue] }
    public static var currentVersion: Int { 1 }

    public func request(reading _: (String) throws -> [UInt8]) throws -> FigureRequest {
        try PlanCheck.presentation(presentation)
        return .bars(DistributionSpec(losses, truth, predictions, presentation))
    }
}

extension SimplexPlan: ReadablePlan {
    public static var kindNames: [String?] { [Kind.simplex.rawValue] }
    public static var currentVersion: Int { 1 }

    public func request(reading _: (String) throws -> [UInt8]) throws -> FigureRequest {
        try PlanCheck.presentation(presentation)
        try PlanCheck.levels(levels)
        var spec = DistributionSpec([loss], truth, predictions, presentation)
        spec.classes = classes.isEmpty ? nil : classes
        spec.levels = levels
        spec.fill = fill
        spec.colors = colors.rawValue
        return .simplex(spec)
    }
}

extension DistributionSpec {
    fileprivate init(
        _ losses: [LossSpec], _ truth: ClassDistribution, _ predictions: [NamedDistribution],
        _ presentation: Presentation
    ) {
        self.init(
            losses: losses.map(\.description), truth: truth.probabilities,
            predictions: predictions.map { Prediction(name: $0.name, probabilities: $0.probabilities.probabilities) })
        self.presentation = PresentationSpec(presentation)
    }
}

extension DescentPlan {
    /// A step that was chosen is left to be chosen again.
    fileprivate func spec() throws -> DescentSpec {
        var spec = DescentSpec(method: settings.method.name)
        var values: [(DescentParameter, Double)] = [
            (.steps, Double(settings.steps)), (.tolerance, settings.tolerance),
        ]
        switch settings.method {
        case .gradient(let step, let momentum):
            if !isStepChosen { values.append((.step, step)) }
            values.append((.momentum, momentum))
        case .newton(let damping): values.append((.damping, damping))
        }
        for (parameter, value) in values { try spec.set(parameter, to: value, written: "\(value)") }
        for start in starts { try spec.add(start: start, written: "\(start)") }
        return spec
    }
}

extension GridReference {
    /// The grid's file read again: what its points are called is in the file alone.
    fileprivate func spec(reading read: (String) throws -> [UInt8]) throws -> GridSpec {
        guard path != "-" else {
            throw Diagnostic("the grid came from standard input and is not in the figure", hint: "draw it from a file")
        }
        let bytes = try read(path)
        let found = Checksum.sha256(bytes)
        guard found == sha256 else {
            throw Diagnostic(
                "'\(path)' has changed: its SHA-256 is \(found), and the figure was drawn from \(sha256)",
                hint: "restore the file")
        }
        // A table says where its points lie; an array is told.
        let plain = GridSpec(bytes: bytes, path: path)
        if let reference = try? plain.read().reference, reference == self { return plain }
        return GridSpec(bytes: bytes, path: path, x: x, y: y)
    }
}

extension SpacePlan {
    /// - Parameter grid: whose own points are drawn where there are as many.
    fileprivate func spec(over grid: GridReference?) throws -> SpaceSpec {
        try PlanCheck.window(z, "z")
        guard SpacePlan.resolutions.contains(resolution), ViewAngles.azimuths.contains(azimuth),
            ViewAngles.elevations.contains(elevation)
        else { throw Diagnostic("the plan's view or resolution is out of range", hint: PlanCheck.wayOut) }
        var spec = SpaceSpec()
        (spec.azimuth, spec.elevation, spec.z, spec.zLabel) = (azimuth, elevation, z, zLabel)
        spec.resolution = grid?.columns == resolution ? nil : resolution
        return spec
    }
}

/// Values that are checked where they are typed, and so are checked again where they are read.
enum PlanCheck {
    static let wayOut = "draw the figure again"

    static func window(_ range: ClosedRange<Double>, _ key: String) throws {
        _ = try PlotSpec.window(
            from: range.lowerBound, to: range.upperBound,
            writtenAs: "the plan's \(key), [\(range.lowerBound), \(range.upperBound)],")
    }

    static func levels(_ levels: [Double]) throws {
        guard (1...ContourMark.levelLimit).contains(levels.count), levels.allSatisfy({ abs($0) <= 1e100 }),
            zip(levels, levels.dropFirst()).allSatisfy(<)
        else {
            throw Diagnostic("the plan's levels are no 1 to \(ContourMark.levelLimit) increasing numbers", hint: wayOut)
        }
    }

    static func presentation(_ presentation: Presentation) throws {
        let size: Size =
            switch presentation.extent {
            case .figure(let size), .plotArea(let size): size
            }
        guard (1...32_767).contains(size.width), (1...32_767).contains(size.height) else {
            throw Diagnostic("the plan's size, \(size.width)×\(size.height) points, is out of range", hint: wayOut)
        }
        guard (0.1...100).contains(presentation.scale) else {
            throw Diagnostic("the plan's scale, \(presentation.scale), is not from 0.1 to 100", hint: wayOut)
        }
    }
}

extension PlanLinks {
    /// The link that all losses have; nil where they differ, which only their own links do.
    var common: String? {
        if case .common(let link) = self { link.rawValue } else { nil }
    }
}

extension PresentationSpec {
    /// Everything that a presentation says.
    init(_ presentation: Presentation) {
        self.init()
        title = presentation.title
        subtitle = presentation.subtitle
        xLabel = presentation.xLabel
        yLabel = presentation.yLabel
        caption = presentation.caption
        alternative = presentation.alternative
        language = presentation.language.rawValue
        theme = presentation.theme.rawValue
        extent = presentation.extent
        scale = presentation.scale
    }
}
