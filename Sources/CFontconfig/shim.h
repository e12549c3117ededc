// Finds a font for a script that the built-in fonts lack.
#pragma once
#include <fontconfig/fontconfig.h>
