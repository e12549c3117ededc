/// Rows of two images of one size, and whether a pixel of one of them smooths an edge.
///
/// After Vyšniauskas, "Anti-aliased Pixel and Intensity Slope Detector", Elektronika ir Elektrotechnika 95 (7), 2009, with
/// the decisions of pixelmatch: a pixel is antialiasing when at most two of its neighbours are as bright as it, some are
/// darker and some brighter, and the darkest or the brightest lies within a flat area of both images.
struct AntialiasingDetector {
    /// Pixels.
    let width: Int
    /// Pixels.
    let height: Int

    /// - Parameters:
    ///   - x: the pixel's column.
    ///   - y: its row; of the images rows y − 2 to y + 2 are read, as far as there are.
    /// - Complexity: O(1).
    func isAntialiased(
        _ image: RowWindow.Rows, _ other: RowWindow.Rows, _ x: Int, _ y: Int, on backdrop: Backdrop
    ) -> Bool {
        // Three equal neighbours are three as bright; within flat areas that decides.
        if isFlat(image, x, y) { return false }
        let centre = image[y][x]
        let columns = max(x - 1, 0)...min(x + 1, width - 1)
        let rows = max(y - 1, 0)...min(y + 1, height - 1)
        let brightness = PerceivedColour(centre, on: backdrop).y
        // The edge of the image counts as one neighbour.
        var asBright = columns.count < 3 || rows.count < 3 ? 1 : 0
        // By how much the pixel is brighter than the darkest neighbour, and than the brightest: positive, negative.
        var darkest = (delta: 0.0, x: 0, y: 0)
        var brightest = (delta: 0.0, x: 0, y: 0)
        // Column by column: of equally bright neighbours the first counts.
        for column in columns {
            for row in rows where column != x || row != y {
                let pixel = image[row][column]
                let delta = pixel == centre ? 0 : brightness - PerceivedColour(pixel, on: backdrop).y
                if delta == 0 {
                    asBright += 1
                    if asBright > 2 { return false }
                } else if delta < brightest.delta {
                    brightest = (delta, column, row)
                } else if delta > darkest.delta {
                    darkest = (delta, column, row)
                }
            }
        }
        guard darkest.delta != 0, brightest.delta != 0 else { return false }
        return isFlat(image, darkest.x, darkest.y) && isFlat(other, darkest.x, darkest.y)
            || isFlat(image, brightest.x, brightest.y) && isFlat(other, brightest.x, brightest.y)
    }

    /// Whether three or more neighbours are equal, the edge of the image counting as one.
    private func isFlat(_ image: RowWindow.Rows, _ x: Int, _ y: Int) -> Bool {
        let row = image[y]
        let centre = row[x]
        var equal = 0
        guard x > 0, y > 0, x + 1 < width, y + 1 < height else {
            equal = 1
            for y in max(y - 1, 0)...min(y + 1, height - 1) {
                for x in max(x - 1, 0)...min(x + 1, width - 1) where image[y][x] == centre { equal += 1 }
            }
            // The pixel itself was among them.
            return equal - 1 > 2
        }
        let above = image[y - 1] + x
        let below = image[y + 1] + x
        for x in -1...1 {
            equal += above[x] == centre ? 1 : 0
            equal += below[x] == centre ? 1 : 0
        }
        equal += row[x - 1] == centre ? 1 : 0
        equal += row[x + 1] == centre ? 1 : 0
        return equal > 2
    }
}
