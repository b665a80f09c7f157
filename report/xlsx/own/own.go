// Package own knows a workbook that this program wrote from any other.
package own

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"

	"github.com/klauspost/compress/flate"
)

// Application is the program's name in the properties of every workbook that it writes.
const Application = "taizhang"

// Untouched reports whether a file is a workbook as this program wrote it: whoever saves it
// again, if only by opening it, leaves another program's name in it.
func Untouched(path string) bool {
	_, ok := describedBy(path, false)
	return ok
}

// KeyIn returns the key that a workbook of this program was written with; ok is false where the
// file is none, or not whole.
func KeyIn(path string) (key string, ok bool) { return describedBy(path, true) }

// SaidKey returns the key that a workbook says it was written with, whoever saved it since; ok is false where it is
// no workbook.
func SaidKey(path string) (key string, ok bool) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return "", false
	}
	defer z.Close()
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	for _, f := range z.File {
		says := struct {
			Identifier string `xml:"identifier"`
		}{}
		if f.Name == "docProps/core.xml" && readPart(f, &says) == nil {
			return says.Identifier, true
		}
	}
	return "", false
}

// largestPart is more than a part of such a workbook has, in bytes.
const largestPart = 64 << 20

// describedBy returns the key in a workbook of this program, and whether it is one; where all
// of it is read, also whether it is whole.
func describedBy(path string, all bool) (key string, ok bool) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return "", false
	}
	defer z.Close()
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	for _, f := range z.File {
		says := struct {
			Application string `xml:"Application"`
			Identifier  string `xml:"identifier"`
		}{}
		switch f.Name {
		case "docProps/app.xml", "docProps/core.xml":
			err = readPart(f, &says)
		default:
			if all {
				err = readPart(f, nil)
			}
		}
		if err != nil {
			return "", false
		}
		ok, key = ok || says.Application == Application, key+says.Identifier
	}
	return key, ok
}

// readPart reads a part to its end, where its sum is checked, and fills in what it says.
func readPart(f *zip.File, says any) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	if says != nil {
		if err := xml.NewDecoder(io.LimitReader(r, 1<<16)).Decode(says); err != nil {
			return err
		}
	}
	if _, err := io.CopyN(io.Discard, r, largestPart); err != io.EOF {
		return errors.Join(errNotWhole, err)
	}
	return nil
}

var errNotWhole = errors.New("a part is not whole, or larger than any of such a workbook")
