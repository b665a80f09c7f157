#!/usr/bin/env python3
"""Fills in forms of this program with openpyxl, as a department would: what is carried on from last
year stays as it was printed.

    taizhang forms testdata/loop/2021 --quarter 4 --out /some/folder
    python3 testdata/loop/fill.py /some/folder 2021         writes testdata/loop/2021-办公室.xlsx and 2021-法规股.xlsx

The forms of 2022 come from the year that script/loop.txtar builds: run it with -testwork, and take year 2022
from the folder that it leaves.
"""

import sys
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
RESULTS = {9: (5, 1), 16: (1, 1), 19: (2, 0)}  # by row of the sheet: 自然人, 商业企业
YEARS = {
    # 结转下年 of 2021 is 2; the total of 新收 is one too few, which the office corrects
    "2021": {"表三": {7: (10, 2), 8: (0, 0), 30: (8, 2), 31: (2, 0)}, "年报数据": (2, 1, 9)},
    "2022": {"表三": {7: (6, 2), 30: (8, 2), 31: (0, 0)}, "年报数据": (1, 0, 10)},
}


def fill(path, year):
    book = openpyxl.load_workbook(path)
    sheet = book["报送表"]
    sheet["G5"], sheet["H5"] = "已在门户网站公开各项规划，配发解读材料。", "已完成"
    if "表三" in book.sheetnames:
        sheet = book["表三"]
        for row in range(7, 32):
            given = (RESULTS | YEARS[year]["表三"]).get(row, (0, 0))
            if row == 8 and 8 not in YEARS[year]["表三"]:
                continue
            for i, value in enumerate([*given, 0, 0, 0, 0, sum(given)]):
                sheet.cell(row, 4 + i, value)
        if year == "2021":
            sheet["J7"] = 11
    if "年报数据" in book.sheetnames:
        for row, value in enumerate(YEARS[year]["年报数据"], 5):
            book["年报数据"].cell(row, 6, value)
    book.save(HERE / f"{year}-{path.stem.split('-')[0]}.xlsx")


if __name__ == "__main__":
    for form in sorted(Path(sys.argv[1]).rglob("*.xlsx")):
        fill(form, sys.argv[2])
