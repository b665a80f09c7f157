package roster

import (
	"slices"
	"strings"
	"unicode"

	"taizhang/importer/fold"
)

// appellations is everything that a department is called, folded in several ways.
type appellations struct {
	keys     []string // for comparing whole names: no brackets, no spaces
	sections []string // the keys as sectionName
	loose    []string // the keys as looseName
	inText   []string // for finding a name in a text: brackets and commas kept
}

// called returns what the department is called: its name, the name before the bracket and
// the second names inside it, its aliases, what it was called before.
func (d Department) called() *appellations {
	if d.said != nil {
		return d.said
	}
	names := slices.Concat([]string{d.Name}, d.Aliases, d.former)
	if outer, inner := Brackets(d.Name); inner != "" {
		names = append(names, outer)
		names = append(names, strings.FieldsFunc(inner, IsComma)...)
	}
	a := &appellations{}
	for _, name := range names {
		if key := fold.Key(name); key != "" && !slices.Contains(a.keys, key) {
			a.keys = append(a.keys, key)
			a.sections = append(a.sections, sectionName(key))
			a.loose = append(a.loose, looseName(key))
			a.inText = append(a.inText, Squeezed(name))
		}
	}
	return a
}

// Brackets splits a name at the bracket that ends it: 广电旅游和公共服务股(行政审批服务股) has
// the outer name 广电旅游和公共服务股 and the inner one 行政审批服务股. inner is "" where no
// bracket ends the name.
func Brackets(name string) (outer, inner string) {
	runes := []rune(strings.TrimSpace(name))
	for i, r := range runes {
		if fold.Rune(r) != '(' {
			continue
		}
		last := len(runes) - 1
		if i == 0 || fold.Rune(runes[last]) != ')' {
			break
		}
		return strings.TrimSpace(string(runes[:i])), strings.TrimSpace(string(runes[i+1 : last]))
	}
	return strings.TrimSpace(name), ""
}

// IsComma reports whether r separates names in every case.
func IsComma(r rune) bool { return strings.ContainsRune("、，,；;", r) }

// sectionName returns the key with 科, 处, 科室 and 股室 at its end written as 股: the
// levels of government name the same thing differently, and copies slip.
func sectionName(key string) string {
	for _, end := range []string{"股室", "科室", "处室", "科", "处"} {
		if stem, ok := strings.CutSuffix(key, end); ok && stem != "" {
			return stem + "股"
		}
	}
	return key
}

// withoutAnd takes out the particles that people leave out inside a name.
var withoutAnd = strings.NewReplacer("和", "", "及", "", "与", "")

// looseName is sectionName without the particles that people leave out inside a name.
func looseName(key string) string {
	return withoutAnd.Replace(sectionName(key))
}

// squeezed is a text for finding names in: plain widths, spaces dropped but remembered.
type squeezed struct {
	runes []rune
	gap   []bool // whether a space stood before the rune
}

func squeeze(s string) squeezed {
	var q squeezed
	gap := false
	for _, r := range s {
		switch r = unicode.ToLower(fold.Rune(r)); r {
		case 0:
		case ' ':
			gap = true
		default:
			q.runes, q.gap = append(q.runes, r), append(q.gap, gap)
			gap = false
		}
	}
	return q
}

// Squeezed returns a text as names are compared in it: plain widths, no spaces, small letters.
func Squeezed(s string) string { return string(squeeze(s).runes) }
