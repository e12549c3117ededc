/// An expression as mathematics, in the TeX that Typography sets.
///
/// A quotient is a fraction where it stands on the line by itself; within parentheses, exponents, roots and other
/// fractions it is written with a slash, as in books. So no fraction is in another, and each can be as large as a
/// display's, to be read beside a curve.
struct Formula {
    /// How tightly the outermost operation binds.
    enum Binding: Int, Comparable {
        case comparison, sum, negation, product, power, atom

        static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
    }

    var text: String
    /// The same without fractions; nil where there are none.
    private var slashed: String?
    var binding: Binding
    /// A reduction goes on to the end, so that something behind it needs parentheses around it.
    var isOpenEnded = false
    /// How many braces enclose the innermost symbol.
    var depth = 0

    /// Columns of the data get an index once it is known that they are such.
    static let xMark = "\u{1}"
    static let yMark = "\u{2}"

    init(
        _ text: String, _ binding: Binding, isOpenEnded: Bool = false, depth: Int = 0, slashed: String? = nil
    ) {
        self.text = text
        self.slashed = slashed == text ? nil : slashed
        self.binding = binding
        self.isOpenEnded = isOpenEnded
        self.depth = depth
    }

    /// A number as typed, 1e-3 as a power of ten.
    init(number text: String) {
        var mantissa = text.prefix { $0 != "e" && $0 != "E" }
        let exponent = text.dropFirst(mantissa.count + 1).filter { $0 != "+" }
        if mantissa.last == "." { mantissa.removeLast() }
        let digits = mantissa.first == "." ? "0" + mantissa : String(mantissa)
        if exponent.isEmpty {
            self.init(digits, .atom)
        } else if digits == "1" {
            self.init("10^{\(exponent)}", .power, depth: 1)
        } else {
            self.init("\(digits)\\cdot 10^{\(exponent)}", .product, depth: 1)
        }
    }

    init(name: String) {
        switch name {
        case "x": self.init(Formula.xMark, .atom)
        case "y": self.init(Formula.yMark, .atom)
        case _ where Formula.greek.contains(name): self.init("\\\(name) ", .atom)
        case _ where name.count == 1: self.init(Formula.isSet(name) ? name : "\\mathrm{\(name)}", .atom)
        default:
            // a1 as a with an index.
            if let letter = name.first, letter.isASCII, name.dropFirst().allSatisfy(\.isDigit) {
                self.init("\(letter)_{\(name.dropFirst())}", .atom, depth: 1)
            } else {
                self.init("\\mathrm{\(name.replacing("_", with: "\\_"))}", .atom)
            }
        }
    }

    /// The text on one line.
    var flat: String { slashed ?? text }

    private static func isSet(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("α"..."ω").contains($0)
        }
    }

    private static let greek: Set = [
        "alpha", "beta", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi",
        "rho", "tau", "phi", "chi", "psi", "omega",
    ]

    /// In parentheses unless it binds at least so tightly.
    func inside(_ least: Binding, closed: Bool = false) -> String {
        binding >= least && !(closed && isOpenEnded) ? text : "(\(flat))"
    }

    /// The same without fractions.
    func flatInside(_ least: Binding, closed: Bool = false) -> String {
        binding >= least && !(closed && isOpenEnded) ? flat : "(\(flat))"
    }

    static func negated(_ a: Formula) -> Formula {
        Formula(
            "-" + a.inside(.product), .negation, isOpenEnded: a.isOpenEnded && a.binding >= .product, depth: a.depth,
            slashed: "-" + a.flatInside(.product))
    }

    static func combined(_ binary: BinaryOperator, _ a: Formula, _ b: Formula) -> Formula {
        let depth = max(a.depth, b.depth)
        func open(_ least: Binding) -> Bool { b.isOpenEnded && b.binding >= least }
        switch binary {
        case .add:
            // Grown in place: a sum of many terms would be copied for each of them.
            var sum = a.isOpenEnded ? Formula("(\(a.flat))", .atom) : a
            if sum.slashed == nil, b.slashed != nil { sum.slashed = sum.text }
            sum.slashed?.append(" + " + b.flatInside(.product))
            sum.text += " + " + b.inside(.product)
            return Formula(sum.text, .sum, isOpenEnded: open(.product), depth: depth, slashed: sum.slashed)
        case .subtract:
            return Formula(
                a.inside(.sum, closed: true) + " - " + b.inside(.product), .sum, isOpenEnded: open(.product),
                depth: depth, slashed: a.flatInside(.sum, closed: true) + " - " + b.flatInside(.product))
        case .multiply:
            let left = a.inside(.negation, closed: true)
            let right = b.inside(.product)
            let (flatLeft, flatRight) = (a.flatInside(.negation, closed: true), b.flatInside(.product))
            return Formula(
                left + separator(left, right) + right, a.binding == .negation ? .negation : .product,
                isOpenEnded: open(.product), depth: depth,
                slashed: flatLeft + separator(flatLeft, flatRight) + flatRight)
        case .divide:
            // The sign of a negated quotient stands before the bar.
            let isNegated = a.binding == .negation && a.flat.first == "-"
            let numerator = isNegated ? String(a.flat.dropFirst()) : a.flat
            return Formula(
                (isNegated ? "-" : "") + "\\dfrac{\(numerator)}{\(b.flat)}", isNegated ? .negation : .product,
                depth: depth + 1,
                slashed: a.flatInside(.negation, closed: true) + "/" + b.flatInside(.power, closed: true))
        case .power:
            let script = b.flat.count == 1 && b.flat.allSatisfy(\.isDigit) ? b.flat : "{\(b.flat)}"
            return Formula(a.inside(.atom, closed: true) + "^" + script, .power, depth: max(a.depth, b.depth + 1))
        case .compare(let comparison):
            let sign =
                switch comparison {
                case .less: "<"
                case .lessOrEqual: "\\le "
                case .greater: ">"
                case .greaterOrEqual: "\\ge "
                case .equal: "="
                case .unequal: "\\ne "
                }
            // Conditions stand among a function's arguments.
            return Formula(
                "\(a.flatInside(.sum, closed: true)) \(sign) \(b.flatInside(.sum, closed: true))", .comparison,
                depth: depth)
        }
    }

    /// Between two factors.
    private static func separator(_ left: String, _ right: String) -> String {
        guard let last = left.last, let first = right.first else { return "" }
        // 2½ would be a sum.
        if first.isDigit || right.hasPrefix("\\dfrac") && last.isDigit { return "\\cdot " }
        if first == "(" { return last.isDigit || last == ")" ? "" : "\\," }
        if last == "}" || last == ")" || (first == "\\" && !last.isDigit) { return "\\," }
        return last.isDigit || last == " " ? "" : " "
    }

    /// The formula with the columns named, as they are called in the figure.
    func resolved(hasSamples: Bool, source: String) -> String {
        if depth > 8 { return "\\text{\(source)}" }
        var result = ""
        for character in text {
            switch String(character) {
            case Formula.xMark: result += hasSamples ? "x_i" : "x"
            case Formula.yMark: result += hasSamples ? "y_i" : "y"
            default: result.append(character)
            }
        }
        return result
    }
}
