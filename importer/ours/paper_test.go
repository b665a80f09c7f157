package ours

import (
	"archive/zip"
	"bytes"
	"testing"
)

// A document of this program is known by what it says of itself, others are not.
func TestPapers(t *testing.T) {
	packed := func(name, content string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, tc := range []struct {
		data []byte
		want bool
	}{
		{packed("docProps/custom.xml", `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="taizhang"><vt:lpwstr>00</vt:lpwstr></property>`), true},
		{packed("docProps/custom.xml", `<property name="KSOProductBuildVer"/>`), false},
		{packed("word/document.xml", `name="taizhang"`), false},
		{[]byte("PK"), false},
	} {
		if got := IsWord(bytes.NewReader(tc.data), int64(len(tc.data))); got != tc.want {
			t.Errorf("%.80q: %v, want %v", tc.data, got, tc.want)
		}
	}
	if !IsPage(`<head><meta name="generator" content="taizhang">`) || IsPage(`<meta name="generator" content="WPS">`) {
		t.Error("pages are not told apart")
	}
}
