import Diagnostics
import FigureComparison
import Glibc

/// What `lossplot diff` prints.
enum DifferenceReport {
    // MARK: Two files

    static func of(_ difference: FigureDifference, json: Bool) throws -> String {
        json ? try difference.json + "\n" : lines(of: difference).map { $0 + "\n" }.joined()
    }

    /// A change a line, then what is to be known.
    static func lines(of difference: FigureDifference) -> [String] {
        var lines = difference.changes.map { Diagnostic.visible($0.what) }
        let isOfPlans = difference.changes.contains { $0.kind != .pixels && $0.kind != .file }
        switch difference.result {
        case .same:
            let place = difference.pixels.map { " in \($0.total) pixels" } ?? ""
            lines.append(painted("no difference", .green) + place)
        case .drift: lines.append(painted("no difference but drift", .yellow))
        case .different where isOfPlans: lines.append("otherwise equal")
        case .different: break
        }
        return lines + notes(of: difference).map(Diagnostic.visible)
    }

    private static func notes(of difference: FigureDifference) -> [String] { difference.notes.map { "note: \($0)" } }

    /// As a page has them: the result stands beside them.
    static func words(of difference: FigureDifference) -> [String] {
        difference.changes.map(\.what) + notes(of: difference)
    }

    // MARK: Two directories

    static func of(_ pairs: [(path: String, difference: FigureDifference)], json: Bool) throws -> String {
        let results = pairs.map(\.difference.result)
        if json {
            let all: FigureDifference.Result =
                results.contains(.different) ? .different : results.contains(.drift) ? .drift : .same
            let entries = try pairs.map { pair in
                // The members of a file's object, after its path.
                "{\"path\":\(try Quoted(text: pair.path).json),\(try pair.difference.json.dropFirst())"
            }
            return "{\"result\":\"\(all.rawValue)\",\"pairs\":[\(entries.joined(separator: ",\n"))]}\n"
        }
        var lines: [String] = []
        for (path, difference) in pairs where difference.result != .same {
            let color: Color = difference.result == .drift ? .yellow : .red
            lines.append("\(Diagnostic.visible(path)): \(painted(difference.result.rawValue, color))")
            lines += DifferenceReport.lines(of: difference).filter { $0 != "otherwise equal" }.map { "  \($0)" }
        }
        let counts = [FigureDifference.Result.different, .drift, .same].map { result in
            "\(results.count { $0 == result }) \(result.rawValue)"
        }
        lines.append("\(pairs.count) figure\(pairs.count == 1 ? "" : "s"): \(counts.joined(separator: ", "))")
        return lines.map { $0 + "\n" }.joined()
    }

    // MARK: Colour

    enum Color: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    /// On a terminal, unless NO_COLOR is set (no-color.org).
    static func painted(_ text: String, _ color: Color) -> String {
        let refusal = getenv("NO_COLOR").map { String(cString: $0) } ?? ""
        guard Report.standardOutputIsTerminal, refusal.isEmpty else { return text }
        return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
    }
}
