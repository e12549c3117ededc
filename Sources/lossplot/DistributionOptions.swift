import ArgumentParser
import Diagnostics
import LossPlots
import Losses

/// The truth about a sample's class, and what is predicted.
struct DistributionOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The true probability of each class, one-hot or soft: 1,0,0.", valueName: "y,y…"))
    var truth: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A predicted probability of each class: 0.8,0.1,0.1, or with a name, 'even=0.8,0.1,0.1'; repeatable.",
            valueName: "p,p…"))
    var prediction: [String] = []

    func spec(losses: [String], presentation: PresentationOptions) throws -> DistributionSpec {
        for loss in losses { _ = try LossSpec(loss) }
        guard let truth else {
            throw Diagnostic("no truth is given", hint: "add --truth 1,0,0, a probability for each class")
        }
        var spec = DistributionSpec(losses: losses, truth: try Parse.probabilities(truth, option: "--truth"))
        spec.predictions = try prediction.map { text in
            guard let sign = text.lastIndex(of: "=") else {
                return .init(probabilities: try Parse.probabilities(text, option: "--prediction"))
            }
            let rest = String(text[text.index(after: sign)...])
            return .init(
                name: String(text[..<sign]), probabilities: try Parse.probabilities(rest, option: "--prediction"))
        }
        spec.presentation = try presentation.spec()
        return spec
    }
}
