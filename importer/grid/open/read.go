package open

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/delimited"
	"taizhang/importer/grid/docx"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/html"
	"taizhang/importer/grid/ods"
	"taizhang/importer/grid/xls"
	"taizhang/importer/grid/xlsx"
	"taizhang/importer/grid/xml2003"
)

// readAs reads a file of the format; zip is what it lies in, nil where that is no zip. within
// reads the files that lie in a document, nil where they are not to be read.
func readAs(r *grid.Reading, f format, data []byte, zip *archive.Zip, within flow.Opener) *grid.Refusal {
	switch f {
	case formatXLSX:
		return xlsx.Read(r, zip)
	case formatXLS:
		return xls.Read(r, data)
	case formatODS:
		return ods.Read(r, zip)
	case formatDOCX:
		return docx.Read(r, zip, within)
	case formatHTML:
		return html.Read(r, data)
	case formatMHT:
		return html.ReadMHT(r, data)
	case formatXML:
		return xml2003.Read(r, data)
	case formatCSV:
		return delimited.ReadCSV(r, data)
	case formatText:
		return delimited.ReadText(r, data)
	}
	return grid.Unsupported(f.label(), "")
}
