import Diagnostics
import XMLReading

/// Finds the plan in an SVG: the text of the element `plan` of lossplot's namespace.
enum SVGPlan {
    static let namespace = "urn:lossplot:plan"
    /// Bytes; 200 samples take some 10,000.
    static let sizeLimit = 16 << 20

    /// - Returns: nil where there is no such element in a whole SVG.
    /// - Throws: `Diagnostic` with line and column of what is no XML, and for two plans.
    /// - Complexity: O(bytes); nothing is kept but the plan.
    static func text(in bytes: [UInt8], file: String) throws -> (program: String, plan: String)? {
        var reader = try XMLReader(bytes, file: file)
        var found: (program: String, plan: String)?
        var isRoot = true
        while let event = try reader.next() {
            guard case .start(let element) = event else { continue }
            if isRoot {
                let local = element.name.split(separator: ":").last ?? ""
                guard local == "svg" else { throw reader.failure("the root element is <\(element.name)>, not <svg>") }
                isRoot = false
            }
            guard element.name == "plan", element["xmlns"] == namespace else { continue }
            guard found == nil else { throw reader.failure("the figure holds two plans") }
            var plan = ""
            inner: while let event = try reader.next() {
                switch event {
                case .text(let text):
                    guard plan.utf8.count + text.count <= sizeLimit else {
                        throw reader.failure("the plan is larger than \(sizeLimit >> 20) MiB")
                    }
                    plan += try reader.string(text)
                case .start(let inner): throw reader.failure("<\(inner.name)> stands in the plan")
                case .end: break inner
                }
            }
            found = (element["program"] ?? "", plan)
        }
        return found
    }
}
