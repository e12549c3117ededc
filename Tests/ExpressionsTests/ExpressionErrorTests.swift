import Expressions
import TestSupport
import Testing

@Suite struct ExpressionErrorTests {
    private func failure(_ source: String, _ parameters: [String: Double] = [:]) -> ExpressionError? {
        do {
            _ = try Expression(source, parameters: parameters)
            return nil
        } catch { return error }
    }

    @Test(
        "Every error names the column, the text and the way out",
        arguments: [
            ("", "column 1: the expression is empty; write one, such as 'mean((y - sigmoid(theta*x))^2)'"),
            ("mean(sigmod(x))", "column 6: unknown name 'sigmod' in 'mean(sigmod(x))'; did you mean 'sigmoid'?"),
            ("xy", "column 1: unknown name 'xy' in 'xy'; write x*y for a product"),
            ("2θx", "column 2: unknown name 'θx' in '2θx'; write θ*x for a product"),
            (
                "alpha*x",
                "column 1: unknown name 'alpha' in 'alpha*x'; use x, y, theta, w, b or a parameter of your own, as in "
                    + "--let alpha=1"
            ),
            ("sin x", "column 1: the function 'sin' has no arguments in 'sin x'; write sin(…)"),
            ("sin()", "column 1: 'sin' takes one argument, not 0, in 'sin()'"),
            ("sin(x, 1)", "column 1: 'sin' takes one argument, not 2, in 'sin(x, 1)'"),
            ("pow(x)", "column 1: 'pow' takes two arguments, not 1, in 'pow(x)'"),
            ("max(3)", "column 1: 'max' takes two or more arguments, or one that holds x or y, not 1, in 'max(3)'"),
            ("if(x > 1, 2)", "column 1: 'if' takes a condition and two values, not 2, in 'if(x > 1, 2)'"),
            ("1 +", "column 4: missing operand at the end in '1 +'; write a number, a name or a parenthesis there"),
            (
                "(1 + ) * 2",
                "column 6: missing operand before ')' in '(1 + ) * 2'; write a number, a name or a parenthesis there"
            ),
            ("()", "column 2: missing operand before ')' in '()'; write a number, a name or a parenthesis there"),
            (
                "2 * / 3",
                "column 5: missing operand before '/' in '2 * / 3'; write a number, a name or a parenthesis there"
            ),
            ("x (2)", "column 3: missing operator before '(' in 'x (2)'; write *( for a product"),
            ("x 2", "column 3: missing operator before '2' in 'x 2'; write *2 for a product"),
            ("(x)y", "column 4: missing operator before 'y' in '(x)y'; write *y for a product"),
            (
                "1/2x",
                "column 3: it is not clear how far '2' goes in '1/2x'; put parentheses around the product, or around "
                    + "what stands before it"
            ),
            (
                "x^-2x",
                "column 4: it is not clear how far '2' goes in 'x^-2x'; put parentheses around the product, or around "
                    + "what stands before it"
            ),
            ("2*(x", "column 3: '(' is not closed in '2*(x'; close it with ')'"),
            ("2*x)", "column 4: ')' closes nothing in '2*x)'; remove it, or open it with '('"),
            ("1,5", "column 2: ',' outside the arguments of a function in '1,5'; write decimals with a point"),
            ("(1,5)", "column 3: ',' outside the arguments of a function in '(1,5)'; write decimals with a point"),
            ("x $ 2", "column 3: stray character '$' in 'x $ 2'"),
            ("x = 2", "column 3: stray character '=' in 'x = 2'; write == to compare"),
            (
                "1.2.3",
                "column 1: '1.2.3' is no number in '1.2.3'; write numbers such as 12, .5, 2. or 1e-3, of magnitude below "
                    + "1.8e308"
            ),
            (
                "x+0x10",
                "column 3: '0x10' is no number in 'x+0x10'; write numbers such as 12, .5, 2. or 1e-3, of magnitude below "
                    + "1.8e308"
            ),
            (
                "1e999",
                "column 1: '1e999' is no number in '1e999'; write numbers such as 12, .5, 2. or 1e-3, of magnitude below "
                    + "1.8e308"
            ),
            (
                "if(0 < x < 1, 2, 3)",
                "column 10: a second comparison in a row in 'if(0 < x < 1, 2, 3)'; nest them: if(a < b, if(b < c, …, …), …)"
            ),
            (
                "1 + (x < 2)",
                "column 8: the comparison '<' stands where a number is needed in '1 + (x < 2)'; write if(condition, value, "
                    + "other value)"
            ),
            (
                "x < 2",
                "column 3: the comparison '<' stands where a number is needed in 'x < 2'; write if(condition, value, "
                    + "other value)"
            ),
            (
                "if(x, 1, 2)",
                "column 4: a number stands where a condition is needed in 'if(x, 1, 2)'; compare it, as in "
                    + "if(x > 0, …, …)"
            ),
            (
                "mean(x - mean(x))",
                "column 10: 'mean' within another reduction over the samples in 'mean(x - mean(x))'; multiply it out, so "
                    + "that one reduction is enough"
            ),
            (
                "θ*x",
                "column 3: 'x' is a column of the data here and stands outside a reduction in 'θ*x'; put it into mean(…)"
            ),
            (
                "mean(x) - y",
                "column 11: 'y' is a column of the data here and stands outside a reduction in 'mean(x) - y'; put it into "
                    + "mean(…)"
            ),
            ("θ + w", "column 5: θ and w or b are used together in 'θ + w'; use θ alone, or w and b"),
        ])
    func texts(_ source: String, _ text: String) {
        #expect(failure(source)?.description == text)
    }

    @Test("Parameters cannot take a meaning away")
    func parameters() {
        #expect(
            failure("x", ["sin": 1])?.description
                == "column 1: 'sin' cannot be the name of a parameter in 'x'; use letters, digits and _, and no name that "
                + "already means something")
        #expect(failure("x", ["x": 1]) != nil)
        #expect(failure("x", ["2a": 1]) != nil)
        #expect(failure("x", ["a": .infinity]) != nil)
    }

    @Test("The caret stands under the column, of long texts in their neighbourhood")
    func caret() {
        #expect(failure("mean(sigmod(x))")?.caret == "mean(sigmod(x))\n     ^")
        #expect(failure("1 +")?.caret == "1 +\n   ^")
        let long = String(repeating: "x + ", count: 50) + "$" + String(repeating: " + x", count: 50)
        let lines = failure(long)?.caret.split(separator: "\n") ?? []
        #expect(lines.count == 2)
        #expect(lines.first?.count == 72)
        #expect(lines.first.map(Array.init)?[(lines.last?.count ?? 0) - 1] == "$")
    }

    @Test("What is too large is refused at once")
    func limits() {
        let time = processorTime {
            #expect(failure(String(repeating: "(", count: 100_000))?.kind == .tooLong)
            #expect(failure(String(repeating: "(", count: 9_000))?.kind == .tooDeep)
            #expect(failure(String(repeating: "sin(", count: 2_000))?.column == 804)
            #expect(failure(String(repeating: "-", count: 9_000) + "x")?.kind == .tooMuchWork)
            #expect(failure("x" + String(repeating: "^x", count: 4_000)) == nil)
            #expect(failure("x" + String(repeating: "\u{301}", count: 1_000_000))?.kind == .tooLong)
        }
        #expect(time < .milliseconds(1000), "\(time)")
        #expect(processorTime { _ = failure(String(repeating: "(", count: 100_000)) } < .milliseconds(100))
    }
}
