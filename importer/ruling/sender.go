package ruling

import (
	"slices"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns/origin"
)

// Acts on a file, or on a sheet of it.
const (
	Sender  Act = "sender"  // 归部门
	Quarter Act = "quarter" // 归季度
	Discard Act = "discard" // 作废
)

// OfFile reports whether the act is about a file or a sheet.
func (a Act) OfFile() bool { return a == Sender || a == Quarter || a == Discard }

// Files are the office's decisions on files and sheets. A decision on a sheet goes before one
// on its file.
type Files struct {
	Rulings []Ruling // with a Why where one can't be carried out
	told    map[spot]origin.Told
	void    map[spot]bool
	ruled   map[spot]bool // put into a quarter by the office
}

type spot struct{ file, sheet string }

// NewFiles takes the decisions on files out of what the office decided; other acts are passed
// over. Those that contradict each other are none.
func NewFiles(p *plan.Plan, rulings []Ruling) *Files {
	fs := &Files{told: map[spot]origin.Told{}, void: map[spot]bool{}, ruled: map[spot]bool{}}
	values := map[spot]map[Act][]string{}
	for _, r := range rulings {
		if !r.Act.OfFile() {
			continue
		}
		if r.Why == "" {
			r.Value, r.Why = r.resolve(p)
		}
		fs.Rulings = append(fs.Rulings, r)
		if at := r.spot(); r.Why == "" {
			if values[at] == nil {
				values[at] = map[Act][]string{}
			}
			if !slices.Contains(values[at][r.Act], r.Value) {
				values[at][r.Act] = append(values[at][r.Act], r.Value)
			}
		}
	}
	for i := range fs.Rulings {
		r := &fs.Rulings[i]
		if r.Why != "" {
			continue
		}
		said := values[r.spot()]
		if len(said[r.Act]) > 1 || said[Discard] != nil && len(said) > 1 {
			r.Why = "对同一份报表有不同的核定，请只留一种"
			continue
		}
		fs.take(r)
	}
	return fs
}

func (fs *Files) take(r *Ruling) {
	at := r.spot()
	told := fs.told[at]
	switch r.Act {
	case Sender:
		told.Department = r.Value
	case Quarter:
		told.Quarter, _ = period.ParseQuarter(r.Value)
		fs.ruled[at] = true
	case Discard:
		fs.void[at] = true
	}
	fs.told[at] = told
}

func (r *Ruling) spot() spot { return spot{r.Target.File, r.Target.Sheet} }

// resolve returns the value of a decision as the plan knows it, or says why it is none.
func (r *Ruling) resolve(p *plan.Plan) (value, why string) {
	switch r.Act {
	case Sender:
		if r.Value == "" {
			return "", "没有在“" + valueHeading + "”里填部门"
		}
		q, _ := period.ParseQuarter(r.Target.Quarter)
		d, ok := p.Roster.Find(r.Value, q)
		switch {
		case ok:
			return d.Name, ""
		case p.Roster.Known():
			return r.Value, "“" + r.Value + "”不是部门名录里的名称"
		case !listed(p, r.Value):
			return r.Value, "“" + r.Value + "”不是清单里的责任部门"
		}
		return r.Value, ""
	case Quarter:
		if r.Value == "" {
			return "", "没有在“" + valueHeading + "”里填季度"
		}
		q, ok := period.ParseQuarter(r.Value)
		if ok && q.Year == 0 {
			q.Year = p.Year
		}
		if !ok || q.Year != p.Year {
			return r.Value, "“" + r.Value + "”不是本年度的季度，请写成“第二季度”"
		}
		return q.String(), ""
	}
	return "", ""
}

// listed reports whether the list gives a department something to do, where there is no roster.
func listed(p *plan.Plan, name string) bool {
	return slices.ContainsFunc(p.Requirements, func(r plan.Requirement) bool {
		return slices.ContainsFunc(slices.Concat(r.Duty.Lead, r.Duty.Joint, r.Duty.Support), func(party plan.Party) bool { return party.Name == name })
	})
}

// Told returns what the office said of a sheet; it fits returns.Reader.Listen.
func (fs *Files) Told(file, sheet string) origin.Told {
	whole, own := fs.told[spot{file, ""}], fs.told[spot{file, sheet}]
	if own.Department == "" {
		own.Department = whole.Department
	}
	if own.Quarter.IsZero() {
		own.Quarter = whole.Quarter
	}
	return own
}

// Void reports whether a sheet counts no longer; a sheet of "" is the whole file.
func (fs *Files) Void(file, sheet string) bool {
	return fs.void[spot{file, ""}] || fs.void[spot{file, sheet}]
}

// Placed reports whether the office itself put a sheet into its quarter.
func (fs *Files) Placed(file, sheet string) bool {
	return fs.ruled[spot{file, ""}] || fs.ruled[spot{file, sheet}]
}
