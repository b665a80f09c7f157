package plan

import (
	"errors"
	"strings"
	"testing"

	"taizhang/importer/finding"
)

// A list whose leads are only printed bold is read as having none, and the office is told.
func TestLeadsByLook(t *testing.T) {
	p, found, err := Read(Sources{List: book(sheet("Sheet1", []string{"加粗的为牵头单位"}, []string{"1.公开规划。（责任单位：市发改局、市财政局）"})), Year: 2021})
	if err != nil || dutyText(p.Requirements[0].Duty) != "共同 市发改局、市财政局" {
		t.Fatalf("%+v, %v", p, err)
	}
	for _, f := range found {
		if f.Code == finding.ListNoDepartment && strings.Contains(f.Message, "字体") {
			return
		}
	}
	t.Errorf("found %s", findingText(found))
}

func TestNoListSaysWhatWasSeen(t *testing.T) {
	for want, rows := range map[string][][]string{
		"读到2段带编号的文字":  {{"一、加强学习"}, {"1.开展培训。"}},
		"读到了表格":       {{"甲", "乙", "丙"}, {"1", "2", "3"}},
		"读到1段文字，没有编号": {{"通知"}},
		"文件里没有文字":     {},
	} {
		_, _, err := Read(Sources{List: book(sheet("Sheet1", rows...)), Year: 2021})
		var none *NoListError
		if !errors.As(err, &none) || !errors.Is(err, ErrNoList) || !strings.Contains(none.Seen, want) || none.Missing == "" {
			t.Errorf("want %q: %+v", want, err)
		}
	}
}
