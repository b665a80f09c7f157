// Package forms holds the wording of what goes to the departments (form and slip) and of
// a new year folder, as data: 措辞.yaml. {name} in a text is filled by Fill.
package forms

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed 措辞.yaml
var wording []byte

// Wording is the file.
type Wording struct {
	Form Form `yaml:"报送表"`
	Base Base `yaml:"年报数据"`
	Slip Slip `yaml:"退回单"`
	Urge Urge `yaml:"催报"`
	Year Year `yaml:"年度文件夹"`
}

// Form is what a 报送表 says.
type Form struct {
	Sheet      string            `yaml:"工作表"`
	Title      string            `yaml:"标题"`
	Lead       string            `yaml:"提示"`
	NoDeadline string            `yaml:"截止不详"`
	Head       map[string]string `yaml:"抬头"` // 单位, 季度, 日期
	Foot       []string          `yaml:"落款"`
	Columns    map[string]string `yaml:"栏目"` // by what the program calls them
	First      string            `yaml:"没有上季度"`
	LastYear   string            `yaml:"上年"`
	LateThen   string            `yaml:"上年逾期"`
	Silent     string            `yaml:"上季度没有报"`
	Carried    string            `yaml:"沿用"`
	Status     Prompt            `yaml:"选状态"`
	Percent    Prompt            `yaml:"填比例"`
	Date       Prompt            `yaml:"填日期"`
	StatedOn   Prompt            `yaml:"填报日期"`
	Notes      []string          `yaml:"说明"`
}

// Prompt is what a cell says when it is entered and when its content is refused.
type Prompt struct {
	Title string `yaml:"标题"`
	Input string `yaml:"提示"`
	Error string `yaml:"错误"`
}

// Base is the wording of the sheets of a form that ask for numbers of the annual report.
type Base struct {
	Sheet    string   `yaml:"工作表"`
	Title    string   `yaml:"标题"`
	Lead     string   `yaml:"提示"`
	Official string   `yaml:"官方表提示"`
	Columns  []string `yaml:"栏目"` // in the order in which they stand
	Number   Prompt   `yaml:"填数"`
}

// Slip is what a 退回单 says.
type Slip struct {
	Sheet      string            `yaml:"工作表"`
	Original   string            `yaml:"原表"`
	Title      string            `yaml:"标题"`
	Head       string            `yaml:"抬头"`
	Opening    string            `yaml:"开头"`
	Unseen     string            `yaml:"没有原表"`
	Deadline   string            `yaml:"期限"`
	Columns    []string          `yaml:"栏目"`
	Severity   map[string]string `yaml:"轻重"`   // by severity
	Severities map[string]string `yaml:"轻重说明"` // what the words of 轻重 mean, by severity
	WholeSheet string            `yaml:"整张表"`
	LeftOut    string            `yaml:"漏报"`
	Differ     string            `yaml:"说法不一"`
	Former     string            `yaml:"原部门"` // before what is said of a department that has ended
	Together   string            `yaml:"几处"`
	Earlier    string            `yaml:"以前季度"`
	AndMore    string            `yaml:"还有"`
	FullText   string            `yaml:"要求原文"`
	Comment    string            `yaml:"批注"`
	Unreadable string            `yaml:"看不到原文"`
	Cut        string            `yaml:"表太长"`
	Again      struct {
		Title string   `yaml:"标题"`
		Steps []string `yaml:"步骤"`
	} `yaml:"怎样报"`
	AgainUnseen []string        `yaml:"没有原表的怎样报"`
	Mend        map[string]Mend `yaml:"问题"` // by code; what a department can't mend has none
	Reminders   []string        `yaml:"只作提醒"`
}

// Urge is what a department, and all of them in their group, are told before a return is due, on
// that day and after it. The texts and the days stand in the order of the occasions.
type Urge struct {
	Title      string   `yaml:"标题"`
	Note       string   `yaml:"说明"`
	Columns    []string `yaml:"栏目"`
	Occasions  []string `yaml:"场合"`
	Days       []int    `yaml:"天数"` // after the deadline, for each occasion
	Group      string   `yaml:"工作群"`
	Part       string   `yaml:"分条"`
	Printed    string   `yaml:"打印"`
	Open       Open     `yaml:"没有截止日"`
	Phone      string   `yaml:"电话"`
	Contact    string   `yaml:"联系"`
	None       string   `yaml:"没有人要催"`
	One        []string `yaml:"部门"`
	All        []string `yaml:"群"`
	Missing    string   `yaml:"没有报"`
	Finished   string   `yaml:"没有报都办完"`
	LeftOut    string   `yaml:"漏填"`
	NoNumbers  string   `yaml:"漏数"`
	Unreadable string   `yaml:"读不了"`
	Scan       string   `yaml:"只有扫描件"`
	Misfiled   string   `yaml:"用不上"`
	Unclaimed  string   `yaml:"无主"`
	ListedLeft string   `yaml:"群里漏填"`
	ListedNums string   `yaml:"群里漏数"`
	ListedFile string   `yaml:"群里读不了"`
	ListedScan string   `yaml:"群里只有扫描件"`
	ListedMis  string   `yaml:"群里用不上"`
	Again      string   `yaml:"累计"`
	Gaps       string   `yaml:"有漏填"`
	LateWord   string   `yaml:"迟报"`
	Came       string   `yaml:"收到"`
	Late       string   `yaml:"告知"`
}

// Open is what stands instead where no deadline is set: nothing is said to be over, and no day is named.
type Open struct {
	Note      string   `yaml:"说明"`
	Occasions []string `yaml:"场合"` // as those of Urge, "" for the day of the deadline
	One       []string `yaml:"部门"`
	All       []string `yaml:"群"`
	Again     string   `yaml:"累计"`
}

// Without returns the words for where no deadline is set.
func (u Urge) Without() *Urge {
	o := u.Open
	u.Note, u.Occasions, u.One, u.All, u.Again = o.Note, o.Occasions, o.One, o.All, o.Again
	return &u
}

// Mend is what a department is told of one kind of problem.
type Mend struct {
	Wanted   string `yaml:"应当"`
	Do       string `yaml:"改"`
	Deadline string `yaml:"期限"` // "" for the slip's
	Severity string `yaml:"轻重"` // "" for the severity's
}

// Year is what the 任务清单.xlsx of a new year says.
type Year struct {
	ListTitle      string    `yaml:"清单标题"`
	ListNote       string    `yaml:"清单说明"`
	EmptyNote      string    `yaml:"空清单说明"`
	Foot           string    `yaml:"页脚"`
	RosterTitle    string    `yaml:"名录标题"`
	RosterNote     string    `yaml:"名录说明"`
	SettingsTitle  string    `yaml:"设置标题"`
	SettingsNote   string    `yaml:"设置说明"`
	Settings       []Setting `yaml:"设置"`
	ReceiptsTitle  string    `yaml:"登记标题"`
	ReceiptsNote   string    `yaml:"登记说明"`
	SensitiveTitle string    `yaml:"敏感标题"`
	SensitiveNote  string    `yaml:"敏感说明"`
	TaughtTitle    string    `yaml:"词表标题"`
	TaughtNote     string    `yaml:"词表说明"`
}

// Setting is a line of 设置: its value in a new folder and what it is for.
type Setting struct {
	Item  string `yaml:"项目"`
	Value string `yaml:"值"`
	Note  string `yaml:"说明"`
}

// Default returns the built-in wording, which is read once and not written to.
var Default = sync.OnceValue(func() *Wording {
	w := &Wording{}
	if err := yaml.UnmarshalWithOptions(wording, w, yaml.Strict()); err != nil {
		panic("built-in wording: " + err.Error()) // a test reads it; it can't fail on a user's machine
	}
	return w
})

// Fill puts values into a text, where their names stand in braces: pairs of name and value.
// What stands in other braces stays.
func Fill(text string, pairs ...string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		b.WriteString(text[:open])
		text = text[open:]
		name, rest, closed := strings.Cut(text[1:], "}")
		value, known := valueOf(name, pairs)
		if closed && known {
			b.WriteString(value)
			text = rest
			continue
		}
		b.WriteByte('{')
		text = text[1:]
	}
	b.WriteString(text)
	return b.String()
}

func valueOf(name string, pairs []string) (value string, known bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1], true
		}
	}
	return "", false
}
