import Diagnostics

/// The text of a spec file, by lines and columns as libyaml counts them.
struct SourceText {
    let file: String
    private let lines: [[Unicode.Scalar]]

    init(_ text: String, file: String) {
        self.file = file
        // YAML 1.1 breaks lines at these too, and so do the places that the parser reports.
        var lines: [[Unicode.Scalar]] = [[]]
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where afterReturn: break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append([])
            default: lines[lines.count - 1].append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        self.lines = lines
    }

    /// - Parameters:
    ///   - line: from 1.
    ///   - column: from 1.
    func scalar(line: Int, column: Int) -> Unicode.Scalar? {
        guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else { return nil }
        return lines[line - 1][column - 1]
    }

    /// The text with one character replaced.
    func replacing(line: Int, column: Int, with scalar: Unicode.Scalar) -> String {
        var lines = lines
        lines[line - 1][column - 1] = scalar
        var text = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append("\n") }
            text.append(contentsOf: line)
        }
        return String(text)
    }

    func place(line: Int, column: Int) -> Diagnostic.Place {
        var (line, column) = (line, column)
        // The parser puts the end of a file into a line after it: it is told at the end of the last line that has text.
        while line > 1, line > lines.count || (line == lines.count && lines[line - 1].isEmpty) {
            line -= 1
            column = lines.indices.contains(line - 1) ? lines[line - 1].count + 1 : 1
        }
        return Diagnostic.Place(file: file, line: line, column: column)
    }
}
