package place

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
)

// numbering is what the numbers of a return are worth.
type numbering struct {
	rows     int  // that have a number
	denied   bool // some row's text names another requirement than its number
	agreeing int  // rows whose text alone names the requirement of their number
	upTo     int  // the greatest number among these
}

// provingRows is how many rows must agree before the number of another speaks for itself.
const provingRows = 2

// isTheLists reports whether a number that stands alone is the list's, as the rows with a
// text prove. Rows that are counted agree with the list as long as none is left out: then
// only what a greater number that agrees encloses is proven.
func (n numbering) isTheLists(number string) bool {
	if n.denied || n.agreeing < provingRows {
		return false
	}
	value, err := strconv.Atoi(number)
	return err == nil && (n.upTo > n.rows || value < n.upTo)
}

// numbering compares the numbers of the rows with the requirements that their texts name.
func (p *placing) numbering() numbering {
	n := numbering{rows: p.numberedRows}
	for i, out := range p.out {
		number := p.asked[i].number
		if out.No == 0 || len(out.Also) > 0 || number == "" || out.Match.By == "key" {
			continue
		}
		switch {
		case p.plan.Requirements[out.No-1].Number != number:
			n.denied = true
		case out.Match.By != "number_text" || out.Match.Score >= sureForeign:
			n.agreeing++
			if value, err := strconv.Atoi(number); err == nil {
				n.upTo = max(n.upTo, value)
			}
		}
	}
	return n
}

// placeSilent places the rows that write no requirement: by their numbers, where these are
// known to be the list's; else by a task that has a single requirement.
func (p *placing) placeSilent() {
	all, numbers, answered := p.numbersSpeak(), p.numbering(), p.answered()
	seen := map[string]int{}
	for _, a := range p.asked {
		if a.cites == nil {
			seen[a.number]++
		}
	}
	for i, row := range p.rows {
		a := p.asked[i]
		if !a.silent() || p.out[i].No != 0 || p.out[i].Held != "" {
			continue
		}
		no := p.numbered(a)
		speaks := all || !numbers.denied && a.listed || numbers.isTheLists(a.number) && seen[a.number] == 1 && !answered[no]
		switch {
		case no != 0 && speaks && p.inTask(a, no):
			p.out[i] = Outcome{No: no, Match: ledger.Match{By: "number", Score: byNumberScore}}
		case no != 0 && a.inTask != nil && (a.listed || !p.counted) && !slices.Contains(a.inTask, no):
			p.out[i] = p.ambiguous(row, append(slices.Clone(a.inTask), no))
		case len(a.inTask) == 1:
			p.out[i] = Outcome{No: a.inTask[0], Match: ledger.Match{By: "text", Score: 1}}
		case len(a.inTask) > 1:
			p.out[i] = p.ambiguous(row, a.inTask)
		case no != 0 && !p.counted && !numbers.denied:
			p.out[i] = p.unmatched(row, []int{no})
		default:
			p.out[i] = p.unmatched(row, nil)
		}
	}
}

// numbered returns the requirement of the department's own that prints the row's number, 0
// where none does or several do.
func (p *placing) numbered(a asked) int {
	if nos := p.byNum[a.number]; len(nos) == 1 && p.answers(p.department, &p.plan.Requirements[nos[0]-1], p.quarter) {
		return nos[0]
	}
	return 0
}

// numbersSpeak reports whether no row writes a requirement, and the numbers are distinct
// and each one of the department's own: nothing else can be meant. A row without a figure in
// its number (/, 其他) is for work that is not on the list.
func (p *placing) numbersSpeak() bool {
	seen := map[string]bool{}
	for _, a := range p.asked {
		if a.text != "" {
			return false
		}
		numbers := a.cites
		if numbers == nil {
			if !strings.ContainsFunc(a.number, unicode.IsDigit) {
				continue
			}
			numbers = []string{a.number}
		}
		for _, n := range numbers {
			no := p.numbered(asked{number: n})
			if no == 0 || seen[n] || a.cites == nil && !p.inTask(a, no) {
				return false
			}
			seen[n] = true
		}
	}
	return len(seen) > 0
}

// numberDenies reports whether the row's number is another requirement's than no.
func (p *placing) numberDenies(i, no int) bool {
	a := p.asked[i]
	return a.number != "" && (a.listed || !p.counted) && len(p.byNum[a.number]) > 0 && !slices.Contains(p.byNum[a.number], no)
}

// isCounted reports whether the rows are merely counted 1..n, in whatever order they stand,
// so that their numbers say nothing of the list's. A matter that is told in two lines has its
// number twice.
func isCounted(asked []asked) bool {
	texts := map[string]string{} // by number
	for _, a := range asked {
		if a.number == "" || a.listed || a.cites != nil {
			continue
		}
		if text, seen := texts[a.number]; seen && (text == "" || text != a.text) {
			return false
		}
		texts[a.number] = a.text
	}
	for n := range len(texts) {
		if _, seen := texts[strconv.Itoa(n+1)]; !seen {
			return false
		}
	}
	return len(texts) > 0
}

// foreign reports whether several rows have numbers and none of them is one of the department's own:
// then they are numbers of something else than the list, with gaps or without.
func (p *placing) foreign(every []asked) bool {
	numbers := map[string]bool{}
	for _, a := range every {
		if a.listed || a.cites != nil || a.number == "" {
			continue
		}
		if a.text == "" || p.numbered(a) != 0 {
			return false
		}
		numbers[a.number] = true
	}
	return len(numbers) >= foreignFrom
}

// foreignFrom is from how many numbers on it shows that they are not the list's.
const foreignFrom = 3

// placeRenamed places the rows whose words name no requirement, by their number: where others prove
// that the numbers are the list's, the words are the department's own for it.
func (p *placing) placeRenamed(open []int) {
	numbers := p.numbering()
	for _, i := range open {
		a := p.asked[i]
		if p.out[i].No != 0 || len(p.out[i].Candidates) > 0 || a.number == "" || a.listed && numbers.denied {
			continue
		}
		no := p.numbered(a)
		if no == 0 || !a.listed && !numbers.isTheLists(a.number) || p.answered()[no] || !p.inTask(a, no) || p.resembles(a.text, no) {
			continue
		}
		p.out[i] = Outcome{No: no, Match: ledger.Match{By: "number", Score: byNumberScore}}
	}
}

// resembles reports whether a text has much of another requirement than no, and more than of
// that one. Of those that are not the department's own a name has to have most.
func (p *placing) resembles(text string, no int) bool {
	said := likeness.Of(text)
	if p.abbreviates(said, no) {
		return false
	}
	short := said.Size <= nameTo
	mine := p.fit(said, no).share
	for j, full := range p.texts {
		if j+1 == no {
			continue
		}
		enough := nameShare
		if !p.own[j] {
			enough = nameMostly
		}
		if share := p.fit(said, j+1).share; likeness.Alike(said, full) >= worthNaming || short && share >= enough && share >= mine {
			return true
		}
	}
	return false
}
