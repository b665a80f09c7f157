package status

import (
	"regexp"
	"strings"
)

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
	if !strings.ContainsAny(plain, "%成半分") || strings.Contains(plain, "100%") {
		return false
	}
	if cs[i].after == ':' && i > 0 && wholeShare.MatchString(compact(cs[i-1].text)+plain) {
		return true
	}
	for _, share := range [...]*regexp.Regexp{wholeShare, planShare} {
		if m := share.FindStringSubmatch(plain); m != nil {
			p, ok := percentNumber(m[1])
			return m[1] == "" || ok && p < 100
		}
	}
	return onlyShare.MatchString(plain) || partEnds.MatchString(plain)
}

// partEnds is a clause that ends with how great a part is done: 档案整理完成三分之二.
var partEnds = regexp.MustCompile(`(?:完成|办结|建成|整改|改造|安装)了?(?:过半|一半|大半|一小半|半数|三分之[一二]|四分之[一二三]|大部分|一部分|一多半)$`)
