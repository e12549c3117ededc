import Testing

@testable import Typography

struct MathNodePlainTextTests {
    @Test(
        "Formulas read as they are said",
        arguments: [
            (#"\frac1N\sum_{i=1}^N (y_i-\sigma(x_i\theta))^2"#, "1/N∑_(i = 1)^N(y_i − σ(x_iθ))^2"),
            (#"\hat y=\frac{1}{1+e^{-\theta x}}"#, "ŷ = 1/(1 + e^(−θx))"),
            (#"\frac{\partial^2 J}{\partial\theta^2}"#, "(∂^2J)/(∂θ^2)"),
            (#"\sqrt2+\sqrt[3]{x+1}+\sqrt[n]x"#, "√2 + ∛(x + 1) + x^(1/n)"),
            (#"\left(\frac ab\right)^2"#, "(a/b)^2"), (#"\binom nk"#, "C(n, k)"),
            (#"\mathrm{softmax}(z)_k"#, "softmax(z)_k"), (#"\argmin_\theta J"#, "arg min_θJ"),
            (#"\begin{pmatrix}a&b\\c&d\end{pmatrix}"#, "(a, b; c, d)"),
            (#"\mathbf w^\top\mathbb R"#, "w^⊤ℝ"), (#"\bigl[x\bigr]-1"#, "[x] − 1"), (#"a\!b"#, "ab"),
            (#"\ln x+y_i\exp(x)"#, "ln x + y_i exp(x)"), (#"\text{if }(x)"#, "if (x)"),
            (#"J''(\theta)"#, "J″(θ)"), (#"g''"#, "g″"), (#"[-1,2]"#, "[−1, 2]"), (#"(1,\,0)"#, "(1, 0)"),
            (#"1{,}000"#, "1,000"), (#"N^{-1}"#, "N^(−1)"), (#"\text{均方误差 }x"#, "均方误差 x"),
        ])
    func texts(source: String, plain: String) throws {
        #expect(try RichText("$\(source)$").plainText == plain)
    }

    @Test("A shaped line says what its formula says")
    func shaped() throws {
        let fonts = try FontBook()
        let text = try RichText("half: $$\\frac12$$.")
        let shaped = fonts.shape(text, style: TextStyle(size: 13))
        #expect(shaped.text == text.plainText && shaped.text == "half: 1/2.")
    }
}
