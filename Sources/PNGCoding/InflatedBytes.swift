import Diagnostics

/// What a zlib stream (RFC 1950) holds, as streams in other files than PNGs do.
public enum InflatedBytes {
    /// - Parameter limit: the most bytes that come out: a small stream may hold very many.
    /// - Returns: nil for what is no zlib stream, is cut off, or holds more.
    /// - Throws: a ``Diagnostic`` when there is no memory.
    public static func of(_ bytes: ArraySlice<UInt8>, limit: Int) throws -> [UInt8]? {
        let inflation = try Inflation()
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        return bytes.withUnsafeBytes { bytes -> [UInt8]? in
            var input = bytes[...]
            while true {
                let (outcome, written) = buffer.withUnsafeMutableBytes { buffer in
                    var output = buffer[...]
                    let outcome = inflation.run(&input, into: &output)
                    return (outcome, buffer.count - output.count)
                }
                guard result.count + written <= limit else { return nil }
                result += buffer[..<written]
                switch outcome {
                case .ended: return result
                case .broken: return nil
                case .paused: if written == 0 { return nil }
                }
            }
        }
    }
}
