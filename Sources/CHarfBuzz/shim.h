// HarfBuzz with the OpenType MATH table, which is not part of hb.h.
#pragma once
#include <hb.h>
#include <hb-ot.h>
