package flow

import "taizhang/importer/grid"

// MostNested is how many text boxes and layout tables may stand inside each other. Each is
// passed over once before it is read, so that work grows with it.
const MostNested = 8

// TooDeep refuses a document with more of them.
func TooDeep() *grid.Refusal {
	return grid.Damaged("文档里的文本框或表格一个套一个，套得太深")
}
