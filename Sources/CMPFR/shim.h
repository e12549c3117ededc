// Elementary functions rounded downwards and upwards, from MPFR, which rounds every result correctly in the direction
// asked for. The functions below exist because MPFR's variables live on the stack only in C.
#pragma once
#include <mpfr.h>

typedef int (*cmpfr_function)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

/// The doubles next to f(x) on both sides, equal where f(x) is a double; NaN where f(x) has no value.
static inline void cmpfr_enclose(cmpfr_function function, double x, double *lower, double *upper) {
    MPFR_DECL_INIT(argument, 53);
    MPFR_DECL_INIT(value, 53);
    mpfr_set_d(argument, x, MPFR_RNDN); // Exact: a double has 53 bits.
    const int inexact = function(value, argument, MPFR_RNDD);
    *lower = mpfr_get_d(value, MPFR_RNDD);
    // Rounded downwards and inexact: the true value is below the next 53-bit number.
    if (inexact != 0 && mpfr_number_p(value)) mpfr_nextabove(value);
    *upper = mpfr_get_d(value, MPFR_RNDU);
}

/// The same for x to the power y.
static inline void cmpfr_enclose_power(double x, double y, double *lower, double *upper) {
    MPFR_DECL_INIT(base, 53);
    MPFR_DECL_INIT(exponent, 53);
    MPFR_DECL_INIT(value, 53);
    mpfr_set_d(base, x, MPFR_RNDN);
    mpfr_set_d(exponent, y, MPFR_RNDN);
    const int inexact = mpfr_pow(value, base, exponent, MPFR_RNDD);
    *lower = mpfr_get_d(value, MPFR_RNDD);
    if (inexact != 0 && mpfr_number_p(value)) mpfr_nextabove(value);
    *upper = mpfr_get_d(value, MPFR_RNDU);
}

/// The same for a whole power.
static inline void cmpfr_enclose_whole_power(double x, long n, double *lower, double *upper) {
    MPFR_DECL_INIT(base, 53);
    MPFR_DECL_INIT(value, 53);
    mpfr_set_d(base, x, MPFR_RNDN);
    const int inexact = mpfr_pow_si(value, base, n, MPFR_RNDD);
    *lower = mpfr_get_d(value, MPFR_RNDD);
    if (inexact != 0 && mpfr_number_p(value)) mpfr_nextabove(value);
    *upper = mpfr_get_d(value, MPFR_RNDU);
}

/// The doubles on both sides of a decimal numeral; 0 when the text is none.
static inline int cmpfr_enclose_decimal(const char *text, double *lower, double *upper) {
    MPFR_DECL_INIT(value, 53);
    if (mpfr_set_str(value, text, 10, MPFR_RNDD) != 0) return 0;
    *lower = mpfr_get_d(value, MPFR_RNDD);
    mpfr_set_str(value, text, 10, MPFR_RNDU);
    *upper = mpfr_get_d(value, MPFR_RNDU);
    return 1;
}
