"""Writes the same quarterly return with four programs that are not ours.

Run with the system's Python: python3 scripts/returns.py (in testdata).
Needs openpyxl, xlwt, python-docx, odfpy and LibreOffice.
"""
import csv
import datetime
import io
import os
import pathlib
import shutil
import subprocess
import tempfile
from xml.sax.saxutils import escape

import docx
import openpyxl
import xlwt
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf import dc, number, office, opendocument, style, table, text

OUT = pathlib.Path("return")
SHEET = "第三季度"
TITLE = "2021年第三季度政务公开工作完成情况表"
UNIT = "填报单位：广电旅游和公共服务股（行政审批服务股）　填报日期：2021年9月28日"
HEAD = ["序号", "工作任务", "具体要求", "完成状态", "完成率", "完成时间", "佐证材料", "备注", "内部编号"]
URL = "http://www.example.gov.cn/zwgk/content/post_1234.html?id=1&page=2"
D = datetime.date
ROWS = [
    [1, "做好各类规划主动公开。", "1.主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已完成", ("%", 1), ("d", D(2021, 9, 28)), ("link", "市政府网站公告"), None, "X-01"],
    [2, None, "2.做好“十一五”规划至“十三五”规划等各项规划的归集整理和主动公开工作。", "推进中", ("%", 0.855), None, None, "第一行\n第二行 <a> & b", "X-02"],
    [3, "加强行政执法信息公开。", "3.加强行政执法信息公开。", "已完成80%", ("%", 0.8), ("iso", D(2021, 10, 15)), "粤文旅〔2021〕60 号", None, "X-03"],
    [4, None, "4.隐藏的一行。", "未启动", ("%", 0), None, None, None, "X-04"],
    [5, None, "5.按上级考核要求,每年至少更新一次数据集。", "常态化", ("%", 0.333), ("month", D(2021, 9, 1)), 12.5, "是", "X-05"],
]
MERGES = ["A1:H1", "A2:H2", "B4:B5", "B6:B8"]
FORMATS = {"%": "0%", "d": 'yyyy"年"m"月"d"日"', "iso": "yyyy-mm-dd", "month": 'yyyy"年"m"月"'}
HIDDEN_ROW, HIDDEN_COL = 7, 9
NOTE = "填表说明：完成状态请从已完成、推进中、常态化、滞后、未启动、不适用中选择。"


def plain(v):
    """The cell as a person would write it."""
    if v is None:
        return ""
    if isinstance(v, bool):
        return "TRUE" if v else "FALSE"
    if isinstance(v, tuple):
        kind, v = v
        if kind == "%":
            return f"{round(v * 100, 10):g}%"
        if kind == "month":
            return f"{v.year}年{v.month}月"
        if kind == "link":
            return v
        return v.isoformat()
    return f"{v:g}" if isinstance(v, (int, float)) else v


def write_openpyxl(path):
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = SHEET
    ws["A1"], ws["A2"] = TITLE, UNIT
    ws.append(HEAD)
    for i, row in enumerate(ROWS, start=4):
        for j, v in enumerate(row, start=1):
            if v is None:
                continue
            c = ws.cell(i, j)
            if isinstance(v, tuple):
                c.value = v[1]
                if v[0] == "link":
                    c.hyperlink = URL
                else:
                    c.number_format = FORMATS[v[0]]
            else:
                c.value = v
    for m in MERGES:
        ws.merge_cells(m)
    ws.row_dimensions[HIDDEN_ROW].hidden = True
    ws.column_dimensions["I"].hidden = True
    note = wb.create_sheet("填表说明")
    note["A1"] = NOTE
    note.sheet_state = "hidden"
    wb.properties.created = wb.properties.modified = datetime.datetime(2021, 9, 28)
    wb.save(path)


def write_xlwt(path):
    wb = xlwt.Workbook()
    ws = wb.add_sheet(SHEET)
    ws.write_merge(0, 0, 0, 7, TITLE)
    ws.write_merge(1, 1, 0, 7, UNIT)
    for j, h in enumerate(HEAD):
        ws.write(2, j, h)
    tasks = {3: 4, 5: 7}
    for i, row in enumerate(ROWS, start=3):
        for j, v in enumerate(row):
            if v is None:
                continue
            if j == 1:
                ws.write_merge(i, tasks[i], 1, 1, v)
            elif isinstance(v, tuple) and v[0] == "link":
                ws.write(i, j, xlwt.Formula(f'HYPERLINK("{URL}";"{v[1]}")'))
            elif isinstance(v, tuple):
                ws.write(i, j, v[1], xlwt.easyxf(num_format_str=FORMATS[v[0]]))
            else:
                ws.write(i, j, v)
    ws.row(HIDDEN_ROW - 1).hidden = True
    ws.col(HIDDEN_COL - 1).hidden = True
    note = wb.add_sheet("填表说明")
    note.write(0, 0, NOTE)
    note.visibility = 1
    wb.save(str(path))


def write_docx(path):
    d = docx.Document()
    d.add_paragraph(TITLE)
    d.add_paragraph("")
    d.add_paragraph(UNIT)
    t = d.add_table(rows=1 + len(ROWS), cols=len(HEAD))
    for j, h in enumerate(HEAD):
        t.cell(0, j).text = h
    for i, row in enumerate(ROWS, start=1):
        for j, v in enumerate(row):
            c = t.cell(i, j)
            if isinstance(v, tuple) and v[0] == "link":
                rid = d.part.relate_to(URL, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True)
                h = OxmlElement("w:hyperlink")
                h.set(qn("r:id"), rid)
                r = OxmlElement("w:r")
                s = OxmlElement("w:t")
                s.text = v[1]
                r.append(s)
                h.append(r)
                c.paragraphs[0]._p.append(h)
            else:
                c.text = plain(v)
    t.cell(1, 1).merge(t.cell(2, 1))
    t.cell(3, 1).merge(t.cell(5, 1))
    d.add_paragraph("填报人：张三　审核人：李四")
    d.core_properties.created = d.core_properties.modified = datetime.datetime(2021, 9, 28)
    d.save(str(path))


def write_odf(path):
    d = opendocument.OpenDocumentSpreadsheet()
    names = {}
    for kind, parts in {"d": "y年m月d日", "iso": "Y-M-D", "month": "y年m月"}.items():
        s = number.DateStyle(name="N" + kind)
        for p in parts:
            if p.lower() == "y":
                s.addElement(number.Year(style="long"))
            elif p.lower() == "m":
                s.addElement(number.Month(style="long" if p == "M" else "short"))
            elif p.lower() == "d":
                s.addElement(number.Day(style="long" if p == "D" else "short"))
            else:
                s.addElement(number.Text(text=p))
        d.automaticstyles.addElement(s)
        names[kind] = "C" + kind
        d.automaticstyles.addElement(style.Style(name="C" + kind, family="table-cell", datastylename="N" + kind))
    hidden = style.Style(name="T2", family="table")
    hidden.addElement(style.TableProperties(display="false"))
    d.automaticstyles.addElement(hidden)

    def cell(v, across=1, down=1):
        args = {}
        if across > 1:
            args["numbercolumnsspanned"] = across
        if down > 1:
            args["numberrowsspanned"] = down
        if v is None:
            return table.TableCell(**args)
        shown = plain(v)
        if isinstance(v, bool):
            args.update(valuetype="boolean", booleanvalue="true" if v else "false")
        elif isinstance(v, tuple) and v[0] == "%":
            args.update(valuetype="percentage", value=repr(v[1]))
        elif isinstance(v, tuple) and v[0] != "link":
            args.update(valuetype="date", datevalue=v[1].isoformat(), stylename=names[v[0]])
        elif isinstance(v, (int, float)):
            args.update(valuetype="float", value=repr(v))
        else:
            args.update(valuetype="string")
        c = table.TableCell(**args)
        if isinstance(v, tuple) and v[0] == "link":
            p = text.P()
            p.addElement(text.A(href=URL, text=v[1]))
            c.addElement(p)
        else:
            for part in shown.split("\n"):
                c.addElement(text.P(text=part))
        return c

    t = table.Table(name=SHEET)
    t.addElement(table.TableColumn(numbercolumnsrepeated=8))
    t.addElement(table.TableColumn(visibility="collapse"))
    for line in (TITLE, UNIT):
        r = table.TableRow()
        r.addElement(cell(line, across=8))
        r.addElement(table.CoveredTableCell(numbercolumnsrepeated=7))
        t.addElement(r)
    r = table.TableRow()
    for h in HEAD:
        r.addElement(cell(h))
    t.addElement(r)
    tall = {4: 2, 6: 3}
    for i, row in enumerate(ROWS, start=4):
        r = table.TableRow(visibility="collapse") if i == HIDDEN_ROW else table.TableRow()
        for j, v in enumerate(row, start=1):
            if j == 2 and v is None:
                r.addElement(table.CoveredTableCell())
            elif j == 2:
                r.addElement(cell(v, down=tall[i]))
            else:
                r.addElement(cell(v))
        t.addElement(r)
    t.addElement(table.TableRow(numberrowsrepeated=1048568))
    d.spreadsheet.addElement(t)
    note = table.Table(name="填表说明", stylename="T2")
    note.addElement(table.TableColumn())
    r = table.TableRow()
    r.addElement(cell(NOTE))
    note.addElement(r)
    d.spreadsheet.addElement(note)
    d.meta.addElement(dc.Date(text="2021-09-28T00:00:00"))
    d.save(str(path))


def write_text():
    rows = [[TITLE], [UNIT], HEAD] + [[plain(v) for v in row] for row in ROWS]
    f = io.StringIO()
    csv.writer(f).writerows(rows)
    s = f.getvalue()
    (OUT / "utf8.csv").write_bytes(s.encode())
    (OUT / "utf8-bom.csv").write_bytes(s.encode("utf-8-sig"))
    (OUT / "gb18030.csv").write_bytes(s.encode("gb18030"))
    f = io.StringIO()
    csv.writer(f, delimiter="\t").writerows(rows)
    s = f.getvalue()
    (OUT / "utf16le-tab.txt").write_bytes(b"\xff\xfe" + s.encode("utf-16-le"))
    (OUT / "utf16be-tab.tsv").write_bytes(b"\xfe\xff" + s.encode("utf-16-be"))
    f = io.StringIO()
    csv.writer(f, delimiter=";").writerows(rows)
    (OUT / "semicolon.csv").write_bytes(f.getvalue().encode())
    with open(OUT / "bars.txt", "w", encoding="utf-8") as g:
        for row in rows:
            g.write(" | ".join(c.replace("\n", " ") for c in row) + " |\n")


def xml2003():
    """SpreadsheetML as Excel 2003 lays it out: ss:Index wherever a cell is left out."""
    styles = "".join(f'<Style ss:ID="s{k}"><NumberFormat ss:Format="{escape(v, {chr(34): "&quot;"})}"/></Style>' for k, v in {"p": FORMATS["%"], "d": FORMATS["d"], "iso": FORMATS["iso"], "month": FORMATS["month"]}.items())

    def data(kind, v):
        return f'<Data ss:Type="{kind}">{escape(v)}</Data>'.replace("\n", "&#10;")

    lines = [f'<Row><Cell ss:MergeAcross="7">{data("String", v)}</Cell></Row>' for v in (TITLE, UNIT)]
    lines.append("<Row>" + "".join(f"<Cell>{data('String', h)}</Cell>" for h in HEAD) + "</Row>")
    tall = {4: 1, 6: 2}
    for i, row in enumerate(ROWS, start=4):
        cells = []
        for j, v in enumerate(row, start=1):
            if v is None:
                continue
            down = f' ss:MergeDown="{tall[i]}"' if j == 2 else ""
            at = f'<Cell ss:Index="{j}"{down}'
            if isinstance(v, tuple) and v[0] == "%":
                cells.append(f'{at} ss:StyleID="sp">{data("Number", repr(v[1]))}</Cell>')
            elif isinstance(v, tuple) and v[0] == "link":
                cells.append(f'{at} ss:HRef="{escape(URL)}">{data("String", v[1])}</Cell>')
            elif isinstance(v, tuple):
                cells.append(f'{at} ss:StyleID="s{v[0]}">{data("DateTime", v[1].isoformat() + "T00:00:00.000")}</Cell>')
            elif isinstance(v, (int, float)):
                cells.append(f'{at}>{data("Number", repr(v))}</Cell>')
            else:
                cells.append(f'{at}>{data("String", v)}</Cell>')
        hidden = ' ss:Hidden="1"' if i == HIDDEN_ROW else ""
        lines.append(f'<Row ss:Index="{i}"{hidden}>' + "".join(cells) + "</Row>")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
            '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">\n'
            f'<Styles>{styles}</Styles>\n<Worksheet ss:Name="{SHEET}"><Table><Column ss:Index="9" ss:Hidden="1"/>\n' + "\n".join(lines) +
            '\n</Table></Worksheet>\n<Worksheet ss:Name="填表说明"><Table><Row><Cell>' + data("String", NOTE) +
            '</Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>\n</Workbook>\n')


def page():
    """A page as web systems export it and call it .xls: tags not closed, GBK, styles."""
    lines = [f"<tr><td colspan=8 align=center>{v}" for v in (TITLE, UNIT)]
    lines.append("<tr>" + "".join(f"<th>{h}</th>" for h in HEAD) + "</tr>")
    tall = {4: 2, 6: 3}
    for i, row in enumerate(ROWS, start=4):
        cells = []
        for j, v in enumerate(row, start=1):
            if j == 2 and v is None:
                continue
            down = f' rowspan="{tall[i]}"' if j == 2 else ""
            shown = escape(plain(v)).replace("\n", '<br style="mso-data-placement:same-cell"/>')
            if isinstance(v, tuple) and v[0] == "link":
                shown = f'<a href="{escape(URL)}">{shown}</a>'
            cells.append(f"<td{down}>{shown or '&nbsp;'}</td>")
        hidden = ' style="display: none"' if i == HIDDEN_ROW else ""
        lines.append(f"<tr{hidden}>" + "\n".join(cells) + "</tr>")
    return ('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
            "<title>导出</title><style>td {mso-number-format:'\\@';}</style></head>\n<body><table border=1>"
            '<col span=8><col style="display:none">\n' + "\n".join(lines) + "</table></body></html>\n")


def convert(source, ending, target, filter_name=""):
    with tempfile.TemporaryDirectory() as tmp:
        to = f"{ending}:{filter_name}" if filter_name else ending
        env = dict(os.environ, HOME=tmp)
        subprocess.run(["libreoffice", "--headless", f"-env:UserInstallation=file://{tmp}/profile", "--convert-to", to, "--outdir", tmp, str(source)],
                       check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.move(f"{tmp}/{pathlib.Path(source).stem}.{ending}", target)


def main():
    OUT.mkdir(exist_ok=True)
    base = OUT / "openpyxl.xlsx"
    write_openpyxl(base)
    write_xlwt(OUT / "xlwt.xls")
    write_docx(OUT / "python-docx.docx")
    write_odf(OUT / "odfpy.ods")
    write_text()
    (OUT / "web-xml2003.xls").write_text(xml2003(), encoding="utf-8")
    (OUT / "web-html.xls").write_text(page(), encoding="gb18030")
    convert(base, "xlsx", OUT / "libreoffice.xlsx")
    convert(base, "xls", OUT / "libreoffice.xls")
    convert(base, "ods", OUT / "libreoffice.ods")
    convert(base, "html", OUT / "libreoffice-html.xls", "HTML (StarCalc)")


main()
