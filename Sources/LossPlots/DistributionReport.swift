import Losses

/// One loss of each prediction, as JSON.
struct DistributionReport: Encodable {
    var loss: String
    var predictions: [Value]

    struct Value: Encodable {
        var probabilities: ClassDistribution
        /// Proved bounds; none where the loss is infinite.
        var value: [Double]?
        /// As the figure writes it.
        var written: String
    }

    static func losses(_ values: DistributionValues) -> [DistributionReport] {
        values.losses.indices.map { loss in
            DistributionReport(
                loss: values.losses[loss].spec.description,
                predictions: values.predictions.indices.map { k in
                    Value(
                        probabilities: values.predictions[k],
                        value: values.bounds[loss][k].map { [$0.lower, $0.upper] },
                        written: values.text(loss: loss, prediction: k))
                })
        }
    }
}
