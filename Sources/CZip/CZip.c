// SPDX-License-Identifier: Apache-2.0

#include "CZip.h"

ON_DEMAND_DEFINE(ZIP_FUNCTIONS, zip_library_open)
