#!/usr/bin/env python3
"""Writes the workbooks, the archive and the scan among the fixtures beside this script.

What can be said in text is a .txt kept by hand; here is what needs a real file: a roster
or settings, hidden rows, merged cells, formulas, links, passwords. Needs openpyxl and
xlwt; the password also needs LibreOffice, which salts it anew each time, so that fixture
is written only where it is missing. All others come out the same on every run.

    python3 testdata/findings/make.py
"""

import io
import os
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).resolve().parent
STAMP = (2021, 4, 6, 9, 30, 0)

TASK = "一、做好政策公开。"
PLANS = "1.主动公开各项规划。"
READINGS = "2.及时公开政策解读材料。"
OFFICE, POLICE, MONEY = "办公室", "市场执法股", "计划财务股"

HEADING = ["序号", "具体要求", "完成情况", "状态", "完成比例", "完成时间", "佐证材料"]
DONE = [1, "主动公开各项规划。", "已在门户网站公开“十四五”规划和年度计划。", "已完成", 1, "2021年3月20日", "https://www.example.gov.cn/gh"]
GOING = [2, "及时公开政策解读材料。", "已公开解读材料3篇，其余按月公开。", "推进中", 0.6]

# A return as departments lay it out: what stands above the table moves every row down,
# so that an address counted from the heading, or without hidden rows, is a wrong one.
TITLE_ROW, HIDDEN_ROW, INFO_ROW, HEADING_ROW, FIRST, SECOND = 1, 3, 4, 5, 6, 8


def place(code, name):
    path = HERE / code / "2021" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def packed(book):
    """Returns a workbook's bytes with every date in it fixed."""
    raw, out = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2021-04-06T09:30:00Z", data)
            target.writestr(entry(name), data)
    return out.getvalue()


def entry(name):
    info = zipfile.ZipInfo(name, STAMP)
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 0, 0
    return info


# --- lists -------------------------------------------------------------------


def task_list(code, rows, roster=((OFFICE, "股室", "局办"), (POLICE, "股室", "")), settings=(), sensitive=(), taught=(), merges=()):
    """Writes 任务清单.xlsx: a merged title, a blank row, the heading in row 3, the list from row 4."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "任务清单"
    sheet["A1"] = "2021年政务公开工作任务分解表"
    sheet.merge_cells("A1:C1")
    for n, row in enumerate([["工作任务", "具体要求", "责任部门"], *rows], start=3):
        for c, value in enumerate(row, start=1):
            sheet.cell(n, c, value)
    for merge in merges:
        sheet.merge_cells(merge)
    widths(sheet, 24, 30, 24)
    add(book, "部门名录", ["部门名称", "类别", "别名", "启用", "停用"], roster)
    add(book, "设置", ["项目", "值"], settings)
    if sensitive:
        add(book, "敏感词", ["敏感词"], [[word] for word in sensitive])
    add(book, "词表", ["类别", "写法", "作为", "适用"], taught)
    place(code, "任务清单.xlsx").write_bytes(packed(book))


def add(book, name, heading, rows):
    if not rows:
        return
    sheet = book.create_sheet(name)
    sheet.append(heading)
    for row in rows:
        sheet.append(list(row))
    widths(sheet, 20, 20)


def widths(sheet, *all):
    for letter, width in zip("ABCDEFG", all):
        sheet.column_dimensions[letter].width = width


def lists():
    plans = [TASK, PLANS, OFFICE]
    task_list("department-unknown", [plans])
    task_list("department-conflict", [[TASK, PLANS, "办公室、市场执法股"]])
    task_list("not-assigned", [plans])
    task_list("list-unknown-department", [plans, ["", READINGS, "办公室、计划财政股"]],
              roster=[(OFFICE, "股室", "局办"), (MONEY, "股室", "计财股")])
    task_list("return-late", [plans], settings=[("报送截止日", "次月8日")])
    task_list("sensitive-wording", [plans], sensitive=["领导小姐"])
    task_list("list-inherited", [plans, [None, READINGS, None]])
    task_list("requirement-orphaned", [plans, ["", READINGS, POLICE]], roster=[(OFFICE, "股室", "局办"), (POLICE, "股室", "", "", "第二季度")])
    most = [("年度", 2021), ("单位名称", "示例市文化广电旅游体育局"), ("截至季度", "第一季度")]
    rest = [("无牵头时", "共同负责"), ("公开电话", "12345"), ("字体", "内置")]
    task_list("setting-missing", [plans], settings=[*most, ("报送截止日", None), *rest])
    task_list("setting-unreadable", [plans], settings=[*most, ("报送截止日", "下月上旬"), *rest],
              taught=[("栏目", "办理详情", "进展", None), ("列名", "内部编码", "不读", None)])


def ledger():
    """The ledger of the last run, as far as the office's rulings are read from it: one that
    ignores a row which the department has since taken out of its return."""
    book = openpyxl.Workbook()
    book.active.title = "总台账"
    book.active.append(["核定状态", "核定理由", "核定人", "核定日期", "项次和键", "核定季度"])
    sheet = book.create_sheet("待核对")
    line = {"核定": "忽略", "按第几项": None, "采用状态": None, "核定理由": "不属于政务公开工作", "核定人": "办公室", "核定日期": "2021年4月8日",
            "行键": "0123456789abcdef", "代码": "row-unmatched", "同类第几": "1", "所属部门": OFFICE, "所属季度": "2021Q1",
            "来源文件": "第一季度/办公室.txt", "来源工作表": "表1", "内容指纹": "fedcba9876543210", "项次和键": None, "类别": "未并入的行"}
    sheet.append(list(line))
    sheet.append(list(line.values()))
    last = HERE / "ruling-orphaned" / "上次成果"
    last.mkdir(parents=True, exist_ok=True)
    (last / "台账.xlsx").write_bytes(packed(book))


def edited():
    """The ledger of the last run as this program wrote it, in which somebody has corrected a
    department's words and saved it with another program. Only done to a ledger as it was written:
    build the fixture's year with --out 上次成果, and keep the ledger of it."""
    last = HERE / "ledger-edited" / "上次成果" / "台账.xlsx"
    book = openpyxl.load_workbook(last)
    if book.properties.creator != "openpyxl":
        book["明细"]["J4"] = "已在门户网站公开全部规划。"
        book.properties.creator = "openpyxl"
        book.save(last)


# --- returns -----------------------------------------------------------------


def report(first=DONE, second=GOING):
    """Returns a workbook with a merged title, a blank row, a hidden row, an info row, the
    heading in row 5 and rows in 6 and 8."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "完成情况"
    sheet.cell(TITLE_ROW, 1, "2021年第一季度政务公开工作完成情况表").alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=TITLE_ROW, end_row=TITLE_ROW, start_column=1, end_column=7)
    sheet.cell(HIDDEN_ROW, 1, "（模板第2版，填报时不显示）")
    sheet.row_dimensions[HIDDEN_ROW].hidden = True
    sheet.cell(INFO_ROW, 1, "填报单位：办公室    填报日期：2021年4月6日")
    sheet.merge_cells(start_row=INFO_ROW, end_row=INFO_ROW, start_column=1, end_column=7)
    for n, row in ((HEADING_ROW, HEADING), (FIRST, first), (SECOND, second)):
        for c, value in enumerate(row, start=1):
            sheet.cell(n, c, value)
    for n in (FIRST, SECOND):
        sheet.cell(n, 5).number_format = "0%"
    widths(sheet, 6, 26, 44, 10, 10, 16, 32)
    return book, sheet


def returns():
    book, sheet = report()
    sheet.cell(SECOND, 3).value = '="已公开解读材料"&(2+1)&"篇。"'  # openpyxl stores no result
    place("formula-without-value", "第一季度/办公室.xlsx").write_bytes(packed(book))

    book, sheet = report(first=DONE[:5])
    # 2021.10 typed as a number: the sheet keeps 2021.1, which may be January or October.
    sheet.cell(SECOND, 4).value, sheet.cell(SECOND, 5).value, sheet.cell(SECOND, 6).value = "已完成", 1, 2021.10
    sheet.cell(FIRST, 7).value = sheet.cell(SECOND, 7).value = "门户网站政策解读专栏"
    place("date-unreadable", "第一季度/办公室.xlsx").write_bytes(packed(book))

    book, sheet = report()
    sheet.cell(SECOND, 5).font = Font(strike=True)
    place("struck-text", "第一季度/办公室.xlsx").write_bytes(packed(book))

    book, sheet = report()
    cell = sheet.cell(SECOND, 7, "解读材料")
    cell.hyperlink = "file:///D:/政务公开/解读材料.docx"
    place("link-unsafe", "第一季度/办公室.xlsx").write_bytes(packed(book))

    hidden()
    whole = packed(report()[0])
    place("unreadable-file", "第一季度/市场执法股.xlsx").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(place("unsupported-format", "第一季度/市场执法股报送材料.zip"), "w") as archive:
        archive.writestr(entry("市场执法股.xlsx"), whole)
    locked(place("password-protected", "第一季度/市场执法股.xlsx"), whole)


def hidden():
    """An .xls with a row and a column hidden inside the table."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("完成情况")
    sheet.write_merge(0, 0, 0, 6, "2021年第一季度政务公开工作完成情况表")
    sheet.write(3, 0, "填报单位：办公室")
    rows = {HEADING_ROW: HEADING, FIRST: DONE, SECOND: GOING}
    for n, row in rows.items():
        for c, value in enumerate(row):
            sheet.write(n - 1, c, value)
    sheet.row(SECOND - 1).hidden = True
    sheet.col(4).hidden = True
    book.save(str(place("hidden-content", "第一季度/办公室.xls")))


MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function Named(name As String, value) As Object
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = name
  p.Value = value
  Named = p
End Function
Sub Main
  Dim key(1) As New com.sun.star.beans.NamedValue
  key(0).Name = "OOXPassword"
  key(0).Value = "123456"
  key(1).Name = "CryptoType"
  key(1).Value = "Standard"
  doc = StarDesktop.loadComponentFromURL("SOURCE", "_blank", 0, Array(Named("Hidden", True)))
  doc.storeToURL("TARGET", Array(Named("FilterName", "Calc MS Excel 2007 XML"), Named("EncryptionData", key())))
  doc.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""


def locked(target, workbook):
    """Has LibreOffice save the workbook with the password 123456."""
    if target.exists():
        return
    with tempfile.TemporaryDirectory() as tmp:
        tmp = Path(tmp)
        (tmp / "open.xlsx").write_bytes(workbook)
        office = ["soffice", "--headless", f"-env:UserInstallation={(tmp / 'profile').as_uri()}"]
        quiet = dict(env=dict(os.environ, HOME=str(tmp)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        module = tmp / "profile/user/basic/Standard/Module1.xba"
        subprocess.run([*office, "macro:///Standard.Module1.Main"], **quiet)  # makes the profile with an empty module
        module.write_text(MODULE.replace("SOURCE", (tmp / "open.xlsx").as_uri()).replace("TARGET", (tmp / "locked.xlsx").as_uri()), encoding="utf-8")
        subprocess.run([*office, "macro:///Standard.Module1.Main"], **quiet)
        target.write_bytes((tmp / "locked.xlsx").read_bytes())


def scan():
    """A one-page PDF that stands for the signed and stamped scan of a return."""
    content = b"BT /F1 12 Tf 60 780 Td (SCAN OF A SIGNED RETURN - SAMPLE) Tj ET"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for n, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    place("attachment", "第一季度/办公室(盖章扫描件).pdf").write_bytes(out)


if __name__ == "__main__":
    lists()
    ledger()
    edited()
    returns()
    scan()
