import Calculus
import Diagnostics
import Expressions
import Losses

/// Takes a tree of JSON for the parts of a certificate, or says where it is none.
struct ClaimReader {
    let file: String

    func failure(_ what: String, at tree: JSONTree) -> Diagnostic {
        let place = Diagnostic.Place(file: file, line: tree.line, column: tree.column == 0 ? nil : tree.column)
        return Diagnostic(what, at: place, hint: "give a certificate as lossplot certify wrote it")
    }

    /// The values of exactly these keys, in their order, whatever the order in the file.
    func object(_ tree: JSONTree, _ name: String, keys: [String]) throws -> [JSONTree] {
        guard case .object(let members) = tree.value else { throw failure("\(name) is no object", at: tree) }
        if let unknown = members.first(where: { !keys.contains($0.key) }) {
            throw failure("\(name) has the unknown key '\(unknown.key)'", at: unknown.value)
        }
        return try keys.map { key in
            guard let member = members.first(where: { $0.key == key }) else {
                throw failure("\(name) lacks the key '\(key)'", at: tree)
            }
            return member.value
        }
    }

    func optional<Part>(_ tree: JSONTree, _ read: (JSONTree) throws -> Part) throws -> Part? {
        tree.value == .null ? nil : try read(tree)
    }

    func list(_ tree: JSONTree, _ name: String) throws -> [JSONTree] {
        guard case .list(let values) = tree.value else { throw failure("\(name) is no list", at: tree) }
        return values
    }

    func text(_ tree: JSONTree, _ name: String) throws -> String {
        guard case .text(let text) = tree.value else { throw failure("\(name) is no text", at: tree) }
        return text
    }

    func number(_ tree: JSONTree, _ name: String) throws -> Double {
        guard case .number(let number) = tree.value else { throw failure("\(name) is no number", at: tree) }
        return number
    }

    func truth(_ tree: JSONTree, _ name: String) throws -> Bool {
        guard case .bool(let truth) = tree.value else { throw failure("\(name) is neither true nor false", at: tree) }
        return truth
    }

    func count(_ tree: JSONTree, _ name: String) throws -> Int {
        guard let count = Int(exactly: try number(tree, name)), (1...Dataset.sampleLimit).contains(count) else {
            throw failure("\(name) is no number of samples", at: tree)
        }
        return count
    }

    func interval(_ tree: JSONTree, _ name: String) throws -> Interval {
        let ends = try list(tree, name).map { try number($0, name) }
        guard ends.count == 2 else { throw failure("\(name) is not [lower, upper]", at: tree) }
        guard ends[0] <= ends[1] else { throw failure("the ends of \(name) are in the wrong order", at: tree) }
        return Interval(ends[0], ends[1])
    }

    /// In ascending order, apart from each other.
    func stretches(_ tree: JSONTree, _ name: String) throws -> [Interval] {
        let parts = try list(tree, name)
        return try ordered(try parts.map { try interval($0, name) }, parts, name) { $0 }
    }

    func extrema(_ tree: JSONTree, _ name: String) throws -> [CertificateClaims.Extremum] {
        let parts = try list(tree, name)
        let extrema = try parts.map { part in
            let values = try object(part, name, keys: ["theta", "value"])
            return CertificateClaims.Extremum(
                theta: try interval(values[0], "theta"), value: try interval(values[1], "value"))
        }
        return try ordered(extrema, parts, name, by: \.theta)
    }

    func zeros(_ tree: JSONTree) throws -> [CertificateClaims.Zero] {
        let parts = try list(tree, "zeros")
        let zeros = try parts.map { part in
            let values = try object(part, "zeros", keys: ["theta", "exact", "multiplicity"])
            let exact = try optional(values[1]) { tree in
                guard let exact = Rational(try text(tree, "exact")) else {
                    throw failure("exact is no fraction in lowest terms", at: tree)
                }
                return exact
            }
            let multiplicity = try number(values[2], "multiplicity")
            guard (1...3).contains(multiplicity), multiplicity == multiplicity.rounded() else {
                throw failure("multiplicity is not 1, 2 or 3", at: values[2])
            }
            return CertificateClaims.Zero(
                theta: try interval(values[0], "theta"), exact: exact, multiplicity: Int(multiplicity))
        }
        return try ordered(zeros, parts, "zeros", by: \.theta)
    }

    private func ordered<Part>(
        _ values: [Part], _ parts: [JSONTree], _ name: String, by stretch: (Part) -> Interval
    ) throws -> [Part] {
        for i in values.indices.dropFirst() where stretch(values[i - 1]).upper >= stretch(values[i]).lower {
            throw failure("\(name) are not in ascending order, apart from each other", at: parts[i])
        }
        return values
    }
}

extension ClaimReader {
    func subject(loss: JSONTree, link: JSONTree, parameters: JSONTree) throws -> CertificateClaims.Subject {
        guard case .object(let members) = parameters.value else {
            throw failure("parameters are no object", at: parameters)
        }
        let text = try text(loss, "loss")
        guard let linkName = try optional(link, { try self.text($0, "link") }) else {
            var numerals: [String: Numeral] = [:]
            for member in members {
                guard let numeral = Numeral(try self.text(member.value, member.key)) else {
                    throw failure("\(member.key) is no decimal numeral", at: member.value)
                }
                numerals[member.key] = numeral
            }
            do {
                let expression = try Expression(text, parameters: numerals)
                guard expression.variables.count == 1 else {
                    throw failure("'\(text)' is a function of two variables", at: loss)
                }
                for name in numerals.keys where !expression.uses(parameter: name) {
                    throw failure("'\(text)' does not use the parameter \(name)", at: parameters)
                }
                return .expression(expression)
            } catch let error as ExpressionError {
                throw failure(error.diagnostic.message, at: loss)
            }
        }
        guard let spec = try? LossSpec(text), "\(spec)" == text else {
            throw failure("loss '\(text)' is no loss with all its parameters", at: loss)
        }
        guard let link = Link(rawValue: linkName), spec.name.links.contains(link) else {
            throw failure("\(text) has no link '\(linkName)'", at: link)
        }
        let values = try object(parameters, "parameters", keys: spec.parameters.map(\.name))
        for (value, parameter) in zip(values, spec.parameters) {
            guard try number(value, parameter.name) == parameter.value else {
                throw failure("\(parameter.name) is not that of \(text)", at: value)
            }
        }
        return .loss(LinkedLoss(spec, link: link))
    }

    func source(_ tree: JSONTree) throws -> CertificateClaims.Source {
        guard case .object(let members) = tree.value else {
            guard tree.value == .null else { throw failure("data is no object", at: tree) }
            return .none
        }
        let keys = members.map(\.key)
        if keys.contains("name") {
            let parts = try object(tree, "data", keys: ["name", "samples"])
            guard try text(parts[0], "name") == "outlier" else {
                throw failure("there is no such built-in data", at: parts[0])
            }
            return .outlier(samples: try count(parts[1], "samples"))
        }
        if keys.contains("path") {
            let parts = try object(
                tree, "data", keys: ["path", "sha256", "samples", "x_column", "y_column", "skip_missing"])
            return .file(
                path: try text(parts[0], "path"), sha256: try text(parts[1], "sha256"),
                samples: try count(parts[2], "samples"), x: try text(parts[3], "x_column"),
                y: try text(parts[4], "y_column"), skipsMissing: try truth(parts[5], "skip_missing"))
        }
        let parts = try object(tree, "data", keys: ["x", "y"])
        let columns = try zip(parts, ["x", "y"]).map { part, name in
            try list(part, name).map { try number($0, name) }
        }
        guard columns[0].count == columns[1].count, !columns[0].isEmpty else {
            throw failure("data has not as many y as x, at least one", at: tree)
        }
        return .inline(x: columns[0], y: columns[1])
    }
}
