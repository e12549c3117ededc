#include "CFonts.h"

#define TEXT_REGULAR "/usr/share/fonts/opentype/inter/Inter-Regular.otf"
#define TEXT_SEMIBOLD "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"
#define MATH "/usr/share/texmf/fonts/opentype/public/tex-gyre-math/texgyrepagella-math.otf"

#if !__has_embed(TEXT_REGULAR) || !__has_embed(TEXT_SEMIBOLD)
#error "Inter is missing: apt-get install fonts-inter"
#endif
#if !__has_embed(MATH)
#error "TeX Gyre Pagella Math is missing: apt-get install fonts-texgyre-math"
#endif

static const unsigned char text_regular[] = {
#embed TEXT_REGULAR
};
static const unsigned char text_semibold[] = {
#embed TEXT_SEMIBOLD
};
static const unsigned char math[] = {
#embed MATH
};

const unsigned char *cfonts_bytes(enum cfonts_face face) {
    switch (face) {
    case CFONTS_TEXT_REGULAR: return text_regular;
    case CFONTS_TEXT_SEMIBOLD: return text_semibold;
    case CFONTS_MATH: return math;
    }
    return NULL;
}

size_t cfonts_size(enum cfonts_face face) {
    switch (face) {
    case CFONTS_TEXT_REGULAR: return sizeof text_regular;
    case CFONTS_TEXT_SEMIBOLD: return sizeof text_semibold;
    case CFONTS_MATH: return sizeof math;
    }
    return 0;
}
