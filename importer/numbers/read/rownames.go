package read

import (
	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/naming"
	"taizhang/templates/tables"
)

// labelSlips names rows of an official table that are called otherwise than in the form.
func (sc part) labelSlips() (slips []numbers.Slip) {
	if sc.Crossed < 2 {
		return nil
	}
	for _, c := range sc.Labels {
		n := sc.Index.Find(c.Text)
		if n == nil || len(n.Rows) != 1 || len(n.Cols)+len(n.Groups) > 0 {
			continue
		}
		name := sc.Form.Tables[n.Rows[0].Table].Rows[n.Rows[0].Axis].Name
		if said := naming.Bare(c.Text); said != fold.Key(name) && said != fold.Key(naming.WithoutBrackets(name)) {
			slips = append(slips, numbers.Slip{Check: tables.Wording, Said: "行名写的是“" + finding.Brief(c.Text) + "”", Want: name, At: c.At()})
		}
	}
	return slips
}
