package report

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer/period"
	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/outputs"
	"taizhang/report/word"
)

// A Word file that nobody has touched is replaced; one that somebody has edited stays, byte by byte,
// and the new one goes beside it, once for each content.
func TestEditedCopiesStay(t *testing.T) {
	folder := t.TempDir()
	const name = "年报附件.docx"
	write := func(text string, day int) (notes string) {
		t.Helper()
		d := document.Document{Title: "题", Blocks: []document.Block{document.Paragraph{Text: document.Text{Plain: text}}}}
		list, note, err := wordOutput(folder, name, period.Date{Year: 2026, Month: 11, Day: day}, func(w io.Writer) error {
			return word.Write(w, d, word.Options{Fonts: face.Embedded()})
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := outputs.Write(t.Context(), folder, list, nil, nil); err != nil {
			t.Fatal(err)
		}
		return note
	}
	files := func() string {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), ".") {
				names = append(names, e.Name())
			}
		}
		return strings.Join(names, " ")
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	write("甲", 1)
	first := read(name)
	if note := write("乙", 1); note != "" || bytes.Equal(first, read(name)) || files() != name {
		t.Fatalf("an untouched file was not replaced: %s, %s", note, files())
	}
	edited := append(first, "有人写的"...) // behind the package: no program writes so, and it is not what was written
	edited = bytes.Replace(edited, []byte("docProps/app.xml"), []byte("docProps/xpp.xml"), 2)
	if err := os.WriteFile(filepath.Join(folder, name), edited, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, step := range []struct {
		text, note, files string
		day               int
	}{
		{"丙", "新的写在旁边：年报附件（2026年11月2日）.docx", name + " 年报附件（2026年11月2日）.docx", 2},
		{"丙", "没有再写", name + " 年报附件（2026年11月2日）.docx", 3},
		{"丁", "新的写在旁边：年报附件（2026年11月2日）.docx", name + " 年报附件（2026年11月2日）.docx", 2},
		{"戊", "新的写在旁边：年报附件（2026年11月4日）.docx", name + " 年报附件（2026年11月2日）.docx 年报附件（2026年11月4日）.docx", 4},
	} {
		if note := write(step.text, step.day); !strings.Contains(note, step.note) || !strings.Contains(note, "有人改过，保留不动") {
			t.Errorf("step %d: %s", i, note)
		}
		if got := files(); got != step.files && !sameWords(got, step.files) {
			t.Errorf("step %d: %s", i, got)
		}
		if !bytes.Equal(read(name), edited) {
			t.Errorf("step %d: the edited copy was changed", i)
		}
	}
}

func sameWords(a, b string) bool {
	count := map[string]int{}
	for _, w := range strings.Fields(a) {
		count[w]++
	}
	for _, w := range strings.Fields(b) {
		count[w]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}
