// The inner loops of reading a PNG: filters undone, samples widened to RGBA.
#pragma once
#include <stdint.h>

/// Undoes the filters of rows in place (PNG, third edition, section 9).
///
/// - `rows`: the row above, then `count` rows, each `stride` bytes: the number of the filter, then its samples.
/// - `pixel_bytes`: from a pixel to its left neighbour, 1, 2, 3, 4, 6 or 8.
/// Returns −1, or the first of the rows, counted from 0, whose filter there is not.
long cpngkernels_unfilter(unsigned char *rows, long count, long stride, int pixel_bytes);

/// Looks up pixels of 1, 2, 4 or 8 bits in a table of `1 << depth` colours. Returns the greatest number met.
unsigned cpngkernels_look_up(const unsigned char *row, long width, int depth, const uint32_t *table, unsigned char *rgba);

/// Widens 1 (grey), 2 (grey, alpha), 3 (red, green, blue) or 4 samples a pixel of 8 or 16 bits to RGBA of 8 bits.
/// Of deeper samples the high byte is taken, as libpng's png_set_strip_16 and libspng do.
///
/// - `transparent`: the samples of the one colour that is transparent, with all their bits, or null; not with alpha.
void cpngkernels_widen(const unsigned char *row, long width, int channels, int depth, const uint16_t *transparent,
                       unsigned char *rgba);
