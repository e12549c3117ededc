import Diagnostics
import FigureComparison

/// What a check has found, in words.
extension FigureCheck {
    /// Whether the committed file is another than the spec gives.
    static func isDifferent(_ output: Output, _ options: ComparisonOptions) -> Bool {
        switch output.outcome {
        case .compared(let difference): options.counts(difference.result)
        case .missing, .orphan: true
        case .unreadable, .undrawn: false
        }
    }

    /// A spec's own errors, and those of files that cannot be compared.
    var errors: [Diagnostic] {
        failures.map(\.diagnostic)
            + outputs.compactMap { output in
                if case .unreadable(let diagnostic) = output.outcome { diagnostic } else { nil }
            }
    }

    /// Outputs of one spec with the same findings.
    struct Finding {
        var outputs: [Output]
        var result: String
        /// A change or a note each, one line.
        var lines: [String]
    }

    /// What is not the same, in the order of the outputs; errors are told apart.
    var findings: [Finding] {
        var findings: [Finding] = []
        for output in outputs {
            let lines: [String]
            switch output.outcome {
            case .compared(let difference):
                if difference.result == .same { continue }
                lines = DifferenceReport.lines(of: difference).filter { $0 != "otherwise equal" }
            case .missing: lines = ["the spec names it, and it is not there"]
            case .orphan: lines = ["no spec in \(Diagnostic.visible(directory)) names it"]
            case .unreadable, .undrawn: continue
            }
            let finding = Finding(outputs: [output], result: output.result, lines: lines)
            let twin = findings.firstIndex {
                $0.outputs[0].spec == output.spec && $0.result == finding.result && $0.lines == lines
            }
            if let twin { findings[twin].outputs.append(output) } else { findings.append(finding) }
        }
        return findings
    }

    /// How many of each result, the differing ones first.
    var summary: String {
        let results = outputs.map(\.result)
        let counts = ["different", "missing", "orphan", "drift", "error"].compactMap { result in
            let count = results.count { $0 == result }
            return count > 0 ? "\(count) \(result)" : nil
        }
        let same = results.count { $0 == "same" }
        var parts = counts + ["\(same) same"]
        if !failures.isEmpty { parts.append("\(failures.count) spec\(failures.count == 1 ? "" : "s") failed") }
        return "\(outputs.count) file\(outputs.count == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
    }
}

extension FigureCheck.Output {
    /// `same`, `drift`, `different`, `missing`, `orphan` or `error`.
    var result: String {
        switch outcome {
        case .compared(let difference): difference.result.rawValue
        case .missing: "missing"
        case .orphan: "orphan"
        case .unreadable, .undrawn: "error"
        }
    }
}
