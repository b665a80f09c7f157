"""Writes workbooks of every kind of value, and has LibreOffice compute their formulas.

Run with the system's Python: python3 scripts/kinds.py (in testdata).
Needs openpyxl, xlwt and LibreOffice.
"""
import datetime
import os
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
import xlwt
from openpyxl.comments import Comment
from openpyxl.chart import BarChart, Reference
from openpyxl.utils.datetime import CALENDAR_MAC_1904

OUT = pathlib.Path("kinds")


def convert(source, ending, target, *options):
    with tempfile.TemporaryDirectory() as tmp:
        subprocess.run(["libreoffice", "--headless", f"-env:UserInstallation=file://{tmp}/profile", *options, "--convert-to", ending, "--outdir", tmp, str(source)],
                       check=True, env=dict(os.environ, HOME=tmp), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.move(f"{tmp}/{pathlib.Path(source).stem}.{ending}", target)


def formulas(path):
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "公式"
    ws.append([1, 2, "=A1+B1", "=A1/0", '=A1>B1', '="第"&A1&"季度"', '=""', "=C1*0.1", '=HYPERLINK("http://www.example.gov.cn/a","公告")', "=NA()"])
    ws.append([0.1, 0.2, "=A2+B2", "=DATE(2021,9,28)", "=A2", 12345678901, -3.25, 1e-7, True, "文字"])
    ws["D2"].number_format = 'yyyy"年"m"月"d"日"'
    ws["E2"].number_format = "0.0%"
    ws["A4"] = "说明：" + "政务公开" * 60
    ws["A5"] = "第一段\n第二段\n\n第四段"
    ws["B5"] = " 前后有空格 "
    ws["C5"] = "😀𠮷"
    ws["D5"] = "０１２，（全角）"
    ws["A4"].comment = Comment("批注不是内容", "审核人")
    wb.properties.created = wb.properties.modified = datetime.datetime(2021, 9, 28)
    wb.save(path)


def chart(path):
    """A chart sheet among the sheets, a date system that starts in 1904, a merge."""
    wb = openpyxl.Workbook()
    wb.epoch = CALENDAR_MAC_1904
    ws = wb.active
    ws.title = "数据"
    ws["A1"] = "已完成"
    ws["B1"] = datetime.date(2021, 9, 28)
    ws["B1"].number_format = "yyyy/m/d"
    ws["C1"] = datetime.datetime(2021, 9, 28, 14, 30)
    ws["D1"] = datetime.time(14, 30)
    for i in range(1, 4):
        ws.append([i, i * i])
    cs = wb.create_chartsheet("图表")
    bars = BarChart()
    bars.add_data(Reference(ws, min_col=2, min_row=2, max_row=4))
    cs.add_chart(bars)
    ws.merge_cells("A6:B8")
    ws["A6"] = "合并到底"
    wb.properties.created = wb.properties.modified = datetime.datetime(2021, 9, 28)
    wb.save(path)


def strings(path):
    """Enough shared strings that their table is continued over several records."""
    wb = xlwt.Workbook()
    ws = wb.add_sheet("长表")
    for i in range(120):
        ws.write(i, 0, i + 1)
        ws.write(i, 1, f"第{i + 1}条：" + "公开" * (i % 70) + "abc" * (i % 7))
        ws.write(i, 2, f"plain text {i} " + "x" * (i % 90))
        ws.write(i, 3, i / 8)
        ws.write(i, 4, i * 1000 + 0.125)
    ws.write(0, 6, True)
    ws.write(0, 7, xlwt.Formula("A1+1"))
    ws.write(1, 7, datetime.date(2021, 9, 28), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    wb.save(str(path))


def main():
    OUT.mkdir(exist_ok=True)
    formulas(OUT / "openpyxl-formulas.xlsx")
    chart(OUT / "openpyxl-chart-1904.xlsx")
    strings(OUT / "xlwt-strings.xls")
    for ending in ("xlsx", "xls", "ods"):
        convert(OUT / "openpyxl-formulas.xlsx", ending, OUT / f"libreoffice-formulas.{ending}")
    for ending in ("xlsx", "xls"):
        convert(OUT / "openpyxl-chart-1904.xlsx", ending, OUT / f"libreoffice-chart-1904.{ending}")
    for ending in ("xlsx", "xls", "ods"):
        convert(OUT / "web-looks.html", ending, OUT / f"libreoffice-looks.{ending}", "--infilter=HTML (StarCalc)")
    convert(OUT / "xlwt-strings.xls", "xlsx", OUT / "libreoffice-strings.xlsx")
    convert(OUT / "xlwt-strings.xls", "ods", OUT / "libreoffice-strings.ods")
    convert(OUT / "libreoffice-strings.xlsx", "xls", OUT / "libreoffice-strings.xls")


if __name__ == "__main__":
    main()
