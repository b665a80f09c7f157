package wording

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"taizhang/report/chart"
	"taizhang/report/publish"
)

// registers are the tables that the program can make, by the names that a template calls them.
var registers = []string{"具体要求"}

// isFigure returns an error for a name that no figure has.
func isFigure(name string) error {
	if !slices.Contains(chart.Names, name) {
		return fmt.Errorf("没有名为“%s”的图，可用的有：%s", name, strings.Join(chart.Names, "、"))
	}
	return nil
}

// known returns an error for a block that names what the program can't make of the edition.
func known(e publish.Edition, b Block) error {
	switch {
	case b.Kind == Figure && b.Name == "报送" && !e.Returns:
		return errors.New("报送情况没有公开，不能放图“报送”：请在“设置”的“公开报送情况”里填“是”，或者从模板里删去这幅图")
	case b.Kind == Figure:
		return isFigure(b.Name)
	case b.Kind == Register && !slices.Contains(registers, b.Name):
		return fmt.Errorf("没有名为“%s”的表，可用的有：%s", b.Name, strings.Join(registers, "、"))
	}
	return nil
}

// lineOf says in which line of the source a figure or table is called, "" where its name is
// composed.
func lineOf(source string, b Block) string {
	before, _, found := strings.Cut(source, ":"+b.Name+")")
	if !found {
		return ""
	}
	return fmt.Sprintf(" 第%d行", strings.Count(before, "\n")+1)
}

var where = regexp.MustCompile(`[^\s:]+\.md:(\d+)`)

// faults are the messages of text/template that an office may meet, and what is said for
// them; what stands in brackets is put for %s.
var faults = []struct {
	message *regexp.Regexp
	said    string
}{
	{regexp.MustCompile(`map has no entry for key "(应报|实报|按时|迟报|日期不详|报送率|按时率)"`), "报送情况没有公开，用不了“%s”：请在“设置”的“公开报送情况”里填“是”，或者用 {{if .报送公开}} 把这一段包起来"},
	{regexp.MustCompile(`map has no entry for key "([^"]+)"`), "没有“%s”这项数据"},
	{regexp.MustCompile(`function "([^"]+)" not defined`), "没有“%s”这个用法"},
	{regexp.MustCompile(`can't evaluate field ([^ ]+) in type`), "这里取不到“%s”：要先用 range 逐项写，或者名称写错了"},
	{regexp.MustCompile(`wrong number of args for ([^:]+):`), "“%s”后面的数据多了或者少了"},
	{regexp.MustCompile(`at <([^>]+)>: (?:wrong type for value|can't handle)`), "“%s”不能用在这里"},
	{regexp.MustCompile(`error calling [^:]+: (没有名为.*)`), "%s"},
	{regexp.MustCompile(`unexpected (EOF)`), "到文末还没有写完：{{if}}、{{range}}、{{with}} 少了对应的 {{end}}"},
	{regexp.MustCompile(`unclosed action started at [^\s:]+\.md:(\d+)`), "第%s行的 {{ 少了 }}"},
}

// explain puts an error of the template into words for the office.
func explain(err error, file string) error {
	text := err.Error()
	line := ""
	if m := where.FindStringSubmatch(text); m != nil {
		line = "第" + m[1] + "行"
	}
	switch {
	case errors.Is(err, errEndless) || strings.Contains(text, "exceeded maximum template depth"):
		return fmt.Errorf(file+" %s%w", line, errEndless)
	case errors.Is(err, errLong):
		return fmt.Errorf(file+" %s%w", line, errLong)
	}
	for _, f := range faults {
		if m := f.message.FindStringSubmatch(text); m != nil {
			return fmt.Errorf(file+" %s：%s", line, strings.Replace(f.said, "%s", m[1], 1))
		}
	}
	return fmt.Errorf(file+" %s写法有误：%w", line, err)
}
