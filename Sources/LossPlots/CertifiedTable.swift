import CertificateChecking
import Losses

/// The samples of certificates of linear models, with what a checker needs to find them again.
struct CertifiedTable {
    var table: FeatureTable
    /// As it was given; `-` for standard input.
    var path: String
    /// The target's header, empty where the default was taken.
    var y: String
    /// Of the file; nil where the samples travel with the certificate.
    var sha256: String?
    /// Whether rows with missing values were left out when the table was read.
    var skipsMissing: Bool

    var tree: JSONTree {
        guard let sha256 else {
            return .object(["x": .list(table.columns.map(JSONTree.numbers)), "y": .numbers(table.y)])
        }
        return .object([
            "path": .text(path), "sha256": .text(sha256), "y_column": .text(y),
            "skip_missing": JSONTree(.bool(skipsMissing)),
        ])
    }
}
