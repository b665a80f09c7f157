package answer

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// askOfStages asks where a row without a status stands that says so of its stages: 招投标 已完成 beside
// 施工 正在浇筑. None of them tells of the whole.
func (t *Taker) askOfStages(row *returns.Row) {
	if row.Status.Given() {
		return
	}
	var said []string
	at := finding.Place{}
	for _, o := range row.Other {
		if !t.ofStage(o) {
			continue
		}
		if at == (finding.Place{}) {
			at = o.At
		}
		said = append(said, o.Text)
	}
	if len(said) > 0 {
		row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, at, "分阶段写的是“"+strings.Join(said, "、")+"”，没有写整项", ""))
	}
}

// ofStage reports whether a text stands in a column that tells of one stage.
func (t *Taker) ofStage(o returns.Other) bool {
	return slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Stage && c.Heading == o.Heading })
}
