import Diagnostics

extension LinkedLoss {
    /// Which labels have a meaning.
    public enum Labels: Sendable {
        case any
        /// From 0 to 1.
        case probability
        /// 0 or 1 and nothing between.
        case classes
        /// From −1 to 1, what tanh can predict.
        case signed

        func contains(_ label: Double) -> Bool {
            switch self {
            case .any: true
            case .probability: (0...1).contains(label)
            case .classes: label == 0 || label == 1
            case .signed: (-1...1).contains(label)
            }
        }
    }

    public var labels: Labels {
        switch (loss.name, link) {
        case (.hinge, _), (.squaredHinge, _), (.exponential, _), (.zeroOne, _): .classes
        case (_, .sigmoid), (_, .softmax): .probability
        case (_, .tanh): .signed
        case (_, .identity): .any
        }
    }

    /// Checks that every label has a meaning for the loss.
    ///
    /// - Parameter file: where the data came from, if from a file.
    /// - Throws: a `Diagnostic` that names the first sample whose label has none.
    public func check(_ data: Dataset, file: String?) throws {
        guard let index = data.y.firstIndex(where: { !labels.contains($0) }) else { return }
        let sample = "sample \(index + 1) has the label \(data.y[index]), which is"
        let place = file.map { Diagnostic.Place(file: $0) }
        let escape = loss.name.links.contains(.identity) ? ", or use --link identity" : ""
        switch labels {
        case .any: return
        case .probability:
            throw Diagnostic("\(sample) no probability", at: place, hint: "label samples from 0 to 1\(escape)")
        case .classes:
            throw Diagnostic(
                "\(sample) no class, and \(loss) needs one", at: place, hint: "label samples 0 or 1")
        case .signed:
            throw Diagnostic(
                "\(sample) out of reach of tanh", at: place, hint: "label samples from -1 to 1\(escape)")
        }
    }
}
