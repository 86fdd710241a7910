-- SPDX-License-Identifier: Apache-2.0
-- DuckDB: both years' sums and their change for each facility and metric, and for each metric over the facilities.
COPY (
  WITH sums AS (
    SELECT
      facility,
      metric,
      sum(try_cast(value AS DOUBLE)) FILTER (period < '2023') AS base,
      count(*) FILTER (period < '2023' AND value = '*') AS base_masked,
      sum(try_cast(value AS DOUBLE)) FILTER (period >= '2023') AS value,
      count(*) FILTER (period >= '2023' AND value = '*') AS masked
    FROM read_csv(
      getvariable('file'), header = true, delim = ',', quote = '"', columns = {
        facility: 'VARCHAR', metric: 'VARCHAR', period: 'VARCHAR', value: 'VARCHAR', unit: 'VARCHAR'})
    GROUP BY ALL
  ), totals AS (
    SELECT NULL AS facility, metric, sum(base) FILTER (base_masked = 0), 0, sum(value) FILTER (masked = 0), 0
    FROM sums
    GROUP BY metric
  )
  SELECT *, value - base AS difference, 100 * (value - base) / nullif(base, 0) AS percent
  FROM (FROM sums UNION ALL FROM totals)
) TO '/dev/stdout' (HEADER);
