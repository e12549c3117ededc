import Calculus

/// What the parser has read of an operand.
struct Operand {
    var value: Value
    /// Where it starts.
    var column: Int
    var formula: Formula
    /// The first column of the data in it that no reduction binds.
    var freeSample: (name: String, column: Int)?
    /// The first reduction in it.
    var reduction: (name: String, column: Int)?

    enum Value {
        /// A step of the graph.
        case number(Int)
        /// Two steps that are compared; where the comparison stands, and whether it has parentheses of its own.
        case condition(Comparison, Int, Int, text: String, column: Int)
    }

    init(_ step: Int, at column: Int, formula: Formula) {
        value = .number(step)
        self.column = column
        self.formula = formula
    }

    /// An operation on `parts`, in the order of the text.
    init(_ value: Value, of parts: [Operand], formula: Formula) {
        self.value = value
        self.formula = formula
        column = parts.first?.column ?? 1
        freeSample = parts.lazy.compactMap(\.freeSample).first
        reduction = parts.lazy.compactMap(\.reduction).first
    }
}
