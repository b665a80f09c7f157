package ledgerbook

import (
	"path"
	"strings"

	"taizhang/importer/finding"
	"taizhang/report/xlsx"
)

// source is a file of the year folder, with its address once a link has led there.
type source struct{ format, address string }

// toFile returns the link to a place in a file of the year folder, at its cell where a
// spreadsheet can go there. Files that this run did not look at get no link.
func (b *book) toFile(at finding.Place) xlsx.Target {
	file, ok := b.files[at.File()]
	if !ok {
		return xlsx.Target{}
	}
	if file.address == "" {
		file.address = xlsx.Escape(path.Join(b.root, at.File()))
	}
	t := xlsx.Target{Address: file.address, Tip: "打开来源文件"}
	if len(t.Address) > xlsx.MaxURL {
		return xlsx.Target{}
	}
	if at.Sheet() != "" && (file.format == "xlsx" || file.format == "xls" || file.format == "ods") {
		cell := at.Cell()
		if cell == "" {
			cell = "A1"
		}
		t.Place = "'" + strings.ReplaceAll(at.Sheet(), "'", "''") + "'!" + cell
	}
	return t
}
