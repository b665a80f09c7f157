package origin

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/returns/formkey"
	"taizhang/importer/table"
)

// formVoice is what the keys of a table say of whose it is and for which quarter; they
// speak before all other sources.
func (f *Sources) formVoice(b *table.Block) []voice {
	keys := formkey.In(b, b.Body, b.End)
	if len(keys) == 0 {
		return nil
	}
	v := voice{scope: inKeys, rank: "识别码", text: grid.Read[string]{Value: keys[0].Said, Said: keys[0].Said, At: keys[0].At}}
	for _, k := range keys {
		if !slices.Contains(v.departments, k.Value.Department) {
			v.departments = append(v.departments, k.Value.Department)
		}
		if !slices.Contains(v.quarters, k.Value.Quarter) {
			v.quarters = append(v.quarters, k.Value.Quarter)
		}
	}
	return []voice{v}
}
