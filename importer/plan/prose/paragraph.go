package prose

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/numbering"
)

// paragraph is a line of a list that is no table.
type paragraph struct {
	numbering.Numbered        // its number, and the text without it
	counted            int    // the depth of a number in words (任务一：, 第三条), 0 for others
	Said               string // as written
	at                 finding.Place
}

// mostWrapped is over how many lines a bracket may run that was broken at the line's end.
const mostWrapped = 6

// Paragraphs returns the lines of a sheet. Cells of one row belong together, a cell with
// line breaks holds several lines, and a bracket that a line leaves open is closed by the
// next ones.
func Paragraphs(s *grid.Sheet) []paragraph {
	var all []paragraph
	for row := 1; row <= s.LastRow(); row++ {
		var texts []string
		var at finding.Place
		for c := 1; c <= s.Width(); c++ {
			cell := s.Cell(row, c)
			if cell.IsEmpty() || cell.Covered() {
				continue
			}
			if len(texts) == 0 {
				at = cell.Anchor()
			}
			texts = append(texts, cell.String())
		}
		for _, line := range strings.Split(strings.Join(texts, " "), "\n") {
			if line = strings.TrimFunc(line, numbering.IsBlank); line != "" {
				all = append(all, paragraph{Said: line, at: at})
			}
		}
	}
	return number(unwrapLines(all))
}

// IsTabular reports whether most rows of a sheet hold several cells: a table whose heading
// was not understood is no text.
func IsTabular(s *grid.Sheet) bool {
	single, several := 0, 0
	for row := 1; row <= s.LastRow(); row++ {
		n := 0
		for c := 1; c <= s.Width(); c++ {
			if cell := s.Cell(row, c); !cell.IsEmpty() && !draft.Sideways(cell) {
				n++
			}
		}
		switch {
		case n == 1:
			single++
		case n > 1:
			several++
		}
	}
	return several > single
}

// unwrapLines joins the lines of a bracket that was broken at the line's end.
func unwrapLines(lines []paragraph) []paragraph {
	var all []paragraph
	for i := 0; i < len(lines); i++ {
		p := lines[i]
		whole, depth := p.Said, openBrackets(p.Said)
		for n := 1; depth > 0 && n < mostWrapped && i+n < len(lines); n++ {
			next := lines[i+n].Said
			if numbering.Cut(next).Level != numbering.None {
				break
			}
			whole = duty.Join(whole, next)
			if depth += openBrackets(next); depth == 0 {
				p.Said = whole
				i += n
			}
		}
		all = append(all, p)
	}
	return all
}

// openBrackets counts the brackets that a line leaves open.
func openBrackets(s string) int {
	depth := 0
	for _, r := range s {
		depth += duty.BracketStep(r)
	}
	return depth
}

// wordNumbers are numbers in words, at depths of their own.
var wordNumbers = []struct {
	depth int
	words *regexp.Regexp
}{
	{taskDepth, regexp.MustCompile(`^(?:重点|主要|具体)?(?:任务|事项|措施|行动|工程)([一二三四五六七八九十]{1,3}|\d{1,2}) ?[:：、.．]`)},
	{articleDepth, regexp.MustCompile(`^第([一二三四五六七八九十百]{1,4}|\d{1,3})[条项][:：、]?`)},
}

// pageNumber is what a page break leaves in a text.
var pageNumber = regexp.MustCompile(`^(?:[-—–─－ ]+\d{1,3}[-—–─－ ]+|第 ?\d{1,3} ?页.*)$`)

func number(lines []paragraph) []paragraph {
	lines = slices.DeleteFunc(lines, func(l paragraph) bool { return pageNumber.MatchString(l.Said) })
	for i := range lines {
		l := &lines[i]
		if l.Numbered = numbering.Cut(l.Said); l.Level != numbering.None {
			continue
		}
		for _, n := range wordNumbers {
			if m := n.words.FindStringSubmatch(l.Said); m != nil {
				l.Numbered = numbering.Numbered{Level: numbering.Third, Number: numbering.Arabic(m[1]), Text: strings.TrimFunc(l.Said[len(m[0]):], numbering.IsBlank)}
				l.counted = n.depth
				break
			}
		}
	}
	return lines
}
