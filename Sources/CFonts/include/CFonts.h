// Font files as bytes of the program, taken at build time from their Debian packages, so that the program needs no
// font on the machine it runs on and no font is kept in this repository.
#pragma once
#include <stddef.h>

enum cfonts_face {
    CFONTS_TEXT_REGULAR = 0,
    CFONTS_TEXT_SEMIBOLD = 1,
    CFONTS_MATH = 2,
};

/// The bytes of a face; they live as long as the program.
const unsigned char *cfonts_bytes(enum cfonts_face face);

/// Their number.
size_t cfonts_size(enum cfonts_face face);
