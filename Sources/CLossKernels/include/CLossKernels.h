// Sums over very many samples of the derivatives of a loss of a sigmoid, on the widest vectors that the machine has.
//
// Goals, in this order: an error that is proved; the same bytes on every machine; speed.
//
// Every sample is brought to a logit that is not positive, −ta with a = |x| and t = |θ|, by the symmetry
// φ(z; y) = φ(−z; 1 − y); the caller flips the labels and, for odd orders, the signs. With e = exp(−ta), s = e/(1 + e) and
// w = s(1 − s) every derivative is w·R(s), R a polynomial with whole coefficients (Losses/LogisticDerivatives.swift).
//
// Only +, −, ·, / of doubles in a fixed order, without contraction: each clone of a function gives the same bytes. The sums
// run in eight lanes over blocks of 1,024 samples, one row of results a block, for the caller to add in the blocks' order;
// so the number of threads does not matter either. The errors are stated and proved in Losses/LogisticSums.swift.
#pragma once

enum {
    CLOSSKERNELS_LANES = 8,
    CLOSSKERNELS_BLOCK = 1024,
    /// The highest derivative that is summed.
    CLOSSKERNELS_HIGHEST = 5,
    /// Σ of the derivatives of order 0 to 5, then Σ aᵏw for k = 1 to 6.
    CLOSSKERNELS_ROW = 12,
    /// Coefficients of an order: seven of the part without the label, seven of the label's factor.
    CLOSSKERNELS_COEFFICIENTS = 14,
};

/// (s − y)²: Σ aᵏ·φ⁽ᵏ⁾ in the logit, k from 0 to `highest`, which is −1 for the weights alone.
///
/// - `size`: |x|, not zero, from 2⁻¹⁰⁰ to 2¹⁰⁰. `label`: flipped where x > 0 and θ ≥ 0 or x < 0 and θ < 0.
/// - `count`: a multiple of 8. `distance`: |θ|.
/// - `coefficients`: 14 an order, from order 0.
/// - `rows`: 12 for each block that was begun.
void closskernels_squared_error(const double *size, const double *label, long count, double distance,
                                const double *coefficients, int highest, double *rows);

/// softplus(−ta) without the label's part: Σ ln(1 + e), Σ as, and from order 2 on Σ aᵏ·φ⁽ᵏ⁾, which no label enters.
void closskernels_cross_entropy(const double *size, long count, double distance, const double *coefficients,
                                int highest, double *rows);
