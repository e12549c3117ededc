import Calculus
import Certificates
import Expressions
import Testing

@testable import LossPlots

struct ZeroLabelTests {
    @Test(
        "A proved fraction is written as one, or as a decimal where that is short",
        arguments: [
            ("2/3", "2/3"), ("-2/3", "−2/3"), ("1/4", "0.25"), ("-5", "−5"), ("0", "0"), ("7/1000", "0.007"),
            ("1/7", "1/7"), ("9999", "9999"), ("9999/8", "1249.875"),
        ])
    func fractions(text: String, label: String) throws {
        #expect(ZeroLabel.text(of: try #require(Rational(text))) == label)
    }

    @Test("Another zero has as many digits as a minimum, and never more than are proved")
    func decimals() throws {
        func label(_ text: String, _ window: ClosedRange<Double>) throws -> String {
            let zeros = ProvedZeros.prove(try Expression(text), on: nil, window: window).zeros
            return ZeroLabel.text(of: try #require(zeros.last), in: window, Wording(language: .english))
        }
        #expect(try label("x^2 - 2", -2...2) == "1.414")
        #expect(try label("x^2 - 2", -200...200) == "1.4")
        #expect(try label("x - 1/1003", -2...2) == "0.001")
        // Ten digits are proved, and a two-thousandth of this window would be the thirteenth.
        let narrow = try label("x^2 - 2", 1.414213562...1.414213564)
        #expect("1.41421356237309".hasPrefix(narrow.dropLast()) && narrow.count <= 13)
    }
}
