package open

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/delimited"
	"taizhang/importer/grid/docx"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/html"
	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/ods"
	"taizhang/importer/grid/odt"
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
		return openDocuments(r, data, zip, ods.Read, ods.ReadFlat)
	case formatDOCX:
		return docx.Read(r, zip, within)
	case formatODT:
		packed := func(r *grid.Reading, zip *archive.Zip) *grid.Refusal { return odt.Read(r, zip, within) }
		return openDocuments(r, data, zip, packed, odt.ReadFlat)
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

// openDocuments reads a document of OpenDocument: one in a zip, or one in a file of XML.
func openDocuments(r *grid.Reading, data []byte, zip *archive.Zip, packed func(*grid.Reading, *archive.Zip) *grid.Refusal, one func(*grid.Reading, *markup.Scanner) *grid.Refusal) *grid.Refusal {
	if zip != nil {
		return packed(r, zip)
	}
	x, bad := flat(r, data)
	if bad != nil {
		return bad
	}
	return one(r, x)
}
