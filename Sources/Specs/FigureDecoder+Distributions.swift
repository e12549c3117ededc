import Diagnostics
import LossPlots
import Losses

// What figures about predicted classes are of.

extension FigureDecoder {
    /// A probability for each class.
    ///
    /// - Parameters:
    ///   - key: with which a message begins.
    ///   - name: what the distribution is called.
    static func probabilities(_ node: SpecNode, _ key: String, named name: String) throws -> [Double] {
        guard let elements = node.elements else {
            throw node.failure("\(key): \(node.shown) is no list of probabilities", hint: "for example [1, 0, 0]")
        }
        let values = try elements.map { element in
            guard let value = element.decimal else {
                throw element.failure("\(key): \(element.shown) is no number", hint: "for example [1, 0, 0]")
            }
            return value
        }
        return try node.placed { try ClassDistribution(values, named: name).probabilities }
    }

    /// A list of distributions, each alone or with a name.
    static func predictions(
        _ node: SpecNode, languages: [Presentation.Language]
    ) throws -> [FigureSpec.Prediction] {
        guard let elements = node.elements, !elements.isEmpty else {
            throw node.failure(
                "predictions: \(node.shown) is no list of predictions",
                hint: "for example predictions: [[0.8, 0.1, 0.1], [0.8, 0.15, 0.05]]")
        }
        return try elements.enumerated().map { index, node in
            let name = "prediction \(index + 1)"
            guard let entries = node.entries else {
                return FigureSpec.Prediction(
                    name: nil, probabilities: try probabilities(node, "predictions", named: name))
            }
            var values: [SpecKey.Prediction: SpecNode] = [:]
            for entry in entries {
                values[try key(entry.key, of: SpecKey.Prediction.self, in: " in predictions")] = entry.value
            }
            guard let given = values[.probabilities] else {
                throw node.failure("predictions: \(name) has no p", hint: "for example p: [0.8, 0.1, 0.1]")
            }
            return FigureSpec.Prediction(
                name: try values[.name].map { try localText($0, "predictions.name", languages: languages) },
                probabilities: try probabilities(given, "predictions.p", named: name))
        }
    }

    static func classes(_ node: SpecNode, languages: [Presentation.Language]) throws -> [FigureSpec.LocalText] {
        guard let elements = node.elements, elements.count == 3 else {
            throw node.failure(
                "classes: \(node.shown) does not name three classes", hint: "for example classes: [cat, dog, bird]")
        }
        return try elements.map { try localText($0, "classes", languages: languages) }
    }
}
