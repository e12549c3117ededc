import Diagnostics
import Foundation
import Testing

@testable import Losses

@Suite struct LossSpecTests {
    @Test(
        "A loss is read with its parameters, blanks and the order aside; what is not given has its default",
        arguments: [
            ("mse", "mse"), ("Cross-Entropy", "ce"), ("focal", "focal(gamma=2)"), ("focal(gamma=2)", "focal(gamma=2)"),
            ("focal_loss( GAMMA = +1.50 )", "focal(gamma=1.5)"), ("focal(gamma=0)", "focal(gamma=0)"),
            ("focal(gamma=-0)", "focal(gamma=0)"), ("pinball(alpha=.9)", "quantile(alpha=0.9)"),
            ("huber(delta=1e-6)", "huber(delta=1e-06)"), ("gaussian_nll(sigma=1e3)", "gaussian_nll(sigma=1000)"),
            ("label_smoothing", "label_smoothing(epsilon=0.1)"),
        ])
    func reads(text: String, canonical: String) throws {
        let loss = try LossSpec(text)
        #expect(loss.description == canonical)
        #expect(try LossSpec(canonical) == loss)
    }

    @Test(
        "What is wrong is named with the way out",
        arguments: [
            ("msee", "unknown loss 'msee'; did you mean 'mse'?"),
            ("fokal(gamma=2)", "unknown loss 'fokal'; did you mean 'focal'?"),
            ("mse(gamma=2)", "mse takes no parameters, 'mse(gamma=2)' gives some; write mse"),
            ("focal(gama=2)", "focal has no parameter 'gama'; did you mean 'gamma'?"),
            ("focal(x=2)", "focal has no parameter 'x'; it has gamma"),
            ("focal(gamma=1,gamma=2)", "focal is given gamma twice; give each parameter once"),
            ("focal(2)", "'2' is not a parameter of focal and its value; for example focal(gamma=2)"),
            ("focal(gamma=2,)", "'' is not a parameter of focal and its value; for example focal(gamma=2)"),
            ("focal(gamma=two)", "gamma=two of focal is not a number; for example focal(gamma=2)"),
            ("focal(gamma=0x2)", "gamma=0x2 of focal is not a number; for example focal(gamma=2)"),
            ("focal(gamma=inf)", "gamma=inf of focal is not a number; for example focal(gamma=2)"),
            ("focal(gamma=1e400)", "gamma=1e400 of focal is not a number; for example focal(gamma=2)"),
            ("focal(gamma=)", "gamma= of focal is not a number; for example focal(gamma=2)"),
            ("focal(gamma=-1)", "gamma=-1 of focal is out of range; give a number from 0 to 100"),
            ("quantile(alpha=1.5)", "alpha=1.5 of quantile is out of range; give a number from 0 to 1"),
            ("focal(gamma=2", "'focal(gamma=2' does not close its bracket; for example focal(gamma=2)"),
            ("focal(gamma=2)!", "'focal(gamma=2)!' goes on after its bracket; for example focal(gamma=2)"),
            ("focal( )", "'focal( )' has nothing in its brackets; write focal, or focal(gamma=2)"),
        ])
    func refuses(text: String, error: String) {
        #expect { try LossSpec(text) } throws: { "\($0)" == error }
    }

    @Test("In JSON a loss is one string, the bare name where it has no parameters")
    func codable() throws {
        let losses = try ["mse", "zero_one", "focal(gamma=0.5)"].map { try LossSpec($0) }
        let json = try JSONEncoder().encode(losses)
        #expect(String(decoding: json, as: UTF8.self) == #"["mse","zero_one","focal(gamma=0.5)"]"#)
        #expect(try JSONDecoder().decode([LossSpec].self, from: json) == losses)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([LossSpec].self, from: Data(#"["mze"]"#.utf8)) }
    }

    @Test("Different losses have different identifiers, the plain name for default parameters")
    func identifiers() throws {
        let texts = ["focal", "focal(gamma=0.5)", "focal(gamma=5)", "huber(delta=1e-6)"]
        #expect(
            try texts.map { try LossSpec($0).identifier }
                == ["focal", "focal-gamma-0_5", "focal-gamma-5", "huber-delta-1e-06"])
    }
}
