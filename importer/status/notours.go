package status

import (
	"regexp"
	"strings"
)

// The forms of what does not concern a department, over the folded text.
const (
	whoever = `[^不未无没非，。,;:]{0,12}?`
	which   = `(?:此|该|本|这|相关|有关|涉及|上述|以上|类似|对应|对口)(?:一)?(?:项|类|条|方面|个)?(?:重点)?`
	matter  = `(?:工作|任务|业务|事项|内容|职能|职责|项目|情况|要求|指标|工作任务|业务工作|职能职责)`
	people  = `(?:单位|部门|股室|科室|处室|股|科|室|局|馆|中心|镇|街道|院|所|站|校|公司)`
	ours    = `(?:我|本|该|此|这)(?:项|类|条)?` + people + `?`
	us      = `(?:我们|咱们|咱|我|本)` + people + `?`
)

// unconcerned is a form, and the characters of which one stands in every text that fits.
type unconcerned struct {
	signs []string
	form  *regexp.Regexp
}

var notConcerned = []unconcerned{
	{[]string{"涉及", "牵扯"}, regexp.MustCompile(`^` + whoever + `(?:不|未|无|没有|没|暂不|暂未)(?:曾|再)?(?:涉及|牵扯)(?:到)?(?:` + ours + `|` + which + `)?` + `(?:` + matter + `)?(?:范围)?$`)},
	{[]string{"工作", "任务", "业务", "事项", "内容", "职", "项目", "情况", "要求", "指标"}, regexp.MustCompile(`^` + whoever + `(?:无|没有|没|暂无|并无|不承担|不负责|不存在|未承担|不具有|不具备|未开办)` + which + matter + `(?:的?安排)?$`)},
	{[]string{"项", "任务"}, regexp.MustCompile(`^(?:` + ours + `)?(?:无|没有|没|暂无|并无|不承担|不负责)(?:(?:此|该|这|本)(?:一)?项|(?:工作)?任务)$`)},
	{[]string{"关"}, regexp.MustCompile(`^` + whoever + `(?:与|和|同|跟).{1,10}?(?:无关|不相关|没有关系|没关系|无关联)$`)},
	{[]string{"职", "业务", "工作", "任务", "管辖", "事项"}, regexp.MustCompile(`^` + whoever + `(?:不属于?|非|并非|不在|不是)` + `.{1,10}?(?:职责|职能|业务|工作|任务|管辖|事项)(?:范围|范畴)?(?:之?内)?$`)},
	{[]string{"归", "由", "属", "是", "轮"}, regexp.MustCompile(`^(?:此项|该项|这项|此事|这事|这)?(?:工作|任务|业务|事项)?(?:(?:不归|不由|不属于?|不是)` + us + `(?:的事|的活|的任务|的|管|管理|负责|承担|办理|牵头)?|轮不到` + us + `)$`)},
	{[]string{"不适用"}, regexp.MustCompile(`^` + whoever + `不适用(?:于.{1,8})?$`)},
}

// notOurs reports whether a clause says that a requirement is none of the department's:
// 本科室无此项工作, 与我单位无关. 不涉及国家秘密 says something else.
func notOurs(plain string) bool {
	if !strings.ContainsAny(plain, "不未无没非") {
		return false
	}
	for i := range notConcerned {
		if u := &notConcerned[i]; holdsAny(plain, u.signs) && u.form.MatchString(plain) {
			return true
		}
	}
	return false
}

func holdsAny(text string, signs []string) bool {
	for _, sign := range signs {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}
