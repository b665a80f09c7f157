package acceptance

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

// again is the command of the scripts that runs the program once more and holds that nothing changes:
// each file below the working folder, outputs, slips, decisions and history alike, has the bytes it had,
// none has come and none has gone.
//
//	again build 2021
func again(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: again COMMAND...")
	}
	before := filesBelow(ts)
	if err := ts.Exec("taizhang", args...); err != nil {
		ts.Fatalf("taizhang %v: %v", args, err)
	}
	after := filesBelow(ts)
	var differ []string
	for _, name := range slices.Sorted(maps.Keys(before)) {
		switch data, ok := after[name]; {
		case !ok:
			differ = append(differ, name+" has gone")
		case data != before[name]:
			differ = append(differ, name+" has other bytes")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if _, ok := before[name]; !ok {
			differ = append(differ, name+" has come")
		}
	}
	if differ != nil {
		ts.Fatalf("run again: %s", strings.Join(differ, "; "))
	}
}

// filesBelow returns the files of a script's working folder, but for what the script tool keeps there.
func filesBelow(ts *testscript.TestScript) map[string]string {
	top, files := ts.Getenv("WORK"), map[string]string{}
	ts.Check(filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if err == nil && path == filepath.Join(top, ".tmp") {
				return fs.SkipDir
			}
			return err
		}
		data, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, top)] = string(data)
		return err
	}))
	if len(files) == 0 {
		ts.Fatalf("no files below %s", top)
	}
	return files
}

// draft is the command of the scripts that holds that all forms of the annex are marked 草稿, or with !
// that none is: the page in the browser, the Word file in its properties and its heads, the PDF in its
// properties and, where pdftotext is there, on each of its pages.
//
//	draft 2021/成果
func draft(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: [!] draft FOLDER")
	}
	marks, err := draftMarks(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, where := range slices.Sorted(maps.Keys(marks)) {
		if marks[where] == neg {
			ts.Fatalf("%s: marked as a draft is %v", where, marks[where])
		}
	}
}

// draftMarks says of each place where a draft is marked whether it is.
func draftMarks(folder string) (map[string]bool, error) {
	const mark = "草稿"
	marks := map[string]bool{}
	page, err := os.ReadFile(filepath.Join(folder, "年报附件.html"))
	if err != nil {
		return nil, err
	}
	title, _, _ := strings.Cut(string(page), "</title>")
	marks["html, its title"], marks["html, its text"] = strings.Contains(title, mark), strings.Contains(strings.TrimPrefix(string(page), title), mark)

	word, err := zip.OpenReader(filepath.Join(folder, "年报附件.docx"))
	if err != nil {
		return nil, err
	}
	defer word.Close()
	marks["docx, its heads"] = false
	for _, part := range word.File {
		head := strings.HasPrefix(part.Name, "word/header")
		if !head && part.Name != "docProps/core.xml" {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		if found := strings.Contains(string(text), mark); head {
			marks["docx, its heads"] = marks["docx, its heads"] || found
		} else {
			marks["docx, its properties"] = found
		}
	}

	paper, err := os.ReadFile(filepath.Join(folder, "年报附件.pdf"))
	if err != nil {
		return nil, err
	}
	var wide strings.Builder
	for _, unit := range utf16.Encode([]rune(mark)) {
		wide.WriteByte(byte(unit >> 8))
		wide.WriteByte(byte(unit))
	}
	marks["pdf, its properties"] = strings.Contains(string(paper), wide.String())
	if _, err := exec.LookPath("pdftotext"); err != nil {
		return marks, nil
	}
	text, err := exec.Command("pdftotext", "-raw", filepath.Join(folder, "年报附件.pdf"), "-").Output()
	if err != nil {
		return nil, err
	}
	for i, page := range strings.Split(strings.TrimSuffix(string(text), "\f"), "\f") {
		marks[fmt.Sprintf("pdf, page %d", i+1)] = strings.Contains(page, mark)
	}
	return marks, nil
}

// plain is the command of the scripts that writes the words of a page without its marks into a file:
//
//	plain 2021/成果/年报附件.html words.txt
func plain(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: plain PAGE FILE")
	}
	page, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	_, body, _ := strings.Cut(string(page), "<body")
	var words strings.Builder
	for _, piece := range strings.Split(body, "<") {
		if _, text, ok := strings.Cut(piece, ">"); ok {
			words.WriteString(text)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(words.String()), 0o666))
}
