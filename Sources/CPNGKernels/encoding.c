#include "CPNGKernels.h"

// Whole numbers alone, so that every version gives the same.
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

typedef uint32_t words8 __attribute__((vector_size(32)));
typedef unsigned char bytes16 __attribute__((vector_size(16)));
typedef unsigned char bytes32 __attribute__((vector_size(32)));

static const uint32_t alpha = 0xFF000000;

#define INLINE static inline __attribute__((always_inline))

INLINE uint32_t colour(const unsigned char *row, long x) {
    uint32_t word;
    __builtin_memcpy(&word, row + 4 * x, 4);
    return word | alpha;
}

CLONES long cpngkernels_runs(const unsigned char *row, long width, uint32_t *runs) {
    long count = 0;
    for (long x = 0; x < width;) {
        const uint32_t run = colour(row, x);
        const long start = x++;
        // Runs of one pixel, along every antialiased edge, come to an end here.
        if (x < width && colour(row, x) == run) {
            for (; x + 8 <= width; x += 8) {
                words8 pixels;
                __builtin_memcpy(&pixels, row + 4 * x, 32);
                if (__builtin_reduce_or((words8)((pixels | alpha) ^ run))) break;
            }
            while (x < width && colour(row, x) == run) x++;
        }
        runs[2 * count] = run;
        runs[2 * count + 1] = (uint32_t)(x - start);
        count++;
    }
    return count;
}

// By pointers, since vectors are passed by value differently in each version. Raises the greatest gap so far.
INLINE void raise(const bytes32 *channel, unsigned char value, bytes32 *gap) {
    const bytes32 other = (bytes32){0} + value;
    *gap = __builtin_elementwise_max(
        *gap, __builtin_elementwise_max(*channel, other) - __builtin_elementwise_min(*channel, other));
}

CLONES unsigned char cpngkernels_cover(const unsigned char *reds, const unsigned char *greens, const unsigned char *blues,
                                       long count, unsigned char red, unsigned char green, unsigned char blue,
                                       unsigned char entry, unsigned char *distances, unsigned char *entries) {
    bytes32 greatest = {0};
    // The last block may be short: its bytes go through vectors of their own, beyond them zeros.
    for (long i = 0; i < count; i += 32) {
        const unsigned long size = count - i < 32 ? (unsigned long)(count - i) : 32;
        bytes32 r = {0}, g = {0}, b = {0}, distance = {0}, nearest = {0};
        if (size == 32) {
            __builtin_memcpy(&r, reds + i, 32);
            __builtin_memcpy(&g, greens + i, 32);
            __builtin_memcpy(&b, blues + i, 32);
            __builtin_memcpy(&distance, distances + i, 32);
            __builtin_memcpy(&nearest, entries + i, 32);
        } else {
            __builtin_memcpy(&r, reds + i, size);
            __builtin_memcpy(&g, greens + i, size);
            __builtin_memcpy(&b, blues + i, size);
            __builtin_memcpy(&distance, distances + i, size);
            __builtin_memcpy(&nearest, entries + i, size);
        }
        bytes32 far = {0};
        raise(&r, red, &far);
        raise(&g, green, &far);
        raise(&b, blue, &far);
        const bytes32 is_nearer = (bytes32)(far < distance);
        distance = __builtin_elementwise_min(far, distance);
        nearest = (is_nearer & entry) | (~is_nearer & nearest);
        greatest = __builtin_elementwise_max(greatest, distance);
        __builtin_memcpy(distances + i, &distance, size);
        __builtin_memcpy(entries + i, &nearest, size);
    }
    return __builtin_reduce_max(greatest);
}

CLONES void cpngkernels_rgb(const unsigned char *row, long width, unsigned char *rgb) {
    long x = 0;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    // Four pixels at once, and four bytes too many, which the next ones overwrite.
    for (; x + 6 <= width; x += 4) {
        bytes16 pixels;
        __builtin_memcpy(&pixels, row + 4 * x, 16);
        pixels = __builtin_shufflevector(pixels, pixels, 2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 3, 7, 11, 15);
        __builtin_memcpy(rgb + 3 * x, &pixels, 16);
    }
#endif
    for (; x < width; x++) {
        const uint32_t pixel = colour(row, x);
        rgb[3 * x] = (unsigned char)(pixel >> 16);
        rgb[3 * x + 1] = (unsigned char)(pixel >> 8);
        rgb[3 * x + 2] = (unsigned char)pixel;
    }
}
