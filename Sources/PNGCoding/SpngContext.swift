internal import CSpng
import Diagnostics

/// One libspng context and the memory it points into, both released when the value goes out of scope, whichever way.
///
/// Every call goes through ``call(accepting:_:)``, which borrows the context: it cannot be freed during the call.
struct SpngContext: ~Copyable {
    private let handle: OpaquePointer
    /// What the context is for, the beginning of every error message.
    private let purpose: String
    /// Texts that libspng does not copy; it reads them when it writes the file.
    private let texts: UnsafeMutableBufferPointer<CChar>

    init(toEncode texts: [CChar]) throws {
        try self.init(flags: SPNG_CTX_ENCODER.rawValue, purpose: "cannot encode the PNG", texts: texts)
    }

    private init(flags: UInt32, purpose: String, texts: [CChar]) throws {
        guard let handle = spng_ctx_new(Int32(flags)) else { throw Diagnostic("\(purpose): out of memory") }
        self.handle = handle
        self.purpose = purpose
        self.texts = .allocate(capacity: texts.count)
        _ = self.texts.initialize(from: texts)
    }

    deinit {
        spng_ctx_free(handle)
        texts.deallocate()
    }

    /// Runs one libspng function on the context.
    ///
    /// - Throws: a ``Diagnostic`` with libspng's own message, unless the code is zero or `accepting`.
    /// - Returns: the code.
    @discardableResult
    borrowing func call(
        accepting: spng_errno? = nil, _ body: (_ context: OpaquePointer) throws -> Int32
    ) throws -> Int32 {
        let code = try body(handle)
        if code != 0, code != accepting.map({ Int32($0.rawValue) }) { throw error(code) }
        return code
    }

    borrowing func set(_ option: spng_option, to value: Int32) throws {
        try call { spng_set_option($0, option, value) }
    }

    /// The address of the text that begins at `offset` of the texts given to ``init(toEncode:)``.
    borrowing func text(at offset: Int) -> UnsafeMutablePointer<CChar>? {
        texts.baseAddress.map { $0 + offset }
    }

    /// The bytes of the finished file.
    borrowing func encodedBytes() throws -> [UInt8] {
        var count = 0
        var code: Int32 = 0
        guard let memory = spng_get_png_buffer(handle, &count, &code) else { throw error(code) }
        defer { free(memory) }
        return [UInt8](UnsafeRawBufferPointer(start: memory, count: count))
    }

    private borrowing func error(_ code: Int32) -> Diagnostic {
        let reason = spng_strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return Diagnostic("\(purpose): \(reason)")
    }
}
