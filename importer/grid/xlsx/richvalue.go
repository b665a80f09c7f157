package xlsx

import (
	"strconv"

	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/numfmt"
)

// richValues tell which of the values that a cell names with vm are pictures: to programs that
// don't know them such a cell is the error #VALUE!. Newer errors (#SPILL!) are stored so too.
type richValues struct {
	known bool     // the workbook brings the parts that tell
	kinds []string // of each value that a cell may name, from 1 on; "" where nothing tells
}

// isPicture reports whether the value of that number is a picture. Where the workbook does not
// say what its values are, one that stands for an error is taken for a picture: that is what
// people put into cells.
func (w *workbook) isPicture(number string) bool {
	if w.rich == nil {
		w.rich = w.readRichValues()
	}
	i, ok := numfmt.Digits(number)
	switch {
	case !ok || i < 1:
		return false
	case !w.rich.known:
		return true
	case i > len(w.rich.kinds):
		return false
	}
	kind := w.rich.kinds[i-1]
	return kind == "_localImage" || kind == "_webimage"
}

// readRichValues goes from the numbers that cells name over the metadata and the values to the
// kinds of the values. What can't be read tells nothing: the zip is verified anyway.
func (w *workbook) readRichValues() *richValues {
	rich := &richValues{}
	metadata, values, kinds := w.sidePart("sheetMetadata"), w.sidePart("rdRichValue"), w.sidePart("rdRichValueStructure")
	if metadata == nil || values == nil || kinds == nil {
		return rich
	}
	rich.known = true
	kindOf := readEach(kinds, "s", "t")
	valueOf := readEach(values, "rv", "s")
	var later, cells []int
	for range metadata.Children() {
		for tag := range metadata.Children() {
			switch tag {
			case "futureMetadata":
				if metadata.Attr("name") == "XLRICHVALUE" {
					later = readBlocks(metadata, "rvb", "i")
				}
			case "valueMetadata":
				cells = readBlocks(metadata, "rc", "v")
			}
		}
	}
	for _, cell := range cells {
		kind := ""
		if cell >= 0 && cell < len(later) {
			if v := later[cell]; v >= 0 && v < len(valueOf) {
				if k, err := strconv.Atoi(valueOf[v]); err == nil && k >= 0 && k < len(kindOf) {
					kind = kindOf[k]
				}
			}
		}
		rich.kinds = append(rich.kinds, kind)
	}
	return rich
}

// sidePart opens the workbook's part of a kind, nil where there is none.
func (w *workbook) sidePart(kind string) *markup.Scanner {
	for _, rel := range w.parts.List {
		if rel.Kind == kind && !rel.External && w.zip.Has(rel.Target) {
			if x, bad := w.zip.XML(rel.Target); bad == nil {
				return x
			}
		}
	}
	return nil
}

// readEach returns an attribute of each child of the root that has a name.
func readEach(x *markup.Scanner, name, attr string) (list []string) {
	for range x.Children() {
		for tag := range x.Children() {
			if tag == name {
				list = append(list, x.Attr(attr))
			}
		}
	}
	return list
}

// readBlocks returns for each bk of the innermost open element the number that an element inside
// it gives, -1 for none.
func readBlocks(x *markup.Scanner, name, attr string) (list []int) {
	for tag := range x.Children() {
		if tag == "bk" {
			list = append(list, numberInside(x, name, attr))
		}
	}
	return list
}

func numberInside(x *markup.Scanner, name, attr string) int {
	found := -1
	for tag := range x.Children() {
		n := -1
		if tag == name {
			if v, err := strconv.Atoi(x.Attr(attr)); err == nil {
				n = v
			}
		} else {
			n = numberInside(x, name, attr)
		}
		if found < 0 {
			found = n
		}
	}
	return found
}
