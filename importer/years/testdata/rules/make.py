#!/usr/bin/env python3
"""Writes two years of base data in which every rule holds, and for each rule of their forms the one
file of the year that one cell breaks: year/2022 by the form of 2021, year/2020 by that of 2019.

Needs openpyxl and python-docx. Two runs give the same bytes. cells.txt says what was changed and,
by counting, which rules that breaks; see README.md.
"""

import io
import re
import shutil
import zipfile
from pathlib import Path

import docx
import openpyxl

HERE = Path(__file__).resolve().parent
PEOPLE = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
ROWS = [
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
    "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请",
    "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息"]
OTHER = {
    2021: ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"],
    2019: ["（六）其他处理"]}
GROUPS = {5: ("（三）不予公开", 8), 13: ("（四）无法提供", 3), 16: ("（五）不予处理", 5), 21: ("（六）其他处理", 3)}
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
SECTIONS = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]

# Applications by row and applicant: rows as printed, 其他 of （六） last; the rest of a row is 0.
NOW = {1: [33, 9, 0, 1, 2, 0], 2: [2, 1], 3: [14, 6, 0, 1, 1], 4: [4, 1], 8: [1], 9: [2], 11: [0, 1], 12: [2], 13: [5, 2, 0, 0, 1], 14: [1], 16: [2], 17: [1],
       "other": [1], "done": [33, 10, 0, 1, 2], "on": [2]}
LAST = {1: [30, 8, 0, 0, 2, 0], 2: [1], 3: [15, 4, 0, 0, 2], 4: [3, 1], 9: [3], 13: [5, 2], 16: [2], 17: [1], "done": [29, 7, 0, 0, 2], "on": [2, 1]}
QUARTERS = [(3, 10, 11, 2), (2, 12, 10, 4), (4, 9, 12, 1), (1, 14, 13, 2)]  # carried in, new, done, carried on
CASES = [[3, 1, 0, 1, 5], [1, 0, 0, 0, 1], [1, 0, 0, 1, 2]]
LAST_CASES = [[2, 0, 1, 1, 4], [0, 0, 0, 0, 0], [1, 0, 0, 1, 2]]


class Changes:
    """What one fixture changes: cells and paragraphs by file, sheet and address, and whether it was found."""

    def __init__(self, file="", sheet="", cell="", value=None, said=("", ""), named=""):
        self.file, self.sheet, self.cell, self.value, self.said, self.named, self.done = file, sheet, cell, value, said, named or cell, not file

    def text(self, file, paragraph):
        if self.file == file and self.said[0] and self.said[0] in paragraph:
            self.done = True
            return paragraph.replace(*self.said)
        return paragraph


def packed(path, data):
    """Writes an archive with one time for all parts, so that two runs give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename.endswith("thumbnail.jpeg"):
                continue
            text = old.read(part)
            if part.filename == "docProps/core.xml":
                text = re.sub(rb"20\d\d-\d\d-\d\dT[0-9:]+Z", b"2023-01-05T08:00:00Z", text)
            if part.filename in ("_rels/.rels", "[Content_Types].xml"):
                text = re.sub(rb'<Relationship [^>]*thumbnail[^>]*/>', b"", text)
            new.writestr(zipfile.ZipInfo(part.filename, (2023, 1, 5, 8, 0, 0)), text, zipfile.ZIP_DEFLATED)


class Folder:
    """A year, or the one file of it that a change touches."""

    def __init__(self, root, change=None):
        self.root, self.change = root, change or Changes()

    def wants(self, file):
        return not self.change.file or self.change.file == file

    def workbook(self, file, sheets):
        """sheets: by name rows of cells, merges as (row, column, rows, columns) from 1."""
        if not self.wants(file):
            return
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
            if self.change.file == file and self.change.sheet == name:
                s[self.change.cell] = self.change.value
                self.change.done = True
        out = io.BytesIO()
        book.save(out)
        packed(self.root / file, out.getvalue())

    def document(self, file, parts):
        """parts: paragraphs, and tables as rows of cells with merges."""
        if not self.wants(file):
            return
        d = docx.Document()
        tables = before = 0  # rows of a document count its paragraphs above too
        for part in parts:
            if isinstance(part, str):
                before += 1
                d.add_paragraph(self.change.text(file, part))
                continue
            rows, merges = part
            tables += 1
            t = d.add_table(rows=len(rows), cols=max(map(len, rows)))
            t.style = "Table Grid"
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if value is not None:
                        t.cell(r, c).text = str(value)
            if self.change.file == file and self.change.sheet == f"表{tables}":
                column, line = ord(self.change.cell[0]) - ord("A"), int(self.change.cell[1:]) - before - 1
                t.cell(line, column).text = str(self.change.value)
                self.change.done = True
            for r, c, h, w in merges:
                t.cell(r - 1, c - 1).merge(t.cell(r + h - 2, c + w - 2))
        out = io.BytesIO()
        d.save(out)
        packed(self.root / file, out.getvalue())


def table_three(form, numbers):
    """The official table: rows and merges."""
    others = OTHER[form]
    labels = ROWS + others + ["（七）总计", "四、结转下年度继续办理"]
    done = len(labels) - 1
    rows = [[NOTE, None, None, "申请人情况"], [None, None, None, "自然人", "法人或其他组织", None, None, None, None, "总计"], [None, None, None, None, *PEOPLE[1:]]]
    merges = [(1, 1, 3, 3), (1, 4, 1, 7), (2, 4, 2, 1), (2, 5, 1, 5), (2, 10, 2, 1), (6, 1, done - 2, 1)]
    for r, label in enumerate(labels, 1):
        key = {done - 1: "other", done: "done", done + 1: "on"}.get(r, r)
        values = (numbers.get(key, []) + [0] * 6)[:6]
        line = [None] * 3
        if r in (1, 2, done + 1):
            line[0] = label
            merges.append((r + 3, 1, 1, 3))
        elif label.startswith("（"):
            line[1] = label
            merges.append((r + 3, 2, 1, 2))
        else:
            line[2] = label
        if r == 3:
            line[0] = "三、本年度办理结果"
        if r in GROUPS and label not in ("（六）其他处理",):
            line[1] = GROUPS[r][0]
            merges.append((r + 3, 2, GROUPS[r][1], 1))
        rows.append(line + values + [sum(values)])
    return rows, merges


def table_four(cases):
    rows = [["行政复议", None, None, None, None, "行政诉讼"] + [None] * 9, RESULTS + ["未经复议直接起诉"] + [None] * 4 + ["复议后起诉"] + [None] * 4, [None] * 5 + RESULTS * 2,
            [n for row in cases for n in row]]
    return rows, [(1, 1, 1, 5), (1, 6, 1, 10), (2, 6, 1, 5), (2, 11, 1, 5)] + [(2, c, 2, 1) for c in range(1, 6)]


def table_two(form, n):
    """n: values by row name."""
    if form == 2021:
        blocks = [("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "行政规范性文件"]), ("第二十条第（五）项", ["本年处理决定数量"], ["行政许可"]),
                  ("第二十条第（六）项", ["本年处理决定数量"], ["行政处罚", "行政强制"]), ("第二十条第（八）项", ["本年收费金额（单位：万元）"], ["行政事业性收费"])]
    else:
        three = ["上一年项目数量", "本年增/减", "处理决定数量"]
        blocks = [("第二十条第（一）项", ["本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规章", "规范性文件"]), ("第二十条第（五）项", three, ["行政许可", "其他对外管理服务事项"]),
                  ("第二十条第（六）项", three, ["行政处罚", "行政强制"]), ("第二十条第（八）项", three[:2], ["行政事业性收费"]), ("第二十条第（九）项", ["采购项目数量", "采购总金额"], ["政府集中采购"])]
    rows, merges = [], []
    for title, heads, names in blocks:
        rows.append([title, None, None, None])
        merges.append((len(rows), 1, 1, 4))
        for line in [["信息内容"] + heads] + [[name] + n[name] for name in names]:
            rows.append(line + [None] * (4 - len(line)))
            if len(line) < 4:
                merges.append((len(rows), len(line), 1, 5 - len(line)))
    return rows, merges


def titled(title, who, table):
    rows, merges = table
    return [[title], [f"填报单位：{who}"]] + rows, [(1, 1, 1, 4)] + [(r + 2, c, h, w) for r, c, h, w in merges]


def indicators(year, quarter, who, heads, rows):
    return [[f"{year}年第{'一二三四'[quarter - 1]}季度政府信息公开统计表"], [f"填报单位：{who}"], heads] + rows, [(1, 1, 1, len(heads))]


def report(year, who, cases, numbers):
    """The text of a year's report with its table 四."""
    new, done, on = sum(numbers[1]), sum(numbers["done"]), sum(numbers["on"])
    return [f"示例市文化和旅游局{year}年政府信息公开工作年度报告", f"报送单位：{who}", f"一、{SECTIONS[0]}",
            f"{year}年，本局收到政府信息公开申请{new}件，办结申请{done}件，结转下年{on}件。主动公开政府信息120条，其中政策法规20条、工作动态70条、财政信息30条。", f"二、{SECTIONS[1]}",
            "详见附表。", f"三、{SECTIONS[2]}", "详见附表。", f"四、{SECTIONS[3]}", table_four(cases), f"五、{SECTIONS[4]}", "公开的主动性还不够强，下一步加强培训。", f"六、{SECTIONS[5]}",
            "没有收取信息处理费。"]


def two(form, last):
    """Table 二 of last year, or what 审批股 gives this year: one number that is not 0."""
    if form == 2021:
        n = {"规章": [0, 0, 0], "行政规范性文件": [0, 0, 0], "行政许可": [4], "行政处罚": [0], "行政强制": [0], "行政事业性收费": [0]}
        return {**n, "行政规范性文件": [4, 2, 20], "行政许可": [250], "行政处罚": [121], "行政强制": [4], "行政事业性收费": [11.2]} if last else n
    n = {"规章": [0, 0, 0], "规范性文件": [0, 0, 0], "行政许可": [0, 0, 4], "其他对外管理服务事项": [0, 0, 0], "行政处罚": [0, 0, 0], "行政强制": [0, 0, 0], "行政事业性收费": [0, 0],
         "政府集中采购": [0, 0]}
    return {**n, "规范性文件": [4, 4, 20], "行政许可": [3, 0, 250], "行政处罚": [5, 0, 121], "行政强制": [6, 0, 4]} if last else n


def year(folder, form):
    """All files of a year; the folder takes those that it wants."""
    y = 2022 if form == 2021 else 2020
    folder.workbook("任务清单.xlsx", {
        "任务清单": ([[f"{y}年政务公开工作任务清单"], ["序号", "工作任务", "具体要求", "责任部门"], [1, "推进主动公开", "公开本局各项规划计划。", "办公室"]], [(1, 1, 1, 4)]),
        "部门名录": ([["部门名称", "类别", "别名"]] + [[d, "股室", None] for d in ("办公室", "法规股", "执法股", "审批股")], []),
        "设置": ([["项目", "值"], ["年度", y], ["单位名称", "示例市文化和旅游局"], ["截至季度", "第四季度"], ["报送截止日", "次月8日"], ["无牵头时", "共同负责"], ["公开电话", "12345"]], [])})
    folder.document(f"上年/{y - 1}年政府信息公开工作年度报告.docx", report(y - 1, "办公室", LAST_CASES, LAST) + [table_two(form, two(form, True)), table_three(form, LAST)])
    new = done = 0
    for q, (into, got, ended, on) in enumerate(QUARTERS, 1):
        new, done = new + got, done + ended
        dated = f"{y}-{3 * q + 1:02}-06" if q < 4 else f"{y + 1}-01-06"
        named = "一二三四"[q - 1]
        folder.workbook(f"第{named}季度/办公室.xlsx", {
            "进展": ([[f"{y}年第{named}季度政务公开工作进展"], ["填报单位：办公室", None, f"填报日期：{dated}"], ["序号", "具体要求", "完成情况", "状态"],
                    [1, "公开本局各项规划计划。", f"第{named}季度公开规划计划{q + 2}项，网址为http://www.example.gov.cn/gh{q}。", "已完成" if q == 4 else "推进中"]], [(1, 1, 1, 4)]),
            "收办": indicators(y, q, "办公室", ["指标名称", "计量单位", "本季度", "本年累计"],
                             [["本年新收政府信息公开申请数量", "件", got, new], ["本年度办理结果总计", "件", ended, done]]),
            "结转": indicators(y, q, "办公室", ["指标名称", "计量单位", "本季度"], [["上年结转政府信息公开申请数量", "件", into], ["结转下年度继续办理", "件", on]])})
    folder.workbook("第四季度/办公室-附表三.xlsx", {"表三": titled(f"{y}年收到和处理政府信息公开申请情况", "办公室", table_three(form, NOW))})
    folder.document("第四季度/办公室-年度报告.docx", report(y, "办公室", CASES, NOW))
    heads = ["指标名称", "计量单位", "本年累计", "备注"]
    made, rules, decided = ("本年制发件数", "行政规范性文件", "本年处理决定数量") if form == 2021 else ("本年新制作数量", "规范性文件", "处理决定数量")
    law = [[f"{rules}{made}", "件", 2, f"示文旅规〔{y}〕1号、示文旅规〔{y}〕2号"]]
    if form == 2021:
        law += [[f"{rules}本年废止件数", "件", 1, None], [f"{rules}现行有效件数", "件", 21, None]]
        law += [[f"规章{k}", "件", 0, None] for k in (made, "本年废止件数", "现行有效件数")]
    else:
        law += [[f"{rules}本年新公开数量", "件", 2, None], [f"{rules}对外公开总数量", "件", 22, None]]
    folder.workbook("第四季度/法规股.xlsx", {"统计": indicators(y, 4, "法规股", heads, law)})
    act = [[f"{rules}{made}", "件", 1, f"示文旅规〔{y}〕3号"], [f"行政许可{decided}", "件", 236, None], [f"行政处罚{decided}", "件", 130, None], [f"行政强制{decided}", "件", 3, None],
           ["本年新收政府信息公开申请数量", "件", sum(NOW[1]), None]]
    if form == 2021:
        act += [[f"{rules}本年废止件数", "件", 0, None], [f"{rules}现行有效件数", "件", 1, None], ["行政事业性收费本年收费金额", "万元", 12.5, None]]
    folder.workbook("第四季度/执法股.xlsx", {"统计": indicators(y, 4, "执法股", heads, act)})
    folder.workbook("第四季度/审批股.xlsx", {"表二": titled(f"{y}年主动公开政府信息情况", "审批股", table_two(form, two(form, False)))})


Q2, Q3, Q4 = "第二季度/", "第三季度/", "第四季度/"
THREE, TEXT, LAW, ACT, PERMIT = Q4 + "办公室-附表三.xlsx", Q4 + "办公室-年度报告.docx", Q4 + "法规股.xlsx", Q4 + "执法股.xlsx", Q4 + "审批股.xlsx"


def broken(form):
    """Each fixture: its name, the finding, what it changes, the rules that this breaks by counting."""
    y = 2022 if form == 2021 else 2020
    both = [
        ("T3.1", "rule-broken", Changes(THREE, "表三", "D6", 34), "T3.1 T3.3"),  # 新收, 自然人: 33
        ("T3.2", "rule-broken", Changes(THREE, "表三", "H10", 1), "T3.2 T3.3"),  # 国家秘密, 法律服务机构: 0
        ("T3.3", "rule-broken", Changes(THREE, "表三", "J18", 10), "T3.2 T3.3"),  # 不掌握, 总计: 8
        ("T3.4", "carry-over-differs", Changes(THREE, "表三", "I7", 1), "T3.1 T3.3 T3.4"),  # 上年结转, 其他: 0
        ("T4.1", "rule-broken", Changes(TEXT, "表1", "E13", 6), "T4.1"),
        ("T4.2", "rule-broken", Changes(TEXT, "表1", "G13", 1), "T4.2"),
        ("T4.3", "rule-broken", Changes(TEXT, "表1", "M13", 1), "T4.3"),
        ("T4.4", "carry-over-differs", Changes(TEXT, "表1", "O13", 0), "T4.3 T4.4"),
        ("N.1", "number-unreadable", Changes(ACT, "统计", "C6", -130), "N.1"),
        ("N.1-broken", "number-unreadable", Changes(ACT, "统计", "C7", 3.5), "N.1"),
        ("N.2", "number-missing", Changes(ACT, "统计", "C7", None), ""),
        ("N.3", "number-unreadable", Changes(ACT, "统计", "C6", "约130"), "N.3"),
        ("S.1", "number-conflict", Changes(ACT, "统计", "C8", 46), "S.1"),
        ("S.2", "number-doubtful", Changes(ACT, "统计", "D4", f"示文旅规〔{y}〕2号", named="C4"), "S.2 T2.1" if form == 2021 else "S.2"),
        ("Q.1", "number-conflict", Changes(Q2 + "办公室.xlsx", "收办", "C4", 22), "Q.1"),  # the cumulative number: 12
        ("Q.3", "number-doubtful", Changes(Q3 + "办公室.xlsx", "结转", "C4", 5), "Q.3"),
        ("X.1", "rule-broken", Changes(TEXT, said=("申请45件", "申请54件")), "X.1"),
        ("X.2", "number-doubtful", Changes(TEXT, said=(f"{y}年，本局", f"{y - 1}年，本局")), "X.2"),
        ("X.3", "number-doubtful", Changes(ACT, "统计", "C5", 2360), "X.3"),
        ("X.4", "number-doubtful", Changes(TEXT, said=("二、主动公开政府信息情况", "二、主动公开信息情况")), "X.4"),
        ("C.2", "number-doubtful", Changes(TEXT, said=("工作动态70条", "工作动态75条")), "C.2"),
        ("N.4", "number-doubtful", Changes(PERMIT, "表二", "B9" if form == 2021 else "D9", 0), "N.4"),
    ]
    if form == 2019:
        return both
    return both + [
        ("T2.1", "carry-over-differs", Changes(LAW, "统计", "C6", 22), "T2.1"),
        ("T2.2", "number-doubtful", Changes(LAW, "统计", "C7", 1), "T2.1 T2.2 T2.3"),
        ("T2.3", "number-doubtful", Changes(LAW, "统计", "C9", 6), "T2.1 T2.3"),
        ("T2.4", "number-doubtful", Changes(ACT, "统计", "C11", 1250), "T2.4 X.3"),
    ]


def main():
    for old in ("year", "broken"):
        shutil.rmtree(HERE / old, ignore_errors=True)
    lines = []
    for form in (2021, 2019):
        y = 2022 if form == 2021 else 2020
        year(Folder(HERE / "year" / str(y)), form)
        for name, code, change, rules in broken(form):
            year(Folder(HERE / "broken" / str(y) / name, change), form)
            assert change.done, name
            lines.append(" | ".join([str(y), name, code, change.file, change.sheet, change.named, rules]))
    (HERE / "cells.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
