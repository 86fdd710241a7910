// SPDX-License-Identifier: Apache-2.0

#include "CXML.h"

ON_DEMAND_DEFINE(XML_FUNCTIONS, xml_library_open)
