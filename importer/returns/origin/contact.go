package origin

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table"
)

// A return ends in who may be rung up about it: a name and a telephone number, the unit with its seal and
// the day before them or not. Such a line has no label by which it would be known.

// contact is what a line of that kind holds.
type contact struct {
	persons, phones, units, others int
	sealed                         bool // 县水政监察大队（代章）
	day                            string
}

// signs reports whether a line holds nothing else, and enough of it to be one.
func (c contact) signs() bool {
	return c.others == 0 && (c.phones > 0 && c.persons+c.units > 0 || c.sealed && (c.units > 1 || c.day != "" || c.persons > 0))
}

var (
	// contactPhone is a telephone number in one piece.
	contactPhone = regexp.MustCompile(`^(?:1[0-9]{10}|(?:0[0-9]{2,3}[-—－]?)?[2-9][0-9]{6,7})$`)
	// glued is a name with its number right behind it: 温丽萍13807990216.
	glued = regexp.MustCompile(`^(\p{Han}+[:：]?)([0-9０-９][0-9０-９—－-]{6,})$`)
	// sealed is the place of the seal behind a unit's name.
	sealed = regexp.MustCompile(`[（(](?:代?章|盖章|公章|代盖章|签章|加盖公章)[)）]$`)
	// whoIs is what stands before a name and says which of them it is: 联系人：, 大坪所：, 股长.
	whoIs = regexp.MustCompile(`^(?:联系人|联系电话|电话|手机|经办人?|填报人?|填表人?|审核人?|负责人|办事员|干事|副?[股科站所队局院馆]长|副?主任)$`)
	// addressee is a line that says only to whom a return goes: 报：局办公室.
	addressee = regexp.MustCompile(`^(?:报|致|呈|送|抄送|抄报|主送|呈报|报送)\s*[:：]\s*\p{Han}{1,16}[。]?$`)
)

// contactOf takes a line apart.
func (r *Reader) contactOf(text string) (c contact) {
	text = strings.TrimSpace(text)
	if text == "" || fold.Longer(text, longestSaid) {
		c.others++
		return c
	}
	if inner := strings.Trim(text, "（()）"); len(inner) < len(text) && !strings.ContainsAny(inner, "（()）") {
		text = inner
	}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" 　\t\n，,、；;", c) }) {
		r.contactWord(word, &c)
	}
	return c
}

func (r *Reader) contactWord(word string, c *contact) {
	if m := glued.FindStringSubmatch(word); m != nil {
		r.contactWord(m[1], c)
		word = m[2]
	}
	if label, rest, ok := strings.Cut(plainColon.Replace(word), ":"); ok {
		if !whoIs.MatchString(label) && !r.namesUnit(label) && !table.IsPerson(label) {
			c.others++
			return
		}
		if word = rest; word == "" {
			return
		}
	}
	bare := sealed.ReplaceAllString(word, "")
	plain := fold.Text(word)
	switch {
	case c.day == "" && period.IsDate(plain, r.Plan.Year) && period.NamesDay(plain, r.Plan.Year):
		c.day = word
	case contactPhone.MatchString(plain):
		c.phones++
	case bare != word && r.namesUnit(bare):
		c.units, c.sealed = c.units+1, true
	case whoIs.MatchString(word):
	case table.IsPerson(word):
		c.persons++
	case r.namesUnit(word):
		c.units++
	default:
		c.others++
	}
}

// IsContact reports whether a text is a line of that kind.
func (r *Reader) IsContact(text string) bool { return r.contactOf(text).signs() }

// contactDay returns the day within such a line.
func (r *Reader) contactDay(cell grid.Cell) (day grid.Read[string], ok bool) {
	c := r.contactOf(cell.Text)
	if cell.Kind != grid.Text || !c.signs() || c.day == "" {
		return day, false
	}
	return grid.Read[string]{Value: c.day, Said: c.day, At: cell.At()}, true
}
