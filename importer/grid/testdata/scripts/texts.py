"""Writes texts of OpenDocument: the twins of Word documents, and one by odfpy with what Word can't say.

Run with the system's Python: python3 scripts/texts.py (in testdata), behind returns.py, documents.py and seen.py.
Needs python-docx, lxml, odfpy, Pillow and LibreOffice.
"""
import io
import pathlib

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf import dc, draw, form, office, style, table, text
from odf.element import Element, Text
from odf.namespaces import TEXTNS
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from PIL import Image

from documents import xml
from kinds import convert

OUT = pathlib.Path("kinds")
TWINS = [("return/python-docx.docx", "return/libreoffice.odt"), ("seen/python-docx.docx", "seen/libreoffice.odt")] + [
    (f"kinds/python-docx-{name}.docx", f"kinds/libreoffice-{name}.odt") for name in ["seen", "controls", "places", "lists"]]


def lists(path):
    """Lists that other text interrupts, levels, a column of numbers, headings that count."""
    d = docx.Document()
    numbering = d.part.numbering_part.element
    levels = [("chineseCounting", "（%1）"), ("decimal", "%2."), ("decimalEnclosedCircle", "%3"), ("upperRoman", "%4、")]
    plain = [("decimal", "%1")]
    for number, list_levels in [(71, levels), (72, plain), (73, [("bullet", "●")])]:
        inner = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="{3 if number == 72 else 1}"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>' for i, (f, t) in enumerate(list_levels))
        numbering.insert(0, xml(f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'))
        numbering.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))

    def item(paragraph, number, level=0):
        props = paragraph._p.get_or_add_pPr()
        num = OxmlElement("w:numPr")
        for name, value in [("w:ilvl", level), ("w:numId", number)]:
            child = OxmlElement(name)
            child.set(qn("w:val"), str(value))
            num.append(child)
        props.append(num)

    d.add_heading("第三季度总结", 1)
    for words, level in [("规划", 0), ("公开", 1), ("归集", 1), ("市级", 2), ("县级", 2), ("乡镇", 3)]:
        item(d.add_paragraph(words), 71, level)
    d.add_paragraph("中间一段，不在列表里。")
    for words, level in [("财政", 0), ("预算", 1)]:
        item(d.add_paragraph(words), 71, level)
    item(d.add_paragraph("要点"), 73)
    d.add_heading("清单", 2)
    t = d.add_table(rows=4, cols=2, style="Table Grid")
    t.cell(0, 0).text, t.cell(0, 1).text = "序号", "要求"
    for row in range(1, 4):
        item(t.cell(row, 0).paragraphs[0], 72)
        t.cell(row, 1).text = "甲乙丙"[row - 1]
    cell = t.cell(3, 1)
    for words in ["第一点", "第二点"]:
        item(cell.add_paragraph(words), 71, 2)
    item(d.add_paragraph("办公室"), 71)
    d.save(path)


def cells(*rows):
    t = table.Table(name="表")
    t.addElement(table.TableColumn(numbercolumnsrepeated=len(rows[0])))
    for row in rows:
        line = table.TableRow()
        for words in row:
            cell = table.TableCell(valuetype="string")
            cell.addElement(text.P(text=words))
            line.addElement(cell)
        t.addElement(line)
    return t


def element(kind, *children, **attributes):
    e = kind(check_grammar=False, **attributes)
    for child in children:
        e.childNodes.append(Text(child)) if isinstance(child, str) else e.addElement(child, check_grammar=False)
    return e


def choice(*entries):
    """A list to choose from, of which the last entry is chosen."""
    chosen = Element(qname=(TEXTNS, "drop-down"), check_grammar=False)
    chosen.setAttrNS(TEXTNS, "name", "选")
    for words in entries:
        label = Element(qname=(TEXTNS, "label"), check_grammar=False)
        label.setAttrNS(TEXTNS, "value", words)
        label.setAttrNS(TEXTNS, "current-selected", str(words == entries[-1]).lower())
        chosen.addElement(label, check_grammar=False)
    chosen.childNodes.append(Text(entries[-1]))
    return chosen


def paragraph(*children, **attributes):
    return element(text.P, *children, **attributes)


def by_odfpy(path):
    d = OpenDocumentText()
    struck, hidden, gone = style.Style(name="作废", family="text"), style.Style(name="内部", family="text"), style.Style(name="暗段", family="paragraph")
    struck.addElement(style.TextProperties(textlinethroughstyle="solid"))
    hidden.addElement(style.TextProperties(display="none"))
    gone.addElement(style.TextProperties(display="none"))
    chapters, filled = style.Style(name="节", family="section"), style.Style(name="黄格", family="table-cell")
    filled.addElement(style.TableCellProperties(backgroundcolor="#ffff00"))
    for s in [struck, hidden, gone, chapters, filled]:
        d.automaticstyles.addElement(s)
    numbers = text.ListStyle(name="编号")
    numbers.addElement(text.ListLevelStyleNumber(level=1, numprefix="（", numsuffix="）", numformat="一, 二, 三, ..."))
    numbers.addElement(text.ListLevelStyleNumber(level=2, numsuffix=".", numformat="1", displaylevels=2))
    d.automaticstyles.addElement(numbers)
    outline = text.OutlineStyle(name="Outline")
    for level, form_ in [(1, "一, 二, 三, ..."), (2, "1")]:
        outline.addElement(text.OutlineLevelStyle(level=level, numformat=form_, numsuffix="、", displaylevels=1))
    d.styles.addElement(outline)
    body = d.text

    # What a revision took away, and the forms, stand in front of the text.
    deletion = element(text.Deletion, element(office.ChangeInfo, element(dc.Creator, "某"), element(dc.Date, "2021-10-06T09:00:00")), paragraph("旧稿"))
    body.addElement(element(text.TrackedChanges, element(text.ChangedRegion, deletion, id="ct1")), check_grammar=False)
    controls = element(form.Form, element(form.Checkbox, id="c1", label="已完成", currentstate="checked"), element(form.Checkbox, id="c2", label="推进中", currentstate="unchecked"),
                       element(form.Listbox, element(form.Option, label="未启动"), element(form.Option, label="推进中", currentselected="true"), id="c3"),
                       element(form.Text, id="c4", currentvalue="填了"), name="表单")
    body.addElement(element(office.Forms, controls), check_grammar=False)

    body.addElement(text.H(outlinelevel=1, text="总体情况"))
    body.addElement(paragraph("前 后", element(text.S, c=2), "两格", element(text.LineBreak), "第二行 ", element(text.Span, " 旧数", stylename=struck), element(text.Span, "意见", stylename=hidden),
                              element(text.Change, changeid="ct1"), element(text.Placeholder, "<请填写>", placeholdertype="text"),
                              element(office.Annotation, element(dc.Creator, "某"), element(dc.Date, "2021-10-06T09:00:00"), paragraph("要核实"), paragraph("另说"))))
    body.addElement(paragraph("整段看不见", stylename=gone))
    body.addElement(element(text.Section, paragraph("节里看不见"), name="节一", display="none"), check_grammar=False)
    body.addElement(element(text.Section, paragraph("节里看得见", element(text.Note, element(text.NoteCitation, "1"), element(text.NoteBody, paragraph("脚注")), noteclass="footnote")), name="节二"), check_grammar=False)
    body.addElement(text.H(outlinelevel=2, text="做法"))
    inner = element(text.List, element(text.ListItem, paragraph("甲一")), element(text.ListItem, paragraph("甲二")))
    body.addElement(element(text.List, element(text.ListItem, paragraph("甲"), paragraph("甲的第二段"), inner), element(text.ListItem, paragraph("乙")), stylename=numbers))
    body.addElement(paragraph("隔开"))
    body.addElement(element(text.List, element(text.ListItem, paragraph("丙")), stylename=numbers, continuenumbering="true"))
    body.addElement(element(text.List, element(text.ListItem, paragraph("另起")), stylename=numbers))
    body.addElement(text.H(outlinelevel=1, text="数据"))

    # A table whose head repeats, with spans, a fill, a table in a cell, controls.
    t = table.Table(name="主表")
    t.addElement(table.TableColumn(numbercolumnsrepeated=4))
    heads = table.TableHeaderRows()
    heads.addElement(element(table.TableRow, *[element(table.TableCell, paragraph(h)) for h in ["序号", "要求", "状态", "说明"]]))
    t.addElement(heads)
    t.addElement(element(table.TableRow, element(table.TableCell, paragraph("1"), numberrowsspanned=2), element(table.TableCell, paragraph("甲"), stylename=filled),
                         element(table.TableCell, paragraph(element(draw.Control, control="c1", anchortype="as-char"), " ", element(draw.Control, control="c2", anchortype="as-char"))),
                         element(table.TableCell, paragraph("见下"), cells(["九月", "2"], ["十月", "3"]))))
    t.addElement(element(table.TableRow, element(table.CoveredTableCell), element(table.TableCell, paragraph("乙"), numbercolumnsspanned=2), element(table.CoveredTableCell),
                         element(table.TableCell, paragraph(element(draw.Control, control="c3", anchortype="as-char")), paragraph(element(draw.Control, control="c4", anchortype="as-char")))))
    picture = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(picture, "png")
    stored = d.addPicture("红.png", "image/png", picture.getvalue())
    framed = element(draw.Frame, element(draw.Image, href=stored, type="simple"), anchortype="as-char", width="1cm", height="1cm")
    t.addElement(element(table.TableRow, element(table.TableCell, paragraph("2")), element(table.TableCell, paragraph("丙")),
                         element(table.TableCell, paragraph(choice("已完成", "推进中"))),
                         element(table.TableCell, paragraph(framed))))
    body.addElement(t)

    # A text box with a table, a workbook, a formula.
    boxed = element(draw.TextBox, paragraph("框里"), cells(["序号", "要求"], ["1", "丁"]))
    body.addElement(paragraph("框前", element(draw.Frame, boxed, anchortype="paragraph", width="8cm", height="3cm")))
    book = OpenDocumentSpreadsheet()
    sheet = cells(["序号", "要求"], ["1", "戊"])
    sheet.setAttribute("name", "第三季度")
    book.spreadsheet.addElement(sheet)
    folder = d.addObject(book)
    body.addElement(paragraph("表格见下", element(draw.Frame, element(draw.Object, href=folder, type="simple"), anchortype="as-char", width="8cm", height="3cm")))
    body.addElement(paragraph("落款"))
    d.save(path)


def main():
    lists(OUT / "python-docx-lists.docx")
    for source, target in TWINS:
        convert(source, "odt", target)
    by_odfpy(OUT / "odfpy-text.odt")
    convert(OUT / "odfpy-text.odt", "fodt", OUT / "libreoffice-text.fodt")


if __name__ == "__main__":
    main()
