import Diagnostics
import Losses

/// What a user asked for in a figure about predicted distributions of classes: bars that compare their losses, or a
/// loss over the triangle of three classes.
public struct DistributionSpec: Sendable {
    /// Names or aliases of losses.
    public var losses: [String]
    /// A probability a class.
    public var truth: [Double]?
    public var predictions: [Prediction]
    /// Names of the classes at the triangle's corners; nil for none.
    public var classes: [String]?
    /// Values on whose lines to draw over the triangle; nil for about ten.
    public var levels: [Double]?
    /// Whether the bands between them are painted. Default: they are.
    public var fill: Bool?
    /// Of the colour map. Default: viridis.
    public var colors: String?
    public var presentation = PresentationSpec()

    public struct Prediction: Sendable {
        /// Rich text; nil for what the figure calls it by itself.
        public var name: String?
        /// A probability a class.
        public var probabilities: [Double]

        public init(name: String? = nil, probabilities: [Double]) {
            self.name = name
            self.probabilities = probabilities
        }
    }

    public init(losses: [String], truth: [Double]?, predictions: [Prediction] = []) {
        self.losses = losses
        self.truth = truth
        self.predictions = predictions
    }

    /// The most predictions: one for each colour of a theme's cycle.
    public static let predictionLimit = 6
    /// The most losses that are compared.
    public static let lossLimit = 6

    /// The truth and the predictions, checked.
    ///
    /// - Throws: `Diagnostic` for what is no distribution, and for a prediction of other classes than the truth.
    func distributions() throws -> (truth: ClassDistribution, predictions: [NamedDistribution]) {
        guard let truth else {
            throw Diagnostic(
                "no truth is given", about: Setting(.truth),
                hint: "add the true probability of each class, for example 1,0,0")
        }
        let known = try Diagnostic.about(.truth) { try ClassDistribution(truth, named: "the truth") }
        guard predictions.count <= DistributionSpec.predictionLimit else {
            throw Diagnostic(
                "\(predictions.count) predictions are too many to tell apart",
                about: Setting(.predictions, DistributionSpec.predictionLimit),
                hint: "give at most \(DistributionSpec.predictionLimit)")
        }
        var named: [NamedDistribution] = []
        for (index, prediction) in predictions.enumerated() {
            let name = "prediction \(index + 1)"
            let p = try Diagnostic.about(.predictions, index) {
                try ClassDistribution(prediction.probabilities, named: name)
            }
            guard p.count == known.count else {
                throw Diagnostic(
                    "\(name) \(p) has \(p.count) classes, and the truth \(known) has \(known.count)",
                    about: Setting(.predictions, index),
                    hint: "give a probability for each class of the truth")
            }
            if let earlier = named.firstIndex(where: { $0.probabilities == p }) {
                throw Diagnostic(
                    "\(name) \(p) is prediction \(earlier + 1) again", about: Setting(.predictions, index),
                    hint: "give each prediction once")
            }
            named.append(NamedDistribution(name: prediction.name, probabilities: p))
        }
        return (known, named)
    }

    func classLosses(truth: ClassDistribution) throws -> [ClassLoss] {
        try PlotSpec(losses: losses).parsedLosses().enumerated().map { index, loss in
            try Diagnostic.about(.losses, index) { try ClassLoss(loss, truth: truth) }
        }
    }
}

/// A prediction of a plan, by name where it has one.
public struct NamedDistribution: Equatable, Sendable, Codable {
    /// Rich text.
    public var name: String?
    public var probabilities: ClassDistribution
}
