"""Fuzzes the readers of workbooks: `python -m tools.fuzz_office KIND [--seconds N] [--seed N] [--guided]`.

KIND is xlsx, xls, ods, csv, html or xml (of 2003). Starts from the corpus in tests/data/office, changes bytes, tags,
numbers and records, and reads the result with bounded memory and time. What makes a reader crash, hang or swell is
written to fuzz-found/ and the exit code is 1. `--guided` lets atheris choose the changes by the lines they reach.
"""
