// Package opendata prints the public edition for programs: the file that the annex brings
// along. It is 台账.json less what is not public, in the same words and under the same keys;
// texts and names stand as the annex prints them. It sees the edition and nothing else, so
// that what the publication gate withholds can't reach it.
package opendata

import (
	"bytes"
	"encoding/json"
	"fmt"

	"taizhang/report/publish"
)

// Name is the file's name, About what it is in one line, Type its MIME type.
const (
	Name  = "台账公开数据.json"
	About = "本附件的公开数据，供程序读取"
	Type  = "application/json"
)

// JSON returns the edition as indented UTF-8 JSON with a final line break.
func JSON(e publish.Edition) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(documentOf(e)); err != nil {
		return nil, fmt.Errorf("%s: %w", Name, err)
	}
	return b.Bytes(), nil
}

type document struct {
	Version      int           `json:"version"`
	Year         int           `json:"year"`
	Unit         string        `json:"unit"`
	AsOf         string        `json:"as_of"`
	Tasks        []task        `json:"tasks"`
	Requirements []requirement `json:"requirements"`
	Departments  []department  `json:"departments"`
	Standings    []standing    `json:"standings"`
	Coverage     []coverage    `json:"coverage"`
	Figures      figures       `json:"figures"`
	Numbers      *base         `json:"numbers,omitempty"` // where anybody has given a number
}

type task struct {
	No           int     `json:"no"`
	Title        string  `json:"title"`
	Group        *string `json:"group"`
	Requirements []int   `json:"requirements"`
}

// requirement has, besides the contract's keys, who answers as the list words it, and
// where it stands at as_of as the annex prints it.
type requirement struct {
	No        int      `json:"no"`
	Number    string   `json:"number"`
	Task      int      `json:"task"`
	Text      string   `json:"text"`
	Lead      []string `json:"lead"`
	Support   []string `json:"support"`
	Joint     []string `json:"joint"`
	Due       *string  `json:"due"`
	Recurring *string  `json:"recurring"`
	Active    *active  `json:"active"`
	Duty      string   `json:"duty"`
	Label     string   `json:"label"` // 已完成
	Overdue   bool     `json:"overdue"`
	Carried   *string  `json:"carried_from"` // the quarter that the label rests on, where that is an earlier one
	Done      string   `json:"done"`
	Next      *string  `json:"next"`
}

type active struct {
	From  *string `json:"from"`
	Until *string `json:"until"`
}

type department struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

// standing has a null status where the requirement does not count in the quarter.
type standing struct {
	Requirement int     `json:"requirement"`
	Quarter     string  `json:"quarter"`
	Status      *string `json:"status"`
	Active      bool    `json:"active"`
}

type coverage struct {
	Department string `json:"department"`
	Quarter    string `json:"quarter"`
	Expected   bool   `json:"expected"`
	Reported   bool   `json:"reported"`
	State      string `json:"state"`
}
