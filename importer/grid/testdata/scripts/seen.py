"""Writes a sheet of what a cell shows beside what is stored in it, in every format.

Run with the system's Python: python3 scripts/seen.py (in testdata).
Needs openpyxl, xlwt, odfpy, Pillow and LibreOffice.
"""
import datetime
import io
import pathlib
import zipfile

import docx
import openpyxl
import PIL.Image
import xlwt
from docx.shared import Cm
from odf import dc, draw, number, office, style, table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from documents import WHO, box, field, part, runs, sdt, t, NS
from kinds import convert

OUT = pathlib.Path("seen")
HEADS = ["序号", "具体要求", "完成状态", "完成进度", "进展情况", "佐证材料", "备注"]
RADICALS = "⼯作⽅案"  # as a PDF gives it when it is copied
SIGNS = "R已完成 £推进中"  # the letters in Wingdings 2
WORDS = '[=1]"已完成";[=2]"推进中";"未启动"'
TICKS = '[=1]"√";[=0]"×"'


def model(path):
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "所见"
    ws.append(HEADS)

    def put(at, value, form=None, struck=False):
        ws[at] = value
        if form:
            ws[at].number_format = form
        if struck:
            ws[at].font = Font(strike=True)

    put("A2", 1)
    put("B2", "甲项")
    put("C2", "已完成 / 未完成")
    put("D2", 85, '0"%"')
    put("E2", "已更新五次。已更新两次。")
    ws["E2"].comment = Comment("审核人:\n请核对次数", "审核人")
    for col, value in zip("ABCDE", [2, "乙项", "推进中", 0.5, "整行作废。"]):
        put(f"{col}3", value, struck=True)
    put("A4", 3, '"第"0"项"')
    put("B4", "丙项")
    put("C4", 1, WORDS)
    put("D4", 8.5, '0.0"成"')
    put("E4", 12345, '#,##0"件"')
    put("G4", "办公", '0;-0;0;@"室"')
    put("A5", 4)
    put("B5", "丁项")
    put("C5", 1, TICKS)
    put("D5", 0, TICKS)
    put("E5", 30, "0", struck=True)
    put("F5", 7, ";;;")
    put("G5", 0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ')
    put("A6", 5)
    put("B6", "戊项")
    put("C6", "已完成")
    put("D6", 0.8, '0%')
    put("E6", 2021.1, "0.00")
    picture = io.BytesIO()
    PIL.Image.new("RGB", (12, 12), "red").save(picture, "PNG")
    ws.add_image(Image(picture), "F6")
    ws.row_dimensions[6].height = 40
    put("A7", 6)
    put("B7", "己项")
    put("A8", 7)
    put("B8", RADICALS)
    put("C8", SIGNS)
    put("D8", "þ")
    ws["D8"].font = Font(name="Wingdings")
    put("E8", "#REF!")
    put("F8", '=DISPIMG("ID_1",1)')
    put("G8", "新稿")
    put("A9", 8)
    put("B9", "辛项")
    put("C9", "推进中")
    chosen = DataValidation(type="list", formula1='"已完成,推进中,未启动"')
    ws.add_data_validation(chosen)
    chosen.add("C9")
    put("D9", '=D8&""')
    put("E9", datetime.date(2021, 9, 28), 'yyyy"年"m"月"d"日"')
    put("G9", "公开")
    wb.save(path)
    boxes(path)


VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"/>
%s</xml>"""
SHAPE = """<v:shape id="_x0000_s%(id)d" type="#_x0000_t201" style="position:absolute" filled="f" stroked="f">
<v:textbox><div style="text-align:left"><font face="Tahoma" size="160">%(words)s</font></div></v:textbox>
<x:ClientData ObjectType="Checkbox"><x:SizeWithCells/><x:Anchor>%(anchor)s</x:Anchor><x:AutoFill>False</x:AutoFill>%(checked)s<x:TextVAlign>Center</x:TextVAlign></x:ClientData></v:shape>
"""
NOTE = """<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>
<v:shape id="_x0000_s1026" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"><v:textbox><div style="text-align:left"></div></v:textbox>
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>1</x:Row><x:Column>4</x:Column></x:ClientData></v:shape>
"""
CONTROL = """<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><control shapeId="%(id)d" r:id="rIdBox%(id)d" name="Check Box %(id)d"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1"><from><xdr:col>%(col)d</xdr:col><xdr:colOff>%(off)d</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>%(col)d</xdr:col><xdr:colOff>%(end)d</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>150000</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent>"""
BOXES = [(1, 2, 0, "已完成", True), (2, 2, 1, "推进中", False), (3, 2, 2, "未启动", False), (4, 3, 0, "", True)]


def boxes(path):
    """Lays form controls over C7 and D7, as Excel does, and strikes parts of texts out: this openpyxl
    can do neither. The comment's older drawing gives way to one
    that has all."""
    with zipfile.ZipFile(path) as z:
        parts = {n: z.read(n) for n in z.namelist()}
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    shapes, controls, more, types = "", "", "", ""
    for n, col, at, words, ticked in BOXES:
        v = dict(id=2048 + n, col=col, off=at * 200000, end=at * 200000 + 190000, words=words,
                 anchor=f"{col}, {at * 21}, 6, 0, {col}, {at * 21 + 20}, 6, 15", checked="<x:Checked>1</x:Checked>" if ticked else "")
        shapes += SHAPE % v
        controls += CONTROL % v
        more += f'<Relationship Id="rIdBox{2048 + n}" Type="{kind}ctrlProp" Target="/xl/ctrlProps/ctrlProp{n}.xml"/>'
        types += f'<Override PartName="/xl/ctrlProps/ctrlProp{n}.xml" ContentType="application/vnd.ms-excel.controlproperties+xml"/>'
        state = ' checked="Checked"' if ticked else ""
        parts[f"xl/ctrlProps/ctrlProp{n}.xml"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox"{state} lockText="1"/>'.encode()
    old = next(n for n in parts if n.endswith(".vml"))
    parts[old] = (VML % (NOTE + shapes)).encode()
    parts[rels] = parts[rels].replace(b"</Relationships>", more.encode() + b"</Relationships>")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types.encode() + b"</Types>")
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    gone = "<r><rPr><strike/></rPr><t>%s</t></r>"
    signs = '<r><rPr><sz val="11"/><rFont val="Wingdings 2"/></rPr><t>%s</t></r>'
    plain = '<r><rPr><sz val="11"/><rFont val="宋体"/></rPr><t xml:space="preserve">%s</t></r>'
    for was, pieces in [
                      (SIGNS, signs % "R" + plain % "已完成 " + signs % "£" + plain % "推进中"),
                      ("已完成 / 未完成", '<r><t>已完成</t></r><r><t xml:space="preserve"> / </t></r>' + gone % "未完成"),
                      ("已更新五次。已更新两次。", gone % "已更新五次。" + "<r><t>已更新两次。</t></r>")]:
        was = was.encode("ascii", "xmlcharrefreplace").decode()
        assert f"<is><t>{was}</t></is>" in sheet
        sheet = sheet.replace(f"<is><t>{was}</t></is>", f"<is>{pieces}</is>")
    # What a program leaves behind that does not calculate: a formula that is declared to be a text.
    assert '<c r="D9"><f>D8&amp;""</f><v></v></c>' in sheet
    sheet = sheet.replace('<c r="D9"><f>D8&amp;""</f><v></v></c>', '<c r="D9" t="str"><f>D8&amp;""</f></c>')
    sheet = sheet.replace("<worksheet ", '<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ', 1)
    sheet = sheet.replace("</worksheet>", f"<controls>{controls}</controls></worksheet>")
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(zipfile.ZipInfo(name, (2021, 9, 28, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def by_xlwt(path):
    wb = xlwt.Workbook(encoding="utf-8")
    ws = wb.add_sheet("所见")

    def form(code="General", struck=False):
        s = xlwt.XFStyle()
        s.num_format_str = code
        s.font.struck_out = struck
        return s

    gone = xlwt.Font()
    gone.struck_out = True
    plain = xlwt.Font()
    for i, head in enumerate(HEADS):
        ws.write(0, i, head)
    ws.write(1, 0, 1)
    ws.write(1, 1, "甲项")
    ws.write_rich_text(1, 2, [("已完成", plain), (" / ", plain), ("未完成", gone)])
    ws.write(1, 3, 85, form('0"%"'))
    ws.write_rich_text(1, 4, [("已更新五次。", gone), ("已更新两次。", plain)])
    for i, value in enumerate([2, "乙项", "推进中", 0.5, "整行作废。"]):
        ws.write(2, i, value, form(struck=True))
    ws.write(3, 0, 3, form('"第"0"项"'))
    ws.write(3, 1, "丙项")
    ws.write(3, 2, 1, form(WORDS))
    ws.write(3, 3, 8.5, form('0.0"成"'))
    ws.write(3, 4, 12345, form('#,##0"件"'))
    ws.write(3, 6, "办公", form('0;-0;0;@"室"'))
    ws.write(4, 0, 4)
    ws.write(4, 1, "丁项")
    ws.write(4, 2, 1, form(TICKS))
    ws.write(4, 3, 0, form(TICKS))
    ws.write(4, 4, 30, form("0", struck=True))
    ws.write(4, 5, 7, form(";;;"))
    ws.write(4, 6, 0, form('_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '))
    ws.write(5, 0, 5)
    ws.write(5, 1, "戊项")
    ws.write(5, 2, "已完成")
    ws.write(5, 3, 0.8, form("0%"))
    ws.write(5, 4, 2021.1, form("0.00"))
    ws.write(6, 0, 6)
    ws.write(6, 1, "己项")
    wing = xlwt.Font()
    wing.name = "Wingdings 2"
    signs = xlwt.XFStyle()
    signs.font.name = "Wingdings"
    ws.write(7, 0, 7)
    ws.write(7, 1, RADICALS)
    ws.write_rich_text(7, 2, [("R", wing), ("已完成 ", plain), ("£", wing), ("推进中", plain)])
    ws.write(7, 3, "þ", signs)
    ws.row(7).set_cell_error(4, "#REF!")
    ws.write(7, 5, '=DISPIMG("ID_1",1)')  # as a text: that is how WPS saves it there
    ws.write(7, 6, "新稿")
    ws.write(8, 0, 8)
    ws.write(8, 1, "辛项")
    ws.write(8, 2, "推进中")
    ws.write(8, 3, xlwt.Formula('D8&""'))
    ws.write(8, 4, datetime.date(2021, 9, 28), form('yyyy"年"m"月"d"日"'))
    ws.write(8, 6, "公开")
    wb.save(str(path))


def by_odfpy(path):
    doc = OpenDocumentSpreadsheet()
    gone = style.Style(name="gone", family="table-cell")
    gone.addElement(style.TextProperties(textlinethroughstyle="solid"))
    piece = style.Style(name="piece", family="text")
    piece.addElement(style.TextProperties(textlinethroughstyle="solid"))
    share = number.NumberStyle(name="N1")
    share.addElement(number.Number(minintegerdigits="1", decimalplaces="0"))
    share.addElement(number.Text(text="%"))
    done = number.NumberStyle(name="N2P0")
    done.addElement(number.Text(text="已完成"))
    words = number.NumberStyle(name="N2")
    words.addElement(number.Text(text="未启动"))
    words.addElement(style.Map(condition="value()=1", applystylename="N2P0"))
    ce1 = style.Style(name="ce1", family="table-cell", datastylename="N1")
    ce2 = style.Style(name="ce2", family="table-cell", datastylename="N2")
    for s in [gone, piece, share, words, ce1, ce2]:
        doc.automaticstyles.addElement(s)
    doc.styles.addElement(done)  # odfpy leaves automatic styles out that only a map names
    sheet = table.Table(name="所见")

    def row(*cells):
        tr = table.TableRow()
        for c in cells:
            tr.addElement(c)
        sheet.addElement(tr)

    def words_of(*pieces, look=None):
        c = table.TableCell(valuetype="string", **({"stylename": look} if look else {}))
        p = text.P()
        for said, struck in pieces:
            if struck:
                p.addElement(text.Span(stylename=piece, text=said))
            else:
                p.addText(said)
        c.addElement(p)
        return c

    def value(v, look=None):
        return table.TableCell(valuetype="float", value=v, **({"stylename": look} if look else {}))

    row(*[words_of((h, False)) for h in HEADS])
    noted = words_of(("已更新五次。", True), ("已更新两次。", False))
    note = office.Annotation()
    note.addElement(dc.Creator(text="审核人"))
    note.addElement(text.P(text="审核人:"))
    note.addElement(text.P(text="请核对次数"))
    noted.addElement(note)
    row(value(1), words_of(("甲项", False)), words_of(("已完成", False), (" / ", False), ("未完成", True)), value(85, ce1), noted)
    row(value(2, gone), words_of(("乙项", False), look=gone), words_of(("推进中", False), look=gone), value(0.5, gone), words_of(("整行作废。", False), look=gone))
    row(value(3), words_of(("丙项", False)), value(1, ce2))
    row(value(4), words_of(("丁项", False)), value(5, ce2))
    shown = table.TableCell()
    frame = draw.Frame(width="0.3cm", height="0.3cm")
    picture = io.BytesIO()
    PIL.Image.new("RGB", (12, 12), "red").save(picture, "PNG")
    frame.addElement(draw.Image(href=doc.addPictureFromString(picture.getvalue(), "image/png")))
    shown.addElement(frame)
    row(value(5), words_of(("戊项", False)), words_of(("已完成", False)), table.TableCell(numbercolumnsrepeated=2), shown)
    row()
    wing = style.Style(name="wing", family="text")
    wing.addElement(style.TextProperties(fontname="Wingdings 2"))
    signs = style.Style(name="signs", family="table-cell")
    signs.addElement(style.TextProperties(fontfamily="Wingdings"))
    doc.automaticstyles.addElement(wing)
    doc.automaticstyles.addElement(signs)
    doc.fontfacedecls.addElement(style.FontFace(name="Wingdings 2", fontfamily="'Wingdings 2'"))
    mixed = table.TableCell(valuetype="string")
    p = text.P()
    for said, look in [("R", wing), ("已完成", None), ("£", wing), ("推进中", None)]:
        if look:
            p.addElement(text.Span(stylename=look, text=said))
        else:
            p.addText(said)
        if said == "已完成":
            p.addElement(text.S())
    mixed.addElement(p)
    row(value(7), words_of((RADICALS, False)), mixed, words_of(("þ", False), look=signs), table.TableCell(),
        table.TableCell(formula='of:=DISPIMG("ID_1";1)'), words_of(("新稿", False)))
    row(value(8), words_of(("辛项", False)), words_of(("推进中", False)), table.TableCell(valuetype="string", formula='of:=[.D8]&""'),
        table.TableCell(valuetype="date", datevalue="2021-09-28"), table.TableCell(), words_of(("公开", False)))
    doc.spreadsheet.addElement(sheet)
    doc.save(str(path))


XML = """<?xml version="1.0" encoding="utf-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles>
<Style ss:ID="gone"><Font ss:StrikeThrough="1"/></Style>
<Style ss:ID="share"><NumberFormat ss:Format="0&quot;%&quot;"/></Style>
<Style ss:ID="nth"><NumberFormat ss:Format="&quot;第&quot;0&quot;项&quot;"/></Style>
<Style ss:ID="words"><NumberFormat ss:Format="[=1]&quot;已完成&quot;;[=2]&quot;推进中&quot;;&quot;未启动&quot;"/></Style>
<Style ss:ID="tenths"><NumberFormat ss:Format="0.0&quot;成&quot;"/></Style>
<Style ss:ID="pieces"><NumberFormat ss:Format="#,##0&quot;件&quot;"/></Style>
<Style ss:ID="ticks"><NumberFormat ss:Format="[=1]&quot;√&quot;;[=0]&quot;×&quot;"/></Style>
<Style ss:ID="room"><NumberFormat ss:Format="0;-0;0;@&quot;室&quot;"/></Style>
<Style ss:ID="none"><NumberFormat ss:Format=";;;"/></Style>
<Style ss:ID="account"><NumberFormat ss:Format="_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ "/></Style>
<Style ss:ID="percent"><NumberFormat ss:Format="0%"/></Style>
<Style ss:ID="signs"><Font ss:FontName="Wingdings" x:CharSet="2"/></Style>
<Style ss:ID="day"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></Style>
<Style ss:ID="fixed"><NumberFormat ss:Format="0.00"/></Style>
</Styles>
<Worksheet ss:Name="所见"><Table>
<Row>HEADS</Row>
<Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="String">甲项</Data></Cell>
<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">已完成 / <S>未完成</S></ss:Data></Cell>
<Cell ss:StyleID="share"><Data ss:Type="Number">85</Data></Cell>
<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>已更新五次。</S>已更新两次。</ss:Data><Comment ss:Author="审核人"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>审核人:</B>&#10;请核对次数</ss:Data></Comment></Cell></Row>
<Row ss:StyleID="gone"><Cell><Data ss:Type="Number">2</Data></Cell><Cell><Data ss:Type="String">乙项</Data></Cell><Cell><Data ss:Type="String">推进中</Data></Cell><Cell><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="String">整行作废。</Data></Cell></Row>
<Row><Cell ss:StyleID="nth"><Data ss:Type="Number">3</Data></Cell><Cell><Data ss:Type="String">丙项</Data></Cell><Cell ss:StyleID="words"><Data ss:Type="Number">1</Data></Cell><Cell ss:StyleID="tenths"><Data ss:Type="Number">8.5</Data></Cell><Cell ss:StyleID="pieces"><Data ss:Type="Number">12345</Data></Cell><Cell ss:Index="7" ss:StyleID="room"><Data ss:Type="String">办公</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">4</Data></Cell><Cell><Data ss:Type="String">丁项</Data></Cell><Cell ss:StyleID="ticks"><Data ss:Type="Number">1</Data></Cell><Cell ss:StyleID="ticks"><Data ss:Type="Number">0</Data></Cell><Cell ss:StyleID="gone"><Data ss:Type="Number">30</Data></Cell><Cell ss:StyleID="none"><Data ss:Type="Number">7</Data></Cell><Cell ss:StyleID="account"><Data ss:Type="Number">0</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">5</Data></Cell><Cell><Data ss:Type="String">戊项</Data></Cell><Cell><Data ss:Type="String">已完成</Data></Cell><Cell ss:StyleID="percent"><Data ss:Type="Number">0.8</Data></Cell><Cell ss:StyleID="fixed"><Data ss:Type="Number">2021.1</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">6</Data></Cell><Cell><Data ss:Type="String">己项</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">7</Data></Cell><Cell><Data ss:Type="String">RADICALS</Data></Cell>
<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font html:Face="Wingdings 2" x:CharSet="2">R</Font><Font html:Face="宋体">已完成 </Font><Font html:Face="Wingdings 2" x:CharSet="2">£</Font><Font html:Face="宋体">推进中</Font></ss:Data></Cell>
<Cell ss:StyleID="signs"><Data ss:Type="String">þ</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Formula="=DISPIMG(&quot;ID_1&quot;,1)"><Data ss:Type="String">=DISPIMG(&quot;ID_1&quot;,1)</Data></Cell><Cell><Data ss:Type="String">新稿</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">8</Data></Cell><Cell><Data ss:Type="String">辛项</Data></Cell><Cell><Data ss:Type="String">推进中</Data></Cell><Cell ss:Formula="=R[-1]C&amp;&quot;&quot;"/><Cell ss:StyleID="day"><Data ss:Type="DateTime">2021-09-28T00:00:00.000</Data></Cell><Cell ss:Index="7"><Data ss:Type="String">公开</Data></Cell></Row>
</Table></Worksheet></Workbook>
"""


def by_docx(path):
    """The same as a document says it: what a number looks like is typed, what is ticked or chosen is a control."""
    gone = "<w:strike/>"
    d = docx.Document()
    tb = d.add_table(rows=9, cols=7, style="Table Grid")
    rows = [HEADS,
            ["1", "甲项", None, "85%", None], [None] * 7, ["第3项", "丙项", "已完成", "8.5成", "12,345件", "", "办公室"],
            ["4", "丁项", "√", "×", None, None, "-"], ["5", "戊项", "已完成", "80%", "2021.10", None], ["6", "己项", None, None],
            ["7", RADICALS, None, None, "#REF!", None, None], ["8", "辛项", None, "", "2021年9月28日", None, None]]
    for i, row in enumerate(rows):
        for j, said in enumerate(row):
            if said:
                tb.cell(i, j).text = said

    def put(row, col, inner):
        runs(tb.cell(row - 1, col - 1), inner)

    put(2, 3, t("已完成") + t(" / ") + t("未完成", gone))
    put(2, 5, '<w:commentRangeStart w:id="1"/>' + t("已更新五次。", gone) + t("已更新两次。") + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    for i, said in enumerate(["2", "乙项", "推进中", "0.5", "整行作废。"]):
        put(3, i + 1, t(said, gone))
    put(5, 5, t("30", "<w:dstrike/>"))
    put(5, 6, t("7", "<w:vanish/>"))
    picture = io.BytesIO()
    PIL.Image.new("RGB", (12, 12), "red").save(picture, "PNG")
    for row in [6, 8]:
        tb.cell(row - 1, 5).paragraphs[0].add_run().add_picture(picture, width=Cm(0.3))
    put(7, 3, box(True) + t("已完成 ") + box(False) + t("推进中 ") + box(False, "√□") + t("未启动"))
    put(7, 4, field([" FORMCHECKBOX "], '<w:checkBox><w:sizeAuto/><w:default w:val="1"/></w:checkBox>'))
    wing = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
    put(8, 3, t("R", wing) + t("已完成 ") + t("£", wing) + t("推进中"))
    put(8, 4, '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')
    put(8, 7, f'<w:ins {WHO}>{t("新稿")}</w:ins><w:del {WHO}><w:r><w:delText>旧稿</w:delText></w:r></w:del>')
    put(9, 3, sdt('<w:dropDownList><w:listItem w:displayText="选择一项。" w:value=""/><w:listItem w:displayText="推进中" w:value="2"/></w:dropDownList>', t("推进中")))
    put(9, 6, sdt("<w:showingPlcHdr/><w:text/>", t("单击或点击此处输入文字。")))
    put(9, 7, t("公开") + t("内部", "<w:vanish/>"))
    part(d, "comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
         f'<w:comments {NS}><w:comment w:id="1" w:author="审核人"><w:p><w:r><w:t>请核对次数</w:t></w:r></w:p></w:comment></w:comments>'.encode(),
         "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments")
    d.save(path)


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>.gone td {text-decoration:line-through} tr.void {text-decoration:line-through} .inner {display:none} .wing {font-family:"Wingdings 2"}</style></head><body>
<table border=1>
<tr>HEADS
<tr><td>1<td>甲项<td>已完成 / <s>未完成</s><td>85%<td><del>已更新五次。</del>已更新两次。<![if !supportAnnotations]><a class=msocomanchor href="#_msocom_1" name="_msoanchor_1">[1]</a><![endif]><td><td>
<tr class=void><td>2<td>乙项<td>推进中<td>0.5<td>整行作废。<td><td>
<tr><td>第3项<td>丙项<td>已完成<td>8.5成<td>12,345件<td><td>办公室
<tr><td>4<td>丁项<td>√<td>×<td><span style="text-decoration:line-through">30</span><td><span class=inner>7</span><td>-
<tr><td>5<td>戊项<td>已完成<td>80%<td><input value="2021.10"><td><img src="a.png" alt=""><td>
<tr><td>6<td>己项<td><input type=checkbox checked>已完成 <input type=checkbox>推进中 <input type=checkbox>未启动<td><input type=radio checked><td><td><td>
<tr><td>7<td>RADICALS<td><font class=wing>R</font>已完成 <font class=wing>£</font>推进中<td><font face=Wingdings>&thorn;</font><td>#REF!<td><img src="b.png"><td><ins>新稿</ins><del>旧稿</del>
<tr><td>8<td>辛项<td><select><option>已完成<option selected>推进中<option>未启动</select><td><td><input value="2021年9月28日"><td><input placeholder="请输入"><td>公开<span style="display:none">内部</span>
</table>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><a class=msocomhide href="#_msoanchor_1" name="_msocom_1">[1]</a><font>请核对次数</font></div></div></div>
</body></html>
"""


def main():
    OUT.mkdir(exist_ok=True)
    source = OUT / "openpyxl.xlsx"
    model(source)
    for ending in ["xls", "ods"]:
        convert(source, ending, OUT / f"libreoffice.{ending}")
    convert(OUT / "libreoffice.ods", "xlsx", OUT / "libreoffice.xlsx")
    by_xlwt(OUT / "xlwt.xls")
    by_odfpy(OUT / "odfpy.ods")
    heads = "".join(f'<Cell><Data ss:Type="String">{h}</Data></Cell>' for h in HEADS)
    (OUT / "web-xml2003.xls").write_text(XML.replace("HEADS", heads).replace("RADICALS", RADICALS), encoding="utf-8")
    by_docx(OUT / "python-docx.docx")
    convert(OUT / "python-docx.docx", "docx", OUT / "libreoffice.docx")
    convert(OUT / "openpyxl.xlsx", "html", OUT / "libreoffice.html")
    heads = "".join(f"<th>{h}" for h in HEADS)
    (OUT / "web.html").write_text(PAGE.replace("HEADS", heads).replace("RADICALS", RADICALS), encoding="utf-8")


if __name__ == "__main__":
    main()
