internal import CZlib
import Diagnostics

/// One zlib stream that is being inflated.
final class Inflation {
    enum Outcome: Equatable {
        /// The input is used up, or the output is full.
        case paused
        case ended
        /// In zlib's words.
        case broken(String)
    }

    /// zlib keeps the address of this.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    /// - Throws: a ``Diagnostic`` when there is no memory.
    init() throws {
        stream.initialize(to: z_stream())
        guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Diagnostic("cannot decode the PNG: out of memory")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Inflates until either side is used up or the stream ends; both are shortened by what was used.
    func run(
        _ input: inout Slice<UnsafeRawBufferPointer>, into output: inout Slice<UnsafeMutableRawBufferPointer>
    ) -> Outcome {
        let from = UnsafeRawBufferPointer(rebasing: input)
        let to = UnsafeMutableRawBufferPointer(rebasing: output)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: from.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(from.count)
        stream.pointee.next_out = to.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(to.count)
        let code = inflate(stream, Z_NO_FLUSH)
        input = input.dropFirst(from.count - Int(stream.pointee.avail_in))
        output = output.dropFirst(to.count - Int(stream.pointee.avail_out))
        switch code {
        case Z_OK, Z_BUF_ERROR: return .paused
        case Z_STREAM_END: return .ended
        case Z_NEED_DICT: return .broken("it needs a dictionary")
        case Z_MEM_ERROR: return .broken("out of memory")
        default: return .broken(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
        }
    }
}
