package status

import (
	"taizhang/importer/status/shares"
	"taizhang/importer/status/symbols"
)

// What shares and symbols are is of rooms below. Callers of the grammar find it here.

// Mark is what a sign alone in a cell says of the box that it stands for.
type Mark = symbols.Mark

// The marks.
const (
	NoMark  = symbols.NoMark
	Ticked  = symbols.Ticked
	Empty   = symbols.Empty
	Crossed = symbols.Crossed
	Checked = symbols.Checked
)

// MarkOf reads a text that is a mark and nothing else: √, ☐, [ ], （√）, □√. A lone letter is none.
func MarkOf(text string) Mark { return symbols.MarkOf(text) }

// IsSymbol reports whether a text is nothing but a sign or the name of a colour: ●, 绿灯.
func IsSymbol(text string) bool { return symbols.IsSymbol(text) }

// Percent reads a text that is a percentage, alone or with a remark behind it: 80%, 约80%,
// 八成, 8.5成, 百分之八十, 完成率80%, 80%（受疫情影响）. 100 is all.
func Percent(text string) (float64, bool) { return shares.Percent(text) }

// ShareRemark returns what stands behind the percentage that a text begins with, "" for none.
func ShareRemark(text string) string { return shares.Remark(text) }
