package wording

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/report/internal/trial"
	annexwords "taizhang/templates/annex"
)

// A template that never ends, or prints more than anybody reads, ends as an error.
func TestEndlessTemplates(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		want   error
	}{
		"calls itself":         {`{{define "a"}}x{{template "a" .}}{{end}}{{template "a" .}}`, errEndless},
		"calls itself twice":   {`{{define "a"}}{{if .}}{{template "a" (slice . 1)}}{{template "a" (slice . 1)}}{{end}}{{end}}{{template "a" "` + strings.Repeat("x", 60) + `"}}`, errEndless},
		"counts to no end":     {`{{range 9223372036854775807}}{{end}}`, errEndless},
		"goes on and on":       {`{{range 9223372036854775807}}{{continue}}{{end}}`, errEndless},
		"counts within counts": {`{{range 100000}}{{range 100000}}{{if false}}x{{end}}{{end}}{{end}}`, errEndless},
		"prints much":          {`{{range 1000000}}` + strings.Repeat("文字", 1000) + `{{end}}`, errLong},
		"doubles by print":     {`{{$x := "x"}}{{range 100}}{{$x = print $x $x}}{{end}}`, errLong},
		"doubles by println":   {`{{$x := "x"}}{{range 100}}{{$x = println $x $x}}{{end}}`, errLong},
		"doubles by printf":    {`{{$x := "x"}}{{range 100}}{{$x = printf "%s%s" $x $x}}{{end}}`, errLong},
		"doubles by index":     {`{{$x := "x"}}{{range 100}}{{$x = printf "%[1]s%[1]s" $x}}{{end}}`, errLong},
		"doubles by js":        {`{{$x := "\\\\"}}{{range 100}}{{$x = js $x}}{{end}}`, errLong},
		"grows by html":        {`{{$x := "&"}}{{range 1000}}{{$x = html $x $x}}{{end}}`, errLong},
		"grows by urlquery":    {`{{$x := "%%"}}{{range 100}}{{$x = urlquery $x $x}}{{end}}`, errLong},
		"doubles by 分列":        {`{{$x := "x"}}{{range 100}}{{$x = 分列 $x $x}}{{end}}`, errLong},
		"grows by 有":           {`{{$x := "{项}{项}"}}{{$l := .逾期}}{{range 100}}{{$x = 分列 $x (有 $l $x)}}{{end}}`, errLong},
		"marks without end":    {`{{range 200000}}*a_{{end}}`, errTangled},
		"brackets without end": {strings.Repeat("[a](", 100_000), errTangled},
		"lines without end":    {`{{range 400000}}a` + "\n" + `{{end}}`, errTangled},
		"columns without end":  {strings.Repeat("|a", 4000) + "|\n" + strings.Repeat("|-", 4000) + "|\n" + strings.Repeat("|b|\n", 4000), errTangled},
		"a wide number":        {`{{printf "%999999d" 1}}`, nil},
		"a width to be filled": {`{{printf "%*d" 999999 1}}`, nil},
	} {
		_, err := Blocks(trial.Year(trial.Lines(20), 3, false), c.source, everything)
		if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), "annex.md") {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// The default wording stays far below the limits for a list of a thousand requirements.
func TestTheDefaultWordingFits(t *testing.T) {
	if _, err := Blocks(trial.Year(trial.Lines(5000), 50, false), annexwords.Default(), everything); err != nil {
		t.Error(err)
	}
}

// What an office writes by hand stays far below the limits: a table of a thousand rows with
// marks in each.
func TestManyMarksFit(t *testing.T) {
	source := "| 部门 | 数 |\n|---|---|\n" + strings.Repeat("| **甲** | *1* |\n", 1000) + "\n" + strings.Repeat("**甲**、[乙]\n", 500)
	if _, err := Blocks(trial.Year(trial.Lines(20), 3, false), source, everything); err != nil {
		t.Error(err)
	}
}

// Any template gives blocks or an error.
func FuzzBlocks(f *testing.F) {
	f.Add(annexwords.Default())
	for _, s := range []string{
		`{{range .任务}}### {{.标题}}{{range .要求}}{{.内容}}{{end}}{{end}}`,
		`{{define "a"}}{{template "a" .}}{{end}}{{template "a" .}}`,
		`{{range 100000000}}{{continue}}{{end}}`,
		`{{$x := "x"}}{{range 99}}{{$x = print $x $x}}{{end}}{{$x}}`,
		`{{printf "%[1]v%[1]v%9999[1]v" .}}{{html .}}{{js .任务}}{{urlquery .部门}}`,
		"| 部门 |\n|---|\n{{range .部门}}| {{.名称}} |\n{{end}}",
		"![图](图:构成)\n\n{{图 \"构成\"}}{{分列 (有 .逾期 \"{项}{数}\") \"\"}}",
		"*[[[[![](![](\\*** # ## |-|\n|-|",
		`{{len .任务}}{{index .任务 0}}{{slice .任务 1 2}}{{call .任务}}{{and 1 0}}{{eq .年度 2021}}`,
		"\xff\x00{{",
	} {
		f.Add(s)
	}
	e := trial.Year(trial.Lines(5), 3, false)
	f.Fuzz(func(t *testing.T, source string) {
		list, err := Blocks(e, source, everything)
		if err != nil {
			if !strings.Contains(err.Error(), "annex.md") {
				t.Fatalf("%v", err)
			}
			return
		}
		size := 0
		for _, b := range list {
			size += len(b.Text) + len(b.Label)
			for _, row := range b.Rows {
				for _, cell := range row {
					size += len(cell)
				}
			}
			if b.Kind < Paragraph || b.Kind > Contents || b.Kind < Table && b.Text == "" {
				t.Fatalf("%+v", b)
			}
			for _, r := range b.Refs {
				if r.From < 0 || r.From >= r.To || r.To > len(b.Text) || r.Name == "" {
					t.Fatalf("%+v lies outside of %q", r, b.Text)
				}
			}
		}
		if size > 4*maxText {
			t.Fatalf("%d bytes of text", size)
		}
		if utf8.ValidString(source) {
			for _, b := range list {
				if !utf8.ValidString(b.Text) {
					t.Fatalf("%q", b.Text)
				}
			}
		}
	})
}
