import Diagnostics

/// What people call the languages, by codes of countries, tags with a region and in their own words.
extension Presentation.Language: CalledOtherwise {
    public static func meant(by text: String) -> String? {
        let whole = text.lowercased()
        let tag = whole.prefix { $0 != "-" && $0 != "_" }
        for language in allCases where language.otherNames.contains(String(tag)) || language.rawValue == tag {
            return language.rawValue
        }
        // One letter of two makes another language, de or fr, and no slip.
        let words = allCases.flatMap(\.otherNames).filter { $0.count > 3 }
        let nearest = Suggestion.nearest(to: whole, among: words)
        return allCases.first { nearest.map($0.otherNames.contains) ?? false }?.rawValue
    }

    /// In small letters.
    private var otherNames: [String] {
        switch self {
        case .english: ["eng", "english", "英文", "英语", "us", "gb", "uk"]
        case .chinese: ["cn", "chn", "chi", "zho", "cmn", "chs", "chinese", "mandarin", "中文", "汉语", "简体中文", "zhongwen"]
        }
    }
}
