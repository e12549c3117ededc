#include "CPNGKernels.h"

#define INLINE static inline __attribute__((always_inline))

typedef unsigned char bytes8 __attribute__((vector_size(8)));
typedef short shorts8 __attribute__((vector_size(16)));

// One pixel in the lanes of a vector. `size` is a constant wherever this is inlined, so that the copies are single moves.
INLINE bytes8 load(const unsigned char *memory, int size) {
    bytes8 pixel = {0};
    __builtin_memcpy(&pixel, memory, size);
    return pixel;
}

INLINE void store(unsigned char *memory, bytes8 pixel, int size) { __builtin_memcpy(memory, &pixel, size); }

// Whether so many bytes, a constant, are zero: within flat areas residuals are.
INLINE int is_zero(const unsigned char *memory, int count) {
    unsigned long long any = 0, word;
    for (int i = 0; i < count; i += 8) {
        __builtin_memcpy(&word, memory + i, 8);
        any |= word;
    }
    return any == 0;
}

INLINE int is_equal(bytes8 a, bytes8 b) { return (unsigned long long)a == (unsigned long long)b; }

enum { BLOCK = 48 };

INLINE void undo_sub(unsigned char *row, long count, int size) {
    bytes8 left = {0};
    for (long i = 0; i < count; i += size) {
        // A block of zeros repeats the pixel before; 48 bytes are whole pixels of every size.
        while (i + BLOCK <= count && is_zero(row + i, BLOCK)) {
            for (int k = 0; k < BLOCK; k += size) store(row + i + k, left, size);
            i += BLOCK;
        }
        if (i >= count) break;
        left += load(row + i, size);
        store(row + i, left, size);
    }
}

static void undo_up(unsigned char *row, const unsigned char *above, long count) {
    for (long i = 0; i < count; i++) row[i] += above[i];
}

INLINE void undo_average(unsigned char *row, const unsigned char *above, long count, int size) {
    bytes8 left = {0};
    for (long i = 0; i < count; i += size) {
        const shorts8 sum = __builtin_convertvector(left, shorts8) + __builtin_convertvector(load(above + i, size), shorts8);
        left = load(row + i, size) + __builtin_convertvector(sum >> 1, bytes8);
        store(row + i, left, size);
    }
}

INLINE void undo_paeth(unsigned char *row, const unsigned char *above, long count, int size) {
    bytes8 left = {0};
    shorts8 a = {0}, c = {0};
    for (long i = 0; i < count; i += size) {
        // Where the left pixel equals the one above it, the pixel above is predicted, which p equals; if that is right, so
        // it goes on.
        if (is_equal(left, __builtin_convertvector(c, bytes8)) && i + BLOCK <= count && is_zero(row + i, BLOCK)) {
            do {
                __builtin_memcpy(row + i, above + i, BLOCK);
                i += BLOCK;
            } while (i + BLOCK <= count && is_zero(row + i, BLOCK));
            left = load(above + i - size, size);
            a = c = __builtin_convertvector(left, shorts8);
            if (i >= count) break;
        }
        const shorts8 b = __builtin_convertvector(load(above + i, size), shorts8);
        // p = a + b − c is nearest to a, b or c; in case of a tie in this order.
        shorts8 pa = b - c, pb = a - c;
        shorts8 pc = __builtin_elementwise_abs(pa + pb);
        pa = __builtin_elementwise_abs(pa);
        pb = __builtin_elementwise_abs(pb);
        const shorts8 least = __builtin_elementwise_min(pc, __builtin_elementwise_min(pa, pb));
        const shorts8 is_a = least == pa, is_b = least == pb;
        const shorts8 predicted = (is_a & a) | (~is_a & ((is_b & b) | (~is_b & c)));
        left = load(row + i, size) + __builtin_convertvector(predicted, bytes8);
        store(row + i, left, size);
        a = __builtin_convertvector(left, shorts8);
        c = b;
    }
}

INLINE void undo(int filter, unsigned char *row, const unsigned char *above, long count, int size) {
    if (filter == 1) undo_sub(row, count, size);
    else if (filter == 3) undo_average(row, above, count, size);
    else undo_paeth(row, above, count, size);
}

long cpngkernels_unfilter(unsigned char *rows, long count, long stride, int pixel_bytes) {
    for (long y = 0; y < count; y++) {
        const unsigned char *above = rows + y * stride + 1;
        unsigned char *row = rows + (y + 1) * stride + 1;
        const int filter = row[-1];
        if (filter > 4) return y;
        if (filter == 0) continue;
        if (filter == 2) {
            undo_up(row, above, stride - 1);
            continue;
        }
        switch (pixel_bytes) {
        case 1: undo(filter, row, above, stride - 1, 1); break;
        case 2: undo(filter, row, above, stride - 1, 2); break;
        case 3: undo(filter, row, above, stride - 1, 3); break;
        case 4: undo(filter, row, above, stride - 1, 4); break;
        case 6: undo(filter, row, above, stride - 1, 6); break;
        default: undo(filter, row, above, stride - 1, 8); break;
        }
    }
    return -1;
}

unsigned cpngkernels_look_up(const unsigned char *row, long width, int depth, const uint32_t *table, unsigned char *rgba) {
    unsigned greatest = 0;
    if (depth == 8) {
        for (long x = 0; x < width; x++) {
            const unsigned number = row[x];
            greatest = number > greatest ? number : greatest;
            __builtin_memcpy(rgba + 4 * x, table + number, 4);
        }
        return greatest;
    }
    const unsigned mask = (1u << depth) - 1;
    for (long x = 0; x < width; x++) {
        // The first pixel is in the highest bits.
        const long bit = x * depth;
        const unsigned number = row[bit >> 3] >> (8 - depth - (bit & 7)) & mask;
        greatest = number > greatest ? number : greatest;
        __builtin_memcpy(rgba + 4 * x, table + number, 4);
    }
    return greatest;
}

INLINE void widen(const unsigned char *row, long width, int channels, int bytes, const uint16_t *transparent,
                  unsigned char *rgba) {
    const int colours = channels < 3 ? 1 : 3;
    for (long x = 0; x < width; x++) {
        const unsigned char *pixel = row + x * channels * bytes;
        const unsigned char red = pixel[0];
        rgba[4 * x] = red;
        rgba[4 * x + 1] = colours == 1 ? red : pixel[bytes];
        rgba[4 * x + 2] = colours == 1 ? red : pixel[2 * bytes];
        rgba[4 * x + 3] = colours == channels ? 255 : pixel[colours * bytes];
        if (transparent) {
            int equal = 1;
            for (int i = 0; i < colours; i++) {
                const unsigned sample = bytes == 1 ? pixel[i] : (unsigned)pixel[2 * i] << 8 | pixel[2 * i + 1];
                equal &= sample == transparent[i];
            }
            if (equal) rgba[4 * x + 3] = 0;
        }
    }
}

void cpngkernels_widen(const unsigned char *row, long width, int channels, int depth, const uint16_t *transparent,
                       unsigned char *rgba) {
    switch (channels * 32 + depth) {
    case 1 * 32 + 16: widen(row, width, 1, 2, transparent, rgba); break;
    case 2 * 32 + 8: widen(row, width, 2, 1, 0, rgba); break;
    case 2 * 32 + 16: widen(row, width, 2, 2, 0, rgba); break;
    case 3 * 32 + 8:
        // Without the test the loop is three times as fast.
        if (transparent) widen(row, width, 3, 1, transparent, rgba);
        else widen(row, width, 3, 1, 0, rgba);
        break;
    case 3 * 32 + 16: widen(row, width, 3, 2, transparent, rgba); break;
    case 4 * 32 + 8: __builtin_memcpy(rgba, row, 4 * width); break;
    default: widen(row, width, 4, 2, 0, rgba); break;
    }
}
