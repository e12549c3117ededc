import Diagnostics
import Figures
import LossPlots
import Losses

/// Reads the tree of a spec file, key by key, and refuses what does not belong together.
struct FigureDecoder {
    private let root: SpecNode
    private var values: [SpecKey: (key: SpecNode, value: SpecNode)] = [:]

    init(_ root: SpecNode) throws {
        self.root = root
        guard let entries = root.entries else {
            throw root.failure(
                "a spec is a mapping, and this is \(root.shown)", hint: "for example losses: mse")
        }
        for entry in entries {
            values[try FigureDecoder.key(entry.key, of: SpecKey.self)] = entry
        }
    }

    static func key<Key: RawRepresentable<String> & CaseIterable>(
        _ node: SpecNode, of _: Key.Type, in parent: String = ""
    ) throws -> Key {
        guard let text = node.text, let key = Key(rawValue: text) else {
            // By it a JSON file names its schema to an editor.
            let hint =
                node.text == "$schema"
                ? "leave it out, and name the schema in your editor's settings"
                : Suggestion.hint(for: node.text ?? "", of: Key.self)
            throw node.failure("unknown key \(node.shown)\(parent)", hint: hint)
        }
        return key
    }

    mutating func figure(named stem: String) throws -> FigureSpec {
        try checkVersion()
        var spec = FigureSpec(
            file: root.source.file, places: SpecPlaces(values, file: root.source.file), name: try name(stem: stem))
        spec.kind = try value(.kind) { try $0.choice("kind", of: FigureSpec.Kind.self) } ?? .curve
        try refuseOfOtherKind(spec.kind)
        try readSubjects(into: &spec)
        try readDistributions(into: &spec)
        spec.data = try value(.data) { try FigureDecoder.data($0) } ?? .builtIn(samples: 7)
        try readWindows(into: &spec)
        try readWords(into: &spec)
        try readLooks(into: &spec)
        spec.marks = try value(.marks) { try FigureDecoder.marks($0, kind: spec.kind) } ?? nil
        spec.descent = try value(.descent) { try FigureDecoder.descent($0, kind: spec.kind) }
        spec.assertions = try value(.assertions) { try FigureDecoder.assertions($0) } ?? []
        return spec
    }

    /// What a key's value means, nil where the key is not there.
    private func value<Value>(_ key: SpecKey, _ read: (SpecNode) throws -> Value) throws -> Value? {
        try values[key].map { try read($0.value) }
    }

    private func refuse(_ key: SpecKey, _ why: String, hint: String? = nil) throws {
        guard let entry = values[key] else { return }
        throw entry.key.failure("\(key.rawValue) \(why)", hint: hint ?? "leave out \(key.rawValue)")
    }

    private func checkVersion() throws {
        guard let node = values[.version]?.value else { return }
        let version = try node.integer("version", in: 1...1_000_000)
        guard version <= FigureSpec.version else {
            throw node.failure(
                "version: \(version) is newer than \(FigureSpec.version), which this program reads",
                hint: "use a newer lossplot")
        }
    }

    private func name(stem: String) throws -> String {
        let given = try value(.name) { ($0, try $0.string("name")) }
        let name = given?.1 ?? stem
        guard FigureSpec.canBeName(name) else {
            let what = given == nil ? "the file's name '\(name)'" : "name: '\(name)'"
            throw (given?.0 ?? root).failure(
                "\(what) cannot name outputs", hint: "set name: to letters, digits, '-', '_' and '.'")
        }
        return name
    }

    private func refuseOfOtherKind(_ kind: FigureSpec.Kind) throws {
        for key in SpecKey.allCases where !key.kinds.contains(kind) {
            let kinds = FigureSpec.Kind.allCases.filter(key.kinds.contains)
            var nouns: [String] = []
            for noun in kinds.map(\.noun) where !nouns.contains(noun) { nouns.append(noun) }
            let names = Array(nouns.dropLast(2)) + [nouns.suffix(2).joined(separator: " and ")]
            var hint: String?
            if key == .theta { hint = "use w or range" }
            if values[.kind] == nil { hint = "add kind: \(kinds[0].rawValue)" }
            try refuse(key, "is for \(names.joined(separator: ", "))", hint: hint)
        }
        for (key, other) in [(SpecKey.range, SpecKey.theta), (.range, .w), (.yRange, .b), (.plotSize, .size)]
        where values[other] != nil {
            try refuse(key, "and \(other.rawValue) exclude each other", hint: "use one of them")
        }
    }

    private func readSubjects(into spec: inout FigureSpec) throws {
        if values[.losses] != nil { try refuse(.formulas, "and losses exclude each other", hint: "use one of them") }
        for key in [SpecKey.losses, .formulas, .parameters, .data, .link, .w, .b, .marks] where values[.grid] != nil {
            try refuse(key, "and grid exclude each other", hint: "use one of them")
        }
        guard values[.losses] != nil || values[.formulas] != nil || values[.grid] != nil else {
            throw root.failure("the spec names no loss and no formula", hint: "for example losses: mse")
        }
        spec.grid = try value(.grid) { try FigureDecoder.grid($0) }
        let limit = [.curve, .bars].contains(spec.kind) ? 12 : 1
        if let node = values[.losses]?.value {
            try refuse(.parameters, "is for formulas", hint: "give a loss its parameters as in focal(gamma=2)")
            let specs = try node.list("losses", limit: limit) { node in
                let text = try node.string("losses")
                return try node.placed { try LossSpec(text) }
            }
            spec.losses = specs.map(\.description)
            if let links = values[.link]?.value {
                spec.link = try links.choice("link", of: Link.self).rawValue
            }
        } else if let node = values[.formulas]?.value {
            try refuse(.link, "is for losses", hint: "write the link out: sigmoid(theta*x)")
            let parameters = try value(.parameters) { try FigureDecoder.parameters($0) } ?? [:]
            let languages = try languages()
            spec.formulas = try node.list("formulas", limit: limit) { node in
                let (expression, name) = try FigureDecoder.formula(node, languages: languages)
                let formula = FormulaSpec(expression: try expression.string("formulas"), parameters: parameters)
                try expression.placed { try formula.check(isOfTwo: spec.kind != .curve) }
                return FigureSpec.NamedFormula(formula: formula, name: name)
            }
        }
    }

    private func readWindows(into spec: inout FigureSpec) throws {
        for key in [SpecKey.theta, .range, .w] {
            if let window = try value(key, { try $0.window(key.rawValue) }) { spec.horizontal = window }
        }
        for key in [SpecKey.yRange, .b] {
            if let window = try value(key, { try $0.window(key.rawValue) }) { spec.vertical = window }
        }
        if spec.kind != .curve, !spec.formulas.isEmpty, let isPlane = try? spec.formulas[0].formula.isOfCoordinates,
            isPlane
        {
            for key in [SpecKey.w, .b] {
                try refuse(key, "is no variable of the formula", hint: "use range and y-range")
            }
        }
        spec.levels = try value(.levels) { node in
            let levels = try node.list("levels", limit: ContourMark.levelLimit) { node in
                try node.number("levels", in: -1e100...1e100, example: "[-1, 0, 1]")
            }
            if zip(levels, levels.dropFirst()).contains(where: { $0 >= $1 }) {
                throw node.failure("levels: the list does not increase", hint: "sort it")
            }
            return levels
        }
        if let view = try value(.view, { try $0.view("view") }) {
            (spec.space.azimuth, spec.space.elevation) = (view.azimuth, view.elevation)
        }
        spec.space.resolution = try value(.resolution) { try $0.integer("resolution", in: SpacePlan.resolutions) }
        spec.space.z = try value(.zRange) { try $0.window("z-range") }
        spec.fill = try value(.fill) { try $0.truth("fill") }
        spec.colors = try value(.colors) { try $0.choice("colors", of: ColormapName.self) }
        spec.derivatives = try value(.derivative) {
            try $0.list("derivative") { try $0.integer("derivative", in: 0...2) }
        }
        spec.panels = try value(.panels) { try $0.truth("panels") }
    }

    private func languages() throws -> [Presentation.Language] {
        try value(.languages) {
            try $0.list("languages") { try $0.choice("languages", of: Presentation.Language.self) }
        }
            ?? [.english]
    }

    private func readDistributions(into spec: inout FigureSpec) throws {
        let languages = try languages()
        spec.truth = try value(.truth) { try FigureDecoder.probabilities($0, "truth", named: "the truth") }
        spec.predictions = try value(.predictions) { try FigureDecoder.predictions($0, languages: languages) } ?? []
        spec.classes = try value(.classes) { try FigureDecoder.classes($0, languages: languages) }
    }

    private func readWords(into spec: inout FigureSpec) throws {
        let languages = try languages()
        spec.languages = languages
        func text(_ key: SpecKey) throws -> FigureSpec.LocalText? {
            try value(key) { try FigureDecoder.localText($0, key.rawValue, languages: languages) }
        }
        spec.title = try text(.title)
        spec.subtitle = try text(.subtitle)
        spec.xLabel = try text(.xLabel)
        spec.yLabel = try text(.yLabel)
        spec.zLabel = try text(.zLabel)
        spec.caption = try text(.caption)
        spec.alternative = try text(.alt)
    }

    private func readLooks(into spec: inout FigureSpec) throws {
        spec.themes =
            try value(.themes) { try $0.list("themes") { try $0.choice("themes", of: Presentation.ThemeName.self) } }
            ?? [.graphpaper]
        spec.formats =
            try value(.formats) { try $0.list("formats") { try $0.choice("formats", of: FileFormat.self) } } ?? [.svg]
        spec.scale = try value(.scale) { try $0.number("scale", in: 0.1...100, example: "2") }
        if let size = try value(.size, { try $0.size("size") }) { spec.extent = .figure(size: size) }
        if let size = try value(.plotSize, { try $0.size("plot-size") }) { spec.extent = .plotArea(size: size) }
    }
}
