package answer

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// once returns a text as it came first, so that a text that many rows repeat is held once.
func (f *Reader) once(text string) string {
	return f.made.text.Get(text, func(text string) string { return text })
}

// number returns the whole number that a cell holds, in digits, "" where it holds none.
func (f *Reader) number(said string) string { return f.made.number.Get(said, digits) }

// numberOff takes the number off the beginning of a requirement, and the writer's own remark off
// its end.
func (f *Reader) numberOff(said string) (number, rest string) {
	n := f.made.requirement.Get(said, numberOff)
	return n.number, n.rest
}

// numbered is a requirement's text with its number taken off.
type numbered struct{ number, rest string }

func numberOff(text string) numbered {
	number, rest := SplitNumber(text)
	if bare := table.WithoutRemark(rest); bare != "" {
		rest = bare
	}
	return numbered{number, rest}
}

// SplitNumber takes the number off the beginning of a requirement, as the list does, and
// also where only a space parts them: 7 积极推进….
func SplitNumber(text string) (number, rest string) {
	if m := numberedName.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		return digits(m[1]), m[2]
	}
	text = countedItem.ReplaceAllString(text, "")
	if number, rest = plan.SplitNumber(text); number != "" {
		return number, rest
	}
	for _, parted := range []*regexp.Regexp{spacedNumber, dashedNumber} {
		if m := parted.FindStringSubmatch(text); m != nil {
			return digits(m[1]), m[2]
		}
	}
	return "", text
}

var (
	spacedNumber = regexp.MustCompile(`^\s*([0-9０-９]{1,3})(?:[ 　\t]+|\s*[#＃]\s*)((?:[\p{Han}“《0-9]|[A-Za-z]{2}).*)$`)
	dashedNumber = regexp.MustCompile(`^\s*([0-9０-９]{1,3})\s*[-－—–]{1,2}\s*([\p{Han}“《].*)$`) // 18-亿元项目
)

var (
	// numberedName is a number with its name in a bracket: 3（撂荒地复耕）.
	numberedName = regexp.MustCompile(`^第?([0-9]{1,3})[项条号]?\s*[（(【]([^（(）)】]{2,40})[)）】]$`)
	// countedItem is how a card counts itself: 事项一：….
	countedItem = regexp.MustCompile(`^\s*(?:事项|任务|项目|工作|要点|举措)\s*[0-9一二三四五六七八九十]{1,3}\s*[:：、.．]\s*`)
)

// wholeNumber is a cell of a number column: 7, 第7条, （7）.
var wholeNumber = regexp.MustCompile(`^第?[(]?([0-9]{1,6})[)]?[.、]?[条项号]?$`)

// digits returns the number of a cell in ASCII without leading zeros, "" where the cell
// holds no whole number (24.1, 24-25).
func digits(s string) string {
	s = table.WithoutRemark(s) // 第11项（配合）
	m := wholeNumber.FindStringSubmatch(strings.ReplaceAll(fold.Text(s), " ", ""))
	if m == nil {
		number, rest := plan.SplitNumber(s)
		if rest == "" {
			return number
		}
		return ""
	}
	n, _ := strconv.Atoi(m[1])
	return strconv.Itoa(n)
}

// percentOf reads a text that is a percentage: 80%, 约80%, 八成; 100 is all.
func (r *Reader) percentOf(said string) (float64, bool) {
	p := r.made.percent.Brief(said, func(said string) parsedPercent {
		percent, ok := status.Percent(said)
		return parsedPercent{percent, ok}
	})
	return p.percent, p.ok
}

// parsedPercent is what a text says as a percentage.
type parsedPercent struct {
	percent float64
	ok      bool
}

// CountsRow reports whether a text counts a row or cites numbers: 3, 3-1, A3, （一）, 第五条, ①, 第1项、第2项.
func CountsRow(text string) bool {
	return table.Cited(text) != nil || !fold.Longer(text, longestCount) && rowLabel.MatchString(fold.Text(text))
}

// longestCount is how many characters what counts a row has at the most: an address of the web has more.
const longestCount = 12

var rowLabel = regexp.MustCompile(`^第?[\pN\pP\pZ\pSa-zA-Z一二三四五六七八九十百零〇至]*[项条号款点件]?[\pP\pZ]*$`)
