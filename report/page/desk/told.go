package desk

import (
	"fmt"
	"strings"

	"taizhang/report/page/questions"
)

// Told is what happened by itself since it was asked last, "" for nothing, and where it leads.
func (y *Year) Told() (said string, leads questions.Piece) {
	y.mu.Lock()
	defer y.mu.Unlock()
	said, leads = y.told, y.toldTo
	y.told, y.toldTo = "", questions.Piece{}
	return said, leads
}

// mostTitles is how many kinds of what is asked anew are named.
const mostTitles = 4

// opened tells what a reading asks because of what was decided before it, and what it asks no longer: one who
// answers sees the number of what waits grow and shrink. waited is what waited before. It is called under the lock.
func (y *Year) opened(s *questions.Reading, waited map[string]bool) {
	var titles []string
	counts := map[string]int{}
	first, more := "", 0
	for _, i := range asked(s, y.laid) {
		q := &s.Questions[i]
		if id := questions.ID(q); waited[id] {
			delete(waited, id)
			continue
		} else if first == "" {
			first = id
		}
		title := questions.Title(q)
		if counts[title]++; counts[title] == 1 {
			titles = append(titles, title)
		}
		more++
	}
	less := 0
	for id := range waited {
		if _, laid := y.laid[id]; !laid {
			less++
		}
	}
	var parts []string
	if more > 0 {
		for i, title := range titles {
			titles[i] = fmt.Sprintf("%s %d 处", title, counts[title])
		}
		if len(titles) > mostTitles {
			titles = append(titles[:mostTitles], "等")
		}
		parts = append(parts, fmt.Sprintf("又问到 %d 处：%s", more, strings.Join(titles, "、")))
		y.toldTo = questions.Piece{Text: "看新问的", Path: "/check?q=" + first}
	}
	if less > 0 {
		parts = append(parts, fmt.Sprintf("另有 %d 处不用再问", less))
	}
	if len(parts) > 0 {
		y.told += "照刚才的核定重新读过：" + strings.Join(parts, "；") + "。"
	}
}
