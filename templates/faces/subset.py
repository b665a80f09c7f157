#!/usr/bin/env python3
"""Cuts the four embedded faces down to the characters of codepoints.txt.

usage: subset.py SERIF SANS WENKAI [OUT]

SERIF and SANS are the unpacked npm packages @expo-google-fonts/noto-serif-sc and
@expo-google-fonts/noto-sans-sc (0.4.3), WENKAI is the folder into which Debian's
fonts-lxgw-wenkai (1.250) puts its files. Needs fontTools 4.38 (Debian python3-fonttools).
The same sources give the same bytes.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.misc.transform import Offset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
LAYOUT = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx"]


def cut(source, text):
    """Opens the font with nothing left in it but the outlines of text's characters."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += LAYOUT
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    return font


def place(font, char, dx, width):
    """Moves a character's outline dx to the right and gives it an advance."""
    name = font.getBestCmap()[ord(char)]
    glyphs, pen = font.getGlyphSet(), TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, Offset(dx, 0)))
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (width, glyph.xMin)


def bounds(font, char):
    glyph = font["glyf"][font.getBestCmap()[ord(char)]]
    return glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax


def widen_quotes(font):
    """Chinese quotes are a character wide; the opening one stands to the right."""
    em = font["head"].unitsPerEm
    for char in "“‘":
        left, _, right, _ = bounds(font, char)
        place(font, char, em - em // 16 - right, em)
    for char in "”’":
        left, _, right, _ = bounds(font, char)
        place(font, char, em // 16 - left, em)


def join_dashes(font):
    """A Chinese dash is two characters long without a gap: each reaches its edges."""
    em = font["head"].unitsPerEm
    name = font.getBestCmap()[0x2014]
    _, low, _, high = bounds(font, "—")
    pen = TTGlyphPen(None)
    pen.moveTo((0, low))
    for corner in ((0, high), (em, high), (em, low)):
        pen.lineTo(corner)
    pen.closePath()
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (em, 0)


def rename(font, family):
    """Gives the font a name of its own, as its licence asks of a changed copy."""
    plain = family.replace(" ", "")
    names = {1: family, 2: "Regular", 3: plain + "-Regular;taizhang", 4: family, 6: plain + "-Regular"}
    table = font["name"]
    table.names = [r for r in table.names if r.platformID == 3 and r.langID == 0x409]
    for record in table.names:
        if record.nameID in names:
            record.string = names[record.nameID]


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    serif, sans, wenkai = map(pathlib.Path, sys.argv[1:4])
    out = pathlib.Path(sys.argv[4]) if len(sys.argv) == 5 else HERE
    text = (HERE / "codepoints.txt").read_text(encoding="utf-8")
    for role, source, family in (
        ("title", serif / "700Bold" / "NotoSerifSC_700Bold.ttf", "Taizhang Title"),
        ("body", serif / "300Light" / "NotoSerifSC_300Light.ttf", "Taizhang Body"),
        ("heading", sans / "500Medium" / "NotoSansSC_500Medium.ttf", "Taizhang Heading"),
        ("sub", wenkai / "LXGWWenKai-Regular.ttf", "Taizhang Sub"),
    ):
        font = cut(source, text)
        join_dashes(font)
        if role == "sub":
            widen_quotes(font)
        rename(font, family)
        font.save(str(out / (role + ".ttf")))
        print(role, len(font.getBestCmap()), "characters")


if __name__ == "__main__":
    main()
