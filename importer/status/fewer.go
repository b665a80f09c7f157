package status

import (
	"regexp"
	"strconv"
	"strings"
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
		for _, m := range amount.FindAllStringSubmatch(compact(c.text), -1) {
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
