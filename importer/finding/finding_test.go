package finding

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func TestPlaceReadsAsASpreadsheetShowsIt(t *testing.T) {
	for _, c := range []struct {
		at         Place
		cell, said string
	}{
		{Place{}, "", ""},
		{In("第一季度/办公室.xlsx", ""), "", "第一季度/办公室.xlsx"},
		{In("办公室.xlsx", "完成情况"), "", "办公室.xlsx「完成情况」"},
		{In("办公室.xlsx", "完成情况").At(17, 4), "D17", "办公室.xlsx「完成情况」D17"},
		{In("办公室.xlsx", "完成情况").At(17, 0), "A17", "办公室.xlsx「完成情况」A17"},
		{Place{}.At(1, 26), "Z1", "Z1"},
		{Place{}.At(1, 27), "AA1", "AA1"},
		{Place{}.At(1, 702), "ZZ1", "ZZ1"},
		{Place{}.At(1_048_576, 16_384), "XFD1048576", "XFD1048576"},
	} {
		if got := c.at.Cell(); got != c.cell {
			t.Errorf("%+v: cell %q, want %q", c.at, got, c.cell)
		}
		if got := c.at.String(); got != c.said {
			t.Errorf("%+v: %q, want %q", c.at, got, c.said)
		}
	}
}

// TestSheetsAreNamedSideBySide: whoever names a sheet first, all get the same place, while
// others look names up.
func TestSheetsAreNamedSideBySide(t *testing.T) {
	const sheets = 500
	made := make([][]Place, 4)
	var all sync.WaitGroup
	for k := range made {
		all.Go(func() {
			for i := range sheets {
				p := In("side-by-side.xlsx", strconv.Itoa(i))
				if p.Sheet() != strconv.Itoa(i) || p.File() != "side-by-side.xlsx" {
					t.Errorf("sheet %d is %v", i, p)
				}
				made[k] = append(made[k], p)
			}
		})
	}
	all.Wait()
	for _, places := range made[1:] {
		if !slices.Equal(places, made[0]) {
			t.Error("places of the same sheets differ")
		}
	}
}

func TestPlacesAreTheSameWhoeverMadeThem(t *testing.T) {
	at := In("a.xlsx", "表").At(4, 2)
	if same := In(strings.Clone("a.xlsx"), strings.Clone("表")).At(4, 2); at != same || !at.Equal(same) {
		t.Errorf("%v and %v differ", at, same)
	}
	for _, other := range []Place{{}, In("a.xlsx", ""), In("a.xlsx", "表"), In("", "表").At(4, 2), In("b.xlsx", "表").At(4, 2), at.At(4, 3), at.At(2, 4)} {
		if at == other || at.Equal(other) {
			t.Errorf("%v is taken for %v", at, other)
		}
	}
	if nowhere := In("", ""); nowhere != (Place{}) || nowhere.File() != "" || nowhere.Sheet() != "" {
		t.Errorf("nowhere is %+v", nowhere)
	}
	if at.File() != "a.xlsx" || at.Sheet() != "表" || at.Row() != 4 || at.Col() != 2 {
		t.Errorf("%v says %q %q %d %d", at, at.File(), at.Sheet(), at.Row(), at.Col())
	}
}

func TestQuote(t *testing.T) {
	long := strings.Repeat("长", 100)
	for said, want := range map[string]string{
		"":              "",
		"已上会。":          "已上会",
		" 第一段\n 第二段；":   "第一段 第二段",
		"第1条“公开规划。”":    "第1条“公开规划”",
		long + "（乙」D8）": strings.Repeat("长", 52) + "……" + strings.Repeat("长", 20) + "（乙」D8）",
	} {
		if got := quote(said); got != want {
			t.Errorf("quote(%q) is %q, want %q", said, got, want)
		}
	}
}

func TestAConflictThatHoldsItsSheetIsAnError(t *testing.T) {
	f := New(DepartmentConflict, Place{}, "", "")
	if f.Severity() != Warning {
		t.Errorf("a conflict is %s", f.Severity())
	}
	f.Held = true
	if f.Severity() != Error || f.Severity().Label() != "强制" {
		t.Errorf("held, it is %s", f.Severity())
	}
}

func TestFindingsStandInTheOrderOfTheFiles(t *testing.T) {
	at := func(file, sheet string, row, col int, code Code) Finding {
		return New(code, In(file, sheet).At(row, col), "", "")
	}
	want := []Finding{
		New(ReturnMissing, Place{}, "", ""),
		at("a", "", 0, 0, WrongExtension),
		at("a", "1", 2, 1, StatusUnknown),
		at("a", "1", 2, 2, DateUnreadable),
		at("a", "1", 2, 2, StatusUnknown),
		at("a", "1", 10, 1, StatusUnknown),
		at("a", "2", 1, 1, StatusUnknown),
		at("b", "1", 1, 1, StatusUnknown),
		at("b", "1", 1, 1, StatusUnknown).For("", "2021Q1"),
		at("b", "1", 1, 1, StatusUnknown).For("办公室", "2021Q1"),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// Whatever stands in a cell, the message is one line and fits on a screen.
func FuzzNew(f *testing.F) {
	for _, e := range Catalogue {
		f.Add(string(e.Code), "已上会。", "")
	}
	f.Add("row-unmatched", "{wanted}\n[{found}]", "[")
	f.Add("overdue", strings.Repeat("长", 500), "\x00\xff")
	f.Fuzz(func(t *testing.T, code, found, wanted string) {
		said := New(Code(code), Place{}, found, wanted)
		for _, s := range []string{said.Message, said.Hint} {
			if strings.ContainsAny(s, "\n\r\t") || utf8.RuneCountInString(s) > 3*longestQuote {
				t.Errorf("%q", s)
			}
		}
	})
}
