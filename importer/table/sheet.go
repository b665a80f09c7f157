package table

import (
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/legend"
)

// State is what a sheet turned out to be.
type State string

const (
	IsTable  State = "table"  // holds at least one block that answers can stand in
	IsInfo   State = "info"   // a cover: labels and values that speak for the tables after it
	IsSample State = "sample" // 样表, 示例, 填报说明
	IsEmpty  State = "empty"
	IsUnread State = "unread" // holds text and was not understood
)

// Sheet is a sheet as understood.
type Sheet struct {
	Grid    *grid.Sheet
	State   State
	Blocks  []*Block
	Account *Account
	Legend  map[string]status.Status // what symbols, letters and colours mean here, by folded symbol
	Signs   legend.Signs             // those that stand alone here or on the file's other sheets
	Named   map[string]string        // the words that are put beside them there, whatever they mean
}
