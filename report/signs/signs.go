// Package signs says by what a value of the ledger is known in a cell of any workbook: its word,
// its colours, its number.
package signs

import (
	"fmt"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
	"taizhang/templates/tables"
)

// StatusWord is the word for a status, also for one that is not understood.
func StatusWord(s status.Status) string {
	if s == status.NoStatus {
		return "状态不明"
	}
	return s.Label()
}

// StatusStyle shows a status by its colour; the word says the same, and the fills differ
// in lightness too, so that a black and white print can be read.
func StatusStyle(s status.Status) xlsx.Style {
	k := xlsx.WordStyle
	switch s {
	case status.Completed:
		k.Fill = "B7DDA0"
	case status.InProgress:
		k.Fill = "DDEBF7"
	case status.Ongoing:
		k.Fill = "EDEDED"
	case status.Behind:
		k.Fill, k.Bold = "F6B26B", true
	case status.NotStarted:
		k.Fill, k.Bold = "FFE08A", true
	case status.NotApplicable:
		k.Color = xlsx.Grey
	case status.NotReported:
		k.Fill, k.Bold, k.Color = "DCCFEA", true, "4B2A7B" // apart from 逾期, which is red
	default:
		k.Fill, k.Bold = "FFC7CE", true
	}
	return k
}

// SeverityStyle shows how much a finding weighs by its colour.
func SeverityStyle(v finding.Severity) xlsx.Style {
	k := xlsx.WordStyle
	switch v {
	case finding.Error:
		return xlsx.AlarmStyle
	case finding.Warning:
		k.Fill, k.Bold = "FFEB9C", true
	default:
		k.Color = xlsx.Grey
	}
	return k
}

// amountStyle shows a number with as many decimals as it has.
var amountStyle = xlsx.Style{Frame: true, Align: "center", Middle: true}

// Amount is a number as a cell, or the word for what stands in its place.
func Amount(d numbers.Datum) xlsx.Cell {
	switch d.State {
	case numbers.Number, numbers.Zero:
		if d.Amount.Decimals() == 0 {
			return xlsx.Cell{Value: int(d.Amount.Float()), Style: amountStyle}
		}
		return xlsx.Cell{Value: d.Amount.Float(), Style: amountStyle}
	case numbers.Absent:
		return xlsx.Cell{Value: "/", Style: amountStyle}
	case numbers.Blank:
		return xlsx.Cell{Value: "待报", Style: xlsx.AlarmStyle}
	case numbers.Text, numbers.Conflict:
		return xlsx.Cell{Value: "待核", Style: xlsx.AlarmStyle}
	}
	return xlsx.Cell{Style: amountStyle}
}

// TableName is what the sheet of an official table is called.
func TableName(t *tables.Table) string {
	if t.Section != "" {
		return "表" + t.Section
	}
	return fit.TabName(ruling.OwnTable + t.Title)
}

// StatusWords returns the words that an office may choose a status by, in their order.
func StatusWords() []string {
	var words []string
	for _, st := range ruling.Statuses {
		words = append(words, st.Label())
	}
	return words
}

// Ranges shortens ascending numbers: 1—3、7、9—12.
func Ranges(list []int) string {
	var parts []string
	for i := 0; i < len(list); {
		k := i
		for k+1 < len(list) && list[k+1] == list[k]+1 {
			k++
		}
		switch {
		case k == i:
			parts = append(parts, strconv.Itoa(list[i]))
		case k == i+1:
			parts = append(parts, strconv.Itoa(list[i]), strconv.Itoa(list[k]))
		default:
			parts = append(parts, fmt.Sprintf("%d—%d", list[i], list[k]))
		}
		i = k + 1
	}
	return strings.Join(parts, "、")
}
