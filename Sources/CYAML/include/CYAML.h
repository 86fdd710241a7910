// SPDX-License-Identifier: Apache-2.0

// What Tongbi uses of libyaml, which is opened on demand. The types are libyaml's own.

#ifndef CYAML_H
#define CYAML_H

#include <on_demand.h>
#include <yaml.h>

#define YAML_FUNCTIONS(LIBRARY, FUNCTION)                                                                         \
  LIBRARY("libyaml-0.so.2")                                                                                       \
  FUNCTION(int, yaml_parser_initialize, (yaml_parser_t *parser), (parser))                                        \
  FUNCTION(void, yaml_parser_delete, (yaml_parser_t *parser), (parser))                                           \
  FUNCTION(void, yaml_parser_set_input_string, (yaml_parser_t *parser, const unsigned char *input, size_t size),  \
           (parser, input, size))                                                                                 \
  FUNCTION(int, yaml_parser_load, (yaml_parser_t *parser, yaml_document_t *document), (parser, document))         \
  FUNCTION(void, yaml_document_delete, (yaml_document_t *document), (document))

ON_DEMAND_DECLARE(YAML_FUNCTIONS, yaml_library_open)

#endif
