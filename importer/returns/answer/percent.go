package answer

import (
	"math"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// scale says what the plain numbers of a percentage column mean.
type scale int

const (
	outOfHundred scale = iota // 80
	outOfOne                  // 0.8
	mixed                     // 0.8 beside 80: a small number may be either
)

// largestShare is how far a share of one may lie over 1: a target three times surpassed.
const largestShare = 3

// largestPercent is what is still believed to be a percentage: a target a thousand times
// surpassed.
const largestPercent = 100_000

// scaleOf finds out what the plain numbers of the percentage columns mean. A lone 1 under
// a heading with % may be 1% or all of it.
func scaleOf(b *table.Block) scale {
	fractions, large, sign := false, false, false
	for _, c := range b.Of(words.Percent) {
		sign = sign || strings.ContainsAny(b.Column(c).Heading, "%％")
		for _, cell := range b.Values(c) {
			n, ok := plainNumber(cell)
			if !ok || cell.IsPercent() {
				continue
			}
			fractions = fractions || n > 0 && n < 1
			large = large || n > 1
		}
	}
	switch {
	case fractions && large, sign && !fractions && !large:
		return mixed
	case large:
		return outOfHundred
	}
	return outOfOne
}

func plainNumber(cell grid.Cell) (float64, bool) {
	if cell.Kind == grid.Number {
		return cell.Number, true
	}
	n, err := strconv.ParseFloat(fold.Text(cell.Text), 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}

// takePercent reads a cell of a percentage column. Over 100 stays as it is: targets are
// surpassed.
func (r *Taker) takePercent(row *returns.Row, cell grid.Cell, s scale) {
	said := strings.TrimSpace(cell.String())
	n, isNumber := plainNumber(cell)
	p, isPercent := r.percentOf(said)
	switch {
	case isNumber && (cell.IsPercent() || s == outOfOne):
		p = math.Round(n*1e8) / 1e6
	case isNumber && s == mixed && n > 0 && n <= largestShare:
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), said+"（可能是比例，也可能是百分数）", ""))
		return
	case isNumber:
		p = n
	case isPercent:
	case r.Nothing(said) || r.Declines(said):
		return
	case r.Grammar.Is(said):
		if !row.Status.Given() {
			row.Status = grid.Read[status.Status]{Value: r.Grammar.Cell(said).Status, Said: said, At: cell.Anchor()}
		}
		return
	default:
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), said, ""))
		return
	}
	if p < 0 || p > largestPercent {
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), said, ""))
		return
	}
	if row.Percent.Given() && row.Percent.Value != p {
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), row.Percent.Said+"和"+said, ""))
		return
	}
	row.Percent = grid.Read[float64]{Value: p, Said: said, At: cell.Anchor()}
}

// remarkOfShare makes the remark beside a share the progress of a row that tells no other: 100%：共办3场. It
// comes after the status, of which the remark says nothing.
func (t *Taker) remarkOfShare(row *returns.Row) {
	if row.Progress.Given() || !row.Percent.Given() {
		return
	}
	if remark := status.ShareRemark(row.Percent.Said); remark != "" {
		row.Progress = grid.Words{Value: remark, At: row.Percent.At}
	}
}
