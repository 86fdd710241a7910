# SPDX-License-Identifier: Apache-2.0
"""openpyxl, read-only: both years' sums of a sheet for each facility and metric, and for each metric over the facilities."""

import collections
import csv
import sys

import openpyxl

rows = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True)
sums = collections.defaultdict(lambda: [0, 0, 0, 0])
for facility, metric, period, value, _ in rows:
    side = sums[facility, metric]
    place = 0 if period < "2023" else 2
    if value == "*":
        side[place + 1] += 1
    elif value is not None:
        side[place] += value
totals = collections.defaultdict(lambda: [0, 0, 0, 0])
for (_, metric), (base, base_masked, value, masked) in sums.items():
    totals["", metric][0] += 0 if base_masked else base
    totals["", metric][2] += 0 if masked else value

output = csv.writer(sys.stdout)
output.writerow(["facility", "metric", "base", "base_masked", "value", "masked", "difference", "percent"])
for answer in (sums, totals):
    for key, (base, base_masked, value, masked) in answer.items():
        percent = 100 * (value - base) / base if base else ""
        output.writerow([*key, base, base_masked, value, masked, value - base, percent])
