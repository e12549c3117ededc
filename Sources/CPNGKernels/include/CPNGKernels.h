// The inner loops of reading a PNG (filters undone, samples widened to RGBA) and of writing one (runs, palettes, RGB).
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
/// Of deeper samples the high byte is taken, as libpng's png_set_strip_16 does.
///
/// - `transparent`: the samples of the one colour that is transparent, with all their bits, or null; not with alpha.
void cpngkernels_widen(const unsigned char *row, long width, int channels, int depth, const uint16_t *transparent,
                       unsigned char *rgba);

/// Splits a row of `width` pixels 0xAARRGGBB, native-endian, into runs of one colour, alpha ignored.
///
/// - `runs`: room for `2 * width` words: of each run its colour with alpha 255, then its length.
/// Returns how many runs there are.
long cpngkernels_runs(const unsigned char *row, long width, uint32_t *runs);

/// Makes `entry` the nearest entry, at its distance (the greatest difference of a channel), of every colour that is nearer
/// to `red`, `green`, `blue` than to its nearest entry so far. Returns the greatest distance that is left.
unsigned char cpngkernels_cover(const unsigned char *reds, const unsigned char *greens, const unsigned char *blues, long count,
                                unsigned char red, unsigned char green, unsigned char blue, unsigned char entry,
                                unsigned char *distances, unsigned char *entries);

/// Writes `width` pixels 0xAARRGGBB, native-endian, as red, green, blue.
void cpngkernels_rgb(const unsigned char *row, long width, unsigned char *rgb);
