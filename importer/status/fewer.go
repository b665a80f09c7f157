package status

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/status/shares"
)

var (
	amount   = regexp.MustCompile(`([0-9]{1,9}(?:\.[0-9]+)?)(万?[项条件个次批轮份篇人家处场类本块起宗户套台亩栋座期卷名])`)
	partOf   = regexp.MustCompile(`([0-9]{1,9})([项条件个家处户套栋座])[^0-9]{0,8}中的([0-9]{1,9})([项条件个家处户套栋座])`)
	inAction = regexp.MustCompile(`(?:实际|已|完成|建成|整改|办|开展|举办|安装|到货|培训|落实|收到|改)`)
)

// fewer reports a clause that names how many were to be done where all that its sentence says to be done
// is fewer: 应建12个，建成4个; 目标1200人，实际培训410人; 24户中的9户.
func (l *lacking) fewer(cs []said, i int, plain string) bool {
	if !strings.ContainsAny(plain, "0123456789") {
		return false
	}
	if strings.Contains(plain, "中的") {
		m := partOf.FindStringSubmatch(plain)
		return m != nil && cs[i].has("T") && asNumber(m[3]) < asNumber(m[1])
	}
	if !l.aims(plain) || cs[i].has("dn") {
		return false
	}
	aim := amount.FindStringSubmatch(plain)
	if aim == nil {
		return false
	}
	want, sum, told := asNumber(aim[1]), 0.0, false
	for j := i + 1; j < len(cs); j++ {
		c := &cs[j]
		if c.after == '。' {
			break
		}
		for _, m := range amount.FindAllStringSubmatch(fold.Compact(c.text), -1) {
			if m[2] != aim[2] {
				return false
			}
			sum += asNumber(m[1])
			told = told || inAction.MatchString(c.text) || strings.Contains(c.text, "才")
			if asNumber(m[1]) >= want {
				return false
			}
		}
		if j == i+1 && !told {
			return false
		}
	}
	return told && sum < want
}

// aims reports whether a text names what was to be done, before the first figure.
func (l *lacking) aims(plain string) bool {
	at := strings.IndexAny(plain, "0123456789")
	return at > 0 && l.holds("应办", plain[:at])
}

func asNumber(text string) float64 {
	n, _ := strconv.ParseFloat(text, 64)
	return n
}

// wholeShare is a clause that gives the share of the whole that is done; a share of something that it
// names otherwise (整改完成率, 村级覆盖率) may be as it should.
var wholeShare = regexp.MustCompile(`^(?:目前|截至.{0,8}|前.季度|上半年|累计|现|已|共|实际|工程|工作|项目|任务|整体|总体|形象|本项|该项)*` +

	`(?:完成率|完成比例|完成进度|完成情况|进度|进展|完成|办结|建成|推进)(?:了|达到|达|至|到|为|约|只有|仅|率|近)*` +
	`(?:总?(?:任务|工程|工作)量?数?|(?:年度|全年|年|总)?(?:投资)?(?:计划|任务|目标)(?:任务|数|总量|总数)?|投资|总量)?的?` +
	`(?:约|近|仅|不到|不足|大约)?(?:([0-9]{1,3}(?:\.[0-9]+)?)%|百分之[一二三四五六七八九十]+|[一二两三四五六七八九]成[一二三四五六七八九半多]?|一半|过半|大半|三分之[一二]|四分之[一三])(?:左右|多|以上)?$`)

// planShare is the share of a plan that a figure makes: 为年度计划的41%.
var planShare = regexp.MustCompile(`^(?:仅|只)?(?:占|为|达|达到|完成|是)(?:全年|年度|年|总)?(?:任务|计划|目标)(?:任务|数|总量|总投资|投资)?的([0-9]{1,2}(?:\.[0-9]+)?)%$`)

// onlyShare is a share that is called small: 只有62%, 录入量不到一半.
var onlyShare = regexp.MustCompile(`(?:完成|办理|录入|建设|整改|收回|兑现|落实|发放|拨付)(?:率|量|数)?(?:只有|仅有|仅为|仅|只|不到|不足|还不到|才)(?:[0-9]{1,2}(?:\.[0-9]+)?%|[一二两三四五六七八]成|一半|半数|三分之[一二])`)

// belowWhole reports whether the clause i gives a share of the whole that is less than all of it.
func belowWhole(cs []said, i int, plain string) bool {
	if !mayShare(plain) || strings.Contains(plain, "100%") {
		return false
	}
	if cs[i].after == ':' && i > 0 && wholeShare.MatchString(fold.Compact(cs[i-1].text)+plain) {
		return true
	}
	for _, share := range [...]*regexp.Regexp{wholeShare, planShare} {
		if m := share.FindStringSubmatch(plain); m != nil {
			p, ok := shares.Number(m[1])
			return m[1] == "" || ok && p < 100
		}
	}
	return onlyShare.MatchString(plain) || partEnds.MatchString(plain)
}

// mayShare is a quick look: whether a text holds a part of something, in per cent, halves, fractions or tenths.
func mayShare(plain string) bool {
	before := rune(0)
	for _, r := range plain {
		switch r {
		case '%', '半', '分':
			return true
		case '成':
			if isFigure(before) {
				return true // 六成; not 完成
			}
		}
		before = r
	}
	return false
}

// partEnds is a clause that ends with how great a part is done: 档案整理完成三分之二.
var partEnds = regexp.MustCompile(`(?:完成|办结|建成|整改|改造|安装)了?(?:过半|一半|大半|一小半|半数|三分之[一二]|四分之[一二三]|大部分|一部分|一多半)$`)
