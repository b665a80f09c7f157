package xls

import (
	"testing"

	"taizhang/importer/grid/gridtest"
)

// Any bytes are a compound file or none, and reading its streams ends.
func FuzzStreams(f *testing.F) {
	for _, file := range []string{"return/xlwt.xls", "return/libreoffice.xls", "legacy/excel95-936.xls"} {
		f.Add(gridtest.Fixture(f, file))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		streams, bad := Streams(data)
		if bad != nil {
			return
		}
		for name, s := range streams {
			if b, bad := s.Bytes(); bad == nil && int64(len(b)) != s.Size {
				t.Fatalf("%q is %d bytes, not %d", name, len(b), s.Size)
			}
		}
	})
}
