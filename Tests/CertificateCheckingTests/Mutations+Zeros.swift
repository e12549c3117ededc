import CertificateChecking

extension Mutations {
    mutating func changeZeros() {
        let zeros = honest["zeros"].items
        func changeOne(
            _ name: String, _ i: Int, isOfForm: Bool = false, _ change: (inout JSONTree) -> Void
        ) {
            add("zeros[\(i)] \(name)", isOfForm: isOfForm) { entry in
                var items = zeros
                change(&items[i])
                entry["zeros"] = .list(items)
            }
        }
        for (i, zero) in zeros.enumerated() {
            add("zeros[\(i)] dropped") {
                $0["zeros"] = .list(zeros.enumerated().filter { $0.offset != i }.map(\.element))
            }
            add("zeros[\(i)] called unresolved") { entry in
                entry["zeros"] = .list(zeros.enumerated().filter { $0.offset != i }.map(\.element))
                entry["unresolved_value"] = .list(
                    (entry["unresolved_value"].items + [zero["theta"]]).sorted {
                        $0.items[0].number < $1.items[0].number
                    })
            }
            for (name, place) in changed(zero["theta"]) where zero["exact"] == .null || !name.hasPrefix("widened") {
                changeOne(name, i) { $0["theta"] = place }
            }
            for count in [1.0, 2, 3] where count != zero["multiplicity"].number {
                changeOne("\(count) times", i) { $0["multiplicity"] = .number(count) }
            }
            for count in [0, 4, 1.5] {
                changeOne("\(count) times", i, isOfForm: true) { $0["multiplicity"] = .number(count) }
            }
            changeOne("2/6 exactly", i, isOfForm: true) { $0["exact"] = .text("2/6") }
            changeOne("7/5 exactly", i) { $0["exact"] = .text("7/5") }
            if zero["exact"] != .null { changeOne("not known exactly", i) { $0["exact"] = .null } }
        }
        let middle = window.lower + 0.4137 * (window.upper - window.lower)
        add("zeros with a fake") { entry in
            let fake = JSONTree.object([
                "theta": .numbers([middle, middle + 1e-12]), "exact": .null, "multiplicity": .number(1),
            ])
            entry["zeros"] = .list(
                (zeros + [fake]).sorted { $0["theta"].items[0].number < $1["theta"].items[0].number })
        }
    }
}
