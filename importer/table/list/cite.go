package list

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/fold"
)

var (
	citedWhole = regexp.MustCompile(`^(?:清单|任务|序号|编号|要求)?第?((?:[0-9]{1,3}|[一二三四五六七八九十]{1,4})(?:(?:[条项号点])?(?:[-~—至到、,，.和及与/]|第)+(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4}))*)(?:[条项号点](?:任务|要求|工作|内容)?)?[.、．]?$`)
	citedRange = regexp.MustCompile(`^([0-9]{1,3})(?:[条项号])?[-~—至到]第?([0-9]{1,3})$`)
)

// dottedList is one number of a list that counts in two levels, or several: 第3.1、4.2项.
var (
	dotted     = regexp.MustCompile(`[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?`)
	dottedList = regexp.MustCompile(`^(?:清单|任务|序号|编号)?第?[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?(?:[、,，和及与]第?[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?)*[条项号点]?[.、．]?$`)
)

// citedTail is a text that ends in a bracket citing numbers of the list: 教育集团（清单第8项）.
var citedTail = regexp.MustCompile(`^(.*\S)\s*[（(【\[]\s*((?:清单|任务|分解表|序号|编号|条目|事项|目录|对应)*(第?)[0-9０-９]{1,3}(?:\s*[-~—至到、,，和及]\s*第?[0-9０-９]{1,3})*\s*[条项号]?)\s*(?:[，,、]\s*(?:协办|配合|主办|牵头|协助|参与|负责)[^()（）]{0,12})?[)）】\]]\s*[：:]?\s*$`)

// citedFirst is a number that is called the list's, with the name in a bracket behind it: 清单18（省级示范村）.
var citedFirst = regexp.MustCompile(`^(?:清单|分解表|任务表|计划表)(?:序号|编号)?\s*(第?[0-9０-９]{1,3}\s*[条项号]?)\s*[（(]([^（()）]{2,40})[)）]$`)

// citedBefore is a number that is called the list's before the name: 清单第14项　照护楼改造.
var citedBefore = regexp.MustCompile(`^(?:对应)?((?:清单|分解表|任务表|计划表|任务清单)?第\s*[0-9０-９]{1,3}\s*[条项号])[\s　:：.、．—-]*[\p{Han}“"《].{1,40}$`)

// CitedAtEnd returns the numbers that stand in a bracket behind a text, or before one that stands
// in a bracket, and the text; sure says
// that they are called the list's in so many words.
func CitedAtEnd(text string) (rest string, numbers []string, sure bool) {
	if end := strings.TrimRight(text, " 　：:"); !strings.HasSuffix(end, ")") && !strings.HasSuffix(end, "）") && !strings.HasSuffix(end, "]") && !strings.HasSuffix(end, "】") {
		return text, nil, false
	}
	if m := citedFirst.FindStringSubmatch(text); m != nil {
		if numbers = Cited(m[1]); numbers != nil {
			return m[2], numbers, true
		}
	}
	m := citedTail.FindStringSubmatch(text)
	if m == nil {
		return text, nil, false
	}
	cited := strings.TrimLeft(m[2], "对应分解表任务清单序编号条目事项录")
	sure = cited != m[2] || m[3] != "" || strings.ContainsAny(m[2], "条项")
	if numbers = Cited(cited); numbers == nil {
		return text, nil, false
	}
	return m[1], numbers, sure
}

// mostCited is how many requirements one row answers at the most.
const mostCited = 20

// Cited returns the numbers that a cell cites and nothing else: 7, 第7项, 10-11, 12至14,
// 第1、2、5项, 第11项（配合）. Chinese numerals count only behind 第.
func Cited(text string) []string {
	if !mayCite(text) {
		if text = WithoutRemark(text); !mayCite(text) { // 第11项（配合）
			return nil
		}
	}
	if len(text) <= 3 && strings.Trim(text, "0123456789") == "" { // as nearly always
		if n := numeral(text); n > 0 {
			return []string{strconv.Itoa(n)}
		}
		return nil
	}
	plain := strings.ReplaceAll(fold.Text(text), " ", "")
	plain = strings.Trim(plain, "()（）[]【】.。")
	if dottedList.MatchString(plain) {
		return dotted.FindAllString(plain, mostCited)
	}
	m := citedWhole.FindStringSubmatch(plain)
	if m == nil || !strings.ContainsAny(m[1], "0123456789") && !strings.Contains(plain, "第") {
		return nil
	}
	if strings.Contains(m[1], ".") && !strings.ContainsAny(m[1], "、,，") {
		return nil // 2.1 is a number of another kind
	}
	var cited []string
	for _, piece := range strings.FieldsFunc(m[1], func(r rune) bool { return strings.ContainsRune("、,，.和及与/", r) }) {
		piece = strings.Trim(piece, "第条项号点")
		if r := citedRange.FindStringSubmatch(piece); r != nil {
			from, _ := strconv.Atoi(r[1])
			to, _ := strconv.Atoi(r[2])
			if from >= to || to-from >= mostCited {
				return nil
			}
			for n := from; n <= to; n++ {
				cited = append(cited, strconv.Itoa(n))
			}
			continue
		}
		n := numeral(piece)
		if n == 0 {
			return nil
		}
		cited = append(cited, strconv.Itoa(n))
	}
	if len(cited) > mostCited {
		return nil
	}
	return cited
}

// citing are the ideographs that a citation may hold.
const citing = "清单任务序号编要求第一二三四五六七八九十条项点至到和及与工作内容"

// mayCite is a quick look at the characters, by which most texts cite nothing.
func mayCite(text string) bool {
	for _, r := range text {
		if fold.IsIdeograph(r) && !strings.ContainsRune(citing, r) {
			return false
		}
	}
	return true
}

// numeral reads a number in digits or Chinese numerals up to 99, 0 where it is none.
func numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	const digits = "一二三四五六七八九"
	n, seen := 0, false
	for _, r := range s {
		switch i := strings.IndexRune(digits, r); {
		case r == '十':
			n = max(n, 1) * 10
		case i >= 0:
			n += i/3 + 1
		default:
			return 0
		}
		seen = true
	}
	if !seen {
		return 0
	}
	return n
}
