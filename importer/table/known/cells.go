package known

import (
	"maps"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/list"
	"taizhang/importer/table/values"
	"taizhang/templates/words"
)

// Headed reports whether a cell is a heading of the vocabulary that helps to know a table by.
// 联系电话 and 填报人 stand in info rows as often.
func (r *Facts) Headed(cell grid.Cell) bool {
	if cell.Kind != grid.Text {
		return false
	}
	roles := r.Headings.Whole(cell.Text)
	if len(roles) == 0 {
		return false
	}
	for _, role := range roles {
		if role == words.Filler {
			return false
		}
	}
	return true
}

// MayBeRequirement reports whether a cell is a heading of what is asked: a requirement or a task.
func (r *Facts) MayBeRequirement(cell grid.Cell) bool {
	return cell.Kind == grid.Text && (r.Headings.Of(cell.Text)[words.Requirement] >= heading.KnownFrom || r.Headings.Of(cell.Text)[words.Task] >= heading.KnownFrom)
}

// ShortStatus returns the status that a short text is, by a word of the vocabulary or by grammar.
func (r *Facts) ShortStatus(text string) status.Status {
	if s := r.Status.Word(text); s != status.NoStatus || fold.Longer(text, 6) || !r.Status.Is(text) {
		return s
	}
	return r.Status.Cell(text).Status
}

// IsValue reports whether a short text is an answer or names something, and is no heading.
func (r *Facts) IsValue(text string) bool {
	if values.Number.MatchString(text) || values.Phone.MatchString(text) || strings.Contains(text, "/") && values.IsEvidence(text) && !strings.HasSuffix(text, "材料") {
		return true
	}
	if period.IsDate(text, r.Year) || r.OnlyNames(text) {
		return true
	}
	if _, ok := status.Percent(text); ok {
		return true
	}
	no, how := r.Requirement(text)
	return no != 0 && how != list.ByShort || r.Words.IsNothing(text)
}

// OnlyNames reports whether a text is nothing but names of departments.
func (r *Facts) OnlyNames(text string) bool { return r.Names != nil && r.Names(text) }

// IsWord reports whether a label is a word of the vocabulary, with or without what surrounds it.
func (r *Facts) IsWord(label string) bool { return len(r.Headings.Known(label)) > 0 }

const sureLabel = 0.7 // of what a heading fits

// IsSureLabel reports whether a text is a label, and not a name that ends in the word of one:
// 存在的问题和困难, and no 信访投诉办理.
func (r *Facts) IsSureLabel(label string) bool {
	for role, fit := range r.Headings.Of(label) {
		if fit >= heading.KnownFrom || fit >= sureLabel && (role == words.Problems || role == words.NextSteps) {
			return true
		}
	}
	return false
}

// Label returns what a label says that stands before a text, "" where it is none that a return
// has.
func (r *Facts) Label(label string) words.Role {
	best, fit := words.Role(""), 0.55
	for _, role := range words.ColumnRoles {
		if f := r.Headings.Of(label)[role]; f > fit {
			best, fit = role, f
		}
	}
	return best
}

// FitsOf returns what the heading of a column fits: the lowest of its rows, and all of them
// together.
func (r *Facts) FitsOf(col *block.Column) heading.Fits {
	f := r.Headings.Of(col.Heading)
	if col.Upper == "" {
		return maps.Clone(f)
	}
	lowest := r.Headings.Of(col.Heading[len(col.Upper):])
	both := heading.Fits{}
	for role, fit := range f {
		both[role] = 0.9 * fit
	}
	for role, fit := range lowest {
		both[role] = max(both[role], fit)
	}
	for role, fit := range r.Headings.Of(col.Upper) {
		both[role] = max(both[role], 0.5*fit)
	}
	return both
}

// LongestTitle is how many characters a title has at the most.
const LongestTitle = 60
