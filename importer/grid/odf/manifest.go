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

// Check refuses what is encrypted.
func Check(zip *archive.Zip) *grid.Refusal {
	if !zip.Has(manifest) {
		return nil
	}
	x, bad := zip.XML(manifest)
	if bad != nil {
		return bad
	}
	for range x.Children() {
		for range x.Children() {
			for tag := range x.Children() {
				if tag == "encryption-data" {
					return grid.Protected()
				}
			}
		}
	}
	return x.Bad
}
