import Diagnostics

// Formulas between delimiters and in matrices.
extension MathParser {
    /// The delimiter behind a command; nil for the dot, which stands for none.
    mutating func delimiter(behind command: String, at place: Index) throws -> Unicode.Scalar? {
        while rest.first == " " { rest.removeFirst() }
        let before = rest
        var name = ""
        switch rest.popFirst() {
        case ".": return nil
        case "\\":
            name = commandName()
            if name == "|" { return "‖" }
        case let character?: name.unicodeScalars.append(character)
        case nil: break
        }
        let isBareBrace = before.first == "{" || before.first == "}"
        if !isBareBrace, let delimiter = MathSymbols.delimiter(name) { return delimiter }
        throw failure(
            "\\\(command) without a delimiter behind it", at: place,
            hint: "write \\\(command)( or another of ) [ ] | / . \\{ \\} \\langle \\rangle")
    }

    /// What stands between `\left`, which is read, and its `\right`.
    mutating func fence(at place: Index, depth: Int) throws -> MathNode {
        guard depth < MathParser.depthLimit else {
            throw failure("nesting deeper than \(MathParser.depthLimit)", at: place, hint: "write it flatter")
        }
        var fence = MathNode.Fence(left: try delimiter(behind: "left", at: place), parts: [])
        while true {
            fence.parts.append(try row(depth: depth + 1))
            let end = rest.startIndex
            guard rest.popFirst() == "\\" else {
                throw failure("\\left without its \\right", at: place, hint: "write \\right. if nothing closes it")
            }
            let name = commandName()
            switch name {
            case "right":
                fence.right = try delimiter(behind: name, at: end)
                return .fence(fence)
            case "middle": fence.middles.append(try delimiter(behind: name, at: end))
            default: throw failure("\\left without its \\right", at: place, hint: "write \\right. if nothing closes it")
            }
        }
    }

    /// A matrix whose `\begin` is read.
    mutating func environment(at place: Index, depth: Int) throws -> MathNode {
        guard depth < MathParser.depthLimit else {
            throw failure("nesting deeper than \(MathParser.depthLimit)", at: place, hint: "write it flatter")
        }
        let name = try environmentName(after: "begin", at: place)
        guard let environment = MathTable.Environment(rawValue: name) else {
            let known = MathTable.Environment.allCases.map(\.rawValue)
            let meant = Suggestion.nearest(to: name, among: known).map { "did you mean \($0)?" }
            throw failure(
                "unknown environment '\(name)'", at: place, hint: meant ?? "use \(known.joined(separator: ", "))")
        }
        var table = MathTable(environment: environment, rows: [[]])
        while true {
            table.rows[table.rows.count - 1].append(try row(depth: depth + 1, until: .cell))
            let end = rest.startIndex
            switch rest.popFirst() {
            case "&": continue
            case "\\":
                switch commandName() {
                case "\\": table.rows.append([])
                case "end":
                    let closed = try environmentName(after: "end", at: end)
                    guard closed == name else {
                        throw failure(
                            "\\end{\(closed)} for \\begin{\(name)}", at: end, hint: "write \\end{\(name)}")
                    }
                    // A line end before \end begins no row.
                    if table.rows.count > 1, table.rows.last == [[]] { table.rows.removeLast() }
                    return .table(table)
                case let other: throw stray(other, at: end)
                }
            default:
                throw failure("\\begin{\(name)} without its \\end", at: place, hint: "write \\end{\(name)}")
            }
        }
    }

    private mutating func environmentName(after command: String, at place: Index) throws -> String {
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else {
            throw failure("\\\(command) without a name in braces", at: place, hint: "write \\\(command){cases}")
        }
        let name = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        return name
    }
}
