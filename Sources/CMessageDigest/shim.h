// SHA-256, to name the data a figure was made from.
#pragma once
#include <sys/types.h>
#include <stdint.h>
#include <sha2.h>
