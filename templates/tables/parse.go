package tables

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// The file as it is written.
type (
	rawForm struct {
		ID       string             `yaml:"表式"`
		Title    string             `yaml:"名称"`
		Years    rawYears           `yaml:"年度"`
		Tables   []rawTable         `yaml:"表"`
		Sections []string           `yaml:"章节"`
		Change   []rawIndicator     `yaml:"修改"`
		Rules    []rawRule          `yaml:"规则"`
		Figures  []rawFigure        `yaml:"图"`
		Units    []map[string]int64 `yaml:"单位"`
		Absent   []string           `yaml:"不适用"`
		Heads    map[Head][]string  `yaml:"表头"`
	}
	rawYears struct {
		From  int `yaml:"自"`
		Until int `yaml:"至"`
	}
	rawTable struct {
		ID         string         `yaml:"编号"`
		Title      string         `yaml:"标题"`
		Section    string         `yaml:"部分"`
		Kind       string         `yaml:"性质"`
		Sum        string         `yaml:"汇总"`
		Unit       string         `yaml:"单位"`
		Decimals   int            `yaml:"小数"`
		Owners     []string       `yaml:"归口"`
		Public     string         `yaml:"公开"`
		Column     string         `yaml:"默认列"`
		Rows       []rawAxis      `yaml:"行"`
		Columns    []rawAxis      `yaml:"列"`
		Groups     []string       `yaml:"组"`
		Layout     [][]string     `yaml:"格"`
		Sentences  []string       `yaml:"句子"`
		Indicators []rawIndicator `yaml:"指标"`
	}
	rawAxis struct {
		Key      string   `yaml:"键"`
		Name     string   `yaml:"名称"`
		Names    []string `yaml:"又称"`
		Group    string   `yaml:"上级"`
		Inside   string   `yaml:"只在上级下"`
		Kind     string   `yaml:"性质"`
		Sum      string   `yaml:"汇总"`
		Unit     string   `yaml:"单位"`
		Decimals int      `yaml:"小数"`
		Signed   string   `yaml:"可负"`
		Note     string   `yaml:"口径"`
	}
	rawIndicator struct {
		ID         string   `yaml:"编号"`
		Name       string   `yaml:"名称"`
		Names      []string `yaml:"又称"`
		Unit       string   `yaml:"单位"`
		Decimals   *int     `yaml:"小数"`
		Kind       string   `yaml:"性质"`
		Sum        string   `yaml:"汇总"`
		Owners     []string `yaml:"归口"`
		Public     string   `yaml:"公开"`
		Definition string   `yaml:"口径"`
	}
	rawRule struct {
		ID        string   `yaml:"编号"`
		Table     string   `yaml:"表"`
		Severity  string   `yaml:"程度"`
		Code      string   `yaml:"问题"`
		Check     string   `yaml:"查"`
		Each      string   `yaml:"逐"`
		Only      []string `yaml:"范围"`
		Left      []string `yaml:"左边"`
		Op        string   `yaml:"关系"`
		Right     []string `yaml:"右边"`
		Explained string   `yaml:"可说明"`
		Says      string   `yaml:"说法"`
		Hint      string   `yaml:"提示"`
		NoZero    string   `yaml:"右边为零不核"`
		Factor    int      `yaml:"倍数"`
		From      int      `yaml:"起点"`
		Except    []string `yaml:"除非单位"`
		About     string   `yaml:"说到"`
		Unless    string   `yaml:"除外"`
		Phrases   []struct {
			Pattern   string `yaml:"写法"`
			Indicator string `yaml:"指标"`
		} `yaml:"正文"`
	}
)

// Fault is what is wrong in a file, with the line that it stands in.
type Fault struct {
	File string
	Line int // 0 where the file as a whole is meant
	Why  string
}

func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.File + "：" + f.Why
	}
	return fmt.Sprintf("%s 第 %d 行：%s", f.File, f.Line, f.Why)
}

// source is a file while it is read.
type source struct {
	name string
	data []byte
}

func (s source) parse() (rawForm, error) {
	var raw rawForm
	if len(bytes.TrimSpace(s.data)) == 0 {
		return raw, nil
	}
	if err := yaml.UnmarshalWithOptions(s.data, &raw, yaml.Strict()); err != nil {
		return raw, &Fault{File: s.name, Line: lineOf(err), Why: "写法有误，" + firstLine(err)}
	}
	return raw, nil
}

// fault names the line in which the last of the words stands, each searched behind the one
// before.
func (s source) fault(why string, words ...string) error {
	at := 0
	for _, word := range words {
		if i := bytes.Index(s.data[at:], []byte(word)); i >= 0 && word != "" {
			at += i
		}
	}
	line := 0
	if at > 0 {
		line = 1 + bytes.Count(s.data[:at], []byte("\n"))
	}
	return &Fault{File: s.name, Line: line, Why: why}
}

// lineOf returns the line that an error of the YAML reader names: [12:3] ….
func lineOf(err error) int {
	line := 0
	_, _ = fmt.Sscanf(err.Error(), "[%d:", &line)
	return line
}

func firstLine(err error) string {
	first, _, _ := strings.Cut(err.Error(), "\n")
	if i := strings.Index(first, "] "); i >= 0 {
		first = first[i+2:]
	}
	return first
}

// choice returns the value that a word stands for. An empty word takes the first.
func choice[T ~string](s source, word string, allowed []T, where ...string) (T, error) {
	if word == "" {
		return allowed[0], nil
	}
	if i := slices.Index(allowed, T(word)); i >= 0 {
		return allowed[i], nil
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = string(a)
	}
	return "", s.fault(fmt.Sprintf("“%s”看不懂，可用的有：%s", word, strings.Join(names, "、")), append(where, word)...)
}

// truth reads 是 or 否.
func (s source) truth(word string, otherwise bool, where ...string) (bool, error) {
	switch word {
	case "":
		return otherwise, nil
	case "是":
		return true, nil
	case "否":
		return false, nil
	}
	return false, s.fault(fmt.Sprintf("“%s”看不懂，请写“是”或“否”", word), append(where, word)...)
}
