package acceptance

import (
	"archive/zip"
	"html"
	"io"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What outputs of a hostile folder may not hold.
var (
	unsafeInPDF = regexp.MustCompile(`/URI \((?i:file|javascript|data|\\\\)[^)]{0,60}|/(?:JavaScript|Launch)\b`)
	reference   = regexp.MustCompile(`\$?[A-Z]{1,3}\$?[0-9]+`)
	formulaTag  = regexp.MustCompile(`<f(?: [^>]*)?>([^<]*)</f>`)
	number      = regexp.MustCompile(`[0-9]+`)
	external    = regexp.MustCompile(`<Relationship [^>]*TargetMode="External"[^>]*>`)
	target      = regexp.MustCompile(`Target="([^"]*)"`)
)

// workbooks lists what was written for Excel.
func workbooks(t *testing.T, folder string) []string {
	t.Helper()
	var paths []string
	for name := range below(t, filepath.Join(folder, "成果")) {
		if strings.HasSuffix(name, ".xlsx") {
			paths = append(paths, filepath.Join(folder, "成果", name))
		}
	}
	if len(paths) < 2 {
		t.Fatalf("only %v: the test shows nothing", paths)
	}
	return paths
}

// formulas returns the formulas of all workbooks without their addresses and numbers, and
// where each stands.
func formulas(t *testing.T, folder string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, path := range workbooks(t, folder) {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		f.Close()
		for part, data := range partsOf(t, path, "xl/worksheets/sheet") {
			for _, formula := range formulaTag.FindAllSubmatch(data, -1) {
				text := html.UnescapeString(string(formula[1]))
				found[number.ReplaceAllString(reference.ReplaceAllString(text, "R"), "9")] = filepath.Base(path) + " " + part
			}
		}
	}
	return found
}

// partsOf returns the parts of a zip whose names begin or end so.
func partsOf(t *testing.T, path, name string) map[string][]byte {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	parts := map[string][]byte{}
	for _, part := range archive.File {
		if !strings.HasPrefix(part.Name, name) && !strings.HasSuffix(part.Name, name) {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[part.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

// waysOut holds the links of a workbook to the web and to files of the year.
func waysOut(t *testing.T, path string) {
	t.Helper()
	for part, data := range partsOf(t, path, ".rels") {
		for _, relation := range external.FindAll(data, -1) {
			to := html.UnescapeString(string(target.FindSubmatch(relation)[1]))
			u, err := url.Parse(to)
			switch {
			case err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "":
			case err == nil && u.Scheme == "" && u.Host == "" && filepath.IsLocal(filepath.FromSlash(strings.TrimPrefix(u.Path, "../"))):
				// from 成果 into the year folder
			default:
				t.Errorf("%s, %s: a way out to %.200q", filepath.Base(path), part, to)
			}
		}
	}
}
