// Inflating image data and texts, and the checksum of chunks. libspng, which writes our files, has no way to say in which
// chunk a broken file is broken, nor that there is more image data than pixels.
#pragma once
#include <zlib.h>
