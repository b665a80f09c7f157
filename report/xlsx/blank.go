package xlsx

import (
	"archive/zip"
	"bytes"
	"sync"
)

const themePart = "xl/theme/theme1.xml"

// blank is what each workbook begins as. The library's own beginning takes the theme apart and
// puts it together again for every file, which costs more than the rest of a small one, so that
// the theme is kept as it is written, beside a file that has none.
type blank struct {
	file  []byte // a zip
	theme []byte
}

var theBlank = sync.OnceValues(newBlank)

// withoutTheme packs the parts of a file, each a []byte by its name, but for the theme. They are
// not compressed.
func withoutTheme(parts *sync.Map) (data []byte, err error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	parts.Range(func(name, content any) bool {
		if name == themePart {
			return true
		}
		w, failed := z.CreateHeader(&zip.FileHeader{Name: name.(string), Method: zip.Store})
		if failed == nil {
			_, failed = w.Write(content.([]byte))
		}
		err = failed
		return err == nil
	})
	if err == nil {
		err = z.Close()
	}
	return b.Bytes(), err
}
