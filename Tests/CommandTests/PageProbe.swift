import Foundation
import Testing

extension TemporaryDirectory {
    /// What a script finds in a page that Chromium has opened from the disk, after the page's own script has run.
    ///
    /// - Parameters:
    ///   - page: a path in this directory.
    ///   - width: of its window, px.
    ///   - script: sees the page's document as `page` and a clock as `wait(ms)`, and puts texts into `found`.
    func probed(page: String, width: Int = 900, height: Int, _ script: String) throws -> [String: String] {
        try write(
            """
            <!doctype html><body><iframe id=f src="\(page)" width=\(width) height=\(height)></iframe><script>
            const wait=ms=>new Promise(r=>setTimeout(r,ms));
            f.onload=async()=>{const page=f.contentDocument,found={};\(script)
            document.body.dataset.found=JSON.stringify(found)};
            </script>
            """, to: "probe.html")
        let result = try Command(
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                "--user-data-dir=\(path)/profile", "--virtual-time-budget=8000", "--dump-dom",
                "file://\(path)/probe.html",
            ], in: self
        ).run(program: "chromium")
        let match = try #require(result.text.firstMatch(of: /data-found="([^"]*)"/), "\(result.text.prefix(2000))")
        let json = String(match.1).replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(
            of: "&lt;", with: "<"
        )
        .replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&amp;", with: "&")
        return try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }
}
