import Diagnostics

extension Diagnostic {
    /// With the keys of a spec where a message speaks of the command's options: `--range=-4:4` becomes `range: -4:4`.
    var inSpecWords: Diagnostic {
        var diagnostic = self
        diagnostic.message = Diagnostic.inSpecWords(message)
        diagnostic.hint = hint.map(Diagnostic.inSpecWords)
        return diagnostic
    }

    /// Options whose key is called otherwise.
    private static let keys = ["as": "kind", "mark": "marks", "lang": "languages", "theme": "themes"]

    private static func inSpecWords(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let dashes = rest.firstRange(of: "--") {
            result += rest[..<dashes.lowerBound]
            rest = rest[dashes.upperBound...]
            let option = String(rest.prefix { $0.isLetter || $0 == "-" })
            rest = rest.dropFirst(option.count)
            let key = keys[option] ?? option
            // What no spec has stays what it is called on the command line.
            guard SpecKey(rawValue: key) != nil || SpecKey.Data(rawValue: key) != nil else {
                result += "--" + option
                continue
            }
            result += key
            if rest.first == "=" {
                result += ": "
                rest = rest.dropFirst()
            } else if option == "as", rest.first == " " {
                result += ":"
            }
        }
        return result + rest
    }
}
