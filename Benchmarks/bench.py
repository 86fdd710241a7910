# SPDX-License-Identifier: Apache-2.0
"""Times `tongbi changes` beside other programs that answer the same question, and `tongbi extract` on long texts.

`make bench` runs it; README.md explains.
"""

import argparse
import concurrent.futures
import csv
import dataclasses
import importlib.metadata
import itertools
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import time

import data
import texts

HERE = pathlib.Path(__file__).parent
BIN = pathlib.Path(sys.executable).parent
TOTAL = "全部机构"  # how Tongbi names all facilities together
MATCHED = "两期均有数的机构"  # those that reported in both years, a total that the others are not asked for
TEXTS = [f"text-{kind}" for kind in texts.KINDS]
DEFAULT = ["10000", "1000000", "1000000-shuffled", "workbook", *TEXTS]
WORKBOOK_ROWS = 530_000  # make a sheet of 100 MB
FEWEST, USUAL = 3, 9  # turns
SHORT, PATIENCE = 20, 60  # seconds: short runs are repeated until the first are over; after the second no further turn begins


@dataclasses.dataclass
class Program:
    """One way to get the answer: a command that gets the file's name where it has `{file}`."""

    name: str
    command: list
    runs: list = dataclasses.field(default_factory=list)  # (seconds, seconds on all cores)
    peak: int = 0  # MiB
    answer: str = ""  # how it compares with Tongbi's

    @property
    def file(self):
        """Where its answer is kept."""
        return f"answer-{self.name.split()[0]}.csv"


def programs(rows, is_workbook, tongbi):
    """Tongbi first, then the others that can read such a file in reasonable time."""
    python, peers = sys.executable, HERE / "peers"
    groupings = ["--by", "facility", "--by", "metric"]
    found = [
        Program(
            "tongbi",
            [tongbi, "changes", "{file}", *groupings, "--period", "2023", "--format", "csv", "--lang", "zh"],
        )
    ]
    if is_workbook:
        return found + [Program(named("openpyxl"), [python, peers / "with_openpyxl.py", "{file}"])]
    duckdb = [BIN / "duckdb", "-batch", "-no-init", "-cmd", "SET VARIABLE file = '{file}'", "-f", peers / "changes.sql"]
    found.append(Program(named("duckdb-cli"), duckdb))
    found.append(Program(named("polars"), [python, peers / "with_polars.py", "{file}"]))
    found.append(Program(named("datafusion"), [python, peers / "with_datafusion.py", "{file}"]))
    if rows <= 100_000:
        found.append(Program("mawk", ["mawk", "-f", peers / "changes.awk", "{file}"]))
    return found


def named(package):
    return f"{package.removesuffix('-cli')} {importlib.metadata.version(package)}"


def timed(command, output):
    """Runs a command to its end: seconds that passed, seconds spent on all cores."""
    with open(output, "wb") as out, open(f"{output}.errors", "wb") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(pathlib.Path(f"{output}.errors").read_text(errors="replace").strip())
    return seconds, usage.ru_utime + usage.ru_stime


def measure(programs, file, folder):
    """Runs each program once for its peak memory and its answer, then all in turns for their time."""
    commands = {}
    for program in programs:
        commands[program.name] = [str(word).replace("{file}", str(file)) for word in program.command]
        peak, output = folder / "peak.txt", folder / program.file
        timed(["/usr/bin/time", "-f", "%M", "-o", str(peak), *commands[program.name]], output)
        program.peak = round(int(peak.read_text().split()[-1]) / 1024)
    start, order = time.perf_counter(), random.Random(1)
    for turn in itertools.count():
        spent = time.perf_counter() - start
        if turn >= FEWEST and spent > PATIENCE or turn >= USUAL and spent > SHORT:
            break
        # Each finds what another left in the caches, not always the same one.
        for program in order.sample(programs, len(programs)):
            program.runs.append(timed(commands[program.name], folder / "timed.csv"))


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def cents(text):
    """Two decimals at most; others add in binary floating point, so their last bits are rounded off. A year without
    any figure is empty in one answer and 0 in another."""
    return round(float(text or 0) * 100) or None


def compare(programs, folder):
    """Holds each answer against Tongbi's: each year's figure and the difference of each facility and metric, and totals.

    Tongbi gives no figure for a year with a masked month, which others tell by their count of such months, and no
    difference where the two years lack different months.
    """
    names = {identifier: name for name, identifier, *_ in data.METRICS}
    expected = {}
    for row in rows_of(folder / programs[0].file):
        if row["facility"] == MATCHED:
            continue
        figures = [cents(row[name]) for name in ("base_value", "value", "difference")]
        facility = "" if row["facility"] == TOTAL else row["facility"]
        expected[facility, names[row["metric"]]] = figures
    answers = [""]
    for program in programs[1:]:
        agreeing, total_count = 0, 0
        for row in rows_of(folder / program.file):
            key = row["facility"], row["metric"]
            if key not in expected:
                continue
            sides = [(row["base"], row["base_masked"]), (row["value"], row["masked"])]
            base, value = [None if int(masked) else cents(figure) for figure, masked in sides]
            base_here, value_here, difference = expected[key]
            # In a sum of many millions of figures in binary floating point the last cents are off; ours is exact.
            slack = max(base or 0, value or 0) >> 46
            near = [(base, base_here, slack), (value, value_here, slack)]
            if difference is not None:
                # Both sums may be off, each its own way.
                near.append((cents(row["difference"]), difference, 2 * slack))
            if any(theirs != ours and abs((theirs or 0) - (ours or 0)) > most for theirs, ours, most in near):
                raise RuntimeError(f"{program.name} and tongbi disagree on {key}: {row} and {expected[key]}")
            agreeing += 1
            total_count += key[0] == ""
        if agreeing != len(expected):
            raise RuntimeError(f"{program.name} has {agreeing} of tongbi's {len(expected)} figures")
        answers.append(f"the same {agreeing - total_count:,} series" + f", {total_count} totals" * (total_count > 0))
    return answers


def table(programs):
    """One line a program: its median time and the range, as a ratio to Tongbi's, time on all cores, peak memory."""
    yield f"{'':18}{'median s':>10}{'fastest to slowest':>22}{'to tongbi':>11}{'CPU s':>9}{'peak MiB':>10}   answer"
    own = statistics.median(seconds for seconds, _ in programs[0].runs)
    for program in programs:
        seconds = [run[0] for run in program.runs]
        median, cpu = statistics.median(seconds), statistics.median(run[1] for run in program.runs)
        spread = f"{min(seconds):.3f} to {max(seconds):.3f}"
        ratio = f"{median / own:.2f}×"
        yield f"{program.name:18}{median:10.3f}{spread:>22}{ratio:>11}{cpu:9.3f}{program.peak:10}   {program.answer}"


def prepared(size, folder):
    """The file of a size such as `1000000`, `1000000-shuffled` or `workbook`, made if it is not there; and its rows."""
    if size == "workbook":
        rows, file = WORKBOOK_ROWS, folder / "workbook.xlsx"
    else:
        count, _, order = size.partition("-")
        if not count.isdigit() or order not in ("", "shuffled"):
            raise SystemExit(f"bench: {size} is no size. Such are 10000, 1000000-shuffled, workbook, {', '.join(TEXTS)}.")
        rows, file = int(count), folder / f"{size}.csv"
    if not file.exists():
        print(f"making {file.name}", file=sys.stderr)
        if size == "workbook":
            data.make_workbook(file, rows)
        else:
            data.make_table(file, rows, order or "in order")
    return file, rows


def run_text(size, tongbi, folder):
    """No other program reads reports, so that Tongbi is timed alone: megabytes of text a second of one core."""
    file = folder / f"{size}.txt"
    if not file.exists():
        print(f"making {file.name}", file=sys.stderr)
        texts.make_text(file, size.removeprefix("text-"))
    megabytes = file.stat().st_size / 1e6
    command = [str(tongbi), "extract", str(file), "--format", "jsonl"]
    runs = [timed(command, folder / "timed.jsonl") for _ in range(FEWEST)]
    rates = sorted(megabytes / cpu for _, cpu in runs)
    print(
        f"\n{size}, {megabytes:.1f} MB: {statistics.median(rates):.2f} MB a second of one core"
        f" ({rates[0]:.2f} to {rates[-1]:.2f}; {len(runs)} turns)",
        flush=True,
    )


def run(size, tongbi, folder):
    if size in TEXTS:
        return run_text(size, tongbi, folder)
    file, rows = prepared(size, folder)
    contenders = programs(rows, size == "workbook", tongbi)
    order = "shuffled" if size.endswith("-shuffled") else "in order"
    what = "workbook, sheet of 100 MB" if size == "workbook" else f"{order}, {file.stat().st_size / 1e6:.1f} MB"
    try:
        measure(contenders, file, folder)
    except RuntimeError as error:
        if size != "workbook":
            raise
        print(f"\n{rows:,} rows, {what}: skipped: {error}")
        return
    # Apart, so that the memory it takes is not counted to the programs that this one starts later.
    with concurrent.futures.ProcessPoolExecutor(1) as other:
        answers = other.submit(compare, contenders, folder).result()
    for program, answer in zip(contenders, answers):
        program.answer = answer
    print(f"\n{rows:,} rows, {what}; {len(contenders[0].runs)} turns")
    print("\n".join(table(contenders)), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tongbi", type=pathlib.Path, required=True, help="the program, built for release")
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="where the tables are made and kept")
    parser.add_argument("sizes", nargs="*", help=f"rows, rows-shuffled, workbook or {', '.join(TEXTS)}; without any: {' '.join(DEFAULT)}")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    processor = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"{os.cpu_count()} cores, {processor[1] if processor else os.uname().machine}, load {os.getloadavg()[0]:.1f}")
    for size in arguments.sizes or DEFAULT:
        try:
            run(size, arguments.tongbi.resolve(), arguments.folder)
        except RuntimeError as error:
            raise SystemExit(f"bench: {size}: {error}") from None


if __name__ == "__main__":
    main()
