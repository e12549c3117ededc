import Certificates
import Diagnostics

/// What was proved of the losses that a user named.
public struct Certification: Sendable {
    enum Proved: Sendable {
        case oneVariable([CertifiedCurve], CertifiedData)
        case linear([StructuralCertificate], CertifiedTable)
    }

    let proved: Proved
    /// About the data as it was read.
    public let warnings: [Diagnostic]

    /// The certificates as a JSON array that `lossplot verify` can check again.
    public var json: [UInt8] {
        switch proved {
        case .oneVariable(let curves, let data):
            Array(CertificateDocument.text(of: curves, data: data).utf8)
        case .linear(let certificates, let table):
            Array(CertificateDocument.text(of: certificates, table: table).utf8)
        }
    }

    /// The certificates as short proofs for a reader.
    public var text: String {
        switch proved {
        case .oneVariable(let curves, let data):
            curves.map { CertificateReport($0, data: data).text }.joined(separator: "\n")
        case .linear(let certificates, let table):
            certificates.map { LinearReport($0, table: table).text }.joined(separator: "\n")
        }
    }
}

/// What is proved of one loss or expression.
struct CertifiedCurve: Sendable {
    let certificate: Certificate
    /// Of J itself, in the certificate's window.
    let zeros: ProvedZeros
}
