package acceptance

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/report"
	"taizhang/report/face"

	"github.com/google/go-cmp/cmp"
)

// gallery holds a fixture for each code; README.md there says how they are built.
const gallery = "testdata/findings"

// atPublication are the codes that only the writing of the outputs finds.
var atPublication = []finding.Code{finding.PersonalInformation, finding.PersonDoubtful, finding.SecrecyMarking, finding.SensitiveWording, finding.GlyphMissing}

// TestFindings runs each fixture and holds every finding against its want.txt: what it is
// there for, and that nothing else is reported but what follows from it. Of mere 提示 only
// the fixture's own are compared.
func TestFindings(t *testing.T) {
	for _, e := range finding.Catalogue {
		t.Run(string(e.Code), func(t *testing.T) {
			all := findingsOf(t, e.Code)
			var got []string
			for _, f := range all {
				checkWords(t, f)
				if f.Code == e.Code || f.Severity() != finding.Info {
					got = append(got, line(f))
				}
			}
			want := wanted(t, e.Code)
			if !strings.HasPrefix(want[0], string(e.Code)+" | ") {
				t.Errorf("the first line of want.txt is not about %s", e.Code)
			}
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("findings of %s (-want +got):\n%s", e.Code, diff)
			}
		})
	}
}

// TestEveryCodeHasAFixture and every fixture a code, under names that any system can hold.
func TestEveryCodeHasAFixture(t *testing.T) {
	for _, e := range finding.Catalogue {
		if _, err := os.Stat(filepath.Join(gallery, string(e.Code), "2021")); err != nil {
			t.Errorf("%s has no fixture: %v", e.Code, err)
		}
	}
	plain := regexp.MustCompile(`^[\p{Han}A-Za-z0-9()_.-]+$`)
	err := filepath.WalkDir(gallery, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !plain.MatchString(d.Name()) {
			t.Errorf("%s: a name with other characters than letters, digits and ()-_.", path)
		}
		if d.IsDir() && filepath.Dir(path) == filepath.FromSlash(gallery) && !inCatalogue(finding.Code(d.Name())) {
			t.Errorf("%s is no code of the catalogue", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func inCatalogue(code finding.Code) bool {
	return slices.ContainsFunc(finding.Catalogue, func(e finding.Entry) bool { return e.Code == code })
}

// findingsOf runs a fixture and returns its findings in ledger order.
func findingsOf(t *testing.T, code finding.Code) []finding.Finding {
	t.Helper()
	year := filepath.Join(gallery, string(code), "2021")
	if code == finding.FileTooLarge {
		year = withLargeFile(t, year)
	}
	last := filepath.Join(gallery, string(code), "上次成果") // with the rulings of the last run, mostly none
	l, err := importer.Load(context.Background(), importer.Options{Folder: year, Out: last})
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(atPublication, code) {
		done, err := report.Write(t.Context(), l, face.Embedded(), report.Place{Year: year, Out: t.TempDir(), Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		l = done.Ledger
	}
	return l.Findings
}

// withLargeFile returns a copy of the year with a file that is too large for a repository.
func withLargeFile(t *testing.T, year string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(folder, os.DirFS(year)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, "第一季度", "市场执法股.xlsx")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, 65<<20); err != nil {
		t.Fatal(err)
	}
	return folder
}

// wanted returns the lines of a fixture's want.txt.
func wanted(t *testing.T, code finding.Code) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(gallery, string(code), "want.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")), "\n")
}

// line is a finding as want.txt states it: code, severity, file, sheet, cell, department,
// quarter.
func line(f finding.Finding) string {
	return strings.Join([]string{string(f.Code), string(f.Severity()), f.Place.File(), f.Place.Sheet(), f.Place.Cell(), f.Department, f.Quarter}, " | ") + " |"
}

var (
	jargon = regexp.MustCompile(`(?i)\b(json|xml|utf|nil|null|error|parse|sheet|row|cell|column|code|byte|key|hash)\b|` +
		`解析|字段|校验|编码|字节|缓存|对象|字符串|异常|非法|内部文件`)
	broken = regexp.MustCompile(`。”?[。；，]|；。|：。|（）|“”|[{}]|found|wanted`)
)

// checkWords holds what a clerk reads to the house's rules: whole sentences, plain words,
// and always something to do.
func checkWords(t *testing.T, f finding.Finding) {
	t.Helper()
	for _, s := range []string{f.Message, f.Hint} {
		s = strings.ReplaceAll(s, "台账.json", "台账") // a file that the office copies by its name
		switch {
		case !strings.HasSuffix(s, "。"):
			t.Errorf("%s: not a whole sentence: %q", f.Code, s)
		case jargon.MatchString(s):
			t.Errorf("%s: %q is no word for a clerk: %q", f.Code, jargon.FindString(s), s)
		case broken.MatchString(s):
			t.Errorf("%s: %q in %q", f.Code, broken.FindString(s), s)
		}
	}
}
