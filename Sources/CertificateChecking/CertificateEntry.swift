import Diagnostics

/// One object in a file of certificates: of a function of one variable, or, where its `kind` says `linear`, of a linear
/// model.
public enum CertificateEntry: Sendable {
    case oneVariable(CertificateClaims)
    case linear(LinearClaims)

    /// Reads a file of certificates.
    ///
    /// - Throws: a `Diagnostic` with file, line and column for what is no JSON or has not the form of a certificate.
    public static func read(_ bytes: [UInt8], file: String) throws -> [CertificateEntry] {
        let reader = ClaimReader(file: file)
        let entries = try reader.list(try JSONTree(reading: bytes, file: file), "the file")
        guard !entries.isEmpty else {
            throw Diagnostic(
                "there is no certificate in it", at: Diagnostic.Place(file: file),
                hint: "give a file that lossplot certify wrote")
        }
        return try entries.map { tree in
            guard case .object(let members) = tree.value, members.contains(where: { $0.key == "kind" }) else {
                return .oneVariable(try CertificateClaims(tree, reader))
            }
            return .linear(try LinearClaims(tree, reader))
        }
    }

    /// The loss or expression as it is written.
    public var name: String {
        switch self {
        case .oneVariable(let claims): claims.name
        case .linear(let claims): claims.name
        }
    }

    /// What is claimed, in short.
    public var summary: String {
        switch self {
        case .oneVariable(let claims): claims.summary
        case .linear(let claims): claims.summary
        }
    }
}
