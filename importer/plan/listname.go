package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

// What a list is of where its title says nothing that is clear.
const (
	ofOpenness = "政务公开工作要点"
	ofAnything = "重点工作"
)

var (
	behindYear = regexp.MustCompile(`(?:19|20)\d\d\s*年度?(.*)$`)
	listTail   = regexp.MustCompile(`(?:责任)?(?:分解|分工)(?:落实)?(?:表|方案|清单|一览表|安排表)?$|(?:清单|一览表|台账|安排表|推进表|计划表|表)$`)
	namesWork  = regexp.MustCompile(`^[\p{Han}“”]+(?:要点|工作|任务|事项|项目|举措|目标|计划|实事|工程|行动)$`)
)

// How many characters the name of what a list is of has.
const (
	leastName = 4
	mostName  = 16
)

// nameOf says what a list is of, in the words of the title above it: 政务公开工作要点 of
// 示例市文化广电旅游体育局2021年政务公开工作要点任务分工表. Documents call the list so.
func (p *Plan) nameOf(titles []string) string {
	for _, title := range titles {
		title = quotedTitle.ReplaceAllString(strings.Join(strings.Fields(fold.Text(title)), ""), "")
		m := behindYear.FindStringSubmatch(title)
		if m == nil {
			continue
		}
		name := listTail.ReplaceAllString(m[1], "")
		if strings.HasSuffix(name, "要点任务") {
			name = strings.TrimSuffix(name, "任务")
		}
		if n := utf8.RuneCountInString(name); n >= leastName && n <= mostName && namesWork.MatchString(name) {
			return name
		}
	}
	if p.Embedded || p.speaksOfOpenness(titles) {
		return ofOpenness
	}
	return ofAnything
}

// speaksOfOpenness reports whether a title, a task or a requirement speaks of 政务公开.
func (p *Plan) speaksOfOpenness(titles []string) bool {
	texts := slices.Clone(titles)
	for _, t := range p.Tasks {
		texts = append(texts, t.Title.Value)
	}
	for _, r := range p.Requirements {
		texts = append(texts, r.Text.Value)
	}
	for _, text := range texts {
		if strings.Contains(text, "政务公开") || strings.Contains(text, "信息公开") {
			return true
		}
	}
	return false
}
