import CertificateChecking
import TestSupport

/// Changes that make a certificate false, or make it say less.
struct Mutation: Sendable {
    var name: String
    var entry: Entry
    /// Whether a reader refuses it, whatever the facts.
    var isOfForm = false

    /// Every change that applies to a certificate, places and sizes by the generator.
    static func all(of honest: Entry, using random: inout SplitMix64) -> [Mutation] {
        var mutations = Mutations(honest: honest, random: random)
        mutations.changeWords()
        mutations.changeForm()
        mutations.changeLists()
        mutations.changeEnclosures()
        mutations.changeWitnessAndChord()
        mutations.changeZeros()
        mutations.changeQuestion()
        random = mutations.random
        return mutations.found
    }
}

/// Collects them.
struct Mutations {
    let honest: Entry
    var random: SplitMix64
    private(set) var found: [Mutation] = []

    init(honest: Entry, random: SplitMix64) { (self.honest, self.random) = (honest, random) }

    var window: (lower: Double, upper: Double) {
        (honest["window"].items[0].number, honest["window"].items[1].number)
    }

    mutating func add(_ name: String, isOfForm: Bool = false, _ change: (inout Entry) -> Void) {
        var entry = honest
        change(&entry)
        found.append(Mutation(name: name, entry: entry, isOfForm: isOfForm))
    }

    mutating func changeWords() {
        let words = [
            "verdict": ["convex", "strictly convex", "not convex", "undecided", "Convex", ""],
            "basis": ["structural", "interval", "assumes libm", "sampled"], "scope": ["ℝ", "window", "R"],
        ]
        for (key, values) in words.sorted(by: { $0.key < $1.key }) {
            for value in values where value != honest[key].string { add("\(key) \(value)") { $0[key] = .text(value) } }
        }
    }

    mutating func changeForm() {
        for (i, member) in honest.members.enumerated() {
            add("without \(member.key)", isOfForm: true) { $0.members.remove(at: i) }
            add("\(member.key) twice", isOfForm: true) { $0.members.insert(member, at: i) }
            add("\(member.key) renamed", isOfForm: true) { $0.members[i].key += "_" }
            add("\(member.key) of another type", isOfForm: true) { $0.members[i].value = JSONTree(.bool(true)) }
        }
        add("a reason", isOfForm: true) { $0.members.append(.init("reason", .text("because"))) }
        add("format 2", isOfForm: true) { $0["format"] = .number(2) }
    }

    private static let lists = [
        "inflections", "concave", "minima", "maxima", "unresolved", "unresolved_slope", "unresolved_bend",
        "unresolved_value",
    ]

    mutating func changeLists() {
        for key in Mutations.lists {
            let items = honest[key].items
            for i in items.indices {
                add("\(key)[\(i)] dropped") {
                    $0[key] = .list(items.enumerated().filter { $0.offset != i }.map(\.element))
                }
                add("\(key)[\(i)] doubled") { $0[key] = .list(Array(items[...i]) + Array(items[i...])) }
            }
            if items.count > 1 { add("\(key) reversed") { $0[key] = .list(items.reversed()) } }
            let start = Double.random(in: window.lower..<window.upper, using: &random)
            let size = (window.upper - window.lower) * (Bool.random(using: &random) ? 1e-3 : 1e-12)
            let fake = JSONTree.numbers([start, start + size])
            let isExtremum = key.hasPrefix("m")
            let value = JSONTree.object(["theta": fake, "value": honest["ends"].items[0]])
            add("\(key) with a fake") { entry in
                entry[key] = .list(
                    (items + [isExtremum ? value : fake]).sorted {
                        (isExtremum ? $0["theta"] : $0).items[0].number
                            < (isExtremum ? $1["theta"] : $1).items[0].number
                    })
            }
            if key.hasPrefix("unresolved_"), key != "unresolved_value" {
                add("\(key) with a fake, the union too") { entry in
                    entry[key] = .list((items + [fake]).sorted { $0.items[0].number < $1.items[0].number })
                    entry["unresolved"] = .list(
                        (entry["unresolved"].items + [fake]).sorted { $0.items[0].number < $1.items[0].number })
                }
            }
        }
        let (minima, maxima) = (honest["minima"], honest["maxima"])
        if minima != maxima {
            add("minima and maxima exchanged") { ($0["minima"], $0["maxima"]) = (maxima, minima) }
        }
        for (i, item) in honest["inflections"].items.enumerated() {
            add("inflection \(i) called unresolved") { entry in
                entry["inflections"] = .list(entry["inflections"].items.filter { $0 != item })
                for key in ["unresolved", "unresolved_bend"] {
                    entry[key] = .list((entry[key].items + [item]).sorted { $0.items[0].number < $1.items[0].number })
                }
            }
        }
    }

    /// Moved by its width or more, or widened by more than is allowed.
    mutating func changed(_ bounds: JSONTree) -> [(String, JSONTree)] {
        let (low, high) = (bounds.items[0].number, bounds.items[1].number)
        let width = max(high - low, 1e-300)
        let shift = width * Double.random(in: 1.01...4, using: &random)
        let room = 1e-5 * max(1, abs(low), abs(high))
        let moved: [(String, JSONTree)] = [
            ("moved up", .numbers([low + shift, high + shift])), ("moved down", .numbers([low - shift, high - shift])),
            ("reversed", .numbers([high, low])), ("one number", .numbers([low])),
            ("three numbers", .numbers([low, low, high])),
        ]
        let isTight = width <= 1e-9 * max(1, abs(low))
        let wide: [(String, JSONTree)] = [
            ("widened down", .numbers([low - room, high])), ("widened up", .numbers([low, high + room])),
            ("widened", .numbers([low - room, high + room])),
        ]
        return moved.filter { low < high || $0.0 != "reversed" } + (isTight ? wide : [])
    }

    mutating func changeEnclosures() {
        for key in ["inflections", "ends"] {
            for (i, item) in honest[key].items.enumerated() where item.items.count == 2 {
                for (name, new) in changed(item) {
                    add("\(key)[\(i)] \(name)") { entry in
                        var items = entry[key].items
                        items[i] = new
                        entry[key] = .list(items)
                    }
                }
            }
        }
        for key in ["minima", "maxima"] {
            for (i, item) in honest[key].items.enumerated() {
                for part in ["theta", "value"] {
                    for (name, new) in changed(item[part]) {
                        add("\(key)[\(i)].\(part) \(name)") { entry in
                            var items = entry[key].items
                            items[i][part] = new
                            entry[key] = .list(items)
                        }
                    }
                }
            }
        }
        if honest["global_minimum"] != .null {
            add("no global minimum") { $0["global_minimum"] = .null }
            for (name, new) in changed(honest["global_minimum"]) {
                add("global_minimum \(name)") { $0["global_minimum"] = new }
            }
        }
        for (i, item) in honest["concave"].items.enumerated() {
            let width = item.items[1].number - item.items[0].number
            for (low, high) in [(0.1, 0.0), (0, -0.1), (-0.01, 0), (0, 0.01)] {
                add("concave[\(i)] with other ends") { entry in
                    var items = entry["concave"].items
                    items[i] = .numbers([item.items[0].number + low * width, item.items[1].number + high * width])
                    entry["concave"] = .list(items)
                }
            }
        }
    }

    mutating func changeWitnessAndChord() {
        if honest["witness"] != .null {
            let theta = honest["witness"]["theta"].number
            add("no witness") { $0["witness"] = .null }
            for share in [-0.3, -0.01, 0.003, 0.4] {
                let moved = theta + share * (window.upper - window.lower)
                add("witness moved to \(moved)") { $0["witness"]["theta"] = .number(moved) }
            }
            for (name, new) in changed(honest["witness"]["second_derivative"]) {
                add("second derivative \(name)") { $0["witness"]["second_derivative"] = new }
            }
        } else {
            add("a witness") { entry in
                entry["witness"] = .object([
                    "theta": entry["window"].items[0], "second_derivative": .numbers([-2, -1]),
                ])
            }
        }
        if honest["chord"] != .null {
            let chord = honest["chord"]
            let (from, to, at, gap) = (
                chord["from"].number, chord["to"].number, chord["at"].number, chord["gap"].number
            )
            let isInside =
                window.lower <= honest["witness"]["theta"].number && honest["witness"]["theta"].number <= window.upper
            if isInside { add("no chord") { $0["chord"] = .null } }
            for factor in [1.01, 2, 0.99, 0.5, 0, -1] {
                add("gap \(factor)") { $0["chord"]["gap"] = .number(gap * factor) }
            }
            add("chord turned round") {
                $0["chord"]["from"] = .number(to)
                $0["chord"]["to"] = .number(from)
            }
            add("chord elsewhere") { $0["chord"]["from"] = .number(from - 0.1 * (to - from)) }
            add("chord measured elsewhere") { $0["chord"]["at"] = .number(at + 0.1 * (to - at)) }
            add("chord measured outside") { $0["chord"]["at"] = .number(to + (to - from)) }
        } else {
            let window = window
            add("a chord") {
                $0["chord"] = .object([
                    "from": .number(window.lower), "to": .number(window.upper),
                    "at": .number(window.lower / 2 + window.upper / 2), "gap": .number(0.01),
                ])
            }
        }
    }

    /// The loss, its parameter, the link, the data, the window: the facts belong to another question then.
    mutating func changeQuestion() {
        let loss = honest["loss"].string
        let window = window
        for (low, high) in [(0.1, 0.0), (0, -0.1), (-0.1, 0.1), (0.05, 0.05)] {
            let width = window.upper - window.lower
            add("another window") {
                $0["window"] = .numbers([window.lower + low * width, window.upper + high * width])
            }
        }
        if honest["link"] == .null {
            add("another expression") { $0["loss"] = .text("\(loss) + 0.01*\(loss.contains("theta") ? "theta" : "x")") }
            add("not an expression") { $0["loss"] = .text("(\(loss)") }
            add("a parameter") { $0["parameters"] = .object(["a": .text("0.71")]) }
        } else {
            let same = [["mse", "brier"], ["ce", "kl"]].first { $0.contains(loss) } ?? [loss]
            for other in ["mse", "ce", "hinge", "exponential", "brier", "kl", "mae", "logcosh"]
            where !same.contains(other) {
                add("\(other) instead") { $0["loss"] = .text(other) }
            }
            // Of two classes the softmax is the sigmoid.
            for link in ["sigmoid", "identity", "tanh"] where link != honest["link"].string {
                add("link \(link)") { $0["link"] = .text(link) }
            }
            add("no link") { $0["link"] = .null }
            if let bracket = loss.firstIndex(of: "=") {
                let value = loss[loss.index(after: bracket)...].dropLast()
                add("another parameter") { entry in
                    let name = loss[..<bracket].split(separator: "(").last.map(String.init) ?? ""
                    let other = (Double(value) ?? 1) * 0.75
                    entry["loss"] = .text("\(loss[...bracket])\(other))")
                    entry["parameters"] = .object([name: .number(other)])
                }
                add("two parameters") { $0["loss"] = .text("\(loss[...bracket])0.123)") }
            }
        }
        changeData(of: loss)
    }

    private mutating func changeData(of loss: String) {
        let data = honest["data"]
        if data["name"] != .null {
            // The second seven lie on the same sides of the threshold as the first.
            for count in [1.0, 3, 6, 8, 14, 7.5, 0, -7, 1e9] where count != 14 || loss != "zero_one" {
                add("\(count) samples") { $0["data"]["samples"] = .number(count) }
            }
            add("other built-in data") { $0["data"]["name"] = .text("outliers") }
            add("no data") { $0["data"] = .null }
        }
        let count = data["x"].items.count
        for i in 0..<count {
            for column in ["x", "y"] {
                let old = data[column].items[i].number
                let factor = Double.random(in: 0.5...0.95, using: &random)
                let new = column == "y" && loss != "mse" && (old == 0 || old == 1) ? 1 - old : old * factor + 0.01
                // Of a sample at 0 another label may count the same.
                if data["x"].items[i].number == 0 { continue }
                add("\(column)[\(i)] \(new)") { entry in
                    var items = data[column].items
                    items[i] = .number(new)
                    entry["data"][column] = .list(items)
                }
            }
            add("sample \(i) left out") { entry in
                for column in ["x", "y"] {
                    entry["data"][column] = .list(
                        data[column].items.enumerated().filter { $0.offset != i }.map(\.element))
                }
            }
        }
    }
}
