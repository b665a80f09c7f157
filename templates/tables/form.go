package tables

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"taizhang/importer/fold"
)

//go:embed *.yaml
var builtin embed.FS

// common is the file that every form takes its units and headings from.
const common = "通用.yaml"

// Own is the name of an office's own file.
const Own = "指标.yaml"

// Of returns the form of the report of a year, with what an office adds in a file of its own;
// own is nil where there is none. It returns nil for a year that no form is known for. The
// error is a *Fault of the office's file.
func Of(year int, own []byte) (*Form, error) {
	files, err := official()
	if err != nil {
		return nil, err
	}
	for _, file := range files[1:] {
		if years := file.raw.Years; !(&Form{From: years.From, Until: years.Until}).In(year) {
			continue
		}
		f, err := formOf(files[0], file)
		if err != nil {
			return nil, err
		}
		return f, f.with(own)
	}
	return nil, nil
}

// Forms returns all official forms as they come, the oldest first.
func Forms() ([]*Form, error) {
	files, err := official()
	if err != nil {
		return nil, err
	}
	var forms []*Form
	for _, file := range files[1:] {
		f, err := formOf(files[0], file)
		if err != nil {
			return nil, err
		}
		forms = append(forms, f)
	}
	return forms, nil
}

// formOf makes a form of the file that all share and of its own.
func formOf(common, own parsed) (*Form, error) {
	f := &Form{byID: map[string]int{}, Absent: map[string]bool{}, Heads: map[Head][]string{}}
	for _, part := range []parsed{common, own} {
		if err := f.take(part.source, &part.raw, false); err != nil {
			return nil, err
		}
	}
	return f, nil
}

type parsed struct {
	source
	raw rawForm
}

// official reads the embedded files, the common one first, then the forms by name.
var official = sync.OnceValues(func() ([]parsed, error) {
	names, err := fs.Glob(builtin, "*.yaml")
	if err != nil {
		return nil, err
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == common })
	slices.Sort(names)
	var files []parsed
	for _, name := range append([]string{common}, names...) {
		data, err := fs.ReadFile(builtin, name)
		if err != nil {
			return nil, err
		}
		file := parsed{source: source{name, data}}
		if file.raw, err = file.parse(); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
})

// with adds an office's own file.
func (f *Form) with(own []byte) error {
	if own == nil {
		return nil
	}
	s := source{Own, own}
	raw, err := s.parse()
	if err != nil {
		return err
	}
	return f.take(s, &raw, true)
}

// take takes in a file: its words, its tables, what it changes, then its rules, which may
// speak of all numbers.
func (f *Form) take(s source, raw *rawForm, own bool) error {
	if !own && raw.ID != "" {
		f.ID, f.Title, f.From, f.Until = raw.ID, raw.Title, raw.Years.From, raw.Years.Until
		f.Sections = raw.Sections
	}
	for _, row := range raw.Units {
		f.Units = append(f.Units, row)
	}
	for _, word := range raw.Absent {
		f.Absent[fold.Key(word)] = true
	}
	for head, words := range raw.Heads {
		if !slices.Contains([]Head{HeadName, HeadUnit, HeadCumulative, HeadCurrent, HeadEarlier, HeadOther}, head) {
			return s.fault(fmt.Sprintf("“表头”里没有“%s”这一项", head), "表头", string(head))
		}
		for _, word := range words {
			f.Heads[head] = append(f.Heads[head], fold.Key(word))
		}
	}
	for i := range raw.Tables {
		if err := f.addTable(s, &raw.Tables[i], own); err != nil {
			return err
		}
	}
	for i := range raw.Change {
		if err := f.change(s, &raw.Change[i]); err != nil {
			return err
		}
	}
	for i := range raw.Rules {
		if err := f.addRule(s, &raw.Rules[i], own); err != nil {
			return err
		}
	}
	for i := range raw.Figures {
		if err := f.addFigure(s, &raw.Figures[i]); err != nil {
			return err
		}
	}
	return nil
}

// change takes what a file says otherwise of numbers that are there already. An id that ends
// in * means all that begin so.
func (f *Form) change(s source, raw *rawIndicator) error {
	head, all := strings.CutSuffix(raw.ID, "*")
	n := 0
	for i := range f.indicators {
		ind := &f.indicators[i]
		if ind.ID == raw.ID || all && strings.HasPrefix(ind.ID, head) {
			n++
			if err := f.override(s, ind, raw); err != nil {
				return err
			}
		}
	}
	if n == 0 {
		return s.fault(fmt.Sprintf("没有编号是“%s”的指标", raw.ID), "修改", raw.ID)
	}
	return nil
}

// override sets what is written of an indicator.
func (f *Form) override(s source, ind *Indicator, raw *rawIndicator) error {
	if raw.Kind != "" {
		kind, err := choice(s, raw.Kind, []Kind{Flow, Stock, Opening, Closing}, raw.ID)
		if err != nil {
			return err
		}
		ind.Kind = kind
	}
	if raw.Sum != "" {
		sum, err := choice(s, raw.Sum, []Sum{Added, Distinct, Owned}, raw.ID)
		if err != nil {
			return err
		}
		ind.Sum = sum
	}
	public, err := s.truth(raw.Public, ind.Public, raw.ID)
	if err != nil {
		return err
	}
	ind.Public = public
	if raw.Unit != "" {
		if !f.Units.Has(raw.Unit) {
			return s.fault(fmt.Sprintf("不知道“%s”是什么单位，请在“单位”里加上", raw.Unit), raw.ID, raw.Unit)
		}
		ind.Unit = raw.Unit
	}
	if raw.Decimals != nil {
		if *raw.Decimals < 0 || *raw.Decimals > 4 {
			return s.fault("小数位数要在 0 到 4 之间", raw.ID, "小数")
		}
		ind.Decimals = *raw.Decimals
	}
	if raw.Name != "" {
		ind.Label = raw.Name
		ind.Names = append(ind.Names, raw.Name)
	}
	if raw.Owners != nil {
		ind.Owners = raw.Owners
	}
	if raw.Definition != "" {
		ind.Definition = raw.Definition
	}
	ind.Names = append(ind.Names, raw.Names...)
	return nil
}
