import Figures
import LossPlots
import Losses

/// The JSON Schema of spec files, for editors.
public enum FigureSchema {
    /// A draft-07 schema, as most editors read. The program refuses more than a schema can say: misspelt losses, empty
    /// windows, paths out of the repository.
    public static var text: String {
        let properties = SpecKey.allCases.map { key in
            "    \(quoted(key.rawValue)): { \"description\": \(quoted(key.about)), \(shape(of: key)) }"
        }
        return """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "title": "A figure of lossplot",
              "type": "object",
              "additionalProperties": false,
              "oneOf": [{ "required": ["losses"] }, { "required": ["formulas"] }, { "required": ["grid"] }],
              "properties": {
            \(properties.joined(separator: ",\n"))
              },
              "definitions": {
                "text": {
                  "oneOf": [
                    { "type": "string" },
                    {
                      "type": "object", "additionalProperties": false, "minProperties": 1,
                      "properties": { \(Presentation.Language.allCases.map { "\(quoted($0.rawValue)): { \"type\": \"string\" }" }.joined(separator: ", ")) }
                    }
                  ]
                },
                "formula": {
                  "oneOf": [
                    { "type": ["string", "number"] },
                    {
                      "type": "object", "additionalProperties": false, "required": ["formula"],
                      "properties": { "formula": { "type": ["string", "number"] }, "name": { "$ref": "#/definitions/text" } }
                    }
                  ]
                },
                "window": {
                  "oneOf": [
                    { "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
                    { "type": "string", "pattern": "^[^:]+:[^:]+$" }
                  ]
                },
                "size": {
                  "oneOf": [
                    { "type": "array", "items": { "type": "number", "minimum": 1, "maximum": 32767 }, "minItems": 2, "maxItems": 2 },
                    { "type": "string", "pattern": "^[0-9.]+x[0-9.]+$" }
                  ]
                }
              }
            }

            """
    }

    private static func shape(of key: SpecKey) -> String {
        switch key {
        case .version: "\"type\": \"integer\", \"minimum\": 1, \"maximum\": \(FigureSpec.version)"
        case .kind: choice(FigureSpec.Kind.allCases.map(\.rawValue))
        case .losses: oneOrMore("\"type\": \"string\"")
        case .formulas: oneOrMore("\"$ref\": \"#/definitions/formula\"")
        case .parameters: "\"type\": \"object\", \"additionalProperties\": { \"type\": \"number\" }"
        case .data:
            "\"type\": \"object\", \"additionalProperties\": false, \"properties\": { "
                + SpecKey.Data.allCases.map { "\(quoted($0.rawValue)): { \(shape(of: $0)) }" }.joined(separator: ", ")
                + " }"
        case .grid:
            "\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"file\"], \"properties\": { "
                + SpecKey.Grid.allCases.map { "\(quoted($0.rawValue)): { \(shape(of: $0)) }" }.joined(separator: ", ")
                + " }"
        case .fill: "\"type\": \"boolean\""
        case .colors: choice(ColormapName.allCases.map(\.rawValue))
        case .link: choice(Link.allCases.map(\.rawValue))
        case .truth: probabilities
        case .predictions:
            "\"type\": \"array\", \"minItems\": 1, \"maxItems\": \(DistributionSpec.predictionLimit), \"items\": { \"oneOf\": [{ \(probabilities) }, { \"type\": \"object\", \"additionalProperties\": false, \"required\": [\(quoted(SpecKey.Prediction.probabilities.rawValue))], \"properties\": { "
                + SpecKey.Prediction.allCases.map { "\(quoted($0.rawValue)): { \(shape(of: $0)) }" }.joined(
                    separator: ", ") + " } }] }"
        case .classes:
            "\"type\": \"array\", \"minItems\": 3, \"maxItems\": 3, \"items\": { \"$ref\": \"#/definitions/text\" }"
        case .theta, .range, .yRange, .zRange, .w, .b: "\"$ref\": \"#/definitions/window\""
        case .view:
            "\"type\": \"array\", \"items\": [{ \(angle(ViewAngles.azimuths)) }, { \(angle(ViewAngles.elevations)) }], \"minItems\": 2, \"maxItems\": 2"
        case .resolution:
            "\"type\": \"integer\", \"minimum\": \(SpacePlan.resolutions.lowerBound), \"maximum\": \(SpacePlan.resolutions.upperBound)"
        case .levels: oneOrMore("\"type\": \"number\"")
        case .derivative: oneOrMore("\"type\": \"integer\", \"minimum\": 0, \"maximum\": 2")
        case .panels: "\"type\": \"boolean\""
        case .marks: oneOrMore(choice(Self.marks))
        case .title, .subtitle, .xLabel, .yLabel, .zLabel, .caption, .alt: "\"$ref\": \"#/definitions/text\""
        case .descent:
            "\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"from\"], \"properties\": { "
                + SpecKey.Descent.allCases.map { "\(quoted($0.rawValue)): { \(shape(of: $0)) }" }.joined(
                    separator: ", ")
                + " }"
        case .languages: oneOrMore(choice(Presentation.Language.allCases.map(\.rawValue)))
        case .themes: oneOrMore(choice(Presentation.ThemeName.allCases.map(\.rawValue)))
        case .size, .plotSize: "\"$ref\": \"#/definitions/size\""
        case .scale: "\"type\": \"number\", \"minimum\": 0.1, \"maximum\": 100"
        case .formats: oneOrMore(choice(FileFormat.allCases.map(\.rawValue)))
        case .name: "\"type\": \"string\", \"pattern\": \"^[A-Za-z0-9_-][A-Za-z0-9._-]*$\""
        case .assertions: "\"type\": \"object\", \"additionalProperties\": { \"type\": [\"string\", \"number\"] }"
        }
    }

    private static func angle(_ range: ClosedRange<Double>) -> String {
        "\"type\": \"number\", \"minimum\": \(Int(range.lowerBound)), \"maximum\": \(Int(range.upperBound))"
    }

    private static func shape(of key: SpecKey.Grid) -> String {
        switch key {
        case .file: "\"type\": \"string\""
        case .x, .y: "\"$ref\": \"#/definitions/window\""
        }
    }

    private static var probabilities: String {
        "\"type\": \"array\", \"minItems\": 2, \"maxItems\": \(ClassDistribution.limit), \"items\": { \"type\": \"number\", \"minimum\": 0, \"maximum\": 1 }"
    }

    private static func shape(of key: SpecKey.Prediction) -> String {
        switch key {
        case .name: "\"$ref\": \"#/definitions/text\""
        case .probabilities: probabilities
        }
    }

    private static func shape(of key: SpecKey.Data) -> String {
        switch key {
        case .samples: "\"type\": \"integer\", \"minimum\": 1, \"maximum\": 10000000"
        case .file, .x, .y: "\"type\": \"string\""
        case .skipMissing: "\"type\": \"boolean\""
        }
    }

    private static func shape(of key: SpecKey.Descent) -> String {
        guard let parameter = key.parameter else {
            return key == .method
                ? choice(FigureDecoder.descentMethods)
                : oneOrMore(
                    "\"type\": [\"number\", \"array\"], \"items\": { \"type\": \"number\" }, \"minItems\": 2, \"maxItems\": 2"
                )
        }
        func number(_ value: Double) -> String {
            value == value.rounded() && value < 1e9 ? String(Int(value)) : String(value)
        }
        let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
        return
            "\"type\": \"\(parameter.isWhole ? "integer" : "number")\", \"minimum\": \(number(low)), \"maximum\": \(number(high))"
    }

    /// Of either kind of figure.
    static var marks: [String] {
        var names = Plan.MarkName.allCases.map(\.rawValue)
        names += ContourPlan.MarkName.allCases.map(\.rawValue).filter { !names.contains($0) }
        return names + ["none"]
    }

    private static func choice(_ names: [String]) -> String {
        "\"enum\": [\(names.map(quoted).joined(separator: ", "))]"
    }

    private static func oneOrMore(_ shape: String) -> String {
        "\"oneOf\": [{ \(shape) }, { \"type\": \"array\", \"items\": { \(shape) }, \"minItems\": 1, \"uniqueItems\": true }]"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}
