package open

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/delimited"
)

// textFormat tells a table between bars from one between tabs or commas. Commas stand in
// prose too: without a name that says so, all lines must agree on the number of cells.
func textFormat(text, file string) format {
	switch ending(file) {
	case ".csv", ".tsv", ".tab":
		return formatCSV
	}
	lines, barred, tabbed := 0, 0, 0
	for s := range delimited.Lines(text) {
		if strings.TrimSpace(s) == "" {
			continue
		}
		lines++
		if strings.ContainsAny(s, "|｜") {
			barred++
		}
		if strings.Contains(strings.TrimSpace(s), "\t") {
			tabbed++
		}
	}
	switch {
	case barred*2 >= lines:
		return formatText
	case tabbed*2 >= lines:
		return formatCSV
	case lines > 1 && delimited.Agreement(text, ',') >= 3*min(lines, 60) && delimited.Uniform(text, ','):
		return formatCSV
	}
	return formatText
}

// isMHT reports whether a text begins as a page in one file does: as a mail of one page, or of
// a page with what belongs to it.
func isMHT(head string) bool {
	name, _, ok := strings.Cut(head, ":")
	if !ok || strings.ContainsAny(name, " \n<") {
		return false
	}
	lines := "\n" + head
	return strings.HasPrefix(head, "mime-version:") || strings.Contains(lines, "\nmime-version:") && strings.Contains(lines, "\ncontent-type:")
}

// uniform refuses a document in the Unified Office Format, which names its kinds by the ending.
func uniform(file string) *grid.Refusal {
	switch ending(file) {
	case ".uot":
		return grid.Unsupported("标文通文字文档（.uot）", "请用 WPS 或永中 Office 打开后另存为 .docx，放回原文件夹。")
	case ".uos":
		return grid.Unsupported("标文通表格（.uos）", "请用 WPS 或永中 Office 打开后另存为 .xlsx，放回原文件夹。")
	case ".uop":
		return grid.Unsupported("标文通演示文稿（.uop）", "请部门改报表格。")
	}
	return grid.Unsupported("标文通文档（UOF）", "请用 WPS 或永中 Office 打开后另存为 .xlsx（文字文档另存为 .docx），放回原文件夹。")
}
