"""Writes documents and pages whose text is struck out, hidden, ticked or chosen, and whose
tables lie in other things.

Run with the system's Python: python3 scripts/documents.py (in testdata).
Needs python-docx, lxml, openpyxl, xlwt and LibreOffice.
"""
import io
import pathlib
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import docx
import openpyxl
import xlwt
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from kinds import convert

OUT = pathlib.Path("kinds")
NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"')
WHO = 'w:id="1" w:author="某" w:date="2021-10-06T09:00:00Z"'


def xml(text):
    """Parses an element, the name spaces given."""
    head, rest = text.split(" ", 1) if " " in text.split(">", 1)[0] else (text.split(">", 1)[0].rstrip("/"), None)
    if rest is None:
        return parse_xml(head + " " + NS + text[len(head):])
    return parse_xml(head + " " + NS + " " + rest)


def runs(cell, inner):
    """Puts what XML says into a cell's only paragraph."""
    paragraph = cell.paragraphs[0]._p
    for child in xml("<w:p>" + inner + "</w:p>"):
        paragraph.append(child)


def t(text, props=""):
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def part(document, name, kind, data, relation):
    made = Part(PackURI("/word/" + name), kind, data, document.part.package)
    return document.part.relate_to(made, relation)


def table(document, rows, cols=2):
    return document.add_table(rows=rows, cols=cols, style="Table Grid")


def seen():
    d = docx.Document()
    for name, kind, prop in [("作废", WD_STYLE_TYPE.CHARACTER, "w:strike"), ("内部", WD_STYLE_TYPE.CHARACTER, "w:vanish"), ("废段", WD_STYLE_TYPE.PARAGRAPH, "w:strike")]:
        style = d.styles.add_style(name, kind)
        style.element.get_or_add_rPr().append(OxmlElement(prop))
    child = d.styles.add_style("废段之下", WD_STYLE_TYPE.PARAGRAPH)
    child.base_style = d.styles["废段"]
    ids = {s.name: s.style_id for s in d.styles}
    p = d.add_paragraph("标题")
    p.add_run("草稿").font.strike = True
    d.add_paragraph("全段作废", style="废段之下")
    rows = [
        t("已完成") + t("未完成", "<w:strike/>"),
        t("甲", '<w:strike w:val="0"/>') + t("乙", "<w:dstrike/>"),
        t("丙") + t("丁", f'<w:rStyle w:val="{ids["作废"]}"/>'),
        t("戊") + t("（内部意见）", "<w:vanish/>") + t("（又一条）", f'<w:rStyle w:val="{ids["内部"]}"/>'),
        f'<w:ins {WHO}>{t("新")}</w:ins><w:del {WHO}><w:r><w:delText>旧</w:delText></w:r></w:del>',
        f'<w:moveTo {WHO}>{t("来")}</w:moveTo><w:moveFrom {WHO}>{t("去")}</w:moveFrom>',
    ]
    tb = table(d, len(rows) + 3)
    for i, inner in enumerate(rows):
        tb.cell(i, 0).text = str(i + 1)
        runs(tb.cell(i, 1), inner)
    last = len(rows)
    tb.cell(last, 0).text = "作废行"
    tb.cell(last, 1).text = "整行删去"
    tb.rows[last]._tr.get_or_add_trPr().append(xml(f"<w:del {WHO}/>"))
    styled = tb.cell(last + 1, 1).paragraphs[0]
    styled.style = d.styles["废段"]
    styled.add_run("随段作废")
    keep = styled.add_run("留下")
    keep.font.strike = False
    runs(tb.cell(last + 2, 0), '<w:commentRangeStart w:id="7"/>' + t("有批注") + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')
    part(d, "comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
         f'<w:comments {NS}><w:comment w:id="7" w:author="某"><w:p><w:r><w:t>数字要核实</w:t></w:r></w:p><w:p><w:r><w:t>另附说明</w:t></w:r></w:p></w:comment></w:comments>'.encode(),
         "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments")
    d.save(OUT / "python-docx-seen.docx")


def sdt(props, content):
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(ticked, sign="☒☐"):
    return sdt(f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>', t(sign[0] if ticked else sign[1]))


def field(code, form="", result=""):
    ff = f'<w:ffData><w:name w:val="x"/><w:enabled/>{form}</w:ffData>' if form else ""
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    code = "".join(f'<w:r><w:instrText xml:space="preserve">{c}</w:instrText></w:r>' for c in code)
    return f'<w:r><w:fldChar w:fldCharType="begin">{ff}</w:fldChar></w:r>{code}{middle}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def controls():
    d = docx.Document()
    entries = '<w:listEntry w:val="已完成"/><w:listEntry w:val="推进中"/><w:listEntry w:val="未启动"/>'
    rows = [
        ("复选框", box(True) + t("已完成  ") + box(False) + t("推进中")),
        ("另一种勾", box(False, "√□") + t("已完成  ") + box(True, "√□") + t("推进中")),
        ("下拉", sdt('<w:dropDownList><w:listItem w:displayText="选择一项。" w:value=""/><w:listItem w:displayText="推进中" w:value="2"/></w:dropDownList>', t("推进中"))),
        ("没有选", sdt('<w:dropDownList><w:listItem w:displayText="选择一项。" w:value=""/><w:listItem w:displayText="推进中" w:value="2"/></w:dropDownList>', t("选择一项。"))),
        ("日期", sdt('<w:date w:fullDate="2021-09-20T00:00:00Z"><w:dateFormat w:val="yyyy年M月d日"/></w:date>', t("2021年9月20日"))),
        ("没有填", sdt("<w:showingPlcHdr/><w:text/>", t("单击或点击此处输入文字。"))),
        ("填了", sdt('<w:showingPlcHdr w:val="0"/><w:text/>', t("已印发"))),
        ("窗体复选框", field([" FORMCHECKBOX "], '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>') + t("已完成  ")
         + field([" FORMCHECKBOX "], '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>') + t("推进中 ")
         + field([" FORMCHECKBOX "], '<w:checkBox><w:default w:val="1"/></w:checkBox>') + t("未启动")),
        ("窗体下拉", field([" FORMDROPDOWN "], f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', t("推进中"))),
        ("窗体下拉第一项", field([" FORMDROPDOWN "], f"<w:ddList>{entries}</w:ddList>")),
        ("窗体文字", field([" FORMTEXT "], "<w:textInput/>", t("已报送"))),
        ("窗体空白", field([" FORMTEXT "], "<w:textInput/>", t("\u2002\u2002\u2002\u2002\u2002"))),
        ("符号", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + t("甲 ") + '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + t("乙 ")
         + '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="MS Gothic" w:char="2611"/></w:r>'),
        ("符号字体", t("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + t("已完成 ") + t("\uf0a8", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + t("推进中")),
        ("带圈字符", field([" eq \\o\\ac(", "□", ",", "√", ")"]) + t("已完成 ") + field(["EQ \\o\\ac(○,2)"]) + field(["eq \\f(3,4)"])),
    ]
    tb = table(d, len(rows) + 1)
    for i, (label, inner) in enumerate(rows):
        tb.cell(i, 0).text = label
        runs(tb.cell(i, 1), inner)
    # Word puts the control around the cell where it is all that the cell holds.
    tb.cell(len(rows), 0).text = "整格"
    cell = tb.cell(len(rows), 1)
    cell.text = "☒"
    control = xml(sdt('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', ""))
    cell._tc.addprevious(control)
    control.find(qn("w:sdtContent")).append(cell._tc)
    # One around a row and one around a table.
    row = tb.rows[0]._tr
    control = xml(sdt("<w:text/>", ""))
    row.addprevious(control)
    control.find(qn("w:sdtContent")).append(row)
    control = xml(sdt("<w:richText/>", ""))
    tb._tbl.addprevious(control)
    control.find(qn("w:sdtContent")).append(tb._tbl)
    d.save(OUT / "python-docx-controls.docx")


def small(document, texts):
    tb = table(document, len(texts), len(texts[0]))
    for i, row in enumerate(texts):
        for j, text in enumerate(row):
            tb.cell(i, j).text = text
    return tb._tbl


def boxed(content, fallback=None):
    """A text box as Word 2010 and later write it."""
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="文本框 1"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>'
            f'{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{fallback or content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


def source(element):
    """Writes an element out and takes it from its place."""
    from lxml import etree
    element.getparent().remove(element)
    return etree.tostring(element, encoding="unicode")


def places():
    d = docx.Document()
    rows = [["序号", "要求", "状态"], ["1", "甲", "已完成"]]
    # A layout table around a title and a table, with a row of two cells.
    outer = table(d, 3, 2)
    outer.cell(0, 0).text, outer.cell(0, 1).text = "填报单位", "办公室"
    cell = outer.cell(1, 0).merge(outer.cell(1, 1))
    cell.text = "版式里的表"
    cell._tc.append(small(d, rows))
    cell.add_paragraph("")
    outer.cell(2, 0).text = "填报人：某"
    # A table whose answer holds a table.
    real = table(d, 3, 3)
    for i, row in enumerate([["序号", "要求", "进展"], ["1", "甲", "见下表"], ["2", "乙", "无"]]):
        for j, text in enumerate(row):
            real.cell(i, j).text = text
    real.cell(1, 2)._tc.append(small(d, [["时间", "次数"], ["九月", "2"]]))
    real.cell(1, 2).add_paragraph("")
    runs(real.cell(2, 2), boxed("<w:p>" + t("框里的字") + "</w:p>"))
    # Text boxes with a table: of today and of old.
    d.add_paragraph("文本框之前")
    p = d.add_paragraph("")
    for child in xml("<w:p>" + boxed(source(small(d, rows)) + "<w:p/>") + "</w:p>"):
        p._p.append(child)
    p = d.add_paragraph("")
    old = f'<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{t("老式框")}</w:p>{source(small(d, rows))}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    for child in xml("<w:p>" + old + "</w:p>"):
        p._p.append(child)
    d.save(OUT / "python-docx-places.docx")


def embedded():
    d = docx.Document()
    d.add_paragraph("填报单位：办公室")
    wb = openpyxl.Workbook()
    wb.active.title = "草稿"
    wb.active.append(["不是这张"])
    ws = wb.create_sheet("第三季度")
    ws.append(["序号", "要求", "状态"])
    ws.append([1, "甲", "已完成"])
    wb.active = 1
    buffer = io.BytesIO()
    wb.save(buffer)
    old = xlwt.Workbook()
    old.add_sheet("说明").write(0, 0, "不是这张")
    sheet = old.add_sheet("报表")
    sheet.write(0, 0, "序号")
    sheet.write(0, 1, "要求")
    old.set_active_sheet(1)
    second = io.BytesIO()
    old.save(second)
    package = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
    ids = [part(d, "embeddings/Microsoft_Excel_Sheet1.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer.getvalue(), package),
           part(d, "embeddings/oleObject1.bin", "application/vnd.openxmlformats-officedocument.oleObject", second.getvalue(), RT.OLE_OBJECT),
           part(d, "embeddings/Microsoft_Excel_Sheet2.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"not a workbook", package)]
    for program, target in zip(["Excel.Sheet.12", "Excel.Sheet.8", "Excel.Sheet.12"], ids):
        p = d.add_paragraph("")
        for child in xml(f'<w:p><w:r><w:object><v:shape id="s"/><o:OLEObject Type="Embed" ProgID="{program}" ShapeID="s" DrawAspect="Content" r:id="{target}"/></w:object></w:r></w:p>'):
            p._p.append(child)
    page = part(d, "afchunk.html", "text/html", "<html><body><p>网页题</p><table><tr><td>甲</td><td>乙</td></tr></table></body></html>".encode(),
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk")
    p._p.addnext(xml(f'<w:altChunk r:id="{page}"/>'))
    d.add_paragraph("落款")
    d.save(OUT / "python-docx-embedded.docx")


FORM = """<!DOCTYPE html><html><head><meta charset="utf-8"><style><!--
/* 样式 */ .void, .fei1 {color:#999; text-decoration:line-through} .inner {display:none} .ghost {visibility:hidden} @media print { .only {display:none} }
.sign {font-family:Wingdings} #mask {display: none}
--></style></head><body>
<div id=mask><table><tr><td>模板</td><td>行</td></tr></table></div>
<form><table class=frame><tr><td colspan=2><h2>第三季度报表</h2></td></tr><tr><td>填报单位</td><td><input value="办公室"></td></tr><tr><td colspan=2>
<table border=1>
<tr><th>序号<th>要求<th class=inner>编号<th>状态<th>进展<th>时间<th>说明
<tr><td>1<td>甲<td class=inner>9f3a<td><select><option>未启动<option selected>推进中</option></select><td><textarea rows=3>
第一行
第二行</textarea><td><input type=text value="2021年9月20日"><td><input type=hidden value=x><button>保存</button>
<tr><td>2<td>乙<td class=inner>77b0<td><input type=radio name=a>已完成 <input type=radio name=a checked>推进中<td><del>旧</del><s>旧</s>新<strike>旧</strike><td><input type=date value="2021-09-20"><td><span style="text-decoration: line-through">旧</span>留
<tr><td>3<td>丙<td class=inner>c<td><input type=checkbox checked>已完成 <input type=checkbox>推进中<td><p style="display:none">内部意见<p>看得见<span hidden>看不见</span><td><input placeholder="请输入"><td><span class="void">旧</span><b class=ghost>空白</b>
<tr class=fei1><td>4<td>丁<td class=inner>d<td>已完成<td>整行作废<td><td>
<tr><td>5<td>戊<td class=inner>e<td><select><option value="">请选择</option><option value=1>已完成</option></select><td><font face=Wingdings>&thorn;</font>甲<span class=sign>\u00a8</span>乙<td><select><option>未启动<option>已完成</select><td><img src=a.png width=40>
</table></td></tr></table></form></body></html>
"""


def webpages():
    (OUT / "web-form.html").write_text(FORM, encoding="utf-8")
    # A workbook that Excel saves as one file: a set of frames, a page a sheet.
    book = MIMEMultipart("related", boundary="----=_NextPart_01")
    names = [("第三季度", "sheet001.htm", ""), ("草稿", "sheet002.htm", "<x:Visible>SheetHidden</x:Visible>")]
    listed = "".join(f'<x:ExcelWorksheet><x:Name>{n}</x:Name><x:WorksheetSource HRef="book.files/{f}"/><x:WorksheetOptions>{v}</x:WorksheetOptions></x:ExcelWorksheet>' for n, f, v in names)
    pages = [("book.htm", f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>{listed}</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>'
              '<frameset rows="*,39"><frame src="book.files/sheet001.htm"><frame src="book.files/tabstrip.htm"></frameset></html>'),
             ("book.files/tabstrip.htm", "<html><body><table><tr><td>第三季度</td></tr></table></body></html>"),
             ("book.files/sheet001.htm", NOTED), ("book.files/sheet002.htm", "<html><body><table><tr><td>草</td></tr></table></body></html>")]
    for name, text in pages:
        page = MIMEText(text, "html", "gb2312" if "001" in name else "utf-8")
        page["Content-Location"] = "file:///C:/x/" + name
        book.attach(page)
    sheet = MIMEBase("text", "xml")
    sheet.set_payload("<xml/>")
    book.attach(sheet)
    (OUT / "python-email.mht").write_bytes(book.as_bytes())
    (OUT / "frameset.html").write_text(pages[0][1], encoding="utf-8")


NOTED = """<html><head><meta charset=gb2312><style>.xl66{text-decoration:line-through;mso-number-format:General}.font5{text-decoration:line-through}</style></head><body><table border=0>
<tr><td>序号</td><td>状态</td></tr>
<tr><td>1</td><td>已完成<![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[1]</a><![endif]></td></tr>
<tr><td>2</td><td class=xl66>未完成</td></tr>
<tr><td>3</td><td>推进中<font class=font5>未启动</font></td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=72></td></tr><![endif]></table>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]><div style='mso-element:comment'><![if !supportAnnotations]><div id="_com_1" class=msocomtxt><![endif]>
<![if !supportAnnotations]><a class=msocomhide href="#_msoanchor_1" name="_msocom_1">[1]</a><![endif]><font class=font6>数字要核实</font></div></div></div></body></html>"""


def main():
    webpages()
    seen()
    controls()
    places()
    embedded()
    for name in ["seen", "controls"]:
        convert(OUT / f"python-docx-{name}.docx", "docx", OUT / f"libreoffice-{name}.docx")
    convert(OUT / "python-docx-seen.docx", "html", OUT / "libreoffice-seen.html")


if __name__ == "__main__":
    main()
