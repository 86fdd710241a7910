// SPDX-License-Identifier: Apache-2.0

// What Tongbi uses of libxml2, which is opened on demand.

#ifndef CXML_H
#define CXML_H

#include <on_demand.h>

typedef unsigned char xmlChar;

/// The beginning of libxml2's parser, as it is in all of its versions; made and freed by libxml2 alone.
typedef struct _xmlParserCtxt {
  void *sax;
  void *userData;
  void *myDoc;
  int wellFormed;
} xmlParserCtxt;
typedef xmlParserCtxt *xmlParserCtxtPtr;
typedef xmlParserCtxtPtr htmlParserCtxtPtr;

typedef void (*internalSubsetSAXFunc)(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system);
typedef void (*startElementSAXFunc)(void *context, const xmlChar *name, const xmlChar **attributes);
typedef void (*endElementSAXFunc)(void *context, const xmlChar *name);
typedef void (*charactersSAXFunc)(void *context, const xmlChar *characters, int count);
typedef void (*startElementNsSAX2Func)(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                                       int namespace_count, const xmlChar **namespaces, int attribute_count,
                                       int defaulted_count, const xmlChar **attributes);
typedef void (*endElementNsSAX2Func)(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri);
/// A callback that Tongbi leaves empty.
typedef void (*xmlUnusedFunc)(void);

/// Who is told what a document says. The order is libxml2's.
typedef struct _xmlSAXHandler {
  internalSubsetSAXFunc internalSubset;
  xmlUnusedFunc isStandalone, hasInternalSubset, hasExternalSubset, resolveEntity, getEntity, entityDecl, notationDecl,
      attributeDecl, elementDecl, unparsedEntityDecl, setDocumentLocator, startDocument, endDocument;
  startElementSAXFunc startElement;
  endElementSAXFunc endElement;
  xmlUnusedFunc reference;
  charactersSAXFunc characters, ignorableWhitespace;
  xmlUnusedFunc processingInstruction, comment, warning, error, fatalError, getParameterEntity;
  charactersSAXFunc cdataBlock;
  xmlUnusedFunc externalSubset;
  unsigned int initialized;
  void *_private;
  startElementNsSAX2Func startElementNs;
  endElementNsSAX2Func endElementNs;
  xmlUnusedFunc serror;
} xmlSAXHandler;
typedef xmlSAXHandler htmlSAXHandler;

#define XML_SAX2_MAGIC 0xDEEDBEAF

typedef enum { XML_PARSE_NOENT = 1 << 1, XML_PARSE_NOERROR = 1 << 5, XML_PARSE_NONET = 1 << 11 } xmlParserOption;
typedef enum {
  HTML_PARSE_NOERROR = 1 << 5,
  HTML_PARSE_NOWARNING = 1 << 6,
  HTML_PARSE_NONET = 1 << 11,
  HTML_PARSE_IGNORE_ENC = 1 << 21
} htmlParserOption;
typedef enum { XML_CHAR_ENCODING_UTF8 = 1 } xmlCharEncoding;

#define XML_FUNCTIONS(LIBRARY, FUNCTION)                                                                               \
  LIBRARY("libxml2.so.2", "libxml2.so.16")                                                                             \
  FUNCTION(void, xmlInitParser, (void), ())                                                                            \
  FUNCTION(xmlParserCtxtPtr, xmlCreatePushParserCtxt,                                                                  \
           (xmlSAXHandler * handler, void *context, const char *chunk, int size, const char *filename),                \
           (handler, context, chunk, size, filename))                                                                  \
  FUNCTION(int, xmlCtxtUseOptions, (xmlParserCtxtPtr parser, int options), (parser, options))                          \
  FUNCTION(int, xmlParseChunk, (xmlParserCtxtPtr parser, const char *chunk, int size, int terminate),                  \
           (parser, chunk, size, terminate))                                                                           \
  FUNCTION(void, xmlStopParser, (xmlParserCtxtPtr parser), (parser))                                                   \
  FUNCTION(void, xmlFreeParserCtxt, (xmlParserCtxtPtr parser), (parser))                                               \
  FUNCTION(htmlParserCtxtPtr, htmlCreatePushParserCtxt,                                                                \
           (htmlSAXHandler * handler, void *context, const char *chunk, int size, const char *filename,                \
            xmlCharEncoding encoding),                                                                                 \
           (handler, context, chunk, size, filename, encoding))                                                        \
  FUNCTION(int, htmlCtxtUseOptions, (htmlParserCtxtPtr parser, int options), (parser, options))                        \
  FUNCTION(int, htmlParseChunk, (htmlParserCtxtPtr parser, const char *chunk, int size, int terminate),                \
           (parser, chunk, size, terminate))                                                                           \
  FUNCTION(void, htmlFreeParserCtxt, (htmlParserCtxtPtr parser), (parser))

ON_DEMAND_DECLARE(XML_FUNCTIONS, xml_library_open)

#endif
