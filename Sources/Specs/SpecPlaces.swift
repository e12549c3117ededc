import Diagnostics
import LossPlots

/// Where a spec file says what: the place of each key and of each value.
///
/// What is wrong with a figure is often known only when it is drawn, and what has changed in it only when it is compared:
/// both name a ``Setting``, and here is where that stands.
public struct SpecPlaces: Sendable {
    private let file: String
    private var entries: [SpecKey: Entry] = [:]

    private struct Entry {
        var key: Diagnostic.Place
        var value: Value
    }

    private struct Value {
        var place: Diagnostic.Place
        /// Of a list.
        var elements: [Value] = []
        /// Of a mapping.
        var members: [String: Value] = [:]

        init(_ node: SpecNode) {
            place = node.place
            elements = node.elements?.map(Value.init) ?? []
            for (key, value) in node.entries ?? [] { members[key.text ?? ""] = Value(value) }
        }
    }

    init(_ nodes: [SpecKey: (key: SpecNode, value: SpecNode)], file: String) {
        self.file = file
        entries = nodes.mapValues { Entry(key: $0.key.place, value: Value($0.value)) }
    }

    /// The place of what an error of a setting is about: its value, or of several the one.
    ///
    /// - Parameter language: that of the figure, where each has a text of its own.
    /// - Returns: ``figure`` where the spec does not say it.
    func value(of setting: Setting?, in language: Presentation.Language) -> Diagnostic.Place {
        guard let setting, let found = entry(of: setting.name) else { return figure }
        var value = found.value
        if let member = setting.name.member {
            guard let inner = value.members[member] else { return value.place }
            value = inner
        }
        if let element = setting.element, value.elements.indices.contains(element) { value = value.elements[element] }
        return (value.members[language.rawValue] ?? value).place
    }

    /// The place of the key by which something was set; nil where the spec does not say it.
    public func key(of name: Setting.Name) -> Diagnostic.Place? { entry(of: name)?.key }

    /// The place of the figure as a whole: of the key that says what is drawn.
    public var figure: Diagnostic.Place {
        let keys: [SpecKey] = [.kind, .losses, .formulas, .grid]
        return keys.lazy.compactMap { entries[$0]?.key }.first ?? Diagnostic.Place(file: file, line: 1, column: 1)
    }

    private func entry(of name: Setting.Name) -> Entry? { name.keys.lazy.compactMap { entries[$0] }.first }
}

extension SpecPlaces: Equatable {
    /// Always: where something is said is no part of what is said.
    public static func == (_: SpecPlaces, _: SpecPlaces) -> Bool { true }
}

extension Setting.Name {
    /// The keys that set it, of which a spec has one at most.
    fileprivate var keys: [SpecKey] {
        switch self {
        case .kind: [.kind]
        case .losses: [.losses]
        case .formulas: [.formulas]
        case .grid: [.grid]
        case .link: [.link]
        case .data, .samples: [.data]
        case .truth: [.truth]
        case .predictions: [.predictions]
        case .classes: [.classes]
        case .horizontal: [.theta, .range, .w]
        case .vertical: [.yRange, .b]
        case .levels: [.levels]
        case .fill: [.fill]
        case .colors: [.colors]
        case .view: [.view]
        case .resolution: [.resolution]
        case .zRange: [.zRange]
        case .derivatives: [.derivative]
        case .panels: [.panels]
        case .marks: [.marks]
        case .descent, .step, .starts: [.descent]
        case .title: [.title]
        case .subtitle: [.subtitle]
        case .xLabel: [.xLabel]
        case .yLabel: [.yLabel]
        case .zLabel: [.zLabel]
        case .caption: [.caption]
        case .alternative: [.alt]
        case .language: [.languages]
        case .theme: [.themes]
        case .size: [.size, .plotSize]
        case .scale: [.scale, .size, .plotSize]
        }
    }

    /// The key within the key's mapping.
    fileprivate var member: String? {
        switch self {
        case .samples: SpecKey.Data.samples.rawValue
        case .step: SpecKey.Descent.step.rawValue
        case .starts: SpecKey.Descent.from.rawValue
        default: nil
        }
    }
}
