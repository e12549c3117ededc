import Calculus

/// The steps of an expression, sorted into those that are taken once and those that are taken for every sample.
struct Program: Equatable, Sendable {
    let nodes: [Node]
    let decimals: [Numeral]
    /// The steps outside of reductions, in order.
    let once: [Int]
    /// For each reduction, by its number, the steps within it that depend on the sample, in order.
    let perSample: [Int: [Int]]
    let root: Int

    init(_ graph: Graph, root: Int, samplesAreColumns: Bool) {
        let nodes = graph.nodes
        self.nodes = nodes
        decimals = graph.decimals
        self.root = root
        var dependsOnSample = Array(repeating: false, count: nodes.count)
        for (i, node) in nodes.enumerated() {
            switch node {
            case .variable(let variable): dependsOnSample[i] = samplesAreColumns && variable.isColumn
            case .reduce: break
            default: dependsOnSample[i] = node.operands.contains { dependsOnSample[$0] }
            }
        }
        // Operands come before what is made of them, so one pass from the end finds all that is needed.
        var isNeeded = Array(repeating: false, count: nodes.count)
        isNeeded[root] = true
        for i in nodes.indices.reversed() where isNeeded[i] { for a in nodes[i].operands { isNeeded[a] = true } }
        once = nodes.indices.filter { isNeeded[$0] && !dependsOnSample[$0] }

        var bodies: [Int: [Int]] = [:]
        for i in once {
            guard case .reduce(_, let body) = nodes[i] else { continue }
            var isInside = Array(repeating: false, count: body + 1)
            isInside[body] = dependsOnSample[body]
            for k in (0...body).reversed() where isInside[k] {
                for a in nodes[k].operands where dependsOnSample[a] { isInside[a] = true }
            }
            bodies[i] = isInside.indices.filter { isInside[$0] }
        }
        perSample = bodies
    }
}

/// The samples an expression is reduced over, columns of the same length.
public struct Samples: Equatable, Sendable {
    public let x: [Double]
    public let y: [Double]

    public init(x: [Double], y: [Double]) {
        precondition(x.count == y.count && !x.isEmpty, "samples need two columns of the same length, at least 1")
        self.x = x
        self.y = y
    }
}
