# SPDX-License-Identifier: Apache-2.0
"""DataFusion: both years' sums and their change for each facility and metric, and for each metric over the facilities."""

import sys

import pyarrow
import pyarrow.csv
from datafusion import SessionContext

CHANGES = """
  WITH sums AS (
    SELECT
      facility,
      metric,
      sum(try_cast(value AS DOUBLE)) FILTER (WHERE period < '2023') AS base,
      count(*) FILTER (WHERE period < '2023' AND value = '*') AS base_masked,
      sum(try_cast(value AS DOUBLE)) FILTER (WHERE period >= '2023') AS value,
      count(*) FILTER (WHERE period >= '2023' AND value = '*') AS masked
    FROM rows
    GROUP BY facility, metric
  ), totals AS (
    SELECT
      NULL AS facility, metric,
      sum(base) FILTER (WHERE base_masked = 0) AS base, 0 AS base_masked,
      sum(value) FILTER (WHERE masked = 0) AS value, 0 AS masked
    FROM sums
    GROUP BY metric
  )
  SELECT *, value - base AS difference, 100 * (value - base) / nullif(base, 0) AS percent
  FROM (SELECT * FROM sums UNION ALL SELECT * FROM totals)
"""

context = SessionContext()
columns = ["facility", "metric", "period", "value", "unit"]
schema = pyarrow.schema([(name, pyarrow.string()) for name in columns])
context.register_csv("rows", sys.argv[1], schema=schema)
pyarrow.csv.write_csv(context.sql(CHANGES).to_arrow_table(), sys.stdout.buffer)
