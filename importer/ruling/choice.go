package ruling

import (
	"taizhang/importer/fold"
	"taizhang/importer/status"
)

// Choice is an act as the list of the column 核定 offers it.
type Choice struct {
	Act     Act
	Label   string
	Meaning string
}

// Choices lists the acts. What a line may choose is a run of this list: see Kind.
var Choices = []Choice{
	{Place, "按第N项并入", "这一行并入总台账的第几项，项次填在“按第几项”一栏。部门在该项另有一行的，以核定的这一行为准；部门后来又报了日期或版本较新的报表的，以新报表为准。"},
	{Ignore, "忽略", "这一行不计入台账，在“行账”中注明由办公室核定忽略。"},
	{Take, "采用此状态", "以“采用状态”一栏选的状态为准，部门的原话照样保留。"},
	{Accept, "认可", "问题属实但不必再改，或情况已经说明。问题照样列出，排到最后，不再算作待核对。没有并入的不能认可：认可了也还是没有并入。"},
	{Sender, "归部门", "这份报表（有工作表名的，就是这张表）是哪个部门的，在“核定内容”里写部门名录中的名称。"},
	{Quarter, "归季度", "这份报表是哪个季度的，在“核定内容”里写，例如：第二季度。"},
	{Discard, "作废", "这份报表不再算数：各行不计入台账，也不算已报送。文件不用移走。"},
	{Same, "仍是同一条", "在“总台账”的“核定内容”里填这条要求原来是哪一条：“原第3项”（清单在年内改过）、“上年第3项”，或者原来的文字。对原来那一条的核定、上年的进度就跟到这一条。"},
	{Fix, "采用此数", "在“年报数据”合计行的“核定内容”里填这个数（没有的填“不适用”）：年报就用它，部门报的照样列着。清空就是撤销。"},
	{Explain, "已说明", "在“勾稽核对”的“核定内容”里说明为什么不成立，不少于六个字：印在表下作注。只有注明可以说明的关系能这样办，必须成立的要改数。"},
}

// Label returns the act as the office reads and chooses it.
func (a Act) Label() string {
	if a == Close {
		return CloseRow
	}
	for _, c := range Choices {
		if c.Act == a {
			return c.Label
		}
	}
	return string(a)
}

func actOf(said string) Act {
	for _, c := range Choices {
		if fold.Key(c.Label) == fold.Key(said) {
			return c.Act
		}
	}
	return ""
}

// Statuses lists what the office may take a status for.
var Statuses = []status.Status{status.Completed, status.InProgress, status.Ongoing, status.Behind, status.NotStarted, status.NotApplicable}

// Kind says what a line of 待核对 is about, which decides what it may choose.
type Kind string

const (
	HeldRow     Kind = "未并入的行"
	MergedRow   Kind = "已并入的行"
	NoRow       Kind = "其他问题"
	Requirement Kind = "整条要求"
	HeldFile    Kind = "未并入的表"
	Filing      Kind = "文件的归属"
	Former      Kind = "原来的要求"
)

// Kinds lists the kinds.
var Kinds = []Kind{HeldRow, MergedRow, NoRow, Requirement, HeldFile, Filing, Former}

// Span returns the first and the last index in Choices that a line of the kind offers.
func (k Kind) Span() (first, last int) {
	switch k {
	case HeldRow:
		return 0, 1
	case NoRow:
		return 3, 3
	case Requirement:
		return 2, 2
	case HeldFile:
		return 4, 6
	case Filing:
		return 3, 6
	case Former:
		return 7, 7
	}
	return 0, 3
}
