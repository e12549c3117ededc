internal import CMessageDigest
import FoundationEssentials

/// SHA-256.
public enum Checksum {
    /// As lower-case hexadecimal digits: names data and plans.
    public static func sha256(_ bytes: [UInt8]) -> String {
        digest(of: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// In base 64, as a page's content security policy names what it lets run.
    public static func sha256Base64(_ bytes: [UInt8]) -> String { Data(digest(of: bytes)).base64EncodedString() }

    private static func digest(of bytes: [UInt8]) -> [UInt8] {
        var context = SHA2_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes, bytes.count)
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256Final(&digest, &context)
        return digest
    }
}
