import Certificates
import Diagnostics

/// What was proved of the losses that a user named.
public struct Certification: Sendable {
    enum Proved: Sendable {
        case oneVariable([Certificate], CertifiedData)
        case linear([StructuralCertificate], CertifiedTable)
    }

    let proved: Proved
    /// About the data as it was read.
    public let warnings: [Diagnostic]

    /// The certificates as a JSON array that `lossplot verify` can check again.
    public var json: [UInt8] {
        switch proved {
        case .oneVariable(let certificates, let data):
            Array(CertificateDocument.text(of: certificates, data: data).utf8)
        case .linear(let certificates, let table):
            Array(CertificateDocument.text(of: certificates, table: table).utf8)
        }
    }

    /// The certificates as short proofs for a reader.
    public var text: String {
        switch proved {
        case .oneVariable(let certificates, let data):
            certificates.map { CertificateReport($0, data: data).text }.joined(separator: "\n")
        case .linear(let certificates, let table):
            certificates.map { LinearReport($0, table: table).text }.joined(separator: "\n")
        }
    }
}
