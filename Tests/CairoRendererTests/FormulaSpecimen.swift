import Scenes
import Typography

/// A sheet of formulas: those of the handbooks of learning, and one of everything that can be set.
enum FormulaSpecimen {
    static let formulas = [
        #"$$J(\theta)=\frac1N\sum_{i=1}^N (y_i-\sigma(x_i\theta))^2$$"#,
        #"$J(\theta)=\frac1N\sum_{i=1}^N (y_i-\sigma(x_i\theta))^2$ in a line of text"#,
        #"$$-\frac{1}{N}\sum_i y_i\ln\hat y_i$$"#,
        #"$$\hat y=\frac{1}{1+e^{-\theta x}}$$"#,
        #"$$\frac{\partial^2 J}{\partial\theta^2}\ge 0$$"#,
        #"$$L(w)=\prod_{i=1}^N \hat y_i^{y_i}(1-\hat y_i)^{1-y_i}$$"#,
        #"$$\frac{1}{\sqrt{2\pi}\sigma}e^{-\frac{(y-\mu)^2}{2\sigma^2}}$$"#,
        #"$$\mathrm{softmax}(z)_k=\frac{e^{z_k}}{\sum_j e^{z_j}}$$"#,
        #"$$\sqrt{x}+\sqrt{1+\sqrt{1+x^2}}+\sqrt[3]{\frac{a}{b}}$$"#,
        #"$$\left(\frac{a}{b}\right)^2+\left[\sum_{i=1}^n x_i\right]$$"#,
        #"$$\left\{\begin{matrix}1\\2\\3\\4\\5\\6\end{matrix}\right.$$"#,
        #"$$\int_0^1 f(x)\,dx=\lim_{n\to\infty}\frac1n\sum_{k=1}^n f\left(\frac kn\right)$$"#,
        #"$\int_0^1 f(x)\,dx$, $\sum_{i=1}^n x_i$, $\max_\theta J$ in text"#,
        #"$$\arg\max_\theta J(\theta)=\argmin_{\theta\in\mathbb R} -J(\theta)$$"#,
        #"$\hat x\ \bar x\ \tilde x\ \vec v\ \dot x\ \ddot x\ \hat\imath\ \hat i\ \bar J\ \hat\theta\ \widehat{xyz}\ \overline{a+b}\ \underline{ab}$"#,
        #"$$\binom nk=\frac{n!}{k!(n-k)!}\quad\text{and}\quad\tbinom nk$$"#,
        #"$$\begin{pmatrix}a&b\\c&d\end{pmatrix}\begin{bmatrix}1\\0\end{bmatrix}=\begin{vmatrix}x&y\\z&w\end{vmatrix}$$"#,
        #"$$|x|=\begin{cases}x&\text{if }x\ge 0\\-x&\text{otherwise}\end{cases}$$"#,
        #"$a-b,\ -b,\ a\cdot b,\ a\times b,\ a\pm b,\ x\in\mathbb{R},\ a\le b,\ a\neq b,\ a\approx b,\ f:x\mapsto y,\ x\to\infty$"#,
        #"$x_1,\ldots,x_n\quad x_1+\cdots+x_n\quad f'(x)\quad f''_i\quad J'^2\quad x^{y^z}_{i_j}\quad x_i^2\quad p_i^\gamma$"#,
        #"$\mathbf{w}^\top\mathbf{x}+b,\ \mathcal{L}(\boldsymbol\theta),\ \mathbb{E}[X],\ \mathfrak g,\ \mathsf{T},\ \mathit{diff},\ \mathrm{d}x$"#,
        #"$\big(\Big(\bigg(\Bigg(\quad\Bigg)\bigg)\Big)\big)\quad\big|\Big|\quad\bigl[\Bigl[\quad\left\langle\frac12\middle|x\right\rangle$"#,
        #"损失函数 $J(\theta)=\text{均方误差}$，其中 $\hat y=\sigma(\theta x)$ 是预测。"#,
        #"$$\overbrace{a+b+c}^{\text{three}}+\underbrace{x+y}_{2}$$"#,
        #"$$\|\nabla J\|\le\sqrt{\sum_{i=1}^N\left(\frac{\partial J}{\partial\theta_i}\right)^2}$$"#,
        #"$$\frac{\frac{a}{b}+1}{\frac{c}{d}-1}$$"#,
        #"$$x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}$$"#,
        #"$$e^{-\frac{x^2}{2}}\quad 2^{\frac12}\quad x_{\frac ab}$$"#,
        #"$\tfrac12\quad\frac12\quad\dfrac12\quad 1/2$"#,
        #"$$\sum\nolimits_{i=1}^n x_i\quad\sum\limits_j$$"#,
        #"$f(x)\ \sigma(x)\ \sqrt f\ V^2\ T_f\ \log_2 n\ \sin^2 x\ \ln x\ \exp(x)$"#,
        #"$$\begin{aligned}\nabla J&=\frac1N X^\top(X\theta-y)\\&=0\end{aligned}$$"#,
        #"$$\oint_C\vec F\cdot d\vec r=\iint_S\nabla\times\vec F\cdot d\vec S$$"#,
        #"$\theta_{t+1}=\theta_t-\eta\nabla J(\theta_t)$, $\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\vartheta\lambda\mu\phi\varphi\omega\ \Gamma\Delta\Omega$"#,
        #"$$D_{\mathrm{KL}}(p\,\|\,q)=\sum_x p(x)\log\frac{p(x)}{q(x)}$$"#,
        #"$$\left(\sum_{k=1}^n\left(\int_0^{\frac{1}{k}}\sqrt{\frac{a_k}{b_k}}\,dx\right)\right)$$"#,
        #"$$P(A\mid B)=\frac{P(B\mid A)\,P(A)}{P(B)}$$"#,
        #"$$\sigma'(z)=\sigma(z)(1-\sigma(z)),\quad\sigma(z)=\frac{1}{1+e^{-z}}$$"#,
        #"$$\sqrt{\begin{matrix}1\\2\\3\\4\\5\\6\\7\end{matrix}}$$"#,
        #"$\lfloor x\rfloor\ \lceil x\rceil\ \langle x,y\rangle\ \left\lfloor\frac{x}{2}\right\rfloor$"#,
    ]

    /// In two columns, each formula with room for what it needs.
    static func scene(fonts: FontBook, size: Double = 18) throws -> Scene {
        let style = TextStyle(size: size, language: "zh-Hans")
        var texts: [Node] = []
        var bottoms = [20.0, 20]
        for formula in formulas {
            let column = bottoms[0] <= bottoms[1] ? 0 : 1
            let shaped = fonts.shape(try RichText(formula), style: style)
            let baseline = bottoms[column] + shaped.ascent
            texts.append(
                .text(
                    TextRun(
                        text: shaped.text, origin: Point(x: 20 + Double(column) * 34 * size, y: baseline),
                        width: shaped.width, color: Color(0x111111), glyphRuns: shaped.glyphRuns,
                        rules: shaped.rules)))
            bottoms[column] = baseline + shaped.descent + size
        }
        return Scene(
            size: Size(width: 70 * size, height: (bottoms.max() ?? 0) + 10), background: Color(0xFFFFFF),
            title: "Formulas", description: "", language: "zh-Hans", layers: [Group(id: "formulas", nodes: texts)])
    }
}
