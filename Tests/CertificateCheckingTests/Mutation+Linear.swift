import CertificateChecking

extension Mutation {
    /// Changes that make a certificate of a linear model false, or make it say less.
    static func allLinear(of honest: Entry) -> [Mutation] {
        var found: [Mutation] = []
        func add(_ name: String, _ change: (inout Entry) -> Void) {
            var entry = honest
            change(&entry)
            found.append(Mutation(name: name, entry: entry))
        }
        func add(_ name: String, _ key: String, _ value: JSONTree) {
            if honest[key] != value { add("\(name): \(value)") { $0[key] = value } }
        }
        for (i, member) in honest.members.enumerated() {
            add("without \(member.key)") { $0.members.remove(at: i) }
            add("\(member.key) twice") { $0.members.insert(member, at: i) }
            add("\(member.key) renamed") { $0.members[i].key += "_" }
            add("\(member.key) of another type") {
                $0.members[i].value = member.key == "has_minimiser" ? .text("no") : JSONTree(.bool(true))
            }
        }
        for (key, words) in [
            ("kind", ["convolutional", ""]), ("model", ["w·x", "w·x + c"]),
            ("verdict", ["convex", "strictly convex", "not convex", "undecided", "Convex"]),
            ("basis", ["structural", "interval", "sampled", ""]), ("scope", ["ℝ", "ℝ^2", "ℝ^5", "window"]),
        ] {
            for word in words { add("word", key, .text(word)) }
        }
        for rank in [JSONTree.null, .number(1), .number(2), .number(3), .number(4), .number(5)] {
            add("rank", "rank", rank)
        }
        for truth in [JSONTree.null, JSONTree(.bool(true)), JSONTree(.bool(false))] {
            add("minimiser", "has_minimiser", truth)
        }
        add("format", "format", .number(2))
        add("samples", "samples", .number(honest["samples"].number + 1))
        add("samples", "samples", .number(honest["samples"].number - 1))
        addDirection(honest, add)
        addWitness(honest, add)
        addQuestion(honest, add)
        return found
    }

    private typealias Adding = (String, (inout Entry) -> Void) -> Void

    private static func addDirection(_ honest: Entry, _ add: Adding) {
        let direction = honest["separating_direction"].items
        guard !direction.isEmpty else {
            add("a direction") { $0["separating_direction"] = .numbers([1, 2, 3, 0]) }
            add("a direction, no minimiser") {
                $0["separating_direction"] = .numbers([1, 2, 3, 0])
                $0["has_minimiser"] = JSONTree(.bool(false))
            }
            return
        }
        add("no direction") { $0["separating_direction"] = .null }
        add("no direction, and a minimiser") {
            $0["separating_direction"] = .null
            $0["has_minimiser"] = JSONTree(.bool(true))
        }
        add("no direction, and nothing said") {
            $0["separating_direction"] = .null
            $0["has_minimiser"] = .null
        }
        add("direction shortened") { $0["separating_direction"] = .list(direction.dropLast()) }
        add("direction lengthened") { $0["separating_direction"] = .list(direction + [.number(0)]) }
        add("direction turned round") { $0["separating_direction"] = .numbers(direction.map { -$0.number }) }
        add("no length") { $0["separating_direction"] = .numbers(direction.map { _ in 0 }) }
        for sign in [-1.0, 1] {
            add("far bias") { entry in
                var changed = direction
                changed[changed.count - 1] = .number(sign * 1e9)
                entry["separating_direction"] = .list(changed)
            }
        }
    }

    private static func addWitness(_ honest: Entry, _ add: Adding) {
        guard honest["witness"] != .null else {
            add("a witness") { entry in
                entry["witness"] = .object([
                    "feature": .text("a"), "weight": .number(1), "second_derivative": .numbers([-2, -1]),
                ])
            }
            return
        }
        let ends = honest["witness"]["second_derivative"].items.map(\.number)
        let width = ends[1] - ends[0]
        add("no witness") { $0["witness"] = .null }
        add("no witness, a rule instead") {
            $0["witness"] = .null
            $0["basis"] = .text("structural")
        }
        add("no witness, undecided") {
            $0["witness"] = .null
            $0["verdict"] = .text("undecided")
            $0["basis"] = .text("sampled")
        }
        for feature in ["b", "c", "q", ""] {
            add("witness of \(feature)") { $0["witness"]["feature"] = .text(feature) }
        }
        for factor in [0.9, 1.001, -1, 0] {
            add("weight \(factor)") { $0["witness"]["weight"] = .number(factor * $0["witness"]["weight"].number) }
        }
        for new in [
            [ends[0] + 2 * width, ends[1] + 2 * width], [ends[0] - 2 * width, ends[1] - 2 * width],
            [ends[0] - 1e-3, ends[1]], [-ends[1], -ends[0]], [ends[0], 0], [ends[0]], [ends[1], ends[0]],
        ] {
            add("second derivative \(new)") { $0["witness"]["second_derivative"] = .numbers(new) }
        }
    }

    /// The facts belong to another question then.
    private static func addQuestion(_ honest: Entry, _ add: Adding) {
        let (features, x, y) = (honest["features"].items, honest["data"]["x"].items, honest["data"]["y"].items)
        add("a feature twice") { $0["features"] = .list([features[0]] + features.dropLast()) }
        add("a feature less") { $0["features"] = .list(features.dropLast()) }
        add("a feature more") { $0["features"] = .list(features + [.text("z")]) }
        add("a column less") { $0["data"]["x"] = .list(x.dropLast()) }
        add("a label less") { $0["data"]["y"] = .list(y.dropLast()) }
        add("a sample less") {
            $0["data"]["x"] = .list(x.map { .list($0.items.dropLast()) })
            $0["data"]["y"] = .list(y.dropLast())
        }
        add("no sample") { $0["data"] = .object(["x": .list(x.map { _ in .list([]) }), "y": .list([])]) }
        add("no data") { $0["data"] = .null }
        if honest["separating_direction"] != .null {
            for i in y.indices {
                add("label \(i) turned round") { entry in
                    var labels = y
                    labels[i] = .number(1 - y[i].number)
                    entry["data"]["y"] = .list(labels)
                }
            }
        }
        // Of two classes the softmax is the sigmoid.
        for link in ["sigmoid", "identity", "tanh"] where link != honest["link"].string {
            // Of these the same holds with either link.
            if honest["witness"] == .null, honest["verdict"].string != "convex", link == "tanh" { continue }
            add("link \(link)") { $0["link"] = .text(link) }
        }
        add("no link") { $0["link"] = .null }
        add("an unknown loss") { $0["loss"] = .text("msee") }
        add("a parameter") { $0["parameters"] = .object(["a": .number(1)]) }
        for loss in ["ce", "mse", "hinge", "focal"] where !honest["loss"].string.hasPrefix(loss) {
            // Convex with a minimiser too.
            if ["ce", "mse"].contains(loss), ["kl", "exponential"].contains(honest["loss"].string) { continue }
            add("\(loss) instead") { $0["loss"] = .text(loss) }
        }
    }
}
