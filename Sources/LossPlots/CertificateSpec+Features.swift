import Certificates
import Diagnostics
import Losses

extension CertificateSpec {
    /// The columns that a list such as `a,b,"c, scaled"` names.
    ///
    /// - Throws: a `Diagnostic` for an empty name.
    static func features(in list: String) throws -> [String] {
        var (names, name, isQuoted) = ([String](), "", false)
        for character in list + "," {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                while name.first == " " { name.removeFirst() }
                while name.last == " " { name.removeLast() }
                guard !name.isEmpty else {
                    throw Diagnostic(
                        "a column of --x '\(Diagnostic.visible(list))' has no name", hint: "separate names by one comma"
                    )
                }
                names.append(name)
                name = ""
            default: name.append(character)
            }
        }
        guard !isQuoted else {
            throw Diagnostic("--x '\(Diagnostic.visible(list))' opens a quote", hint: "close it")
        }
        return names
    }

    /// Proves what holds of the linear model of several features.
    func provedLinear(_ count: Int, _ losses: [LinkedLoss], _ features: [String]) throws -> Certification {
        guard case .table(let bytes, let path, _, let y, let skipMissing) = data else {
            preconditionFailure("features are columns of a table")
        }
        guard losses.count == count else {
            throw Diagnostic(
                "an expression has one x, and --x names \(features.count) columns", hint: "name one column, or losses")
        }
        guard window == nil else {
            throw Diagnostic(
                "--theta is the window of one weight, and there are \(features.count)",
                hint: "leave it out: what is proved of several weights holds everywhere")
        }
        let (table, warnings) = try FeatureTable.read(
            bytes, name: PlotSpec.lastComponent(of: path), file: path, x: features, y: y, skipMissing: skipMissing)
        try losses.forEach { try $0.check(table.dataset(of: 0), file: path) }
        let certified = CertifiedTable(
            table: table, path: path, y: y ?? "",
            sha256: table.count > DataReference.inlineLimit ? Checksum.sha256(bytes) : nil, skipsMissing: skipMissing)
        return Certification(
            proved: .linear(losses.map { .prove($0, on: table) }, certified), warnings: warnings)
    }
}

extension PlotSpec.DataSource {
    /// The same table with another column for x.
    func naming(x: String) -> PlotSpec.DataSource {
        guard case .table(let bytes, let path, _, let y, let skipMissing) = self else { return self }
        return .table(bytes: bytes, path: path, x: x, y: y, skipMissing: skipMissing)
    }
}
