import Expressions
import Testing

@testable import Typography

@Suite struct FormulaTests {
    @Test(
        "An expression is set as it is written by hand",
        arguments: [
            ("mean((y - sigmoid(theta*x))^2)", #"\frac{1}{N}\sum_i\,(y_i - \sigma(\theta x_i))^2"#),
            ("mean(x + θ) + 1", #"(N^{-1}\sum_i\,(x_i + \theta )) + 1"#),
            ("x^2 - 2*x*y + y/3", #"x^2 - 2x y + \dfrac{y}{3}"#),
            ("-x^2", "-x^2"), ("(-x)^2", "(-x)^2"), ("x - (y - 1)", "x - (y - 1)"), ("x/(2*y)", #"\dfrac{x}{2y}"#),
            ("2*3", #"2\cdot 3"#), ("1e-3*x", #"10^{-3}\,x"#), ("2.5e+4", #"2.5\cdot 10^{4}"#),
            (".5*sin(x)", #"0.5\sin(x)"#),
            ("abs(x) + floor(y)", #"|x| + \lfloor y\rfloor "#),
            ("if(x <= 0, 1, 2)", #"\operatorname{if}(x \le  0, 1, 2)"#),
            ("sqrt(x + 1)", #"\sqrt{x + 1}"#),
            ("cbrt(x)*sqrt(x)^3", #"\sqrt[3]{x}\,\sqrt{x}^3"#), ("(x/2)^2", "(x/2)^2"), ("e^(-x^2/2)", "e^{-x^2/2}"),
            ("1/(1 + exp(-x/2))", #"\dfrac{1}{1 + \exp(-x/2)}"#), ("-x/(x+1)", #"-\dfrac{x}{x + 1}"#),
            ("x/2/3", #"\dfrac{x/2}{3}"#), ("2*(x/3)", #"2\cdot \dfrac{x}{3}"#), ("(x/2 + 1)*x", #"(x/2 + 1)\,x"#),
            ("if(1/x < 2, 1, 2)/3", #"\dfrac{\operatorname{if}(1/x < 2, 1, 2)}{3}"#), ("sin(x/2)", #"\sin(x/2)"#),
            ("mean(x/y)/2", #"\dfrac{N^{-1}\sum_i\,x_i/y_i}{2}"#), ("max(x, 0)", #"\max(x, 0)"#),
            ("max(θ*x)", #"\max_i\,\theta x_i"#),
            ("e^(-x)", "e^{-x}"), ("2^3^x", "2^{3^{x}}"), ("(x^2)^3", "(x^2)^3"), ("x*(y+1)", #"x\,(y + 1)"#),
            ("2*-x", "2(-x)"), ("sum(y)*2", #"(\sum_i\,y_i)\cdot 2"#), ("erf(x)", #"\operatorname{erf}(x)"#),
        ])
    func texts(_ source: String, _ tex: String) throws {
        let found = try Expression(source).tex
        #expect(found == tex)
        var parser = MathParser(found)
        _ = try parser.parse()
    }

    @Test("Parameters are letters, Greek ones too, with their index")
    func parameters() throws {
        let parameters = ["a1": 1.0, "lambda": 2, "rate": 3, "β": 4]
        #expect(
            try Expression("a1 + lambda + rate*β", parameters: parameters).tex
                == #"a_{1} + \lambda  + \mathrm{rate}\,β"#)
    }

    @Test("What is nested too deeply to be set is shown as typed")
    func deep() throws {
        let source = String(repeating: "2^(x+", count: 30) + "1" + String(repeating: ")", count: 30)
        #expect(try Expression(source).tex == "\\text{\(source)}")
    }
}
