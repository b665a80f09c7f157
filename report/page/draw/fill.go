package draw

import (
	"strconv"

	"taizhang/importer/grid"
	"taizhang/importer/ledger"
)

// Departments say things by the colour of a cell. The page shows it by a class of its style sheet, for a policy
// forbids styles of its own: each colour is the nearest of a few on which text can be read.

// fillClasses are the classes by the names of colours.
var fillClasses = map[string]string{"红": "red", "橙": "orange", "黄": "yellow", "绿": "green", "蓝": "blue", "紫": "purple", "灰": "grey", "黑": "black"}

// fillOf returns the classes that a fill is shown by, and what people call it, "" for none and for what can't
// be told from white.
func fillOf(hex string) (class, name string) {
	name = grid.ColorName(hex)
	if name == "" {
		return "", ""
	}
	class = "fill " + fillClasses[name]
	switch {
	case name == "黑":
	case lightness(hex) >= palest:
		return class + " pale", "浅" + name
	case lightness(hex) <= darkest:
		return class, "深" + name
	}
	return class, name
}

// From which lightness, of 510, a colour is called pale, and up to which dark.
const (
	palest  = 400
	darkest = 170
)

// lightness is the sum of the greatest and the least part of a colour.
func lightness(hex string) int {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return 0
	}
	r, g, b := int(n>>16&255), int(n>>8&255), int(n&255)
	return max(r, g, b) + min(r, g, b)
}

// speaks reports a sheet on which the colour of a row was read as where it stands: a word is read by everybody.
func speaks(l *ledger.Ledger, file, sheet string) bool {
	for i := range l.Entries {
		if e := &l.Entries[i]; e.Row != nil && e.Row.Status.At.File() == file && e.Row.Status.At.Sheet() == sheet && byColour(e.Row.Status.Said) {
			return true
		}
	}
	return false
}

// byColour reports what a status is read from where that is a colour: 黄色.
func byColour(said string) bool {
	runes := []rune(said)
	return len(runes) == 2 && runes[1] == '色' && fillClasses[string(runes[0])] != ""
}

// colour shows how a cell is filled. On a sheet that speaks by colours the first cell of a row that has one says
// it in a word too; so does the font, where no fill does.
func (c *drawnCell) colour(of grid.Cell, told map[string]bool) {
	c.Fill, c.Filled = fillOf(of.Fill())
	if c.Head || told == nil {
		return
	}
	said := ""
	if c.Filled != "" {
		said = "填充：" + c.Filled
	} else if name := grid.ColorName(of.Color()); name != "" && !of.IsEmpty() {
		said = "字色：" + name
	}
	if said != "" && !told[said] {
		told[said], c.Colour = true, said
	}
}

// shownIn is the cell whose text and look are to be seen at a place: of a merge the one that it begins with.
func shownIn(sheet *grid.Sheet, row, col int) grid.Cell {
	at := sheet.Cell(row, col).Anchor()
	return sheet.Cell(at.Row(), at.Col())
}
