// Package odf is what the formats of OpenDocument share: what a file says that it is, and the
// styles that its cells and its text have.
package odf

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
)

const manifest = "META-INF/manifest.xml"

// Kind returns what kind of document a zip says that it is: spreadsheet, text, presentation; ""
// where it doesn't say. Templates and masters are of the kind that they make.
func Kind(zip *archive.Zip) string {
	if !zip.Has(manifest) {
		return kindOf(zip.Head("mimetype"))
	}
	x, bad := zip.XML(manifest)
	if bad != nil {
		return ""
	}
	for range x.Children() {
		for range x.Children() {
			if kind := x.Attr("media-type"); x.Attr("full-path") == "/" && kind != "" {
				return kindOf(kind)
			}
		}
	}
	return kindOf(zip.Head("mimetype"))
}

// kindOf reads a media type: application/vnd.oasis.opendocument.text-template is of kind text.
func kindOf(media string) string {
	_, kind, ok := strings.Cut(strings.TrimSpace(media), "opendocument.")
	if !ok {
		return ""
	}
	kind, _, _ = strings.Cut(kind, "-")
	return kind
}

// folderWeight is about what a document in the document takes, in bytes.
const folderWeight = 160

// Check refuses what is encrypted. It returns the kinds of the documents that lie in this one, by
// their folders, whose names end in a slash.
func Check(zip *archive.Zip) (map[string]string, *grid.Refusal) {
	if !zip.Has(manifest) {
		return nil, nil
	}
	x, bad := zip.XML(manifest)
	if bad != nil {
		return nil, bad
	}
	kinds := map[string]string{}
	for range x.Children() {
		for range x.Children() {
			folder, kind := x.Attr("full-path"), kindOf(x.Attr("media-type"))
			if kind != "" && folder != "/" && strings.HasSuffix(folder, "/") {
				x.Hold(folderWeight)
				kinds[folder] = kind
			}
			for tag := range x.Children() {
				if tag == "encryption-data" {
					return nil, grid.Protected()
				}
			}
		}
	}
	return kinds, x.Bad
}
