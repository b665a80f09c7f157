package tables

import (
	"fmt"
	"slices"
)

// FigureKind is how a chart shows its numbers.
type FigureKind string

const (
	Balance FigureKind = "两边" // two bars of one length: what came in, and what became of it
	Ranked  FigureKind = "排列" // bars from the longest to the shortest
	Years   FigureKind = "历年" // each number beside that of the year before
)

// Figure is a chart that the numbers of a table make.
type Figure struct {
	Title       string
	Table       int
	Kind        FigureKind
	Sides       []string // of Balance: what its two bars are called
	Left, Right []Slice  // Right is of Balance alone
}

// Slice is a part of a chart: the sum of its numbers.
type Slice struct {
	Name       string
	Indicators []int
}

type (
	rawFigure struct {
		Table string     `yaml:"表"`
		Title string     `yaml:"题"`
		Kind  string     `yaml:"式"`
		Sides []string   `yaml:"边"`
		Left  []rawSlice `yaml:"左边"`
		Right []rawSlice `yaml:"右边"`
		Parts []rawSlice `yaml:"各项"`
	}
	rawSlice struct {
		Name string   `yaml:"名称"`
		IDs  []string `yaml:"项"`
	}
)

// addFigure takes in a chart.
func (f *Form) addFigure(s source, raw *rawFigure) error {
	at := []string{"图:", "题: " + raw.Title}
	kind, err := choice(s, raw.Kind, []FigureKind{Ranked, Balance, Years}, at...)
	if err != nil {
		return err
	}
	out := Figure{Title: raw.Title, Kind: kind, Sides: raw.Sides, Table: slices.IndexFunc(f.Tables, func(t Table) bool { return t.ID == raw.Table })}
	switch {
	case out.Table < 0:
		return s.fault(fmt.Sprintf("没有编号是“%s”的表", raw.Table), append(at, raw.Table)...)
	case kind == Balance && (len(raw.Left) == 0 || len(raw.Right) == 0 || len(raw.Sides) != 2):
		return s.fault("两边的图要写左边、右边和边", at...)
	case kind != Balance && len(raw.Parts) == 0:
		return s.fault("图没有写各项", at...)
	}
	for _, side := range []struct {
		from []rawSlice
		into *[]Slice
	}{{raw.Left, &out.Left}, {raw.Parts, &out.Left}, {raw.Right, &out.Right}} {
		for _, p := range side.from {
			one := Slice{Name: p.Name}
			for _, id := range p.IDs {
				n := f.Find(id)
				if n < 0 {
					return s.fault(fmt.Sprintf("没有编号是“%s”的指标", id), append(at, id)...)
				}
				one.Indicators = append(one.Indicators, n)
			}
			if p.Name == "" || len(one.Indicators) == 0 {
				return s.fault("图的各项要写名称和项", at...)
			}
			*side.into = append(*side.into, one)
		}
	}
	f.Figures = append(f.Figures, out)
	return nil
}
