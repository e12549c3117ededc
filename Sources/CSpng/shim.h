// PNG coding with error codes, limits against bombs and text chunks.
#pragma once
#include <spng.h>
