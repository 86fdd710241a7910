// SPDX-License-Identifier: Apache-2.0

#include "CYAML.h"

ON_DEMAND_DEFINE(YAML_FUNCTIONS, yaml_library_open)
