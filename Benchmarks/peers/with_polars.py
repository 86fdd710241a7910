# SPDX-License-Identifier: Apache-2.0
"""Polars: both years' sums and their change for each facility and metric, and for each metric over the facilities."""

import sys

import polars as pl
from polars import col

columns = ["facility", "metric", "period", "value", "unit"]
masked = col("value") == "*"
number = col("value").cast(pl.Float64, strict=False)
base, current = col("period") < "2023", col("period") >= "2023"

sums = (
    pl.scan_csv(sys.argv[1], schema={name: pl.String for name in columns})
    .group_by("facility", "metric")
    .agg(
        base=number.filter(base).sum(),
        base_masked=masked.filter(base).sum(),
        value=number.filter(current).sum(),
        masked=masked.filter(current).sum(),
    )
    .collect(engine="streaming")
)
totals = sums.group_by("metric").agg(
    facility=pl.lit(None, pl.String).first(),
    base=col("base").filter(col("base_masked") == 0).sum(),
    base_masked=pl.lit(0, sums.schema["base_masked"]).first(),
    value=col("value").filter(col("masked") == 0).sum(),
    masked=pl.lit(0, sums.schema["masked"]).first(),
)
difference = col("value") - col("base")
pl.concat([sums, totals.select(sums.columns)]).with_columns(
    difference=difference,
    percent=pl.when(col("base") != 0).then(100 * difference / col("base")),
).write_csv(sys.stdout.buffer)
