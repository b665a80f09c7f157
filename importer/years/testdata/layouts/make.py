#!/usr/bin/env python3
"""Writes the layouts beside this script: one year's numbers, laid out as offices lay them out.

Needs openpyxl, xlwt, python-docx and LibreOffice. A file that is there stays, for LibreOffice
writes other bytes on each run; delete one to have it written anew.
"""

import subprocess
import tempfile
from pathlib import Path

import docx
import openpyxl
import xlwt
from docx.shared import Pt
from openpyxl.styles import Alignment, Border, Font, Side

HERE = Path(__file__).resolve().parent

# The one truth. Applicants: 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他; the total is added.
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
NEW = [1032, 201, 5, 9, 24, 15]
CARRIED = [31, 6, 0, 0, 1, 0]
ON = [27, 9, 0, 1, 0, 0]
DONE = [n + c - o for n, c, o in zip(NEW, CARRIED, ON)]
DETAIL = {  # rows 3 to 23 but row 13, which takes what is left
    3: [520, 88, 3, 5, 11, 7], 4: [61, 14, 0, 1, 2, 1], 5: [1, 0, 0, 0, 0, 0], 6: [4, 1, 0, 0, 0, 0], 7: [0] * 6, 8: [13, 9, 0, 0, 1, 0],
    9: [22, 3, 0, 0, 2, 0], 10: [31, 4, 1, 0, 0, 1], 11: [17, 6, 0, 0, 3, 0], 12: [9, 2, 0, 0, 0, 0], 14: [24, 5, 0, 1, 0, 1], 15: [6, 0, 0, 0, 0, 0],
    16: [88, 3, 0, 0, 0, 2], 17: [19, 1, 0, 0, 1, 0], 18: [2, 0, 0, 0, 0, 0], 19: [3, 0, 0, 0, 0, 0], 20: [5, 1, 0, 0, 0, 0], 21: [12, 2, 0, 0, 0, 0],
    22: [0] * 6, 23: [7, 1, 0, 0, 0, 0]}
DETAIL[13] = [DONE[i] - sum(DETAIL[r][i] for r in DETAIL) for i in range(6)]
ROWS = {1: NEW, 2: CARRIED, **DETAIL, 24: DONE, 25: ON}
ROWS = {r: v + [sum(v)] for r, v in ROWS.items()}
TOTAL = {r: v[6] for r, v in ROWS.items()}
RULES = {"规章": (0, 0, 0), "行政规范性文件": (6, 2, 87)}
PERMITS, PENALTIES, COERCION, FEES = 1342, 58, 3, 12.5
CASES = {"行政复议": [14, 3, 2, 5, 24], "未经复议直接起诉": [6, 1, 0, 2, 9], "复议后起诉": [4, 0, 1, 1, 6]}
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
HOUSE = {"all": 2418, "gazette": 0, "site": 1306, "weibo": 88, "wechat": 1024, "visits": 86412, "inperson": 41, "post": 233, "net": 1012}

LABELS = {
    1: "一、本年新收政府信息公开申请数量", 2: "二、上年结转政府信息公开申请数量", 3: "（一）予以公开",
    4: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 5: "1.属于国家秘密", 6: "2.其他法律行政法规禁止公开", 7: "3.危及“三安全一稳定”",
    8: "4.保护第三方合法权益", 9: "5.属于三类内部事务信息", 10: "6.属于四类过程性信息", 11: "7.属于行政执法案卷", 12: "8.属于行政查询事项",
    13: "1.本机关不掌握相关政府信息", 14: "2.没有现成信息需要另行制作", 15: "3.补正后申请内容仍不明确", 16: "1.信访举报投诉类申请", 17: "2.重复申请",
    18: "3.要求提供公开出版物", 19: "4.无正当理由大量反复申请", 20: "5.要求行政机关确认或重新出具已获取信息",
    21: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 22: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    23: "3.其他", 24: "（七）总计", 25: "四、结转下年度继续办理"}
GROUPS = {5: ("（三）不予公开", 8), 13: ("（四）无法提供", 3), 16: ("（五）不予处理", 5), 21: ("（六）其他处理", 3)}
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def table_two():
    """Returns cells (row, column, rows, columns, value) of section 二, from 0."""
    cells = []
    line = 0

    def block(title, heads, rows):
        nonlocal line
        cells.append((line, 0, 1, 4, title))
        line += 1
        for values in [["信息内容"] + heads] + rows:
            wide = 1 if len(values) == 4 else 3
            for i, v in enumerate(values):
                cells.append((line, i, 1, 1 if i == 0 else wide, v))
            line += 1

    block("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"], [[k, *v] for k, v in RULES.items()])
    block("第二十条第（五）项", ["本年处理决定数量"], [["行政许可", PERMITS]])
    block("第二十条第（六）项", ["本年处理决定数量"], [["行政处罚", PENALTIES], ["行政强制", COERCION]])
    block("第二十条第（八）项", ["本年收费金额（单位：万元）"], [["行政事业性收费", FEES]])
    return cells


def table_three(order=range(7)):
    cells = [(0, 0, 3, 3, NOTE), (0, 3, 1, 7, "申请人情况"), (1, 3, 2, 1, "自然人"), (1, 4, 1, 5, "法人或其他组织"), (1, 9, 2, 1, "总计")]
    cells += [(2, 4 + i, 1, 1, name) for i, name in enumerate(["商业\n企业", "科研\n机构", "社会公益组织", "法律服务机构", "其他"])]
    for r in range(1, 26):
        line = r + 2
        if r in (1, 2, 25):
            cells.append((line, 0, 1, 3, LABELS[r]))
        else:
            if r == 3:
                cells.append((line, 0, 22, 1, "三、本年度办理结果"))
            if r in GROUPS:
                cells.append((line, 1, GROUPS[r][1], 1, GROUPS[r][0]))
            grouped = 5 <= r <= 23
            cells.append((line, 2, 1, 1, LABELS[r]) if grouped else (line, 1, 1, 2, LABELS[r]))
        cells += [(line, 3 + i, 1, 1, v) for i, v in enumerate(ROWS[r])]
    return cells


def table_four():
    cells = [(0, 0, 1, 5, "行政复议"), (0, 5, 1, 10, "行政诉讼")]
    cells += [(1, i, 2, 1, n) for i, n in enumerate(RESULTS)]
    cells += [(1, 5, 1, 5, "未经复议直接起诉"), (1, 10, 1, 5, "复议后起诉")]
    cells += [(2, 5 + i, 1, 1, n) for i, n in enumerate(RESULTS * 2)]
    cells += [(3, i, 1, 1, v) for i, v in enumerate(CASES["行政复议"] + CASES["未经复议直接起诉"] + CASES["复议后起诉"])]
    return cells


# ---------------------------------------------------------------------------
# Writers
# ---------------------------------------------------------------------------

THIN = Side(style="thin")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def put(ws, cells, top=1, left=1):
    for r, c, high, wide, v in cells:
        cell = ws.cell(top + r, left + c, v)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        for i in range(high):
            for k in range(wide):
                ws.cell(top + r + i, left + c + k).border = GRID
        if high > 1 or wide > 1:
            ws.merge_cells(start_row=top + r, start_column=left + c, end_row=top + r + high - 1, end_column=left + c + wide - 1)


def rows_to(ws, rows, top=1):
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            if v is not None:
                ws.cell(top + r, 1 + c, v).alignment = Alignment(wrap_text=True, vertical="center")


def titled(ws, title, wide, info):
    ws.cell(1, 1, title).font = Font(name="方正小标宋简体", size=18)
    ws.merge_cells(start_row=1, start_column=1, end_row=1, end_column=wide)
    ws.cell(2, 1, info)
    ws.merge_cells(start_row=2, start_column=1, end_row=2, end_column=wide)


def official_sheets():
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "主动公开"
    titled(ws, "二、主动公开政府信息情况", 4, "填报单位（盖章）：办公室          填报日期：2022年1月7日")
    put(ws, table_two(), 4)
    ws = wb.create_sheet("依申请")
    titled(ws, "三、收到和处理政府信息公开申请情况", 10, "填报单位（盖章）：办公室          填报日期：2022年1月7日")
    put(ws, table_three(), 3)
    ws.cell(33, 1, "填表人：　　　　　　审核人：　　　　　　联系电话：12345")
    ws = wb.create_sheet("复议诉讼")
    titled(ws, "四、政府信息公开行政复议、行政诉讼情况", 15, "填报单位（盖章）：办公室          填报日期：2022年1月7日")
    put(ws, table_four(), 3)
    return wb


def moved():
    """The total first, two columns changed over, the spans gone, a code before the numbers, suits as lines."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "依申请公开办理情况"
    rows = [["2021年度依申请公开办理情况统计表（第四季度，累计）"], ["填报科室：办公室", None, None, None, "填报时间：2022-01-06"],
            ["项目", None, None, "行次", "总计", "申请人情况"],
            [None, None, None, None, None, "法人或其他组织", None, None, None, None, "自然人"],
            [None, None, None, None, None, "商业企业", "科研机构", "法律服务机构", "社会公益组织", "其他", None]]
    for r in range(1, 26):
        v = ROWS[r]
        label = [LABELS[r], None, None]
        if r not in (1, 2, 25):
            label = ["三、本年度办理结果" if r == 3 else None, GROUPS[r][0] if r in GROUPS else None, LABELS[r]]
            if not 5 <= r <= 23:
                label = [label[0], LABELS[r], None]
        rows.append(label + [f"{r:02d}", v[6], v[1], v[2], v[4], v[3], v[5], v[0]])
    rows_to(ws, rows)
    ws = wb.create_sheet("复议诉讼情况")
    rows = [["2021年度行政复议、行政诉讼情况（1—12月）"], ["填报科室：办公室"], ["类别", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]]
    rows += [["行政复议"] + CASES["行政复议"]]
    rows += [["行政诉讼——" + k] + CASES[k] for k in ("未经复议直接起诉", "复议后起诉")]
    rows_to(ws, rows)
    return wb


def damaged():
    """A list cut down from an older form; its numbers no longer count anything."""
    wb = openpyxl.Workbook()
    ws = wb.active
    titled(ws, "2021年政府信息公开工作情况统计表", 4, "科室名称：办公室    填表人：        数据有效期：2021年1月1日至2021年12月31日")
    rows = [
        ["序号", "统计指标", "计量单位", "统计数"],
        ["1", "一、主动公开情况", "——", "——"],
        ["2", "　（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", HOUSE["all"]],
        ["5", "　（二）制发规范性文件总数", "件", 6],
        ["9", "　（三）通过不同渠道和方式公开政府信息的情况", "——", "——"],
        ["73", "　　　1.政府公报公开政府信息数", "条", HOUSE["gazette"]],
        ["12", "　　　2.政府网站公开政府信息数", "条", HOUSE["site"]],
        ["9", "　　　3.政务微博公开政府信息数", "条", HOUSE["weibo"]],
        ["10", "　　　4.政务微信公开政府信息数", "条", HOUSE["wechat"]],
        ["14", "二、依申请公开情况", "——", "——"],
        ["14", "　（一）收到申请数", "件", TOTAL[1]],
        ["15", "　　　1.当面申请数", "件", HOUSE["inperson"]],
        ["17", "　　　2.信函申请数", "件", HOUSE["post"]],
        ["3", "　　　3.网络申请数", "件", HOUSE["net"]],
        ["", "　（二）上年度结转申请数", "件", TOTAL[2]],
        ["21", "　（三）申请办结数", "件", TOTAL[24]],
        ["22", "　（四）结转下年度办理数", "件", TOTAL[25]],
        ["30", "三、行政复议情况", "——", "——"],
        ["31", "　（一）行政复议数", "件", 24],
        ["31", "　　　1.维持具体行政行为数", "件", 14],
        ["32", "　　　2.被依法纠错数", "件", 3],
        ["34", "　　　3.其他情形数", "件", 2],
        ["35", "　　　4.尚未办结数", "件", 5],
    ]
    rows_to(ws, rows, 3)
    return wb


def units():
    """Counts and money in columns of their own, money in 元 and 千元, counts in 宗 and 件."""
    wb = openpyxl.Workbook()
    ws = wb.active
    titled(ws, "行政执法和收费情况统计表", 5, "填报部门：办公室　　统计期间：2021年1—12月　　")
    rows = [["序号", "事项", "办理数量", None, "收费金额（元）"], [None, None, "数量", "计量单位", None],
            [1, "行政许可", PERMITS, "宗", None], [2, "行政处罚", PENALTIES, "宗", None], [3, "行政强制", COERCION, "件", None], [4, "行政事业性收费", None, None, 125000]]
    rows_to(ws, rows, 3)
    ws.merge_cells("C3:D3"), ws.merge_cells("A3:A4"), ws.merge_cells("B3:B4"), ws.merge_cells("E3:E4")
    ws = wb.create_sheet("文件")
    rows_to(ws, [["规范性文件管理情况（截至2021年12月31日）"], ["填报部门：办公室"], ["文件种类", "制发（件）", "废止（件）", "有效（件）"],
                 ["规章", "0件", "0件", "0件"], ["行政规范性文件", "６件", "２件", "87 件"]])
    return wb


def wide():
    """A line a department under two lines of headings."""
    wb = openpyxl.Workbook()
    ws = wb.active
    titled(ws, "2021年第四季度政务公开年报基础数据汇总表（累计数）", 15, "填报人：　　　　　填报日期：2022年1月8日")
    heads = [["序号", "部门", "行政规范性文件", None, None, "行政执法", None, None, "依申请公开", None, None, None, "行政复议", None],
             [None, None, "制发件数", "废止件数", "现行有效件数", "行政许可", "行政处罚", "行政强制", "本年新收", "上年结转", "办理总计", "结转下年", "尚未审结", "总计"]]
    values = [6, 2, 87, PERMITS, PENALTIES, COERCION, TOTAL[1], TOTAL[2], TOTAL[24], TOTAL[25], 5, 24]
    rows_to(ws, heads + [[1, "办公室"] + values, ["合计", None] + values], 3)
    for span in ("A3:A4", "B3:B4", "C3:E3", "F3:H3", "I3:L3", "M3:N3", "A6:B6"):
        ws.merge_cells(span)
    return wb


def quarters():
    """Quarters side by side, the year's sum last."""
    wb = openpyxl.Workbook()
    ws = wb.active
    rows = [["政务公开数据分季度统计表"], ["部门：办公室", None, "2021年"], ["指标", "单位", "一季度", "二季度", "三季度", "四季度", "全年合计"]]
    for name, unit, parts in [("网站公开信息", "条", (301, 322, 290, 393)), ("微信公开信息", "条", (200, 250, 274, 300)), ("行政许可决定数", "件", (300, 342, 350, 350)),
                              ("行政处罚决定数", "件", (10, 18, 20, 10)), ("制发行政规范性文件", "件", (1, 2, 0, 3)), ("新收信息公开申请", "件", (300, 320, 333, 333))]:
        rows.append([name, unit, *parts, sum(parts)])
    rows_to(ws, rows)
    return wb


def town():
    """A number for each level of an area; a department of a bureau is none of them."""
    wb = openpyxl.Workbook()
    ws = wb.active
    rows_to(ws, [["2021年度政府信息公开工作统计表"], ["填报单位：办公室"], ["序号", "统计指标", "计量单位", "统计数", None, None], [None, None, None, "区政府", "区直单位", "乡镇街道"],
                 [1, "收到申请数", "件", 12, TOTAL[1], 40], [2, "结转下年度", "件", 0, TOTAL[25], 3], [3, "行政许可", "件", 7, PERMITS, 0]])
    return wb


def task_list():
    """The year's list: one requirement, who there is, and the year."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "任务清单"
    rows_to(ws, [["2021年政务公开工作任务分解表"], ["工作任务", "具体要求", "责任部门"], ["一、做好政策公开。", "1.主动公开各项规划。", "办公室、市场执法股、计划财务股"]])
    rows_to(wb.create_sheet("部门名录"), [["部门名称", "类别", "别名"], ["办公室", "股室", "局办公室"], ["市场执法股", "股室", "执法股"], ["计划财务股", "股室", "计财股"]])
    rows_to(wb.create_sheet("设置"), [["项目", "值"], ["年度", 2021], ["单位名称", "示例市文化广电旅游体育局"]])
    return wb


def dingxi():
    """A statistical form with a block of labels above, codes, and the two columns of figures numbered."""
    book = xlwt.Workbook(encoding="utf-8")
    ws = book.add_sheet("基层表")
    ws.write_merge(0, 0, 0, 4, "政府信息公开工作情况表")
    ws.write(1, 0, "单位名称：办公室"), ws.write(1, 3, "报出日期：2022年1月8日")
    ws.write(2, 0, "单位负责人："), ws.write(2, 2, "填报人："), ws.write(2, 3, "联系电话：12345")
    ws.write(3, 0, "地区及部门编号：440000"), ws.write(3, 3, "2021年第4季度")
    rows = [["指标名称", "计量单位", "代码", "本期实际", "本年累计"], ["甲", "乙", "丙", "1", "2"],
            ["一、主动公开信息数", "条", "01", 693, HOUSE["all"]], ["　　新增规范性文件", "件", "04", 3, 6],
            ["二、网站页面访问量", "次", "07", 21000, HOUSE["visits"]],
            ["三、申请总数", "件", "11", 333, TOTAL[1]], ["　　1.当面申请", "件", "12", 8, HOUSE["inperson"]], ["　　2.信函申请", "件", "16", 60, HOUSE["post"]],
            ["　　3.网上申请", "件", "15", 250, HOUSE["net"]], ["四、答复总数", "件", "18", 340, TOTAL[24]],
            ["五、行政复议", "件", "33", 4, 24], ["六、上年结转", "件", "35", 0, TOTAL[2]]]
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            ws.write(5 + r, c, v)
    return book


def stacked():
    """The three tables below each other on one sheet, numbers as texts, the wide rows merged."""
    book = xlwt.Workbook(encoding="utf-8")
    ws = book.add_sheet("Sheet1")
    line = 0
    ws.write_merge(0, 0, 0, 14, "办公室2021年政府信息公开年度报告数据（全年）")
    line = 2
    for title, cells in (("二、主动公开政府信息情况", table_two()), ("三、收到和处理政府信息公开申请情况", table_three()), ("四、政府信息公开行政复议、行政诉讼情况", table_four())):
        ws.write(line, 0, title)
        line += 1
        for r, c, high, wide, v in cells:
            if isinstance(v, (int, float)):
                v = f"{v:,}"
            if high > 1 or wide > 1:
                ws.write_merge(line + r, line + r + high - 1, c, c + wide - 1, v)
            else:
                ws.write(line + r, c, v)
        line += max(r + high for r, _, high, _, _ in cells) + 1
    return book


def word_table(doc, cells):
    high = max(r + h for r, _, h, _, _ in cells)
    width = max(c + w for _, c, _, w, _ in cells)
    t = doc.add_table(high, width)
    t.style = "Table Grid"
    for r, c, h, w, v in cells:
        cell = t.cell(r, c)
        if h > 1 or w > 1:
            cell = cell.merge(t.cell(r + h - 1, c + w - 1))
        cell.text = "" if v is None else str(v)
    return t


def report():
    """The whole report as a text, the tables where they belong."""
    doc = docx.Document()
    doc.styles["Normal"].font.size = Pt(16)
    doc.add_heading("办公室2021年政府信息公开工作年度报告", 0)
    doc.add_paragraph("根据《中华人民共和国政府信息公开条例》，编制本报告。统计期限自2021年1月1日至2021年12月31日。")
    doc.add_paragraph("一、总体情况")
    doc.add_paragraph("2021年，本年新收政府信息公开申请1286件，办结1287件，结转下年度继续办理37件。")
    doc.add_paragraph("二、主动公开政府信息情况")
    word_table(doc, table_two())
    doc.add_paragraph("三、收到和处理政府信息公开申请情况")
    word_table(doc, table_three())
    doc.add_paragraph("四、政府信息公开行政复议、行政诉讼情况")
    word_table(doc, table_four())
    doc.add_paragraph("五、存在的主要问题及改进情况")
    doc.add_paragraph("解读材料的形式还不够丰富，下一步将增加图解。")
    doc.add_paragraph("六、其他需要报告的事项")
    doc.add_paragraph("本年度没有收取信息处理费。")
    return doc


def luan():
    """A quarterly form in Word: 其中 with classes, ways of asking with circled numbers."""
    doc = docx.Document()
    doc.add_paragraph("政府信息公开情况统计表")
    doc.add_paragraph("填报单位：办公室        2021年第四季度（1—12月累计）")
    rows = [["指标名称", "计量单位", "数量"], ["主动公开信息数", "条", HOUSE["all"]], ["其中：网站公开信息数", "条", HOUSE["site"]], ["微信公开信息数", "条", HOUSE["wechat"]],
            ["收到政府信息公开申请数", "件", TOTAL[1]], ["①当面申请数", "件", HOUSE["inperson"]], ["②网上申请数", "件", HOUSE["net"]], ["③信函申请数", "件", HOUSE["post"]],
            ["对申请的答复数", "件", TOTAL[24]], ["①予以公开", "件", TOTAL[3]], ["②部分公开", "件", TOTAL[4]], ["行政复议数", "件", 24], ["结转下年度继续办理数", "件", TOTAL[25]]]
    word_table(doc, [(r, c, 1, 1, v) for r, row in enumerate(rows) for c, v in enumerate(row)])
    doc.add_paragraph("单位负责人：        填表人：")
    return doc


def cards():
    """Labels with their numbers beside them, two a line."""
    doc = docx.Document()
    doc.add_paragraph("依申请公开工作情况（2021年度）")
    doc.add_paragraph("报送单位：办公室")
    rows = [["本年新收申请", f"{TOTAL[1]}件", "上年结转申请", f"{TOTAL[2]}件"], ["本年办结总数", f"{TOTAL[24]}件", "结转下年度办理", f"{TOTAL[25]}件"],
            ["予以公开", f"{TOTAL[3]}件", "部分公开", f"{TOTAL[4]}件"], ["行政许可", f"{PERMITS}件", "行政处罚", f"{PENALTIES}件"]]
    word_table(doc, [(r, c, 1, 1, v) for r, row in enumerate(rows) for c, v in enumerate(row)])
    return doc


def page():
    """What a system exports: a web page under the name of a workbook, without merges of its own."""
    lines = ["<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head><body><table border=1>",
             "<tr><td colspan=10>办公室2021年度信息公开申请办理情况</td></tr>"]
    width = 10
    cells = {(r, c): (h, w, v) for r, c, h, w, v in table_three()}
    high = max(r + h for (r, _), (h, _, _) in cells.items())
    for r in range(high):
        line = "<tr>"
        for c in range(width):
            if (r, c) in cells:
                h, w, v = cells[r, c]
                line += f"<td rowspan={h} colspan={w}>&nbsp;{str(v).replace(chr(10), '<br>')}&nbsp;</td>"
        lines.append(line + "</tr>")
    return "\n".join(lines + ["</table></body></html>"]).encode("gb18030")


def libreoffice(wb, path):
    """Has LibreOffice write a workbook in the format that the path's name says."""
    with tempfile.TemporaryDirectory() as dir:
        model = Path(dir) / (path.stem + ".xlsx")
        wb.save(model)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{dir}/profile", "--headless", "--convert-to", path.suffix[1:], "--outdir", dir + "/out", str(model)],
                       check=True, capture_output=True)
        path.write_bytes((Path(dir) / "out" / path.name).read_bytes())


def save(made, path):
    if isinstance(made, bytes):
        path.write_bytes(made)
    elif isinstance(made, openpyxl.Workbook) and path.suffix != ".xlsx":
        libreoffice(made, path)
    else:
        made.save(str(path))


FILES = {
    "任务清单.xlsx": task_list,
    "official.xlsx": official_sheets, "official.ods": official_sheets, "stacked.xls": stacked, "report.docx": report, "moved.ods": moved, "moved.xls": moved,
    "damaged.xlsx": damaged, "statistical.xls": dingxi, "quarterly.docx": luan, "units.xlsx": units, "wide.xlsx": wide, "quarters.ods": quarters,
    "cards.docx": cards, "exported.xls": page, "town.xlsx": town,
}

def truth():
    """Returns the numbers by the ids of the form, a line each."""
    fields = ["natural", "commercial", "research", "welfare", "legal", "other", "total"]
    said = {f"T3.r{r:02d}.{fields[i]}": v for r in range(1, 26) for i, v in enumerate(ROWS[r])}
    for key, name in (("regulation", "规章"), ("normative", "行政规范性文件")):
        said |= {f"T2.{key}.{k}": v for k, v in zip(("made", "ended", "valid"), RULES[name])}
    said |= {"T2.permit.decisions": PERMITS, "T2.penalty.decisions": PENALTIES, "T2.coercion.decisions": COERCION, "T2.fees.amount": FEES}
    for key, name in (("review", "行政复议"), ("direct", "未经复议直接起诉"), ("after", "复议后起诉")):
        said |= {f"T4.{key}.{k}": v for k, v in zip(("upheld", "corrected", "other", "pending", "total"), CASES[name])}
    said |= {f"H1.{k}": v for k, v in HOUSE.items()}
    return "".join(f"{k} {v}\n" for k, v in said.items())


if __name__ == "__main__":
    assert min(DETAIL[13]) >= 0 and TOTAL[24] == sum(TOTAL[r] for r in range(3, 24))
    for name, make in FILES.items():
        if not (HERE / name).exists():
            save(make(), HERE / name)
    (HERE / "truth.txt").write_text(truth(), encoding="utf-8")
