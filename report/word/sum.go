package word

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// sumPart holds the sum of all other parts of a file.
const sumPart = "docProps/custom.xml"

func sumXML(sum string) string {
	return xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
		`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="taizhang"><vt:lpwstr>` + sum + `</vt:lpwstr></property></Properties>`
}

// sumOf is the SHA-256 of the parts with their names, in the order of the names.
func sumOf(parts []part) string {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%s\x00%d\x00", p.name, len(p.data))
		h.Write(p.data)
	}
	return hex.EncodeToString(h.Sum(nil))
}

var summed = regexp.MustCompile(`name="taizhang"><vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>`)

// largest bounds the parts that are read of a file that may be anybody's.
const largest = 256 << 20

// Sum returns the sum that a Word file was written with. untouched is true where its parts still have
// that sum: nobody has changed it since. A file that this program did not write is not untouched.
func Sum(r io.ReaderAt, size int64) (sum string, untouched bool) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return "", false
	}
	var parts []part
	left := int64(largest)
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			return "", false
		}
		data, err := io.ReadAll(io.LimitReader(in, left+1))
		in.Close()
		if left -= int64(len(data)); err != nil || left < 0 {
			return "", false
		}
		if f.Name == sumPart {
			if m := summed.FindSubmatch(data); m != nil {
				sum = string(m[1])
			}
			continue
		}
		parts = append(parts, part{f.Name, data})
	}
	return sum, sum != "" && sumOf(parts) == sum
}
