"""Writes what openpyxl reads in a workbook: python3 foreign.py WORKBOOK > foreign.golden.txt

A line a sheet with how it prints, a line a merge, a line a cell: its place, its kind (s text,
n number, d day) and its value
as it is shown. foreign_test.go holds the project's own reader to it.
"""
import datetime
import re
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1], data_only=True)


def plain(ref):
    ref = ref[0] if isinstance(ref, list) and ref else ref or ""
    return ref.replace("$", "").replace("'", "").split("!")[-1]


for ws in book.worksheets:
    page = ws.page_setup
    print("# %s %s paper %s %s %sx%s area %s titles %s" % (ws.title, ws.sheet_state, page.paperSize, page.orientation,
          page.fitToWidth, page.fitToHeight, plain(ws.print_area), plain(ws.print_title_rows)))
    for m in sorted(ws.merged_cells.ranges, key=lambda m: (m.min_row, m.min_col)):
        print("merge", m.coord)
    for row in ws.iter_rows():
        for c in row:
            v = c.value
            if v is None or v == "":
                continue
            if isinstance(v, datetime.datetime):
                print(c.coordinate, "d", v.date().isoformat())
            elif worded := re.fullmatch('"([^"]*)"0(?:"([^"]*)")?', c.number_format):  # 第7行: words around a number
                print(c.coordinate, "s", "%s%d%s" % (worded[1], v, worded[2] or ""))
            elif isinstance(v, (int, float)):
                print(c.coordinate, "n", "%.10g" % v)
            else:
                print(c.coordinate, "s", str(v).replace("\n", "⏎"))
