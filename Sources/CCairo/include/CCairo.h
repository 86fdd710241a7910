// SPDX-License-Identifier: Apache-2.0

// What Tongbi uses of Cairo and Pango, which are opened on demand.

#ifndef CCAIRO_H
#define CCAIRO_H

#include <on_demand.h>

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo_font_options cairo_font_options_t;

typedef enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_WRITE_ERROR = 11 } cairo_status_t;
typedef enum { CAIRO_FORMAT_RGB24 = 1 } cairo_format_t;
typedef enum { CAIRO_ANTIALIAS_GRAY = 2 } cairo_antialias_t;
typedef enum { CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND } cairo_line_cap_t;
typedef enum { CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND } cairo_line_join_t;
typedef enum { CAIRO_HINT_STYLE_DEFAULT, CAIRO_HINT_STYLE_NONE } cairo_hint_style_t;
typedef enum { CAIRO_HINT_METRICS_DEFAULT, CAIRO_HINT_METRICS_OFF } cairo_hint_metrics_t;
typedef enum { CAIRO_SVG_UNIT_USER = 0, CAIRO_SVG_UNIT_PX = 3 } cairo_svg_unit_t;
typedef enum {
  CAIRO_PDF_METADATA_TITLE,
  CAIRO_PDF_METADATA_AUTHOR,
  CAIRO_PDF_METADATA_SUBJECT,
  CAIRO_PDF_METADATA_KEYWORDS,
  CAIRO_PDF_METADATA_CREATOR,
  CAIRO_PDF_METADATA_CREATE_DATE,
  CAIRO_PDF_METADATA_MOD_DATE
} cairo_pdf_metadata_t;

typedef cairo_status_t (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned int length);

typedef struct _PangoContext PangoContext;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoFontFamily PangoFontFamily;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _PangoLayout PangoLayout;

typedef struct _PangoRectangle {
  int x;
  int y;
  int width;
  int height;
} PangoRectangle;

typedef enum { PANGO_WEIGHT_NORMAL = 400, PANGO_WEIGHT_BOLD = 700 } PangoWeight;

#define PANGO_SCALE 1024

#define CAIRO_FUNCTIONS(LIBRARY, FUNCTION)                                                                             \
  LIBRARY("libcairo.so.2")                                                                                             \
  FUNCTION(const char *, cairo_status_to_string, (cairo_status_t status), (status))                                    \
  FUNCTION(cairo_surface_t *, cairo_image_surface_create, (cairo_format_t format, int width, int height),              \
           (format, width, height))                                                                                    \
  FUNCTION(unsigned char *, cairo_image_surface_get_data, (cairo_surface_t * surface), (surface))                      \
  FUNCTION(int, cairo_image_surface_get_stride, (cairo_surface_t * surface), (surface))                                \
  FUNCTION(cairo_surface_t *, cairo_pdf_surface_create_for_stream,                                                     \
           (cairo_write_func_t write, void *closure, double width, double height), (write, closure, width, height))    \
  FUNCTION(void, cairo_pdf_surface_set_metadata,                                                                       \
           (cairo_surface_t * surface, cairo_pdf_metadata_t metadata, const char *utf8), (surface, metadata, utf8))    \
  FUNCTION(cairo_surface_t *, cairo_svg_surface_create_for_stream,                                                     \
           (cairo_write_func_t write, void *closure, double width, double height), (write, closure, width, height))    \
  FUNCTION(void, cairo_svg_surface_set_document_unit, (cairo_surface_t * surface, cairo_svg_unit_t unit),              \
           (surface, unit))                                                                                            \
  FUNCTION(void, cairo_surface_flush, (cairo_surface_t * surface), (surface))                                          \
  FUNCTION(void, cairo_surface_finish, (cairo_surface_t * surface), (surface))                                         \
  FUNCTION(void, cairo_surface_destroy, (cairo_surface_t * surface), (surface))                                        \
  FUNCTION(cairo_status_t, cairo_surface_status, (cairo_surface_t * surface), (surface))                               \
  FUNCTION(cairo_t *, cairo_create, (cairo_surface_t * surface), (surface))                                            \
  FUNCTION(void, cairo_destroy, (cairo_t * canvas), (canvas))                                                          \
  FUNCTION(cairo_status_t, cairo_status, (cairo_t * canvas), (canvas))                                                 \
  FUNCTION(void, cairo_save, (cairo_t * canvas), (canvas))                                                             \
  FUNCTION(void, cairo_restore, (cairo_t * canvas), (canvas))                                                          \
  FUNCTION(void, cairo_show_page, (cairo_t * canvas), (canvas))                                                        \
  FUNCTION(void, cairo_scale, (cairo_t * canvas, double x, double y), (canvas, x, y))                                  \
  FUNCTION(void, cairo_set_source_rgb, (cairo_t * canvas, double red, double green, double blue),                      \
           (canvas, red, green, blue))                                                                                 \
  FUNCTION(void, cairo_set_line_width, (cairo_t * canvas, double width), (canvas, width))                              \
  FUNCTION(void, cairo_set_line_cap, (cairo_t * canvas, cairo_line_cap_t cap), (canvas, cap))                          \
  FUNCTION(void, cairo_set_line_join, (cairo_t * canvas, cairo_line_join_t join), (canvas, join))                      \
  FUNCTION(void, cairo_set_dash, (cairo_t * canvas, const double *dashes, int count, double offset),                   \
           (canvas, dashes, count, offset))                                                                            \
  FUNCTION(void, cairo_new_path, (cairo_t * canvas), (canvas))                                                         \
  FUNCTION(void, cairo_new_sub_path, (cairo_t * canvas), (canvas))                                                     \
  FUNCTION(void, cairo_close_path, (cairo_t * canvas), (canvas))                                                       \
  FUNCTION(void, cairo_move_to, (cairo_t * canvas, double x, double y), (canvas, x, y))                                \
  FUNCTION(void, cairo_line_to, (cairo_t * canvas, double x, double y), (canvas, x, y))                                \
  FUNCTION(void, cairo_arc, (cairo_t * canvas, double x, double y, double radius, double from, double to),             \
           (canvas, x, y, radius, from, to))                                                                           \
  FUNCTION(void, cairo_rectangle, (cairo_t * canvas, double x, double y, double width, double height),                 \
           (canvas, x, y, width, height))                                                                              \
  FUNCTION(void, cairo_clip, (cairo_t * canvas), (canvas))                                                             \
  FUNCTION(void, cairo_fill, (cairo_t * canvas), (canvas))                                                             \
  FUNCTION(void, cairo_fill_preserve, (cairo_t * canvas), (canvas))                                                    \
  FUNCTION(void, cairo_paint, (cairo_t * canvas), (canvas))                                                            \
  FUNCTION(void, cairo_stroke, (cairo_t * canvas), (canvas))                                                           \
  FUNCTION(cairo_font_options_t *, cairo_font_options_create, (void), ())                                              \
  FUNCTION(void, cairo_font_options_destroy, (cairo_font_options_t * options), (options))                              \
  FUNCTION(void, cairo_font_options_set_antialias, (cairo_font_options_t * options, cairo_antialias_t antialias),      \
           (options, antialias))                                                                                       \
  FUNCTION(void, cairo_font_options_set_hint_style, (cairo_font_options_t * options, cairo_hint_style_t style),        \
           (options, style))                                                                                           \
  FUNCTION(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t * options, cairo_hint_metrics_t metrics),  \
           (options, metrics))                                                                                         \
  LIBRARY("libglib-2.0.so.0")                                                                                          \
  FUNCTION(void, g_free, (void *memory), (memory))                                                                     \
  LIBRARY("libgobject-2.0.so.0")                                                                                       \
  FUNCTION(void, g_object_unref, (void *object), (object))                                                             \
  LIBRARY("libpango-1.0.so.0")                                                                                         \
  FUNCTION(void, pango_context_set_language, (PangoContext * context, PangoLanguage *language), (context, language))   \
  FUNCTION(void, pango_context_set_round_glyph_positions, (PangoContext * context, int rounds), (context, rounds))     \
  FUNCTION(PangoFontDescription *, pango_font_description_new, (void), ())                                             \
  FUNCTION(void, pango_font_description_free, (PangoFontDescription * description), (description))                     \
  FUNCTION(void, pango_font_description_set_family, (PangoFontDescription * description, const char *family),          \
           (description, family))                                                                                      \
  FUNCTION(void, pango_font_description_set_weight, (PangoFontDescription * description, PangoWeight weight),          \
           (description, weight))                                                                                      \
  FUNCTION(void, pango_font_description_set_absolute_size, (PangoFontDescription * description, double size),          \
           (description, size))                                                                                        \
  FUNCTION(const char *, pango_font_family_get_name, (PangoFontFamily * family), (family))                             \
  FUNCTION(PangoContext *, pango_font_map_create_context, (PangoFontMap * map), (map))                                 \
  FUNCTION(void, pango_font_map_list_families, (PangoFontMap * map, PangoFontFamily * **families, int *count),         \
           (map, families, count))                                                                                     \
  FUNCTION(PangoLanguage *, pango_language_from_string, (const char *language), (language))                            \
  FUNCTION(PangoLayout *, pango_layout_new, (PangoContext * context), (context))                                       \
  FUNCTION(int, pango_layout_get_baseline, (PangoLayout * layout), (layout))                                           \
  FUNCTION(void, pango_layout_get_extents, (PangoLayout * layout, PangoRectangle *ink, PangoRectangle *logical),       \
           (layout, ink, logical))                                                                                     \
  FUNCTION(int, pango_layout_get_unknown_glyphs_count, (PangoLayout * layout), (layout))                               \
  FUNCTION(void, pango_layout_set_font_description, (PangoLayout * layout, const PangoFontDescription *description),   \
           (layout, description))                                                                                      \
  FUNCTION(void, pango_layout_set_single_paragraph_mode, (PangoLayout * layout, int is_single), (layout, is_single))   \
  FUNCTION(void, pango_layout_set_text, (PangoLayout * layout, const char *text, int length), (layout, text, length))  \
  LIBRARY("libpangocairo-1.0.so.0")                                                                                    \
  FUNCTION(PangoFontMap *, pango_cairo_font_map_get_default, (void), ())                                               \
  FUNCTION(void, pango_cairo_context_set_font_options, (PangoContext * context, const cairo_font_options_t *options),  \
           (context, options))                                                                                         \
  FUNCTION(void, pango_cairo_context_set_resolution, (PangoContext * context, double dpi), (context, dpi))             \
  FUNCTION(void, pango_cairo_show_layout, (cairo_t * canvas, PangoLayout *layout), (canvas, layout))

ON_DEMAND_DECLARE(CAIRO_FUNCTIONS, cairo_library_open)

#endif
