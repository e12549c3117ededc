internal import CMessageDigest

/// SHA-256, as lower-case hexadecimal digits: names data and plans.
public enum Checksum {
    public static func sha256(_ bytes: [UInt8]) -> String {
        var context = SHA2_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes, bytes.count)
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256Final(&digest, &context)
        return digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
