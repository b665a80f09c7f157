package acceptance

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/template"

	"taizhang/importer/finding"
	"taizhang/importer/period"

	"github.com/google/go-cmp/cmp"
)

const (
	findingsPage = "FINDINGS.zh-CN.md"       // written from the gallery with -update
	pageTemplate = gallery + "/page.md.tmpl" // its words
)

// TestFindingsPage holds the page that a clerk looks a code up in against what the
// fixtures really say.
func TestFindingsPage(t *testing.T) {
	page := writePage(t)
	if *update {
		if err := os.WriteFile(findingsPage, page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(findingsPage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(have), string(page)); diff != "" {
		t.Errorf("%s is out of date, run with -update (-page +fixtures):\n%s", findingsPage, diff)
	}
}

// chapters is the order of the page: by severity, then by what is to be mended.
var chapters = []struct {
	Severity finding.Severity
	Title    string
	Codes    string
}{
	{finding.Error, "文件没有读成", "unreadable-file password-protected unsupported-format file-too-large no-table"},
	{finding.Error, "整张报表没有并入", "department-unknown quarter-unknown duplicate-return empty-return return-misfiled return-after-close"},
	{finding.Error, "某一行没有并入", "row-unmatched row-ambiguous duplicate-row"},
	{finding.Error, "任务清单有空缺", "number-unreadable number-conflict rule-broken requirement-orphaned"},
	{finding.Warning, "谁报了、谁没报", "return-missing return-late requirement-missing not-assigned department-conflict quarter-conflict as-of-doubtful"},
	{finding.Warning, "进度", "overdue status-unknown status-contradiction text-contradicts-status status-regressed restated-differs lead-support-conflict text-copied"},
	{finding.Warning, "报表里的栏目", "number-text-conflict percent-unreadable date-unreadable date-outside-quarter evidence-missing link-unsafe column-ambiguous"},
	{finding.Warning, "年报的数据", "number-missing number-doubtful carry-over-differs"},
	{finding.Warning, "报表文件", "wrong-extension hidden-content sheet-unread formula-without-value"},
	{finding.Warning, "任务清单和部门名录", "list-number-gap list-number-duplicate list-no-department list-unknown-department list-due-unreadable setting-unreadable year-doubtful"},
	{finding.Warning, "核定", "ruling-orphaned ledger-edited"},
	{finding.Warning, "上年台账", "last-year-unused last-year-conflict"},
	{finding.Warning, "公开之前", "personal-information person-doubtful secrecy-marking sensitive-wording glyph-missing"},
	{finding.Info, "知道即可", "attachment file-skipped superseded-return text-unchanged column-assumed column-unused struck-text list-inherited setting-missing number-explained"},
}

// shown is an entry of the page: a code with what its fixture says.
type shown struct {
	finding.Entry
	Examples []finding.Finding // one a severity, the catalogue's own first
	Hints    []string
	Beside   []finding.Entry // what is reported with it
}

func writePage(t *testing.T) []byte {
	t.Helper()
	type chapter struct {
		Title   string
		Entries []shown
	}
	type part struct {
		Severity finding.Severity
		Count    int
		Chapters []chapter
	}
	var parts []part
	placed := map[finding.Code]bool{}
	for _, c := range chapters {
		if n := len(parts); n == 0 || parts[n-1].Severity != c.Severity {
			parts = append(parts, part{Severity: c.Severity})
		}
		p := &parts[len(parts)-1]
		made := chapter{Title: c.Title}
		for _, code := range strings.Fields(c.Codes) {
			e := finding.Code(code).Entry()
			if placed[e.Code] || e.Severity != c.Severity {
				t.Errorf("%s stands twice on the page, or under %s", code, c.Severity.Label())
			}
			placed[e.Code] = true
			made.Entries = append(made.Entries, show(t, e))
		}
		p.Chapters, p.Count = append(p.Chapters, made), p.Count+len(made.Entries)
	}
	if len(placed) != len(finding.Catalogue) {
		t.Errorf("the page has %d codes, the catalogue %d", len(placed), len(finding.Catalogue))
	}
	words := template.Must(template.New(filepath.Base(pageTemplate)).Funcs(template.FuncMap{"plain": plainMarkdown, "where": where}).ParseFiles(pageTemplate))
	var b bytes.Buffer
	if err := words.Execute(&b, map[string]any{"Parts": parts, "Count": len(placed)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// show runs a code's fixture for the page.
func show(t *testing.T, e finding.Entry) shown {
	t.Helper()
	s := shown{Entry: e}
	first := wanted(t, e.Code)[0]
	all := findingsOf(t, e.Code)
	slices.SortStableFunc(all, func(a, b finding.Finding) int { return rank(a, first) - rank(b, first) })
	for _, f := range all {
		switch known := func(o finding.Finding) bool { return o.Severity() == f.Severity() }; {
		case f.Code == e.Code && !slices.ContainsFunc(s.Examples, known):
			s.Examples = append(s.Examples, f)
		case f.Code != e.Code && f.Severity() != finding.Info && !slices.Contains(s.Beside, f.Code.Entry()):
			s.Beside = append(s.Beside, f.Code.Entry())
		}
	}
	if len(s.Examples) == 0 {
		s.Examples = []finding.Finding{finding.New(e.Code, finding.Place{}, "", "")}
	}
	f := s.Examples[0]
	s.Hints = slices.Compact([]string{f.Hint, finding.New(f.Code, f.Place, f.Found, f.Wanted).Hint})
	return s
}

func rank(f finding.Finding, first string) int {
	if line(f) == first {
		return 0
	}
	return 1
}

// where says what a finding points to.
func where(f finding.Finding) string {
	who := f.Department
	if q, ok := period.ParseQuarter(f.Quarter); ok {
		who = strings.Trim(who+"，"+q.Short(), "，")
	}
	switch p := f.Place; {
	case p.Cell() != "":
		return "单元格，例如 " + p.String()
	case p.Sheet() != "":
		return "整张工作表，例如 " + p.String()
	case p.File() != "":
		return "整个文件，例如 " + p.String()
	case who != "":
		return "没有文件可指，写的是部门和季度，例如 " + who
	}
	return "整份年报附件"
}

var markdown = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "`", "\\`")

func plainMarkdown(s string) string { return markdown.Replace(s) }
