package reader

import (
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// misplacedKeys reports once a table the answers whose key is another requirement's.
func misplacedKeys(rows []returns.Row) []finding.Finding {
	var at []string
	var first finding.Place
	for _, row := range rows {
		if row.Ignored != "" || !row.Key.Given() || row.Key.Value != "" {
			continue
		}
		if first.Row() == 0 {
			first = row.Text.At
		}
		at = append(at, strconv.Itoa(row.At.Row()))
	}
	if len(at) == 0 {
		return nil
	}
	found := strings.Join(at[:min(len(at), mostNamed)], "、")
	if len(at) > mostNamed {
		found += "等" + strconv.Itoa(len(at))
	}
	f := finding.New(finding.NumberTextConflict, first, found, "")
	f.Message = "第" + found + "行隐藏的识别码与“具体要求”的文字对不上（可能只给一部分栏目排了序，或在复制的行上改写）；已按文字处理。"
	f.Hint = "请核对这几行的“具体要求”与填报内容是否对应。"
	return []finding.Finding{f}
}

const mostNamed = 8 // rows that a finding names
