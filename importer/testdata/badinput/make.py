#!/usr/bin/env python3
"""Writes what goes wrong with base data, a file a fault, and cases.txt: what must be said of each.

Needs openpyxl and python-docx, and the tables of ../rules/make.py. Two runs give the same bytes.
"""

import html
import io
import json
import shutil
import struct
import sys
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "rules"))
import docx  # noqa: E402
import openpyxl  # noqa: E402
from openpyxl.drawing.image import Image  # noqa: E402

from make import LAST, NOW, packed, table_three, table_two, titled  # noqa: E402

TWO = {"规章": [0, 0, 0], "行政规范性文件": [3, 1, 22], "行政许可": [240], "行政处罚": [130], "行政强制": [3], "行政事业性收费": [12.5]}
OLD = {"规章": [0, 0, 0], "规范性文件": [4, 4, 20], "行政许可": [3, 0, 250], "其他对外管理服务事项": [0, 0, 0], "行政处罚": [5, 0, 121], "行政强制": [6, 0, 4], "行政事业性收费": [0, 0],
       "政府集中采购": [0, 0]}
cases = []


def png():
    """A grey picture of 200 by 120 dots, as a photograph of a table would lie there."""
    rows = b"".join(b"\0" + bytes((200 if (x // 40 + y // 20) % 2 else 255) for x in range(200)) for y in range(120))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 200, 120, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def case(folder, code, cell, says, numbers):
    cases.append(" | ".join([folder, code, cell, says, numbers]))


def workbook(path, sheets, change=None):
    """sheets: rows and merges by name; change works on the finished book."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, (rows, merges) in sheets.items():
        s = book.create_sheet(name)
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                if value is not None:
                    s.cell(r, c, value)
        for r, c, h, w in merges:
            s.merge_cells(start_row=r, start_column=c, end_row=r + h - 1, end_column=c + w - 1)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    packed(HERE / path, out.getvalue())


def two(numbers=TWO):
    return titled("2022年主动公开政府信息情况", "办公室", table_two(2021, numbers))


def three(numbers=NOW):
    return titled("2022年收到和处理政府信息公开申请情况", "办公室", table_three(2021, numbers))


def with_two(folder, change, code, cell, says, numbers):
    workbook(f"{folder}/第四季度/办公室.xlsx", {"表二": two(), "表三": three()}, change)
    case(folder, code, cell, says, numbers)


def put(sheet, cell, value):
    def change(book):
        book[sheet][cell] = value
    return change


def merged(book):
    s = book["表三"]
    for c in "GHI":
        s[f"{c}6"] = None
    s.merge_cells("F6:I6")


def shifted(book):
    s = book["表二"]
    s["B6"], s["C6"], s["D6"], s["E6"] = None, 3, 1, 22


def shifted_all(book):
    s = book["表三"]
    for line in range(6, 31):
        values = [s.cell(line, c).value for c in range(4, 11)]
        for c, v in enumerate([None] + values, 4):
            s.cell(line, c, v)


def missing(book):
    book["表二"].delete_rows(12)


def doubled():
    """Table two with a second row 行政处罚 of another number."""
    rows, merges = two()
    rows.insert(12, ["行政处罚", 131, None, None])
    return rows, [(r + (r > 12), c, h, w) for r, c, h, w in merges] + [(13, 2, 1, 3)]


def picture(book):
    book["表三"].add_image(Image(io.BytesIO(png())), "A4")


def quarters(folder):
    for q, (new, whole) in enumerate([(10, 10), (22, 22)], 1):
        name = "一二"[q - 1]
        rows = [[f"2022年第{name}季度统计表"], ["填报单位：办公室"], ["指标名称", "计量单位", "本季度", "本年累计"], ["本年新收政府信息公开申请数量", "件", new, whole]]
        workbook(f"{folder}/第{name}季度/办公室.xlsx", {"统计": (rows, [])})


def page(table, blank):
    """A published page with zeros left blank."""
    rows, merges = table
    spans = {(r, c): (h, w) for r, c, h, w in merges}
    covered = {(r + i, c + k) for r, c, h, w in merges for i in range(h) for k in range(w)} - set(spans)
    out = []
    width = max(map(len, rows))
    for r, row in enumerate(rows, 1):
        cells = []
        for c, v in enumerate(row + [None] * (width - len(row)), 1):
            if (r, c) in covered:
                continue
            h, w = spans.get((r, c), (1, 1))
            text = "" if v is None or blank and v == 0 else html.escape(str(v))
            cells.append(f'<td rowspan="{h}" colspan="{w}">{text}</td>')
        out.append("<tr>" + "".join(cells) + "</tr>")
    return "<table border=1>\n" + "\n".join(out) + "\n</table>"


def document(path, parts):
    d = docx.Document()
    for part in parts:
        if isinstance(part, str):
            d.add_paragraph(part)
        elif isinstance(part, bytes):
            d.add_picture(io.BytesIO(part))
        else:
            rows, merges = part
            t = d.add_table(rows=len(rows), cols=max(map(len, rows)))
            t.style = "Table Grid"
            for r, row in enumerate(rows):
                for c, v in enumerate(row):
                    if v is not None and v != 0:
                        t.cell(r, c).text = str(v)
            for r, c, h, w in merges:
                t.cell(r - 1, c - 1).merge(t.cell(r + h - 2, c + w - 2))
    out = io.BytesIO()
    d.save(out)
    packed(HERE / path, out.getvalue())


def main():
    for old in HERE.iterdir():
        if old.is_dir() and old.name != "__pycache__":
            shutil.rmtree(old)
    workbook("好/第四季度/办公室.xlsx", {"表二": two(), "表三": three()})
    case("好", "", "", "", "T2.normative.made=3 T2.penalty.decisions=130 T2.fees.amount=12.5 T3.r01.total=45 T3.r25.total=2")
    with_two("约数", put("表二", "B12", "约80"), "number-unreadable", "B12", "“约80”", "T2.penalty.decisions=text")
    with_two("两千万", put("表二", "B16", "2000万"), "number-unreadable", "B16", "“2000万”", "T2.fees.amount=text")
    with_two("负数", put("表二", "B12", -3), "number-unreadable", "B12", "负数", "T2.penalty.decisions=text")
    with_two("半件", put("表二", "B12", 3.5), "number-unreadable", "B12", "不是整数", "T2.penalty.decisions=text")
    with_two("公式没有结果", put("表三", "J6", "=SUM(D6:I6)"), "number-unreadable", "J6", "公式", "T3.r01.total=text T3.r01.natural=33")
    with_two("合计合并", merged, "number-unreadable", "F6", "合并单元格", "T3.r01.research=text T3.r01.other=text T3.r01.natural=33 T3.r01.total=45")
    with_two("错一列", shifted, "number-unreadable", "E6", "不在任何一栏下面", "T2.normative.made=blank")
    with_two("整表错一列", shifted_all, "number-unreadable", "K6", "不在任何一栏下面", "")
    with_two("少一行", missing, "number-missing", "", "行政处罚", "T2.penalty.decisions=missing T2.permit.decisions=240")
    workbook("多一行/第四季度/办公室.xlsx", {"表二": doubled()})
    case("多一行", "number-conflict", "B12", "B13", "T2.penalty.decisions=conflict T2.coercion.decisions=3")
    workbook("旧表式/第四季度/办公室.xlsx", {"表二": titled("2022年主动公开政府信息情况", "办公室", table_two(2019, OLD))})
    case("旧表式", "number-doubtful", "", "60号", "T2.normative.made=missing T2.penalty.decisions=121")
    quarters("累计填进本期")
    case("累计填进本期", "number-conflict", "C4", "像是把累计数填进了本期", "T3.r01.total=conflict")
    # A picture in the place of a table: in a workbook, in a document, as a file.
    workbook("图片-工作簿/第四季度/办公室.xlsx", {"表三": (three()[0][:2], [])}, picture)
    case("图片-工作簿", "no-table", "", "", "T3.r01.total=missing")
    document("图片-文档/第四季度/办公室.docx", ["2022年收到和处理政府信息公开申请情况", "填报单位：办公室", png()])
    case("图片-文档", "no-table", "", "", "T3.r01.total=missing")
    path = HERE / "图片-文件/第四季度/办公室-表三.png"
    path.parent.mkdir(parents=True)
    path.write_bytes(png())
    case("图片-文件", "attachment", "", "", "T3.r01.total=missing")
    # Last year's report as the only source: its blanks are zeros.
    for name in ("网页", "文档", "数据"):
        folder = f"只有上年年报-{name}"
        workbook(f"{folder}/第四季度/办公室.xlsx", {"表三": three({**NOW, 2: [3, 1, 0, 0, 0, 0], "on": [3]})})
        case(folder, "carry-over-differs", "D7", "T3.4 自然人", "last:T3.r25.natural=2 last:T3.r25.commercial=1 last:T3.r25.legal=0")
    title = "示例市文化和旅游局2021年政府信息公开工作年度报告"
    path = HERE / "只有上年年报-网页/上年/2021年年报.html"
    path.parent.mkdir(parents=True)
    path.write_text(f'<html><head><meta charset="utf-8"></head><body><p>{title}</p>\n{page(table_three(2021, LAST), True)}</body></html>', encoding="utf-8")
    document("只有上年年报-文档/上年/2021年年报.docx", [title, table_three(2021, LAST)])
    cells = [{"indicator": f"T3.r25.{c}", "value": v, "state": "number" if v else "zero"}
             for c, v in zip(["natural", "commercial", "research", "welfare", "legal", "other", "total"], [2, 1, 0, 0, 0, 0, 3])]
    path = HERE / "只有上年年报-数据/上年/台账公开数据.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"version": 1, "year": 2021, "numbers": {"form": "2021", "tables": [{"id": "T3", "title": "", "cells": cells}]}}, ensure_ascii=False), encoding="utf-8")
    (HERE / "cases.txt").write_text("\n".join(cases) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
