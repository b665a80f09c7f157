#!/usr/bin/env python3
"""Writes six year folders beside this script: base data as six bureaus' clerks send it, and truth.json.

Needs openpyxl, xlwt and python-docx. The layouts were written by somebody who had not read the reader.
"""
import json
from pathlib import Path
import docx
import openpyxl
import xlwt
from openpyxl.styles import Font

HERE = Path(__file__).resolve().parent
truth = {}


def year(name, unit, roster, returns="第四季度"):
    folder = HERE / name / "2021"
    (folder / returns).mkdir(parents=True, exist_ok=True)
    book = openpyxl.Workbook()
    s = book.active
    s.title = "任务清单"
    s.append([f"{unit}2021年政务公开工作任务清单"])
    s.append(["序号", "工作任务", "具体要求", "责任部门"])
    s.append([1, "推进决策公开", "公开本单位规划计划。", roster[0]])
    s = book.create_sheet("部门名录")
    s.append(["部门名称", "类别", "别名"])
    for d in roster:
        s.append([d, "股室", ""])
    s = book.create_sheet("设置")
    s.append(["项目", "值"])
    s.append(["年度", 2021])
    s.append(["单位名称", unit])
    s.append(["截至季度", "第四季度"])
    book.save(folder / "任务清单.xlsx")
    return folder / returns


# 1. 水利局: Word, two panels side by side, 本季/累计 in each; a signature line in the table; one na; a house row.
f = year("水利局", "示例市水利局", ["办公室"])
d = docx.Document()
d.add_heading("示例市水利局政府信息公开情况统计表", 1)
d.add_paragraph("填报科室：办公室        2021年第四季度        填报日期：2022年1月5日")
left = [("制发规范性文件", "件", 1, 4), ("废止规范性文件", "件", 0, 2), ("现行有效规范性文件", "件", 31, 31), ("行政许可决定", "件", 63, 241),
        ("行政处罚决定", "件", 5, 17), ("行政强制决定", "件", "—", "—"), ("行政事业性收费", "元", 12000, 86500)]
right = [("新收信息公开申请", "件", 4, 19), ("上年结转申请", "件", 2, 1), ("予以公开", "件", 3, 11), ("部分公开", "件", 1, 3),
         ("信息不存在（本机关不掌握）", "件", 1, 4), ("信访举报投诉类申请", "件", 0, 1), ("政务微博发布信息", "条", 51, 188)]
t = d.add_table(rows=1, cols=8)
t.style = "Table Grid"
for i, h in enumerate(["指标名称", "计量单位", "本季", "累计"] * 2):
    t.rows[0].cells[i].text = h
for l, r in zip(left, right):
    row = t.add_row()
    for i, v in enumerate([*l, *r]):
        row.cells[i].text = str(v)
row = t.add_row()
row.cells[0].merge(row.cells[7]).text = "科室负责人：王某    填表人：李某    联系电话：12345"
d.save(f / "办公室-政府信息公开情况统计表.docx")
truth["水利局"] = {"T2.normative.made": 4, "T2.normative.ended": 2, "T2.normative.valid": 31, "T2.permit.decisions": 241, "T2.penalty.decisions": 17,
                "T2.coercion.decisions": "na", "T2.fees.amount": 8.65, "T3.r01.total": 19, "T3.r02.total": 1, "T3.r03.total": 11, "T3.r04.total": 3,
                "T3.r13.total": "missing", "T3.r16.total": 1}

# 2. 自然资源局: a month a row, headings in two levels, subtotal a quarter, 全年合计 at the foot.
f = year("自然资源局", "示例市自然资源局", ["办公室"])
b = openpyxl.Workbook()
s = b.active
s.title = "依申请公开台账"
s["A1"] = "2021年依申请公开办理情况月度统计"
s.merge_cells("A1:J1")
s["A2"] = "单位：件"
s["A3"] = "月份"; s["B3"] = "收件情况"; s["D3"] = "办理结果"; s["I3"] = "期末未办结"; s["J3"] = "备注"
s.merge_cells("A3:A4"); s.merge_cells("B3:C3"); s.merge_cells("D3:H3"); s.merge_cells("I3:I4"); s.merge_cells("J3:J4")
for i, h in enumerate(["新收申请", "上年结转", "予以公开", "部分公开", "属于行政查询事项", "重复申请", "总计"]):
    s.cell(4, 2 + i, h)
new = [3, 2, 5, 4, 6, 2, 7, 8, 3, 1, 4, 5]
full = [4, 1, 4, 3, 4, 2, 5, 6, 3, 1, 2, 3]
part = [0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1]
query = [0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0]
rep = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
row = 5
open_ = 2
for m in range(12):
    done = full[m] + part[m] + query[m] + rep[m]
    open_ += new[m] - done
    for i, v in enumerate([f"{m+1}月", new[m], 2 if m == 0 else 0, full[m], part[m], query[m], rep[m], done, open_]):
        s.cell(row, 1 + i, v)
    row += 1
    if m % 3 == 2:
        k = m - 2
        sums = [sum(x[k:m+1]) for x in (new, [2 if j == 0 else 0 for j in range(12)], full, part, query, rep)]
        for i, v in enumerate([f"{'一二三四'[m//3]}季度小计", *sums, sum(sums[2:]), open_]):
            s.cell(row, 1 + i, v)
        row += 1
tot = [sum(new), 2, sum(full), sum(part), sum(query), sum(rep)]
for i, v in enumerate(["全年合计", *tot, sum(tot[2:]), open_]):
    s.cell(row, 1 + i, v).font = Font(bold=True)
s.cell(row + 2, 1, "填报人：赵某")
b.save(f / "办公室依申请公开月度统计.xlsx")
truth["自然资源局"] = {"T3.r01.total": tot[0], "T3.r02.total": 2, "T3.r03.total": tot[2], "T3.r04.total": tot[3], "T3.r12.total": tot[4], "T3.r17.total": tot[5],
                  "T3.r24.total": sum(tot[2:]), "T3.r25.total": "missing"}

# 3. 教育局: .xls, the official table three, with rows of subtotals put in by the clerk, full-width digits, blanks, and the total column first.
f = year("教育局", "示例市教育局", ["办公室"])
w = xlwt.Workbook()
s = w.add_sheet("表三")
s.write_merge(0, 0, 0, 9, "收到和处理政府信息公开申请情况（2021年度）")
s.write(1, 0, "填报部门：办公室"); s.write(1, 7, "填报日期：2022-01-06")
s.write_merge(2, 4, 0, 2, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
s.write_merge(2, 2, 3, 9, "申请人情况")
s.write_merge(3, 4, 3, 3, "总计")
s.write_merge(3, 4, 4, 4, "自然人")
s.write_merge(3, 3, 5, 9, "法人或其他组织")
for i, h in enumerate(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]):
    s.write(4, 5 + i, h)
names = {1: "一、本年新收政府信息公开申请数量", 2: "二、上年结转政府信息公开申请数量", 3: "（一）予以公开", 4: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"}
groups = [("（三）不予公开", ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"], 5),
          ("（四）无法提供", ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"], 13),
          ("（五）不予处理", ["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息"], 16),
          ("（六）其他处理", ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"], 21)]
v = {r: [0] * 6 for r in range(1, 26)}
v[1] = [28, 6, 0, 0, 1, 0]; v[2] = [3, 0, 0, 0, 0, 0]; v[3] = [12, 3, 0, 0, 0, 0]; v[4] = [4, 0, 0, 0, 1, 0]; v[9] = [3, 1, 0, 0, 0, 0]; v[13] = [6, 1, 0, 0, 0, 0]
v[16] = [2, 0, 0, 0, 0, 0]; v[17] = [1, 1, 0, 0, 0, 0]; v[21] = [1, 0, 0, 0, 0, 0]
v[24] = [sum(v[r][i] for r in range(3, 24)) for i in range(6)]
v[25] = [v[1][i] + v[2][i] - v[24][i] for i in range(6)]
names[25] = "四、结转下年度继续办理"; names[24] = "（七）总计"
wide = str.maketrans("0123456789", "０１２３４５６７８９")
def put(line, vals):
    for i, x in enumerate([sum(vals), *vals]):
        s.write(line, 3 + i, str(x).translate(wide) if x > 9 else x)
line = 5
for r in (1, 2):
    s.write_merge(line, line, 0, 2, names[r]); put(line, v[r]); line += 1
first = line
for r in (3, 4):
    s.write_merge(line, line, 1, 2, names[r]); put(line, v[r]); line += 1
for g, items, r0 in groups:
    s.write_merge(line, line, 1, 2, g + "小计")
    put(line, [sum(v[r0 + k][i] for k in range(len(items))) for i in range(6)])
    line += 1
    s.write_merge(line, line + len(items) - 1, 1, 1, g)
    for k, it in enumerate(items):
        s.write(line, 2, it); put(line, v[r0 + k]); line += 1
s.write_merge(line, line, 1, 2, names[24]); put(line, v[24]); line += 1
s.write_merge(first, line - 1, 0, 0, "三、本年度办理结果")
s.write_merge(line, line, 0, 2, names[25]); put(line, v[25])
w.save(str(f / "教育局年报附表三.xls"))
truth["教育局"] = {f"T3.r{r:02d}.{c}": x for r in v for c, x in zip(["natural", "commercial", "research", "welfare", "legal", "other", "total"], v[r] + [sum(v[r])])}

# 4. 卫健局: indicators in three levels, 2020年 before 2021年, growth, remarks.
f = year("卫健局", "示例县卫生健康局", ["综合股"])
b = openpyxl.Workbook()
s = b.active
s.title = "基础数据"
s.append(["示例县卫生健康局政务公开基础数据表"]); s.merge_cells("A1:I1")
s.append(["填报股室：综合股", None, None, None, "填报时间：2022年1月4日"])
s.append(["序号", "类别", "指标", "细项", "单位", "2020年", "2021年", "增减（%）", "备注"])
rows = [(1, "规范性文件", "本年制发件数", None, "件", 3, 2, None), (2, None, "本年废止件数", None, "件", 1, 5, "清理"), (3, None, "现行有效件数", None, "件", 28, 25, None),
        (4, "行政执法", "行政许可", "处理决定数量", "件", 812, 1040, None), (5, None, "行政处罚", "处理决定数量", "件", 44, 61, None), (6, None, "行政强制", "处理决定数量", "件", 0, 0, None),
        (7, "收费", "行政事业性收费", "收费金额", "万元", 3.2, 4.05, None),
        (8, "依申请公开", "收到申请", "本年新收", "件", 9, 14, None), (9, None, None, "上年结转", "件", 0, 1, None),
        (10, None, "办理结果", "予以公开", "件", 6, 10, None), (11, None, None, "部分公开", "件", 1, 2, None), (12, None, None, "本机关不掌握相关政府信息", "件", 1, 3, None),
        (13, None, None, "总计", "件", 8, 15, None), (14, None, "结转下年度继续办理", None, "件", 1, 0, None),
        (15, "行政复议", "结果维持", None, "件", 0, 1, None), (16, None, "结果纠正", None, "件", 0, 0, None), (17, None, "其他结果", None, "件", 0, 0, None),
        (18, None, "尚未审结", None, "件", 0, 1, None), (19, None, "总计", None, "件", 0, 2, None)]
spans = []
for r in rows:
    g = None if not r[5] else f"{(r[6]-r[5])/r[5]*100:.1f}"
    s.append([*r[:7], g, r[7]])
for a, z in ((4, 6), (7, 9), (11, 17), (18, 22)):
    s.merge_cells(f"B{a}:B{z}")
s.merge_cells("C11:C12"); s.merge_cells("C13:C16")
b.save(f / "综合股基础数据.xlsx")
truth["卫健局"] = {"T2.normative.made": 2, "T2.normative.ended": 5, "T2.normative.valid": 25, "T2.permit.decisions": 1040, "T2.penalty.decisions": 61, "T2.coercion.decisions": 0,
                "T2.fees.amount": 4.05, "T3.r01.total": 14, "T3.r02.total": 1, "T3.r03.total": 10, "T3.r04.total": 2, "T3.r13.total": 3, "T3.r24.total": 15, "T3.r25.total": 0,
                "T4.review.upheld": 1, "T4.review.corrected": 0, "T4.review.other": 0, "T4.review.pending": 1, "T4.review.total": 2}

# 5. 街道办: Word, label and value in one cell, and a sentence as a row; one figure only about so many.
f = year("街道办", "示例区东风街道办事处", ["党政办"])
d = docx.Document()
d.add_paragraph("东风街道2021年政府信息公开工作数据报送表")
d.add_paragraph("报送部门：党政办　　报送时间：2022年1月7日")
t = d.add_table(rows=0, cols=2); t.style = "Table Grid"
for a, z in [("项目", "数据"), ("本年新收政府信息公开申请数量", "5件（其中自然人4件、商业企业1件）"), ("上年结转政府信息公开申请数量", "0件"), ("予以公开", "3件"), ("部分公开", "1件"),
             ("重复申请", "1件"), ("结转下年度继续办理", "0"), ("行政规范性文件现行有效件数", "约10件"), ("本年废止件数（行政规范性文件）", "无"), ("行政处罚处理决定数量", "1,206件"),
             ("行政事业性收费本年收费金额", "0.35万元"), ("举办政府开放日活动", "2场")]:
    r = t.add_row(); r.cells[0].text = a; r.cells[1].text = z
d.save(f / "党政办数据报送.docx")
truth["街道办"] = {"T3.r01.total": "text", "T3.r02.total": 0, "T3.r03.total": 3, "T3.r04.total": 1, "T3.r17.total": 1, "T3.r25.total": 0, "T2.normative.valid": "text", "T2.normative.ended": "na",
                "T2.penalty.decisions": 1206, "T2.fees.amount": 0.35}

# 6. 司法局: departments in the columns with a total, a note that changes the unit, a second small table below for review.
f = year("司法局", "示例市司法局", ["办公室", "法规科", "审批科"])
b = openpyxl.Workbook()
s = b.active
s.title = "汇总"
s["A1"] = "市司法局2021年度主动公开数据汇总表"; s.merge_cells("A1:G1")
s["A2"] = "计量单位：件、元"
for i, h in enumerate(["内容", "计量单位", "办公室", "法规科", "审批科", "合计"]):
    s.cell(3, 1 + i, h)
data = [("行政规范性文件本年制发件数", "件", 1, 3, 0), ("行政规范性文件本年废止件数", "件", 0, 1, None), ("行政规范性文件现行有效件数", "件", 6, 22, 2), ("行政许可处理决定数量", "件", "/", "/", 377),
        ("行政处罚处理决定数量", "件", "/", 4, "/"), ("行政事业性收费金额", "元", 0, 0, 25600)]
for j, r in enumerate(data):
    for i, x in enumerate(r):
        s.cell(4 + j, 1 + i, x)
    s.cell(4 + j, 6, sum(x for x in r[2:] if isinstance(x, (int, float))))
s["A11"] = "政府信息公开行政复议、行政诉讼情况"
s["A12"] = "类别"; s["B12"] = "结果维持"; s["C12"] = "结果纠正"; s["D12"] = "其他结果"; s["E12"] = "尚未审结"; s["F12"] = "总计"
for j, r in enumerate([("行政复议", 2, 0, 1, 1, 4), ("未经复议直接起诉", 1, 0, 0, 0, 1), ("复议后起诉", 0, 0, 0, 1, 1)]):
    for i, x in enumerate(r):
        s.cell(13 + j, 1 + i, x)
b.save(f / "2021年年报数据汇总（办公室）.xlsx")
truth["司法局"] = {"T2.normative.made": 4, "T2.normative.ended": "blank", "T2.normative.valid": 30, "T2.permit.decisions": 377, "T2.penalty.decisions": 4, "T2.fees.amount": 2.56}
for k, r in (("review", (2, 0, 1, 1, 4)), ("direct", (1, 0, 0, 0, 1)), ("after", (0, 0, 0, 1, 1))):
    truth["司法局"].update({f"T4.{k}.{c}": x for c, x in zip(["upheld", "corrected", "other", "pending", "total"], r)})
(HERE / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
