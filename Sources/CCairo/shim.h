// Cairo with its PDF and FreeType back ends. FreeType comes through Cairo alone: shaping and outlines are HarfBuzz's,
// and only an embedded PDF font needs an FT_Face.
#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
