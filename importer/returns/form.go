package returns

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// FormKey is what each row of a form carries in its hidden column: the requirement that
// it asks for, whose form it is and for which quarter. Since every row has all of it, a
// row keeps its place when rows are sorted, deleted or copied to another sheet.
type FormKey struct {
	Requirement string // plan.Requirement.Key
	Quarter     period.Quarter
	Department  string // roster name
}

const (
	formMark     = "TZ1" // the kind of key and its version
	believedFrom = 0.5   // likeness of a row's text to its key's requirement from which the key is believed
	mostNamed    = 8     // rows that a finding names
)

// String returns the key as a form carries it: TZ1/2021Q3/3fa2b41c09de/7c1e/办公室. The
// fourth part is a check sum, so that a key that a spreadsheet has counted up, or that
// somebody has typed in, is none.
func (k FormKey) String() string {
	return strings.Join([]string{formMark, k.Quarter.String(), k.Requirement, k.sum(), k.Department}, "/")
}

func (k FormKey) sum() string {
	sum := sha256.Sum256([]byte(formMark + "\n" + k.Quarter.String() + "\n" + k.Requirement + "\n" + k.Department))
	return hex.EncodeToString(sum[:2])
}

// ParseFormKey reads a key back; ok is false for any other text.
func ParseFormKey(s string) (k FormKey, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, formMark) {
		return FormKey{}, false // as nearly every cell
	}
	parts := strings.SplitN(s, "/", 5)
	if len(parts) != 5 || parts[0] != formMark {
		return FormKey{}, false
	}
	q, ok := period.ParseQuarter(parts[1])
	if !ok || q.Year == 0 {
		return FormKey{}, false
	}
	k = FormKey{Requirement: parts[2], Quarter: q, Department: parts[4]}
	if k.sum() != parts[3] {
		return FormKey{}, false
	}
	return k, true
}

// keysIn returns the form keys that stand in some lines, each cell once.
func keysIn(b *table.Block, from, to int) []grid.Read[FormKey] {
	var keys []grid.Read[FormKey]
	for _, c := range b.Of(words.Key) {
		for line := from; line <= to; line++ {
			cell := b.Cell(line, c)
			if cell.Kind != grid.Text || cell.Covered() {
				continue
			}
			if k, ok := ParseFormKey(cell.Text); ok {
				keys = append(keys, grid.Read[FormKey]{Value: k, Said: cell.Text, At: cell.At()})
			}
		}
	}
	return keys
}

// takeKey gives a row of a form its key. Two different keys in one row are none. A key
// whose requirement is not what the row says is kept without its value: somebody sorted
// the visible columns only, or wrote over a copied row, and what can be read decides.
func (r *Reader) takeKey(b *table.Block, row *Row, line, end int) {
	keys := keysIn(b, line, end)
	if len(keys) == 0 || slices.ContainsFunc(keys, func(k grid.Read[FormKey]) bool { return k.Value != keys[0].Value }) {
		return
	}
	row.Key = grid.Read[string]{Value: keys[0].Value.Requirement, Said: keys[0].Said, At: keys[0].At}
	if !r.fits(row.Text.Value, row.Key.Value) {
		row.Key.Value = ""
	}
}

// fits reports whether a text may be that of the requirement with the key. No text and an
// unknown requirement contradict nothing.
func (r *Reader) fits(text, key string) bool {
	own, known := r.texts[key]
	if said := fold.Of(text); known && said.Key != "" && said.Key != own.Key {
		return r.keys[said.Key] == "" && said.Likeness(own) >= believedFrom
	}
	return true
}

// formKeys indexes the plan's requirements by what a form says of them: their texts by
// key, and a key by folded text.
func formKeys(p *plan.Plan) (texts map[string]fold.Shape, keys map[string]string) {
	texts, keys = map[string]fold.Shape{}, map[string]string{}
	for _, req := range p.Requirements {
		shape := fold.Of(req.Text.Value)
		texts[req.Key], keys[shape.Key] = shape, req.Key
	}
	return texts, keys
}

// formVoice is what the keys of a table say of whose it is and for which quarter; they
// speak before all other sources.
func (f *file) formVoice(b *table.Block) []voice {
	keys := keysIn(b, b.Body, b.End)
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

// misplacedKeys reports once a table the answers whose key is another requirement's.
func misplacedKeys(rows []Row) []finding.Finding {
	var at []string
	var first finding.Place
	for _, row := range rows {
		if row.Ignored != "" || !row.Key.Given() || row.Key.Value != "" {
			continue
		}
		if first.Row() == 0 {
			first = row.Text.At
		}
		at = append(at, strconv.Itoa(row.At.Row()))
	}
	if len(at) == 0 {
		return nil
	}
	found := strings.Join(at[:min(len(at), mostNamed)], "、")
	if len(at) > mostNamed {
		found += "等" + strconv.Itoa(len(at))
	}
	f := finding.New(finding.NumberTextConflict, first, found, "")
	f.Message = "第" + found + "行隐藏的识别码与“具体要求”的文字对不上（可能只给一部分栏目排了序，或在复制的行上改写）；已按文字处理。"
	f.Hint = "请核对这几行的“具体要求”与填报内容是否对应。"
	return []finding.Finding{f}
}
