import Pages
import Testing

@Suite("HTML markup")
struct HTMLMarkupTests {
    @Test(
        "Nothing in an escaped text is markup, in an element or in an attribute",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;"), ("a\u{0}b\u{1B}", "a\u{FFFD}b\u{FFFD}"),
            ("损失 θ″ 😀", "损失 θ″ 😀"),
        ])
    func escaped(text: String, expected: String) {
        #expect(HTMLMarkup.escaped(text) == expected)
    }

    @Test(
        "A path becomes a URL below the page, whatever its characters",
        arguments: [
            ("mse.en.svg", "mse.en.svg"), ("a b#c?d%.svg", "a%20b%23c%3Fd%25.svg"), ("javascript:x", "javascript%3Ax"),
            ("损.svg", "%E6%8D%9F.svg"), ("\"><img src=x>", "%22%3E%3Cimg%20src%3Dx%3E"), ("a\nb", "a%0Ab"),
        ])
    func url(path: String, expected: String) {
        #expect(HTMLMarkup.url(ofPath: path) == expected)
    }

    @Test("A script is named by its checksum")
    func source() {
        // printf '' | openssl dgst -sha256 -binary | base64
        #expect(HTMLMarkup.source("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }
}
