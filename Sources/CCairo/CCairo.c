// SPDX-License-Identifier: Apache-2.0

#include "CCairo.h"

ON_DEMAND_DEFINE(CAIRO_FUNCTIONS, cairo_library_open)
