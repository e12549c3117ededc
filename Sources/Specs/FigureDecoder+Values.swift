import Diagnostics
import LossPlots

// Values of one key, by what they are.

extension FigureDecoder {
    static func localText(
        _ node: SpecNode, _ name: String, languages: [Presentation.Language]
    ) throws -> FigureSpec.LocalText {
        guard let entries = node.entries else { return .same(try node.string(name)) }
        var texts: [Presentation.Language: String] = [:]
        for (key, value) in entries {
            let language = try FigureDecoder.key(key, of: Presentation.Language.self, in: " in \(name)")
            texts[language] = try value.string("\(name).\(language.rawValue)")
        }
        for language in languages where texts[language] == nil {
            throw node.failure(
                "\(name): there is no text for \(language.rawValue), which is among the languages", hint: "add it")
        }
        return .each(texts)
    }

    /// An expression, or a mapping with its name.
    static func formula(
        _ node: SpecNode, languages: [Presentation.Language]
    ) throws -> (expression: SpecNode, name: FigureSpec.LocalText?) {
        guard let entries = node.entries else { return (node, nil) }
        var nodes: [SpecKey.Formula: SpecNode] = [:]
        for entry in entries { nodes[try key(entry.key, of: SpecKey.Formula.self, in: " in formulas")] = entry.value }
        guard let expression = nodes[.formula] else {
            throw node.failure("formulas: there is a mapping without a formula", hint: "add formula: to it")
        }
        return (expression, try nodes[.name].map { try localText($0, "formulas.name", languages: languages) })
    }

    static func parameters(_ node: SpecNode) throws -> [String: String] {
        guard let entries = node.entries else {
            throw node.failure("let: \(node.shown) is no mapping", hint: "for example let: {a: 0.5}")
        }
        var parameters: [String: String] = [:]
        for (key, value) in entries {
            guard let name = key.text else {
                throw key.failure("let: \(key.shown) is no name", hint: "for example a: 0.5")
            }
            guard value.decimal != nil, let numeral = value.text else {
                throw value.failure("let: \(value.shown) for \(name) is no number", hint: "for example \(name): 0.5")
            }
            parameters[name] = numeral
        }
        return parameters
    }

    static func data(_ node: SpecNode) throws -> FigureSpec.Source {
        guard let entries = node.entries else {
            throw node.failure(
                "data: \(node.shown) is no mapping",
                hint: "for example data: {file: data/runs.csv} or data: {samples: 7}")
        }
        var nodes: [SpecKey.Data: (key: SpecNode, value: SpecNode)] = [:]
        for entry in entries { nodes[try key(entry.key, of: SpecKey.Data.self, in: " in data")] = entry }
        let samples = try nodes[.samples].map { try $0.value.integer("data.samples", in: 1...10_000_000) }
        guard let file = nodes[.file]?.value else {
            for key in [SpecKey.Data.x, .y, .skipMissing] {
                if let entry = nodes[key] {
                    throw entry.key.failure("data.\(key.rawValue) needs a file", hint: "add data.file")
                }
            }
            return .builtIn(samples: samples ?? 7)
        }
        if let entry = nodes[.samples] {
            throw entry.key.failure(
                "data.samples counts rows of the built-in data, and data.file replaces it", hint: "use one of them")
        }
        return .file(
            path: try file.string("data.file"), x: try nodes[.x].map { try $0.value.string("data.x") },
            y: try nodes[.y].map { try $0.value.string("data.y") },
            skipMissing: try nodes[.skipMissing].map { try $0.value.truth("data.skip-missing") } ?? false,
            place: file.place)
    }

    static func grid(_ node: SpecNode) throws -> FigureSpec.Grid {
        let example = "for example grid: {file: data/landscape.npy, x: [-1, 1], y: [-1, 1]}"
        guard let entries = node.entries else { throw node.failure("grid: \(node.shown) is no mapping", hint: example) }
        var nodes: [SpecKey.Grid: SpecNode] = [:]
        for entry in entries { nodes[try key(entry.key, of: SpecKey.Grid.self, in: " in grid")] = entry.value }
        guard let file = nodes[.file] else { throw node.failure("grid: there is no file", hint: example) }
        return FigureSpec.Grid(
            path: try file.string("grid.file"), x: try nodes[.x].map { try $0.window("grid.x") },
            y: try nodes[.y].map { try $0.window("grid.y") }, place: file.place)
    }

    static func marks(_ node: SpecNode, kind: FigureSpec.Kind) throws -> [String] {
        if node.text == "none" { return [] }
        return try node.list("marks") { node in
            if node.text == "none" { throw node.failure("marks: 'none' stands in a list", hint: "write marks: none") }
            switch kind {
            case .curve: return try node.choice("marks", of: Plan.MarkName.self).rawValue
            case .contour, .surface, .both: return try node.choice("marks", of: ContourPlan.MarkName.self).rawValue
            case .bars, .simplex: throw node.failure("marks is for curves and contours", hint: "leave out marks")
            }
        }
    }

    static func assertions(_ node: SpecNode) throws -> [Assertion] {
        guard let entries = node.entries else {
            throw node.failure(
                "assert: \(node.shown) is no mapping", hint: "for example assert: {mse.verdict: not convex}")
        }
        return try entries.map { try Assertion(key: $0.key, value: $0.value) }
    }
}
