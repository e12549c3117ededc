/// Which punctuation marks of Chinese text are set half as wide, since another one follows or precedes: `），` is one and a half
/// characters wide, not two.
///
/// After "Requirements for Chinese Text Layout" (https://www.w3.org/TR/clreq/#h-compression_of_punctuation_marks).
enum HalfWidthMarks {
    /// Marks with their blank half on the right.
    private static let closing: Set<Character> = ["）", "】", "》", "」", "』", "”", "，", "。", "；", "：", "、"]
    /// Marks with their blank half on the left.
    private static let opening: Set<Character> = ["（", "【", "《", "「", "『"]

    /// In bytes of UTF-8.
    static func ranges(in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (last, start, offset) = (Character?.none, 0, 0)
        for character in text {
            let end = offset + character.utf8.count
            if let last {
                if closing.contains(last), closing.contains(character) || opening.contains(character) {
                    ranges.append(start..<offset)
                } else if opening.contains(last), opening.contains(character) {
                    ranges.append(offset..<end)
                }
            }
            (last, start, offset) = (character, offset, end)
        }
        return ranges
    }
}
