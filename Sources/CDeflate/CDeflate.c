// SPDX-License-Identifier: Apache-2.0

#include "CDeflate.h"

ON_DEMAND_DEFINE(DEFLATE_FUNCTIONS, deflate_library_open)
