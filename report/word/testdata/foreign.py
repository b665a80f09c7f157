"""Writes what python-docx reads in a Word file: python3 foreign.py FILE > foreign.golden.txt

A line for what the file says of itself; a line a section with its page and its header and footer; a
line a style that is used, with its font and size; then, in the order of the text, a line a heading or
caption, a line a table with its heading rows, a line a figure with its alternative text, a line a
field. foreign_test.go holds the printer to it.
"""
import sys

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

book = docx.Document(sys.argv[1])
core = book.core_properties
print("file", core.title, "|", core.subject, "|", core.author, "|", core.language)
print("odd and even pages differ", book.settings.odd_and_even_pages_header_footer)


def text_of(part):
    return "".join(t.text or "" for t in part._element.iter(qn("w:t"), qn("w:instrText"))).replace(" PAGE 1", "PAGE")


for s in book.sections:
    print("section", "turned" if s.page_width > s.page_height else "upright", "%dx%d" % (s.page_width.twips, s.page_height.twips), "margins", s.top_margin.twips,
          s.right_margin.twips, s.bottom_margin.twips, s.left_margin.twips, "head", text_of(s.header), text_of(s.even_page_header),
          "foot", text_of(s.footer), text_of(s.even_page_footer))


def font(style):
    size, face = None, None
    while style is not None:
        properties = style.element.rPr
        if size is None and style.font.size is not None:
            size = style.font.size.pt
        if face is None and properties is not None and properties.rFonts is not None:
            face = properties.rFonts.get(qn("w:eastAsia"))
        style = style.base_style
    fonts = book.styles.element.find(".//" + qn("w:rPrDefault"))
    if face is None:
        face = fonts.find(".//" + qn("w:rFonts")).get(qn("w:eastAsia"))
    if size is None:
        size = int(fonts.find(".//" + qn("w:sz")).get(qn("w:val"))) / 2
    return "%s %g" % (face, size)


def paragraphs(parent):
    for p in parent.iter(qn("w:p")):
        yield Paragraph(p, book)


used = {}
for p in paragraphs(book.element.body):
    used.setdefault(p.style.name, p.style)
for name in sorted(used):
    print("style", name, font(used[name]))


def pieces(p):
    for node in p._element.iter(qn("w:instrText"), qn("wp:docPr")):
        if node.tag == qn("w:instrText"):
            if "PAGEREF" not in node.text:
                print("field", node.text.strip())
        else:
            print("figure", node.get("descr"))


for child in book.element.body.iterchildren(qn("w:p"), qn("w:tbl")):
    if child.tag == qn("w:p"):
        p = Paragraph(child, book)
        pieces(p)
        text = "".join(t.text or "" for t in p._element.iter(qn("w:t")))
        if text and (p.style.name.lower().startswith("heading") or p.style.name in ("Title", "表题", "图题")):
            print(p.style.name, text)
        continue
    t = Table(child, book)
    print("table", len(t.rows), "rows", len(t.columns), "columns")
    for row in t.rows:
        if row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None:
            print("repeated", " | ".join(docx.table._Cell(tc, t).text for tc in row._tr.tc_lst))
