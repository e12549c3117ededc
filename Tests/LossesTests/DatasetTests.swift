import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Losses

@Suite struct DatasetTests {
    @Test("Seven outlier samples are the six separable ones and the far one")
    func sevenSamples() throws {
        let data = try Dataset.outlier(samples: 7)
        #expect(data.name == "outlier")
        #expect(data.x == [-2, -0.5, 0.5, 1, 1.5, 2.5, 10])
        #expect(data.y == [0, 0, 0, 1, 1, 1, 0])
        #expect(data.count == 7)
    }

    @Test("Fewer outlier samples are the first of the seven")
    func fewerSamples() throws {
        let data = try Dataset.outlier(samples: 2)
        #expect(data.x == [-2, -0.5])
        #expect(data.y == [0, 0])
    }

    @Test("From the eighth on, an outlier sample repeats one of the seven, moved by at most an eighth")
    func repeatedSamples() throws {
        let seven = try Dataset.outlier(samples: 7)
        let data = try Dataset.outlier(samples: 7_000)
        for k in 7..<data.count {
            #expect(data.y[k] == seven.y[k % 7])
            #expect(abs(data.x[k] - seven.x[k % 7]) <= 0.125)
        }
        // frac(7·0.6180339887498949) = 0.3262379212492643, from 40-digit arithmetic.
        #expect(abs(data.x[7] - (-2 + 0.25 * (0.326_237_921_249_264_3 - 0.5))) < 1e-15)
        let meanShift = (7..<data.count).map { data.x[$0] - seven.x[$0 % 7] }.reduce(0, +) / 6_993
        #expect(abs(meanShift) < 1e-3)
    }

    @Test(
        "A number of outlier samples out of range is named",
        arguments: [
            (0, "0 samples is too few; give a whole number from 1 to 10000000"),
            (-3, "-3 samples is too few; give a whole number from 1 to 10000000"),
            (Int.max, "\(Int.max) samples is too many; give a whole number from 1 to 10000000"),
        ])
    func samplesOutOfRange(samples: Int, text: String) {
        #expect(errorText { try Dataset.outlier(samples: samples) } == text)
    }

    @Test("A dataset survives encoding and decoding")
    func roundTrip() throws {
        let data = try Dataset.outlier(samples: 9)
        #expect(try JSONDecoder().decode(Dataset.self, from: JSONEncoder().encode(data)) == data)
    }

    @Test(
        "A file cannot decode into a dataset that breaks its promises",
        arguments: [
            #"{"name": "a", "x": [], "y": []}"#, #"{"name": "a", "x": [1], "y": [1, 2]}"#,
            #"{"name": "a", "x": [1], "y": ["Infinity"]}"#,
        ])
    func invalidEncoding(json: String) {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        #expect(throws: DecodingError.self) { try decoder.decode(Dataset.self, from: Data(json.utf8)) }
    }
}
