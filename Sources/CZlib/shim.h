// Inflating image data and texts in pieces, which libdeflate does not, and the checksum of the chunks read.
#pragma once
#include <zlib.h>
