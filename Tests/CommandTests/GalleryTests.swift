import Foundation
import Testing

/// The page of all figures, in a browser, from the disk.
@Suite("Gallery")
struct GalleryTests {
    private let directory = TemporaryDirectory()

    private func rendered(_ specs: [String: String]) throws -> Command.Result {
        try FileManager.default.createDirectory(atPath: directory.path + "/plots", withIntermediateDirectories: true)
        for (name, text) in specs { try directory.write(text, to: "plots/\(name).yaml") }
        return try Command(["render", "--gallery"], in: directory).run()
    }

    private func probed(_ script: String) throws -> [String: String] {
        try directory.probed(page: "plots/figures/index.html", height: 20000, script)
    }

    private static let both = """
        losses: mse
        languages: [en, zh]
        themes: [graphpaper, graphpaper-dark]
        formats: [svg, png]
        """

    @Test("Every figure is shown, and the buttons choose the language and the colours")
    func works() throws {
        let result = try rendered(["mse": GalleryTests.both, "bell": "formulas: exp(-x^2)\nformats: png"])
        #expect(result.status == 0 && result.text == "10 files written\n", "\(result.error)")
        let found = try probed(
            """
            const shown=()=>[...page.images].filter(i=>i.offsetParent).map(i=>(i.currentSrc.split('/').pop())+(i.naturalWidth>0?'':'!')).join(' ');
            const click=async s=>{page.querySelector(s).click();await wait(500)};
            await click('[data-language=en]');await click('[data-colours=light]');found.english=shown();
            await click('[data-colours=dark]');found.dark=shown();
            await click('[data-language=zh]');found.chinese=shown();found.lang=page.documentElement.lang;
            found.heading=[...page.querySelectorAll('h2')].filter(e=>e.offsetParent).map(e=>e.textContent).join('|');
            found.alt=String([...page.images].every(i=>i.alt.length>40));
            """)
        #expect(found["english"] == "bell.en.png mse.en.svg")
        #expect(found["dark"] == "bell.en.png mse.en.graphpaper-dark.svg")
        #expect(found["chinese"] == "bell.en.png mse.zh.graphpaper-dark.svg")
        #expect(found["lang"] == "zh-Hans" && found["alt"] == "true")
        #expect(found["heading"]?.contains("均方误差") == true)
    }

    @Test("A hostile title is text, and no script but the page's own runs")
    func hostile() throws {
        let title = "</h2><script>top.owned=1</script><img src=x onerror=top.owned=2> & 'a'"
        let result = try rendered(["evil": "losses: mse\nmarks: none\ntitle: \"\(title)\"\n"])
        #expect(result.status == 0, "\(result.error)")
        let found = try probed(
            """
            await wait(300);const s=page.createElement('script');s.textContent='top.owned=3';page.body.append(s);await wait(100);
            found.owned=String(window.owned);found.heading=page.querySelector('h2').textContent;found.images=String(page.images.length);
            """)
        #expect(found["owned"] == "undefined" && found["images"] == "1")
        #expect(found["heading"] == title)
    }

    @Test("An up-to-date page is left alone, and a failed figure leaves the old page")
    func upToDate() throws {
        #expect(try rendered(["mse": "losses: mse"]).text == "2 files written\n")
        #expect(try rendered(["mse": "losses: mse"]).text == "0 files written, 1 up to date\n")
        let page = directory.bytes(of: "plots/figures/index.html")
        let failed = try rendered(["mse": "losses: mse", "more": "losses: ce\nassert: {ce.verdict: not convex}"])
        #expect(failed.status == 2)
        #expect(
            failed.error.contains(
                "lossplot: warning: 'plots/figures/index.html' is left as it was: it shows every figure or none; mend what is named above, and run the command again\n"
            ), "\(failed.error)")
        #expect(directory.bytes(of: "plots/figures/index.html") == page)
    }

    @Test("Beside a broken spec no page is written, which is said, and another directory has its own")
    func brokenBeside() throws {
        try FileManager.default.createDirectory(atPath: directory.path + "/talks", withIntermediateDirectories: true)
        try directory.write("losses: mse", to: "talks/a.yaml")
        _ = try rendered(["a": "losses: mse", "b": "losses: msee"])
        let result = try directory.run("render", "--gallery", "plots", "talks")
        #expect(result.status == 2)
        #expect(result.error.contains("'plots/figures/index.html' is not written"), "\(result.error)")
        #expect(!result.error.contains("talks"))
        #expect(directory.bytes(of: "plots/figures/index.html").isEmpty)
        #expect(!directory.bytes(of: "talks/figures/index.html").isEmpty)
        #expect(try !directory.run("render", "--gallery", "-q").error.contains("warning"))
    }
}
