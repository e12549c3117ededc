import Scenes
import Testing

@testable import Typography

/// The measures of whole formulas, in ems of the text, as they were when they were looked at beside LaTeX's.
struct MathLayoutGoldenTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    @Test(
        "The article's formulas have the size they were looked at in",
        arguments: [
            (#"\frac1N\sum_{i=1}^N (y_i-\sigma(x_i\theta))^2"#, 9.1069, 1.7425, 1.2018),
            (#"-\frac{1}{N}\sum_i y_i\ln\hat y_i"#, 6.6070, 1.5293, 1.1826),
            (#"\hat y=\frac{1}{1+e^{-\theta x}}"#, 5.9563, 1.5293, 0.8783),
            (#"\frac{\partial^2 J}{\partial\theta^2}"#, 1.8851, 1.7130, 0.8186),
            (#"L(w)=\prod_{i=1}^N \hat y_i^{y_i}(1-\hat y_i)^{1-y_i}"#, 11.7460, 1.7425, 1.2018),
            (#"\frac{1}{\sqrt{2\pi}\sigma}e^{-\frac{(y-\mu)^2}{2\sigma^2}}"#, 6.2934, 1.8204, 1.3086),
            (#"\mathrm{softmax}(z)_k=\frac{e^{z_k}}{\sum_j e^{z_j}}"#, 9.8337, 1.5588, 1.3458),
        ])
    func measures(source: String, width: Double, ascent: Double, descent: Double) throws {
        let shaped = try bench.display(source)
        bench.check(shaped, source)
        #expect(abs(shaped.width / 20 - width) < 0.001, "\(shaped.width / 20)")
        #expect(abs(shaped.ascent / 20 - ascent) < 0.001, "\(shaped.ascent / 20)")
        #expect(abs(shaped.descent / 20 - descent) < 0.001, "\(shaped.descent / 20)")
    }
}
