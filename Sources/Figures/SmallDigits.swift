/// The small digits of Unicode, by which plain text shows powers and indices: 10⁻⁵, θ₀.
///
/// ```swift
/// SmallDigits.superscript(-5)  // "⁻⁵"
/// SmallDigits.split("2×10⁻⁵")  // ("2×10", "-5")
/// ```
public enum SmallDigits {
    /// By the characters of a whole number in a label, a true minus sign among them.
    public static let superscripts = table("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
    /// The same below the line.
    public static let subscripts = table("₀₁₂₃₄₅₆₇₈₉₋")

    /// Ordinary characters by superscripts, the minus sign as a hyphen.
    public static let ofSuperscripts = Dictionary(
        uniqueKeysWithValues: superscripts.map { ($1, $0 == "−" ? "-" : $0) })

    private static func table(_ small: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip("0123456789−", small))
    }

    /// A whole number as a power.
    public static func superscript(_ number: Int) -> String {
        String("\(number)".compactMap { superscripts[$0 == "-" ? "−" : $0] })
    }

    /// A text without its superscripts, and these as ordinary characters, the minus sign as a hyphen; empty where it has
    /// none.
    public static func split(_ label: String) -> (rest: String, power: String) {
        (String(label.filter { ofSuperscripts[$0] == nil }), String(label.compactMap { ofSuperscripts[$0] }))
    }
}
