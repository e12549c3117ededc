#include "CLossKernels.h"

// The compiler may not fuse a product and a sum: only some machines can.
#pragma STDC FP_CONTRACT OFF

// Elsewhere one version serves: the vectors below are lowered to what the target has.
// Scripts/measure-kernels compiles a single one for each processor, to compare their bytes.
#if defined(__x86_64__) && defined(__linux__) && !defined(CLOSSKERNELS_SINGLE)
#define CLONES __attribute__((target_clones("avx512f", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
// By pointers, since vectors are passed by value differently in each clone.
#define INLINE static inline __attribute__((always_inline))

typedef double vector __attribute__((vector_size(64)));
typedef long long whole __attribute__((vector_size(64)));
typedef double unaligned __attribute__((vector_size(64), aligned(8)));

enum { ROW = CLOSSKERNELS_ROW, HIGHEST = CLOSSKERNELS_HIGHEST };

/// exp(−ta), of 700 at most: Calculus/BoundedExponential.swift in eight lanes, where its error is proved.
INLINE void decay(const vector *size, double distance, vector *result) {
    vector z = *size * distance;
    const whole below = z < 700.0;
    const vector limit = (vector){0} + 700.0;
    z = -(vector)((below & (whole)z) | (~below & (whole)limit));
    // 1.5 · 2⁵² leaves no bits behind the point, and the whole number in the lowest ones.
    vector k = z * 1.4426950408889634 + 0x1.8p52;
    const whole exponent = (whole)k;
    k -= 0x1.8p52;
    const vector r = (z - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33;
    // 1/n!, each correctly rounded, from n = 13.
    vector p = r * (1.0 / 6227020800) + 1.0 / 479001600;
    p = p * r + 1.0 / 39916800;
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    *result = p * (vector)((exponent + 1023) << 52);
}

/// ln(1 + e) for e from 0 to 1, as 2 artanh f with f = e/(2 + e) ≤ 1/3: the odd powers of f up to the 31st.
INLINE void logarithm(const vector *e, vector *result) {
    const vector f = *e / (*e + 2.0);
    const vector g = f * f;
    vector p = g * (1.0 / 31) + 1.0 / 29;
    p = p * g + 1.0 / 27;
    p = p * g + 1.0 / 25;
    p = p * g + 1.0 / 23;
    p = p * g + 1.0 / 21;
    p = p * g + 1.0 / 19;
    p = p * g + 1.0 / 17;
    p = p * g + 1.0 / 15;
    p = p * g + 1.0 / 13;
    p = p * g + 1.0 / 11;
    p = p * g + 1.0 / 9;
    p = p * g + 1.0 / 7;
    p = p * g + 1.0 / 5;
    p = p * g + 1.0 / 3;
    p = p * g + 1.0;
    *result = p * (f + f);
}

/// A polynomial of the given degree, by Horner's rule.
INLINE void polynomial(const double *coefficients, int degree, const vector *s, vector *result) {
    vector p = (vector){0} + coefficients[degree];
    for (int i = degree - 1; i >= 0; i--) p = p * *s + coefficients[i];
    *result = p;
}

/// Adds the lanes in pairs.
INLINE void fold(const vector *sums, double *row) {
    for (int i = 0; i < ROW; i++) {
        const vector v = sums[i];
        row[i] = ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
    }
}

CLONES
void closskernels_squared_error(const double *size, const double *label, long count, double distance,
                                const double *coefficients, int highest, double *rows) {
    for (long start = 0; start < count; start += CLOSSKERNELS_BLOCK, rows += ROW) {
        const long end = count - start < CLOSSKERNELS_BLOCK ? count : start + CLOSSKERNELS_BLOCK;
        vector sums[ROW] = {{0}};
        for (long i = start; i < end; i += CLOSSKERNELS_LANES) {
            const vector a = *(const unaligned *)(size + i), y = *(const unaligned *)(label + i);
            vector e;
            decay(&a, distance, &e);
            const vector s = e / (e + 1.0), difference = s - y;
            if (highest >= 0) sums[0] += difference * difference;
            vector weight = s * (1.0 - s);
#pragma clang loop unroll(full)
            for (int k = 1; k <= HIGHEST + 1; k++) {
                weight *= a;
                sums[HIGHEST + k] += weight;
                if (k > highest) continue;
                vector constant, slope;
                polynomial(coefficients + CLOSSKERNELS_COEFFICIENTS * k, k, &s, &constant);
                polynomial(coefficients + CLOSSKERNELS_COEFFICIENTS * k + 7, k - 1, &s, &slope);
                sums[k] += weight * (constant + y * slope);
            }
        }
        fold(sums, rows);
    }
}

CLONES
void closskernels_cross_entropy(const double *size, long count, double distance, const double *coefficients,
                                int highest, double *rows) {
    for (long start = 0; start < count; start += CLOSSKERNELS_BLOCK, rows += ROW) {
        const long end = count - start < CLOSSKERNELS_BLOCK ? count : start + CLOSSKERNELS_BLOCK;
        vector sums[ROW] = {{0}};
        for (long i = start; i < end; i += CLOSSKERNELS_LANES) {
            const vector a = *(const unaligned *)(size + i);
            vector e;
            decay(&a, distance, &e);
            const vector s = e / (e + 1.0);
            if (highest >= 0) {
                vector value;
                logarithm(&e, &value);
                sums[0] += value;
                sums[1] += a * s;
            }
            vector weight = s * (1.0 - s);
#pragma clang loop unroll(full)
            for (int k = 1; k <= HIGHEST + 1; k++) {
                weight *= a;
                sums[HIGHEST + k] += weight;
                if (k < 2 || k > highest) continue;
                vector factor;
                polynomial(coefficients + CLOSSKERNELS_COEFFICIENTS * k, k - 2, &s, &factor);
                sums[k] += weight * factor;
            }
        }
        fold(sums, rows);
    }
}
