// Deflating image data and texts, and the checksum of chunks. Its output is the same on every processor, which that of ISA-L,
// five times as fast, is not: between machines with and without SSE 4.2 and Arm's it differs by a fifth in size.
#pragma once
#include <libdeflate.h>
