import ArgumentParser
import Diagnostics
import LossPlots

/// Paths of gradient descent or Newton's method.
struct DescentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Draw the way down from each --from: 'gradient(step=0.5, momentum=0.9, steps=100, tolerance=1e-6)' or 'newton(damping=1, steps=50, tolerance=1e-6)'; all in brackets may be left out. (default of step: 1 / the largest second derivative in view)",
            valueName: "method"))
    var descend: String?

    @Option(
        name: .customLong("from"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Where a descent starts: θ or x, or w:b or x:y of two parameters; several with commas, or again.",
            valueName: "start,…"))
    var from: [String] = []

    /// Nil where no descent is asked for.
    func spec() throws -> DescentSpec? {
        guard let descend else {
            if let first = from.first {
                throw Diagnostic(
                    "--from '\(first)' starts a descent, and there is none",
                    hint: "add --descend gradient or --descend newton")
            }
            return nil
        }
        var spec: DescentSpec
        do {
            spec = try DescentSpec(descend)
        } catch var diagnostic as Diagnostic {
            diagnostic.message = "--descend: \(diagnostic.message)"
            throw diagnostic
        }
        for text in from.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let numbers = parts.compactMap(Parse.decimal)
            guard numbers.count == parts.count, (1...2).contains(parts.count) else {
                throw Diagnostic(
                    "--from '\(text)' is not a start",
                    hint: "for example --from=-2,3, or --from=-2:1,3:0 of two parameters")
            }
            try spec.add(start: numbers, written: "--from '\(text)'")
        }
        return spec
    }
}
