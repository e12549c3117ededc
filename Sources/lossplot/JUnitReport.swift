import Diagnostics
import FigureComparison
import Pages

/// A check as test reports of continuous integration have it: a test case a file.
///
/// The elements and attributes are those that Jenkins' junit plugin and GitLab read. What differs is a `failure`; what
/// could not be drawn, read or compared is an `error`.
enum JUnitReport {
    static func xml(of check: FigureCheck, options: ComparisonOptions) -> [UInt8] {
        var cases: [String] = []
        var (failures, errors) = (0, 0)
        func add(_ name: String, spec: String?, _ element: String?, type: String = "", lines: [String] = []) {
            let place = spec.map { " file=\"\(escaped($0))\"" } ?? ""
            let owner = spec ?? check.directory
            var text = "<testcase name=\"\(escaped(name))\" classname=\"\(escaped(owner))\"\(place) time=\"0\""
            if let element {
                text += "><\(element) type=\"\(escaped(type))\" message=\"\(escaped(lines.first ?? type))\">"
                text += "\(escaped(lines.joined(separator: "\n"), keepsLines: true))</\(element)></testcase>"
            } else {
                text += "/>"
            }
            cases.append(text)
            failures += element == "failure" ? 1 : 0
            errors += element == "error" ? 1 : 0
        }
        let known = Set(check.outputs.compactMap(\.spec))
        for failure in check.failures where !known.contains(failure.spec) {
            add(failure.spec, spec: failure.spec, "error", type: "error", lines: [failure.diagnostic.description])
        }
        for output in check.outputs {
            switch output.outcome {
            case .unreadable(let diagnostic), .undrawn(let diagnostic):
                add(output.path, spec: output.spec, "error", type: "error", lines: [diagnostic.description])
            case .compared(let difference):
                let isFailure = options.counts(difference.result)
                add(
                    output.path, spec: output.spec, isFailure ? "failure" : nil, type: output.result,
                    lines: difference.changes.map(\.what) + difference.notes)
            case .missing:
                add(
                    output.path, spec: output.spec, "failure", type: "missing",
                    lines: ["the spec names it, and it is not there"])
            case .orphan:
                add(output.path, spec: nil, "failure", type: "orphan", lines: ["no spec names it"])
            }
        }
        let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="lossplot check" \(counts)>
            <testsuite name="\(escaped(check.directory))" \(counts) skipped="0">
            \(cases.joined(separator: "\n"))
            </testsuite>
            </testsuites>

            """.utf8)
    }

    /// Text for an element or a quoted attribute, without the characters that XML 1.0 lacks and without controls.
    private static func escaped(_ text: String, keepsLines: Bool = false) -> String {
        let kept = text.unicodeScalars.filter { scalar in
            switch scalar {
            case "\n": keepsLines
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": false
            default: true
            }
        }
        return HTMLMarkup.escaped(String(String.UnicodeScalarView(kept)))
    }
}
