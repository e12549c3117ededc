import LossPlots
import Pages

extension Gallery {
    /// The page, UTF-8. The same figures give the same bytes.
    public var html: [UInt8] {
        let languages = Presentation.Language.allCases.filter { language in
            entries.contains { $0.views.contains { $0.language == language } }
        }
        let sections = entries.map { section($0, languages: languages) }.joined()
        let switches = languages.map {
            "<button type=\"button\" data-language=\"\($0.rawValue)\">\($0.selfName)</button>"
        }
        return Array(
            """
            <!DOCTYPE html>
            <html lang="\(languages.first?.tag ?? "en")" data-language="\(languages.first?.rawValue ?? "en")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src '\(HTMLMarkup.source(Gallery.style))'; script-src '\(HTMLMarkup.source(Gallery.script))'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Figures</title>
            <style>\(Gallery.style)</style>
            </head>
            <body>
            <header>
            <h1>\(languages.map { "<span data-only=\"\($0.rawValue)\" lang=\"\($0.tag)\">\($0.pageTitle)</span>" }.joined())</h1>
            <nav aria-label="Language">\(switches.joined())</nav>
            <nav aria-label="Colours"><button type="button" data-colours="auto">Auto</button><button type="button" data-colours="light">Light</button><button type="button" data-colours="dark">Dark</button></nav>
            </header>
            <main>
            \(sections)</main>
            <script>\(Gallery.script)</script>
            </body>
            </html>

            """.utf8)
    }

    private func section(_ entry: Entry, languages: [Presentation.Language]) -> String {
        let name = HTMLMarkup.escaped(entry.name)
        var section = "<section id=\"\(name)\">\n"
        for view in entry.views {
            // A figure that lacks a language is shown in the first it has.
            var shown = [view.language]
            if view.language == entry.views.first?.language {
                shown += languages.filter { language in !entry.views.contains { $0.language == language } }
            }
            let title = HTMLMarkup.escaped(view.title.isEmpty ? entry.name : view.title)
            section +=
                "<div data-only=\"\(shown.map(\.rawValue).joined(separator: " "))\" lang=\"\(view.language.tag)\">\n"
            section += "<h2><a href=\"#\(name)\">\(title)</a></h2>\n<figure>\n"
            if let picture = view.pictureElement(isLazy: true) { section += picture + "\n" }
            let links = view.images.map { image in
                "<a href=\"\(HTMLMarkup.url(ofPath: image.fileName))\">\(HTMLMarkup.escaped(image.fileName))</a>"
            }
            section += "<figcaption>\(HTMLMarkup.escaped(view.description))</figcaption>\n</figure>\n"
            section += "<p class=\"files\">\(links.joined(separator: " · "))</p>\n"
            section += "<p><code>lossplot render \(HTMLMarkup.escaped(entry.file))</code></p>\n"
            if let snippet = view.pictureElement(directory: "figures/") {
                section +=
                    "<details><summary>HTML</summary><pre><code>\(HTMLMarkup.escaped(snippet))</code></pre></details>\n"
            }
            section += "</div>\n"
        }
        return section + "</section>\n"
    }

    private static let style = """
        :root{color-scheme:light dark;--page:#fff;--ink:#1b1b1f;--quiet:#5c5c66;--line:#dcdce2}
        @media (prefers-color-scheme:dark){:root:not([data-colours=light]){--page:#17181c;--ink:#e8e8ec;--quiet:#a2a2ad;--line:#34353c}}
        :root[data-colours=dark]{--page:#17181c;--ink:#e8e8ec;--quiet:#a2a2ad;--line:#34353c;color-scheme:dark}
        :root[data-colours=light]{color-scheme:light}
        body{margin:0 auto;max-width:52rem;padding:1.5rem;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,"Noto Sans CJK SC",sans-serif}
        header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:baseline}h1{font-size:1.4rem;margin:0 auto 0 0}h2{font-size:1.1rem;margin:2.5rem 0 .5rem}
        h2 a{color:inherit;text-decoration:none}nav{display:flex}button{font:inherit;color:inherit;background:none;border:1px solid var(--line);padding:.15rem .7rem;cursor:pointer}
        button+button{border-left:0}button[aria-pressed=true]{background:var(--ink);color:var(--page)}
        figure{margin:0}img{display:block;width:100%;height:auto;border:1px solid var(--line);box-sizing:border-box}
        figcaption,.files,details{color:var(--quiet);font-size:.85rem}figcaption{margin-top:.5rem}p{margin:.4rem 0}a{color:inherit}
        code{font-size:.85rem}pre{overflow-x:auto;border:1px solid var(--line);padding:.6rem}[hidden]{display:none}
        """

    /// Buttons choose the language and the colours; without it the page shows everything in all languages.
    private static let script = """
        const root=document.documentElement,dark=[...document.querySelectorAll('source[media]')];
        function press(key,value){for(const b of document.querySelectorAll(`button[data-${key}]`))b.setAttribute('aria-pressed',b.dataset[key]===value)}
        function language(value){root.dataset.language=value;root.lang=value==='zh'?'zh-Hans':value;press('language',value);for(const e of document.querySelectorAll('[data-only]'))e.hidden=!e.dataset.only.split(' ').includes(value)}
        function colours(value){root.dataset.colours=value;press('colours',value);for(const s of dark)s.media=value==='auto'?'(prefers-color-scheme: dark)':value==='dark'?'all':'not all'}
        for(const b of document.querySelectorAll('button'))b.addEventListener('click',()=>b.dataset.language?language(b.dataset.language):colours(b.dataset.colours));
        language((navigator.language||'').startsWith('zh')&&document.querySelector('button[data-language=zh]')?'zh':root.dataset.language);colours('auto');
        """
}

extension Presentation.Language {
    /// In the language itself.
    fileprivate var selfName: String {
        switch self {
        case .english: "English"
        case .chinese: "中文"
        }
    }

    fileprivate var pageTitle: String {
        switch self {
        case .english: "Figures"
        case .chinese: "图"
        }
    }
}
