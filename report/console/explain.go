package console

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// widestExplained is how many display columns an explanation takes at the most, so that it can
// be sent on in a message or printed.
const widestExplained = 100

// Explain prints each sheet of the files as it was understood: what it is, whose and when,
// where its tables stand, what each column was taken for, what became of cells and rows, and
// what is to be said of it.
func Explain(s Screen, l *ledger.Ledger) {
	if s.Width == 0 || s.Width > widestExplained {
		s.Width = widestExplained + 1 // the last place stays free
	}
	s.paragraph(0, "", fmt.Sprintf("对照的清单：%s（%d 年，%d 条要求）", plain(l.Plan.Source), l.Year, len(l.Plan.Requirements)))
	for _, in := range l.Inputs {
		sheets := understood(l, in)
		if len(sheets) == 0 {
			fmt.Fprintln(s)
			s.paragraph(0, "", plain(in.File))
			line(s, "结果", "%s", cmp.Or(plain(in.Reason), outcome(in.State)))
			problems(s, l, finding.In(in.File, ""))
		}
		for _, sheet := range sheets {
			sheet.print(s, l)
		}
	}
}

// outcome says of a file that gave no sheet what became of it.
func outcome(state ledger.InputState) string {
	switch state {
	case ledger.FileRead:
		return "没有读到可以并入的表"
	case ledger.FileFailed:
		return "没有读成"
	}
	return "没有作为报表读取"
}

// explained is a sheet with what came of it.
type explained struct {
	file    string
	account returns.SheetAccount
	counted bool              // the account of its cells is known
	parts   []*ledger.Return  // one a department and quarter
	tables  [][]*table.Column // columns of its tables, each once
	rows    []ledger.Row
}

// understood gathers the sheets of a file in their order.
func understood(l *ledger.Ledger, in ledger.Input) []*explained {
	var sheets []*explained
	at := map[string]*explained{}
	sheet := func(name string) *explained {
		if at[name] == nil {
			at[name] = &explained{file: in.File, account: returns.SheetAccount{Sheet: name}}
			sheets = append(sheets, at[name])
		}
		return at[name]
	}
	for _, a := range in.Sheets {
		x := sheet(a.Sheet)
		x.account, x.counted = a, true
	}
	seen := map[finding.Place]bool{}
	for i := range l.Returns {
		r := &l.Returns[i]
		if r.File != in.File {
			continue
		}
		x := sheet(r.Sheet)
		x.account.State = cmp.Or(x.account.State, table.IsTable)
		x.parts = append(x.parts, r)
		for _, columns := range r.Tables() {
			var fresh []*table.Column
			for j := range columns {
				if c := &columns[j]; !seen[c.At] {
					seen[c.At] = true
					fresh = append(fresh, c)
				}
			}
			if len(fresh) > 0 {
				x.tables = append(x.tables, fresh)
			}
		}
	}
	for _, row := range l.Rows {
		if x := at[row.At.Sheet()]; x != nil && row.At.File() == in.File {
			x.rows = append(x.rows, row)
		}
	}
	return sheets
}

func (x *explained) print(s Screen, l *ledger.Ledger) {
	fmt.Fprintln(s)
	s.paragraph(0, "", plain(x.file)+"「"+plain(x.account.Sheet)+"」")
	state := stateLabel(x.account.State)
	if x.account.Reason != "" {
		state += "：" + plain(x.account.Reason)
	}
	line(s, "工作表", "%s", state)
	for _, r := range x.parts {
		line(s, "报送", "%s", voices(r))
		line(s, "行数", "读取 %d = 并入 %d + 待核对 %d + 不计 %d%s", r.Count.Read, r.Count.Merged, r.Count.Held, r.Count.Ignored, balance(r.Count.Balances()))
	}
	if x.counted {
		line(s, "格子", "%s", cells(x.account.Cells))
	}
	for i, columns := range x.tables {
		line(s, fmt.Sprintf("第%d个表", i+1), "%s", x.lies(i))
		header(s)
		for _, c := range columns {
			column(s, c)
		}
	}
	wide := 0
	for _, row := range x.rows {
		wide = max(wide, places.StringWidth(fate(l, row)))
	}
	for _, row := range x.rows {
		fmt.Fprintln(s, "  "+checked(s, l, row, wide))
	}
	problems(s, l, finding.In(x.file, x.account.Sheet))
}

// voices says whose a return is, for when, and from what.
func voices(r *ledger.Return) string {
	whose, when := cmp.Or(r.Department, "部门不明"), cmp.Or(r.Quarter.Label(), "季度不明")
	text := whose + from(r.Whose) + "，" + when + from(r.When)
	if !r.StatedOn.IsZero() {
		text += "，填报日期 " + r.StatedOn.Label()
	}
	return text
}

// from says where a department or quarter was read.
func from(v ledger.Spoken) string {
	said := shorten(plain(oneLine(v.Said)), 40)
	switch {
	case said == "":
		return ""
	case v.At.Cell() == "":
		return "（据“" + said + "”）"
	}
	return "（据 " + v.At.Cell() + "“" + said + "”）"
}

// problems names what is to be said of a file or sheet, in short: the full sentences are among
// the findings.
func problems(s Screen, l *ledger.Ledger, at finding.Place) {
	var named []string
	n := 0
	for _, f := range l.Findings {
		if f.Place.At(0, 0) != at {
			continue
		}
		n++
		if text := strings.TrimSpace(f.Place.Cell() + " " + f.Code.Entry().Title); !slices.Contains(named, text) {
			named = append(named, text)
		}
	}
	if n > 0 {
		line(s, "问题", "%d 处：%s", n, strings.Join(named, "；"))
	}
}
