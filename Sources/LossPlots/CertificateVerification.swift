import CertificateChecking
import Diagnostics
import Losses

/// A file of certificates, checked again without the prover.
public struct CertificateVerification: Sendable {
    /// What came of one certificate.
    public struct Outcome: Sendable {
        /// The loss or expression.
        public let name: String
        /// What is claimed of it, in short.
        public let claim: String
        public let finding: Finding

        /// The claim that fails and why; nil where there is none.
        public var rejection: String? { if case .rejected(let reason) = finding { reason } else { nil } }
    }

    public enum Finding: Sendable {
        /// Every claim is confirmed.
        case verified
        /// The claim that fails and why.
        case rejected(String)
        /// Neither could be told.
        case unchecked(Diagnostic)
    }

    public let outcomes: [Outcome]

    public var isVerified: Bool { outcomes.allSatisfy { if case .verified = $0.finding { true } else { false } } }

    /// - Parameters:
    ///   - file: by which errors name the file of certificates.
    ///   - budget: the most work for one certificate, in derivatives of single terms.
    ///   - read: gives the contents of a table by the path in the certificate.
    /// - Throws: a `Diagnostic` for a file that is broken, and for a table that cannot be read.
    public init(_ bytes: [UInt8], file: String, budget: Int = WorkMeter.usual, read: (String) throws -> [UInt8]) throws
    {
        outcomes = try CertificateEntry.read(bytes, file: file).map { entry in
            var finding = Finding.verified
            do {
                let rejection: Rejection?
                switch entry {
                case .oneVariable(let claims):
                    let data = try CertificateVerification.data(of: claims.source, read: read)
                    rejection = try CertificateChecker.rejection(of: claims, data: data, budget: budget)
                case .linear(let claims):
                    let table = try CertificateVerification.table(of: claims, read: read)
                    rejection = LinearChecker.rejection(of: claims, table: table)
                }
                if let rejection { finding = .rejected("\(rejection)") }
            } catch let error as Mismatch {
                finding = .rejected("data: \(error.reason)")
            } catch let error as TooMuchWork {
                finding = .unchecked(
                    Diagnostic(
                        "\(entry.name): cannot check \(error.samples) samples within the budget of \(error.budget) terms",
                        at: Diagnostic.Place(file: file), hint: "certify a part of the data"))
            }
            return Outcome(name: entry.name, claim: entry.summary, finding: finding)
        }
    }

    /// The table is not the one that was certified.
    private struct Mismatch: Error {
        var reason: String
    }

    private static func data(
        of source: CertificateClaims.Source, read: (String) throws -> [UInt8]
    ) throws -> Dataset? {
        switch source {
        case .none: return nil
        case .outlier(let samples): return try .outlier(samples: samples)
        case .inline(let x, let y): return Dataset(name: "inline", x: x, y: y)
        case .file(let path, let sha256, let samples, let x, let y, let skipsMissing):
            let bytes = try certified(path, sha256, read)
            let data = try Dataset.read(
                bytes, name: path, file: path, x: x.isEmpty ? nil : x, y: y.isEmpty ? nil : y,
                skipMissing: skipsMissing
            ).dataset
            guard data.count == samples else {
                throw Mismatch(reason: "'\(path)' has \(data.count) samples, and \(samples) were certified")
            }
            return data
        }
    }

    private static func table(of claims: LinearClaims, read: (String) throws -> [UInt8]) throws -> FeatureTable {
        switch claims.source {
        case .inline(let x, let y): return FeatureTable(name: "inline", features: claims.features, columns: x, y: y)
        case .file(let path, let sha256, let y, let skipsMissing):
            return try FeatureTable.read(
                try certified(path, sha256, read), name: path, file: path, x: claims.features, y: y.isEmpty ? nil : y,
                skipMissing: skipsMissing
            ).table
        }
    }

    /// The contents of the table that was certified.
    private static func certified(
        _ path: String, _ sha256: String, _ read: (String) throws -> [UInt8]
    ) throws -> [UInt8] {
        let bytes = try read(path)
        let found = Checksum.sha256(bytes)
        guard found == sha256 else {
            throw Mismatch(reason: "'\(path)' has the SHA-256 \(found), and \(sha256) was certified")
        }
        return bytes
    }
}
