import Diagnostics
import Figures
import Losses
import Scenes
import Typography

/// What a figure that lossplot drew says of itself, and what is proved of it now.
///
/// The verdicts and minima are not read from the figure: they are derived again from the plan and the data.
public struct FigureInspection: Sendable {
    /// The plan it was drawn from, and by which program.
    public let figure: EmbeddedFigure
    public let resolved: ResolvedFigure
    public let subjects: [Subject]
    public let scene: SceneSummary
    public let title: String
    /// For readers who cannot see the figure.
    public let alternative: String

    /// A loss or formula with what is proved of it; nil and empty where nothing is.
    public struct Subject: Equatable, Sendable, Encodable {
        public var name: String
        public var verdict: String?
        /// In the order of their places.
        public var minima: [Minimum]
        /// Of the curve itself, in ascending order; nil where the figure does not mark them.
        public var zeros: [Double]?
    }

    /// The middle of the box that is proved to hold it.
    public struct Minimum: Equatable, Sendable, Encodable {
        /// By the variables' names.
        public var at: [String: Double]
        public var value: Double
        /// In the variables' order.
        fileprivate var place: [Double]

        enum CodingKeys: String, CodingKey {
            case at, value
        }
    }

    /// What stands on the page.
    public struct SceneSummary: Equatable, Sendable, Encodable {
        public var panels: Int
        public var curves: Int
        public var texts: Int
        /// Points.
        public var width: Double
        public var height: Double
    }

    /// Draws the plan again and proves its facts.
    ///
    /// - Throws: `Diagnostic` when it cannot be drawn.
    public init(_ figure: EmbeddedFigure, resolved: ResolvedFigure, fonts: FontBook) throws {
        self.figure = figure
        self.resolved = resolved
        let plot = try resolved.plot(with: fonts)
        var facts = FigureFacts(resolved)
        subjects = try figure.plan.factSubjects.map { subject in
            func fact(_ feature: Quantity.Feature) throws -> Fact {
                try facts.fact(Quantity(subject: subject.subject, feature: feature))
            }
            // Of some figures nothing is looked for, which is not an error here.
            guard case .word(let verdict)? = try? fact(.verdict) else {
                return Subject(name: subject.name, verdict: nil, minima: [], zeros: nil)
            }
            guard case .count(let count, _)? = try? fact(.minimumCount) else {
                return Subject(name: subject.name, verdict: verdict, minima: [], zeros: nil)
            }
            var zeros: [Double]?
            if (figure.plan as? Plan)?.marks.contains(.zeros) == true,
                case .count(let count, _)? = try? fact(.zeroCount)
            {
                zeros = try (0..<count).map { try fact(.zero($0)).middle }
            }
            let minima = try (0..<count).map { index in
                let place = try subject.coordinates.map { try fact(.minimum(index, $0)).middle }
                return Minimum(
                    at: Dictionary(uniqueKeysWithValues: zip(subject.coordinates.map(\.rawValue), place)),
                    value: try fact(.minimum(index, .value)).middle, place: place)
            }
            return Subject(name: subject.name, verdict: verdict, minima: minima, zeros: zeros)
        }
        let drawn = plot.scene
        let ids = drawn.layers.map(\.id)
        scene = SceneSummary(
            panels: Set(ids.compactMap { $0.hasPrefix("panel") ? $0.split(separator: "-").first : nil }).count,
            curves: ids.count { $0.contains("-curve-") }, texts: drawn.texts.count, width: drawn.size.width,
            height: drawn.size.height)
        title = drawn.title
        alternative = drawn.description
    }

    /// The samples as CSV, under the headers they had; nil where the figure needs none.
    public var samples: [UInt8]? {
        guard let data = resolved.samples else { return nil }
        switch figure.plan.data {
        case .none, .outlier: return data.delimitedText(x: nil, y: nil)
        case .inline(_, let source), .external(_, _, let source):
            return data.delimitedText(x: source.x.isEmpty ? nil : source.x, y: source.y.isEmpty ? nil : source.y)
        }
    }
}

extension FigureInspection {
    /// A few lines for people.
    public var text: String {
        var rows = [
            ("drawn by", figure.program.isEmpty ? "a program that does not say its name" : figure.program),
            ("title", title), ("shows", figure.plan.summary),
        ]
        if let data = dataWords { rows.append(("data", data)) }
        for subject in subjects where subject.verdict != nil {
            let minima = subject.minima.map { minimum in
                "("
                    + (minimum.place + [minimum.value]).map { DecimalLabel.text($0, significant: 4) }
                    .joined(separator: ", ") + ")"
            }
            let found =
                switch minima.count {
                case 0: ""
                case 1: ", minimum at \(minima[0])"
                default: ", minima at \(minima.joined(separator: ", "))"
                }
            rows.append(("proved", "\(subject.name): \(subject.verdict ?? "")\(found)"))
            if let zeros = subject.zeros {
                let places = zeros.map { DecimalLabel.text($0, significant: 4) }
                rows.append(
                    (
                        "zeros",
                        "\(subject.name): "
                            + (places.isEmpty ? "none found" : places.joined(separator: ", "))
                    ))
            }
        }
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        let curves = scene.curves > 0 ? ", " + count(scene.curves, "curve") : ""
        let presentation = figure.plan.presentation
        rows += [
            (
                "page",
                "\(PlanWords.number(scene.width))×\(PlanWords.number(scene.height)) points, "
                    + "\(count(scene.panels, "panel"))\(curves), \(count(scene.texts, "text"))"
            ),
            ("looks", "\(presentation.theme.rawValue), \(presentation.language.rawValue)"),
            ("alt", alternative),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, value in
            name + String(repeating: " ", count: width + 2 - name.count) + Diagnostic.visible(value) + "\n"
        }.joined()
    }

    private var dataWords: String? {
        switch figure.plan.data {
        case .none: nil
        case .outlier(let samples): "\(samples) of the built-in samples"
        case .inline(let dataset, let source):
            "\(dataset.count) samples of '\(source.path)', inside the figure"
        case .external(let samples, let sha256, let source):
            "\(samples) samples of '\(source.path)', SHA-256 \(sha256), found unchanged"
        }
    }

    /// Everything, machine-readable.
    public func json() throws -> [UInt8] { try JSON.encode(Document(self)) }

    private struct Document: Encodable {
        var file: String
        var format: String
        var program: String
        var summary: String
        var title: String
        var alt: String
        var language: String
        var theme: String
        var subjects: [Subject]
        var scene: SceneSummary
        var data: Data?
        var plan: JSONValue

        struct Data: Encodable {
            var name: String
            var samples: Int
            /// Of the samples as `--samples` prints them, or of the file where they stayed behind.
            var sha256: String
            var isInside: Bool

            enum CodingKeys: String, CodingKey {
                case name, samples, sha256
                case isInside = "inside"
            }
        }

        init(_ inspection: FigureInspection) {
            file = inspection.figure.file
            format = inspection.figure.format.rawValue
            program = inspection.figure.program
            summary = inspection.figure.plan.summary
            title = inspection.title
            alt = inspection.alternative
            language = inspection.figure.plan.presentation.language.rawValue
            theme = inspection.figure.plan.presentation.theme.rawValue
            subjects = inspection.subjects
            scene = inspection.scene
            if let dataset = inspection.resolved.samples, let csv = inspection.samples {
                var (sum, isInside) = (Checksum.sha256(csv), true)
                if case .external(_, let sha256, _) = inspection.figure.plan.data { (sum, isInside) = (sha256, false) }
                data = Data(name: dataset.name, samples: dataset.count, sha256: sum, isInside: isInside)
            }
            plan = JSONValue(plan: inspection.figure.plan)
        }
    }

    /// A plan of whatever kind as a part of a document.
    private struct JSONValue: Encodable {
        var plan: any ReadablePlan

        func encode(to encoder: any Encoder) throws { try plan.encode(to: encoder) }
    }
}

extension Fact {
    fileprivate var middle: Double {
        if case .enclosed(let range) = self { range.lowerBound / 2 + range.upperBound / 2 } else { .nan }
    }
}
