package columns

import (
	"regexp"

	"taizhang/importer/fold"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/content"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// ticked gives a column that is headed with a status and holds ticks its role.
func (r *Reader) ticked(b *block.Block, col *block.Column, rd *reading) bool {
	if r.List == nil {
		return false
	}
	if rd.content.Tick < 0.5 && len(r.Headings.Whole(col.Heading)) > 0 {
		return false
	}
	if asking.MatchString(col.Heading) || r.explains(b, col.Col) {
		return false // 办理阶段 over ● and ○ asks for the status, and the legend says what a sign answers
	}
	s, word := r.statusHeading(col)
	if stands, ok := b.Legend[fold.Key(col.Heading[len(col.Upper):])]; ok && rd.content.Tick >= 0.5 {
		s, word = stands, true // A, B, C and what the legend says of them
	}
	if (!word || rd.content.N > 0) && rd.content.Tick < 0.5 {
		return false // it may speak of a time or a stage: 完成于, 办理阶段
	}
	if s == status.NoStatus || len(rd.fits) > 0 && rd.fits.Best(words.Status, words.Progress) >= heading.KnownFrom && rd.content.Tick < 0.5 {
		return false
	}
	if rd.content.N > 0 && rd.content.Tick < 0.5 && rd.content.Prose > 0.5 {
		return false
	}
	col.Role, col.By, col.Sure, col.Tick = words.Tick, block.ByHeading, 1, s
	return true
}

// explains reports whether the legend says what most answers of a column mean.
func (r *Reader) explains(b *block.Block, c int) bool {
	known, n := 0, 0
	for _, cell := range content.Answers(b, c, r.Words) {
		if n++; b.Legend[cell.Text] != "" || b.Legend[fold.Key(cell.Text)] != "" {
			known++
		}
	}
	return n >= content.JudgedFrom && 10*known >= 6*n
}

// asking is a heading that asks where something stands and names no answer to it.
var asking = regexp.MustCompile(`(?:阶段|状态|程度|结果|等级|与否)$`)

// statusHeading returns the status that a heading names by itself, and whether it is a word of the
// vocabulary: 已完成, 推进中.
func (r *Reader) statusHeading(col *block.Column) (s status.Status, word bool) {
	lowest := col.Heading[len(col.Upper):]
	for _, text := range []string{lowest, heading.Bare(lowest)} {
		if len([]rune(fold.Key(text))) < 2 {
			continue
		}
		if s := r.Status.Word(text); s != status.NoStatus {
			return s, true
		}
		if reading := r.Status.Cell(text); reading.Status != status.NoStatus && (r.Status.Is(text) || col.Upper != "") && !reading.HasPercent && len(r.Headings.Known(text)) == 0 {
			return reading.Status, false
		}
	}
	return status.NoStatus, false
}
