import Foundation
import Testing

/// The page of `lossplot diff --report`, in a browser, from the disk.
@Suite("Diff report")
struct DiffReportTests {
    private let directory = TemporaryDirectory()

    /// Two trees: an SVG and a PNG that differ, a drift, one lost, one added, one the same.
    private func makeTrees() throws {
        for name in ["old", "new"] {
            try FileManager.default.createDirectory(
                atPath: directory.path + "/" + name, withIntermediateDirectories: true)
        }
        #expect(try directory.run("mse", "-q", "-o", "a.svg", "-o", "a.png", "-o", "a.pdf").status == 0)
        #expect(try directory.run("mse", "--title", "Bent", "-q", "-o", "b.svg", "-o", "b.png").status == 0)
        for (from, to) in [
            ("a.svg", "old/vector.svg"), ("b.svg", "new/vector.svg"), ("a.png", "old/pixels.png"),
            ("b.png", "new/pixels.png"), ("a.svg", "old/lost.svg"), ("b.png", "new/added.png"),
            ("a.pdf", "old/same.pdf"), ("a.pdf", "new/same.pdf"), ("a.svg", "old/drift.svg"),
        ] {
            try FileManager.default.copyItem(
                atPath: directory.path + "/" + from, toPath: directory.path + "/" + to)
        }
        try Data(directory.bytes(of: "a.svg") + Array("<!-- kept -->".utf8))
            .write(to: URL(fileURLWithPath: directory.path + "/new/drift.svg"))
    }

    private func probed(width: Int = 900, _ script: String) throws -> [String: String] {
        try directory.probed(
            page: "report/index.html", width: width, height: 6000,
            """
            const section=n=>[...page.querySelectorAll('section')].find(s=>s.querySelector('h2').firstChild.data.trim()===n);
            const press=async(e,s)=>{e.querySelector(s).click();await wait(50)};
            \(script)
            """)
    }

    @Test("It opens from the disk, and every image is there")
    func images() throws {
        try makeTrees()
        let result = try directory.run("diff", "old", "new", "--report", "report")
        #expect(result.status == 1 && result.error.isEmpty, "\(result.error)")
        #expect(result.text.hasSuffix("6 figures: 4 different, 1 drift, 1 same\n"))
        let found = try probed(
            """
            await wait(300);found.images=[...page.images].map(i=>i.naturalWidth>0?i.alt:'!'+i.alt).join('|');
            found.summary=page.querySelector('#summary').textContent;
            found.list=section('The same').querySelector('li').textContent;
            found.words=section('vector.svg').querySelector('li').textContent;
            """)
        #expect(
            found["images"]
                == "added.png, new|drift.svg, old|drift.svg, new|lost.svg, old|pixels.png, old|pixels.png, new"
                + "|pixels.png, changes|vector.svg, old|vector.svg, new")
        #expect(found["summary"] == "6 figures: 2 different, 2 in one tree only, 1 drift, 1 same")
        #expect(found["list"] == "same.pdf")
        #expect(found["words"] == "title changed from 'Mean squared error of a sigmoid is not convex' to 'Bent'")
        for width in [400, 1200] {
            let wide = try probed(
                width: width,
                "for(const b of page.querySelectorAll('[data-mode=swipe]'))b.click();await wait(300);const e=page.documentElement;"
                    + "found.wide=`${e.clientWidth} ${e.scrollWidth}`;")
            #expect(wide["wide"] == "\(width) \(width)", "Nothing reaches beyond the window")
        }
    }

    @Test("The slider cuts, blinking alternates and stops, changes are shown, filters hide")
    func controls() throws {
        try makeTrees()
        #expect(try directory.run("diff", "-q", "old", "new", "--report", "report").status == 1)
        let found = try probed(
            """
            const s=section('pixels.png'),stage=s.querySelector('.stage'),frames=[...s.querySelectorAll('.frame')];
            const seen=()=>[...s.querySelectorAll('figure')].filter(f=>f.offsetParent&&getComputedStyle(f).visibility==='visible').map(f=>f.className).join(' ');
            found.side=seen();const range=s.querySelector('input[type=range]');found.rangeHidden=String(range.offsetParent===null);
            await press(s,'[data-mode=swipe]');found.swipe=seen();found.half=frames.map(f=>getComputedStyle(f).clipPath).join('|');
            range.value=20;range.dispatchEvent(new Event('input'));found.fifth=frames.map(f=>getComputedStyle(f).clipPath).join('|');
            found.laid=String(Math.abs(frames[0].getBoundingClientRect().left-frames[1].getBoundingClientRect().left)+Math.abs(frames[0].getBoundingClientRect().top-frames[1].getBoundingClientRect().top));
            found.label=range.labels[0].textContent.trim();
            await press(s,'[data-mode=blink]');found.clipped=frames.map(f=>getComputedStyle(f).clipPath).join('|');
            const phases=new Set();for(let i=0;i!==20;i++){phases.add(seen());await wait(100)}found.blink=[...phases].sort().join('|');
            await press(s,'[data-swap]');const held=seen();await wait(1600);found.held=String(held===seen());
            await press(s,'[data-swap]');found.swapped=String(held!==seen());
            await press(s,'[data-mode=changes]');found.changes=seen();
            found.pressed=[...s.querySelectorAll('[aria-pressed=true]')].map(b=>b.textContent).join();
            const shown=()=>[...page.querySelectorAll('section')].filter(e=>e.offsetParent).length;
            found.filters='';for(const b of page.querySelectorAll('[data-show]')){b.click();found.filters+=b.textContent+' '+shown()+' '}
            found.focus=String([...page.querySelectorAll('button,input')].every(e=>e.tabIndex===0));
            """)
        #expect(found["side"] == "old new" && found["rangeHidden"] == "true")
        #expect(found["swipe"] == "old new" && found["laid"] == "0" && found["label"] == "Old to the left of")
        #expect(found["half"] == "inset(0px 50% 0px 0px)|inset(0px 0px 0px 50%)|none")
        #expect(found["fifth"] == "inset(0px 80% 0px 0px)|inset(0px 0px 0px 20%)|none")
        #expect(found["clipped"] == "none|none|none" && found["blink"] == "new|old")
        #expect(found["held"] == "true" && found["swapped"] == "true")
        #expect(found["changes"] == "changes" && found["pressed"] == "Changes")
        #expect(found["filters"] == "All 6 Different 4 Drift 1 Same 1 " && found["focus"] == "true")
    }

    @Test("Hostile names and a hostile SVG are shown and run nothing")
    func hostile() throws {
        let name = "\"><img src=x onerror=top.owned=1> &amp; 'a'.svg"
        for directory in ["old", "new"] {
            try FileManager.default.createDirectory(
                atPath: self.directory.path + "/" + directory, withIntermediateDirectories: true)
        }
        #expect(try directory.run("mse", "-q", "-o", "old/\(name)").status == 0)
        let svg = String(decoding: directory.bytes(of: "old/\(name)"), as: UTF8.self)
        try directory.write(
            svg.replacingOccurrences(of: "<svg ", with: "<svg onload=\"top.owned=2\" "), to: "new/\(name)")
        let result = try directory.run("diff", "old", "new", "--strict", "-q", "--report", "report")
        #expect(result.status == 1, "\(result.error)")
        let found = try probed(
            """
            await wait(300);const s=page.createElement('script');s.textContent='top.owned=4';page.body.append(s);await wait(100);
            found.owned=String(window.owned);found.heading=page.querySelector('h2').firstChild.data;
            found.images=[...page.images].map(i=>i.naturalWidth>0).join();
            """)
        #expect(found["owned"] == "undefined" && found["images"] == "true,true")
        #expect(found["heading"] == name + " ")
    }

    @Test("Two files give a page too; an older report is replaced, another page is not")
    func files() throws {
        try makeTrees()
        #expect(try directory.run("diff", "-q", "a.svg", "b.svg", "--report", "new/below/report/").status == 1)
        let page = directory.bytes(of: "new/below/report/index.html")
        #expect(String(decoding: page, as: UTF8.self).contains("<h2>b.svg <span"))
        #expect(try directory.run("diff", "-q", "a.svg", "a.svg", "--report", "new/below/report").status == 0)
        let replaced = directory.bytes(of: "new/below/report/index.html")
        #expect(replaced != page && String(decoding: replaced, as: UTF8.self).contains("1 same"))
        try directory.write("<!DOCTYPE html>\n<p>mine</p>", to: "old/index.html")
        let refused = try directory.run("diff", "a.svg", "b.svg", "--report", "old")
        #expect(refused.status == 2 && refused.output.isEmpty)
        #expect(
            refused.error
                == "lossplot: error: --report: 'old/index.html' is no report of lossplot's, and is not replaced; "
                + "name another directory\n")
        #expect(directory.bytes(of: "old/index.html") == Array("<!DOCTYPE html>\n<p>mine</p>".utf8))
        try FileManager.default.createDirectory(
            atPath: directory.path + "/piped", withIntermediateDirectories: false)
        #expect(mkfifo(directory.path + "/piped/index.html", 0o600) == 0)
        let piped = try directory.run("diff", "a.svg", "b.svg", "--report", "piped")
        #expect(piped.status == 2 && piped.error.contains("'piped/index.html' is no report"), "\(piped.error)")
        for (name, message) in [("a.svg", "--report 'a.svg' is a file"), ("-", "--report '-' is no directory")] {
            let failure = try directory.run("diff", "a.svg", "b.svg", "--report", name)
            #expect(failure.status == 2 && failure.error.contains(message), "\(failure.error)")
        }
    }
}
