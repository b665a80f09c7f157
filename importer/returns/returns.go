// Package returns is what a department sent back, as values: whose it is, for which quarter, and which
// rows, each value with the cell that it was read from. The rooms below read it; what comes after the
// reading needs the values alone.
package returns

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// Return is one department's rows for one quarter on one sheet of a file.
type Return struct {
	File, Sheet string
	Sum         string                    // sha256 of the file, hex
	Department  grid.Read[string]         // roster name, "" where unknown
	Quarter     grid.Read[period.Quarter] // zero where unknown
	StatedOn    grid.Read[period.Date]    // 填报日期
	Version     int                       // from the file name: 修订, v2, 最终版; 0 for none
	Restates    bool                      // an earlier quarter's columns, printed once more beside the return's own
	Evidence    bool                      // the table has a column for evidence
	Held        finding.Code              // why the whole sheet is held, "" where it isn't
	Columns     []table.Column            // what each column was taken for
	Rows        []Row                     // every row under the heading that holds anything
}

// Reading is what a file was understood as.
type Reading struct {
	Returns  []Return
	Sheets   []SheetAccount
	Findings []finding.Finding
}

// SheetAccount is what became of a sheet and its cells.
type SheetAccount struct {
	Sheet  string
	State  table.State
	Reason string // why it was not read, "" where it was
	Cells  table.Cells
	Unread []string // the texts that were not understood, as far as they can be shown
}

// Other is a text of a row whose column nobody knows, kept with its heading. It is never
// published.
type Other struct {
	Heading string // "" where the column has none
	Text    string
	At      finding.Place

	Printed bool // stands there before anybody fills in the form: a deadline, who supports
}

// Row is one row of a return, each value with the cell it was read from.
type Row struct {
	At          finding.Place     // the row; Col is 0
	Ignored     Reason            // why it is furniture and not an answer, "" for an answer
	Key         grid.Read[string] // the key that a form carries
	Number      grid.Read[string] // the number that the row prints, digits only
	Task        grid.Read[string]
	Text        grid.Read[string]        // the requirement as the row writes it, without its number
	Departments grid.Words               // 责任部门 column, as written
	Status      grid.Read[status.Status] // Said is the department's own word
	Percent     grid.Read[float64]       // 100 = all
	Progress    grid.Words
	CompletedOn grid.Read[period.Date]
	Evidence    []grid.Read[string]
	Problems    grid.Words
	NextSteps   grid.Words
	Remarks     grid.Words
	Other       []Other
	Comments    []Other           // comments on its cells, each under the cell's heading. Never published
	Cites       []string          // the list's numbers that the row answers together: 10-11, 第1、2、5项
	Serial      bool              // the number counts the lines of a roll-up and is not the list's
	Section     grid.Read[string] // the department that a banner above the row names
	NotYet      bool              // the status is a bare 否 under 是否完成: behind only once the requirement is due
	Round       grid.Words        // a clause that says that this quarter's part is done, of a row without a status: 本季已完成
	Against     string            // the words of Progress that contradict Status, "" for none
	Findings    []finding.Finding // what its values say; void where the row comes to nothing
}

// Answer returns all that the row answers as the office reads it, each under what it is.
func (r *Row) Answer() string {
	var parts []string
	add := func(heading, text string) {
		if text = strings.TrimSpace(text); text != "" {
			if heading != "" {
				text = heading + "：" + text
			}
			parts = append(parts, text)
		}
	}
	add("状态", r.Status.Said)
	if r.Percent.Said != r.Status.Said {
		add("完成比例", r.Percent.Said)
	}
	add("进展", r.Progress.Value)
	if r.CompletedOn.Said != r.Status.Said {
		add("完成时间", r.CompletedOn.Said)
	}
	for _, e := range r.Evidence {
		add("佐证", e.Value)
	}
	add("问题", r.Problems.Value)
	add("下步", r.NextSteps.Value)
	add("备注", r.Remarks.Value)
	for _, o := range r.Other {
		add(o.Heading, o.Text)
	}
	for _, o := range r.Comments {
		add(o.Heading+"批注", o.Text)
	}
	return strings.Join(parts, "\n")
}

// As is the row with the status that the office takes for it. The department's own word stays beside it; what its
// text denies was decided with it; and what is not completed has no day of completion, so that the day is kept as a
// text beside the row.
func (r *Row) As(stands status.Status) Row {
	ruled := *r
	ruled.Status.Value, ruled.Against = stands, ""
	if ruled.Status.At == (finding.Place{}) {
		ruled.Status.At = ruled.At
	}
	if on := r.CompletedOn; on.Given() && stands != status.Completed {
		ruled.Other = append(slices.Clip(ruled.Other), Other{Heading: "部门填的完成时间", Text: on.Said, At: on.At})
		ruled.CompletedOn = grid.Read[period.Date]{}
	}
	return ruled
}

// Reason is why a row is ignored, as 台账.json prints it.
type Reason string

const (
	RepeatedHeading Reason = "repeated-heading"
	GroupTitle      Reason = "group-title"
	Total           Reason = "total"
	Note            Reason = "note"
	Signature       Reason = "signature"
	EmptyNumbered   Reason = "empty-numbered" // pre-numbered, nothing filled in
	Unanswered      Reason = "unanswered"     // names a requirement and answers nothing
	General         Reason = "general"        // speaks of the document as a whole: 四、存在问题 of a letter
	Unread          Reason = "unread"         // text that is no row of the table and was not understood
	Duplicate       Reason = "duplicate"      // the same content once more
	Superseded      Reason = "superseded"     // a later return says otherwise
	Struck          Reason = "struck"         // the department has struck it out
	AfterAsOf       Reason = "after-as-of"
	RuledOut        Reason = "ruled-out" // the office decided so
)

// Label returns the reason as the office reads it.
func (r Reason) Label() string {
	switch r {
	case RepeatedHeading:
		return "重复的表头"
	case GroupTitle:
		return "分组标题"
	case Total:
		return "合计行"
	case Note:
		return "注释说明"
	case Signature:
		return "签字落款"
	case EmptyNumbered:
		return "只有序号的空行"
	case Unanswered:
		return "没有填写情况"
	case General:
		return "报告里总的一段，不属于哪一条要求"
	case Unread:
		return "没有读懂的文字"
	case Duplicate:
		return "内容重复"
	case Struck:
		return "整行已用删除线划去"
	case Superseded:
		return "已有较新的报表"
	case AfterAsOf:
		return "在截至季度之后"
	case RuledOut:
		return "办公室核定忽略"
	}
	return string(r)
}

// DoneOn returns the day on which the row says that the matter was completed. It is not known where the row
// tells a month, or another stretch of time, whose last day CompletedOn is.
func (r *Row) DoneOn() (day period.Date, known bool) {
	on := r.CompletedOn
	return on.Value, !on.Value.IsZero() && (on.Said == "" || period.NamesDay(on.Said, on.Value.Year))
}
