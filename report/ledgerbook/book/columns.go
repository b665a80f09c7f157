package book

import "taizhang/importer/ruling"

// Sheets of the ledger.
const (
	OverviewSheet    = ruling.OverviewSheet
	PrintSheet       = "总台账打印"
	DueSheet         = "时限"
	OnePageSheet     = "一页纸"
	FindingsSheet    = ruling.FindingsSheet
	CoverageSheet    = ruling.CoverageSheet
	RemindersSheet   = "催报"
	DepartmentsSheet = "部门情况"
	QuartersSheet    = "季度进度"
	EntriesSheet     = "明细"
	RowsSheet        = "行账"
	NumbersSheet     = ruling.NumbersSheet // where anybody has given a number
	RulesSheet       = ruling.RulesSheet
	ReadingsSheet    = ruling.ReadingsSheet
	FinalSheet       = "定稿核对" // what a director reads before the annex is signed
	NotesSheet       = ruling.NotesSheet
)

// OthersColumn holds what the ledger has no column for. What nobody knows is called so too.
const OthersColumn = "其他栏目"

// EntryColumns are the headings of 明细, also the names by which formulas and pivots call them.
var EntryColumns = []string{"项次", "工作任务", "具体要求", "部门", "责任", "季度", "状态", "部门原话", "完成比例", "进展情况",
	"完成时间", "佐证材料", "存在问题", "下步措施", "备注", OthersColumn, "归并依据", "把握", "文件", "工作表", "单元格", "行账"}

// RowColumns are the headings of 行账.
var RowColumns = []string{"文件", "工作表", "行", "部门", "季度", "内容", "去向", "原因", "项次", "可能的项次", "去处"}

// findingColumns are the headings of 待核对 before what the office fills in; of findingsShown
// columns the last is 核定结果.
var (
	FindingColumns = []string{"原因", "程度", "问题", "部门", "季度", "出处", "行账", "可能的项次", "说明", "怎么办"}
	FindingsShown  = len(FindingColumns) + len(ruling.LineTyped) + 1
)
