# SPDX-License-Identifier: Apache-2.0
# mawk: both years' sums and their change for each facility and metric, and for each metric over the facilities.
# It takes the table for what it is, without quoted fields; keys come out in no order.
BEGIN { FS = OFS = ","; CONVFMT = OFMT = "%.15g" }
NR == 1 { next }
{
  key = $1 OFS $2
  keys[key] = $2
  if ($3 < "2023") { base[key] += $4; if ($4 == "*") base_masked[key]++ }
  else { value[key] += $4; if ($4 == "*") masked[key]++ }
}
function line(key, b, b_masked, v, v_masked) {
  print key, b + 0, b_masked + 0, v + 0, v_masked + 0, v - b, b == 0 ? "" : 100 * (v - b) / b
}
END {
  print "facility,metric,base,base_masked,value,masked,difference,percent"
  for (key in keys) {
    line(key, base[key], base_masked[key], value[key], masked[key])
    metric = keys[key]
    metrics[metric]
    if (!base_masked[key]) base_total[metric] += base[key]
    if (!masked[key]) total[metric] += value[key]
  }
  for (metric in metrics) line("" OFS metric, base_total[metric], 0, total[metric], 0)
}
