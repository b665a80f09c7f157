package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/table"
)

// A short name is sure enough where it stands in one requirement of the department's own and
// in no other nearly as well.
const (
	wholeFrom   = 3  // characters of a name that stands in its requirement as it is
	nameFrom    = 4  // characters of a name
	nameTo      = 20 // a longer text is a name only where nearly all of it stands in the requirement
	longTo      = 40
	namePart    = 4      // the name is no less than such a part of the requirement: 工作内容 names none of a hundred characters
	nameEnough  = 10     // so many characters are enough for any
	nameAlone   = 4      // and so many of a name that only one of the department's own holds
	nameDensity = 3      // its characters stand within so many times its length
	nameShare   = 1. / 3 // the least of its pairs of characters that the requirement holds
	nameMostly  = 0.6    // so many of its pairs are enough in any order
	nameLead    = 0.15   // by how much of its pairs the requirement must beat the next
	nameClear   = 0.3    // and where fewer characters are to be enough
	nameScore   = 0.80   // the score of a row that only its short name places
)

// namedInTwo returns the requirement of the row's number where the row names it in two characters that stand
// in it and in no other: 3 | 送戏. Two characters alone name nothing. It is 0 for none.
func (p *placing) namedInTwo(i int) int {
	name, no := []rune(p.keys.Of(p.asked[i].text)), p.numbered(p.asked[i])
	if len(name) != 2 || no == 0 || !p.numberSpeaks(i, no) || !unicode.Is(unicode.Han, name[0]) || !unicode.Is(unicode.Han, name[1]) {
		return 0
	}
	for other := range p.plan.Requirements {
		if strings.Contains(p.texts[other].Key, string(name)) != (other == no-1) {
			return 0
		}
	}
	return no
}

// fit is how a short name stands in a requirement.
type fit struct {
	no    int
	stand stand
	share float64 // of its pairs of characters, 0 to 1
}

// stand is in what way a short name stands in a requirement, the surer the greater.
type stand int

const (
	standsNot    stand = iota
	standMixed         // most of its pairs of characters, in any order
	standOrdered       // its characters in order, close together
	standWhole         // as it is
)

func (p *placing) fit(name likeness.Sized, no int) fit {
	text := p.texts[no-1]
	f := fit{no: no}
	if text.Size <= name.Size {
		return f
	}
	f.share = name.Within(text.Shape)
	switch {
	case !likeness.SameFigures(name.Key, text.Key):
	case strings.Contains(text.Key, name.Key):
		f.stand = standWhole
	case name.Size < nameFrom:
	case f.share >= nameShare && table.InOrder(name.Key, text.Key, nameDensity*name.Size):
		f.stand = standOrdered
	case f.share >= nameMostly:
		f.stand = standMixed
	case f.share >= nameShare && joinedInOrder(name.Key, text.Key):
		f.stand, f.share = standMixed, max(f.share, nameMostly)
	case inWords(name.Key, text.Key):
		f.stand, f.share = standMixed, max(f.share, nameMostly)
	}
	return f
}

// joinedInOrder reports whether a name joins by 和 what stands in a text in the same order with other words
// between: 重点村和等级民宿 of 重点村1个、等级旅游民宿5家.
func joinedInOrder(name, text string) bool {
	bare := withoutAnd.Replace(name)
	size := utf8.RuneCountInString(bare)
	return bare != name && size >= joinedFrom && table.InOrder(bare, text, nameDensity*size)
}

var withoutAnd = strings.NewReplacer("和", "", "与", "", "及", "")

const joinedFrom = 6 // characters of a joined name without what joins them

// clearly reports whether a text as long as a requirement says nearly the same in the same order.
func (f fit) clearly() bool { return f.stand >= standOrdered && f.share >= longShare }

const longShare = 0.7

// inWords reports whether a text holds each of the words of two characters that make a name, in any
// order: 档案扫描 of 扫描1998—2015年存量工程档案.
func inWords(name, text string) bool {
	runes := []rune(name)
	if len(runes) < nameFrom || len(runes)%2 != 0 {
		return false
	}
	for i := 0; i < len(runes); i += 2 {
		if !strings.Contains(text, string(runes[i:i+2])) {
			return false
		}
	}
	return true
}

// holdsWords reports whether one requirement holds all words of a name and no other does, and one of
// the words stands in that one alone.
func (p *placing) holdsWords(name likeness.Sized, no int) bool {
	for j := range p.texts {
		if inWords(name.Key, p.texts[j].Key) != (j == no-1) {
			return false
		}
	}
	runes := []rune(name.Key)
	for i := 0; i < len(runes); i += 2 {
		alone := true
		for j := range p.texts {
			alone = alone && (j == no-1 || !strings.Contains(p.texts[j].Key, string(runes[i:i+2])))
		}
		if alone {
			return true
		}
	}
	return false
}

// byName places the rows that write a short name, after all that say more: each requirement
// is taken by one row, and by none where another has it already.
func (p *placing) byName(open []int) {
	named := map[int][]int{} // rows by requirement
	for _, i := range open {
		if p.out[i].No != 0 {
			continue
		}
		name := likeness.Of(bareName(p.asked[i].text))
		if name.Size < wholeFrom || name.Size > longTo || !strings.ContainsFunc(name.Key, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			continue
		}
		no, between := p.nameOf(name)
		switch {
		case no == 0 && len(between) > 1:
			p.out[i] = p.ambiguous(p.rows[i], between)
		case no != 0 && name.Size > nameTo && !p.fit(name, no).clearly():
		case no == 0 || name.Size < p.leastOf(name, no) || p.numberDenies(i, no):
		default:
			named[no] = append(named[no], i)
		}
	}
	var nos []int
	for no := range named {
		nos = append(nos, no)
	}
	slices.Sort(nos)
	answered := p.answered()
	for _, no := range nos {
		for _, i := range named[no] {
			if len(named[no]) > 1 || answered[no] {
				p.out[i] = p.ambiguous(p.rows[i], []int{no})
				continue
			}
			p.out[i] = Outcome{No: no, Match: ledger.Match{By: "short", Score: nameScore}}
		}
	}
}

// What stands around a name and names nothing: 关于政治轮训, 人大建议办理, 配合打击非法采砂.
var (
	nameOpens = []string{"配合", "协助", "关于", "有关", "做好", "抓好"}
	nameEnds  = []string{"工作", "办理", "落实", "推进", "开展", "情况", "事宜", "事项"}
)

// bareName takes off a short name what names nothing, unless next to nothing would be left.
func bareName(text string) string {
	name := strings.TrimSpace(text)
	if i := strings.LastIndexAny(name, "(（"); i > 0 && strings.ContainsAny(name[i:], ")）") && strings.TrimRight(name[i:], ")）") != name[i:] {
		name = name[:i]
	}
	for _, open := range nameOpens {
		name = strings.TrimPrefix(name, open)
	}
	for range nameEnds {
		for _, end := range nameEnds {
			name = strings.TrimSuffix(name, end)
		}
	}
	if utf8.RuneCountInString(name) < nameFrom {
		return text
	}
	return name
}

// leastOf returns how many characters a short name of a requirement must have: fewer where it
// stands in that requirement as it is, and in no other; and where the department has few, and
// no other of its own holds it, or no requirement of anybody's nearly as much of it.
func (p *placing) leastOf(name likeness.Sized, no int) int {
	least := min(nameEnough, p.texts[no-1].Size/namePart)
	if p.own[no-1] && p.holdsWords(name, no) {
		return min(least, nameFrom)
	}
	if p.few && p.own[no-1] && p.onlyOwn(name, no) {
		return min(least, wholeFrom)
	}
	if p.few && p.own[no-1] && p.holdsMost(name, no) {
		return min(least, nameAlone)
	}
	for j := range p.texts {
		if strings.Contains(p.texts[j].Key, name.Key) != (j == no-1) || j == no-1 && !p.own[j] {
			return least
		}
	}
	return min(least, nameAlone)
}

// onlyOwn reports whether a name stands as it is in a requirement of the department's own and in
// no other of them: 参保率, of the three that a branch office answers.
func (p *placing) onlyOwn(name likeness.Sized, no int) bool {
	for j := range p.texts {
		if p.own[j] && strings.Contains(p.texts[j].Key, name.Key) != (j == no-1) {
			return false
		}
	}
	return true
}

// holdsMost reports whether a requirement holds most of a name in its order, and none else
// nearly as much.
func (p *placing) holdsMost(name likeness.Sized, no int) bool {
	mine := p.fit(name, no)
	for j := range p.texts {
		if j != no-1 && p.fit(name, j+1).share > mine.share-nameClear {
			return false
		}
	}
	return mine.stand >= standOrdered && mine.share >= nameMostly
}

// nameOf returns the one requirement that a short name means, else those that it may mean.
// The department's own go before others, unless another holds the name better.
func (p *placing) nameOf(name likeness.Sized) (no int, between []int) {
	if p.isCommon(name) {
		return 0, nil
	}
	var best fit
	var own, others []fit
	for j := range p.texts {
		f := p.fit(name, j+1)
		switch {
		case !p.own[j]:
			others = append(others, f)
		default:
			own = append(own, f)
			if f.stand > best.stand || f.stand == best.stand && f.stand > standsNot && f.share > best.share {
				best = f
			}
		}
	}
	if best.stand == standsNot {
		return 0, nil
	}
	between = []int{best.no}
	for _, f := range own {
		if f.no != best.no && (best.share-f.share < nameLead || f.stand == best.stand) {
			between = append(between, f.no)
		}
	}
	for _, f := range others {
		if f.stand == standWhole && best.stand < standWhole || f.share-best.share >= nameLead {
			between = append(between, f.no)
		}
	}
	if len(between) > 1 {
		return 0, between[:min(len(between), mostCandidates)]
	}
	return best.no, nil
}

// mostHolding is how many requirements may hold a name of two or three characters: what more
// of them hold is a word of the trade.
const mostHolding = 3

// answered returns the requirements that some row is placed on.
func (p *placing) answered() map[int]bool {
	answered := map[int]bool{}
	for i := range p.out {
		for _, no := range p.out[i].All() {
			answered[no] = true
		}
	}
	return answered
}

// isCommon reports whether what a name shares with the requirements is the trade's own words, which
// many of them hold: 退役军人创业大赛 names none of those that speak of 退役军人. One that stands in a
// requirement as it is, is none.
func (p *placing) isCommon(name likeness.Sized) bool {
	pairs, rare, found := 0, 0, 0
	for pair := range name.Pairs() {
		holding := 0
		for j := range p.texts {
			if p.texts[j].Has(pair) {
				holding++
			}
		}
		pairs++
		if holding > mostHolding {
			continue
		}
		rare++
		if holding > 0 {
			found++
		}
	}
	if slices.ContainsFunc(p.texts, func(t likeness.Sized) bool { return strings.Contains(t.Key, name.Key) }) {
		return false
	}
	return rare < pairs && float64(found) < nameMostly*float64(rare)
}
