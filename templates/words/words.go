// Package words is the vocabulary of the field as data: what columns are called, how
// statuses are written, what counts as no answer. An office extends it with a 词表.yaml
// of its own; no word of it stands in code.
package words

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"taizhang/importer/fold"
)

//go:embed 词表.yaml
var builtin []byte

// Role is what a column is for, by its name in the vocabulary.
type Role string

const (
	Number      Role = "序号"
	Task        Role = "工作任务"
	Requirement Role = "具体要求"
	Department  Role = "责任部门"
	Lead        Role = "牵头部门"
	Support     Role = "配合部门"
	Person      Role = "责任人"
	Progress    Role = "进展"
	Status      Role = "状态"
	Percent     Role = "完成比例"
	Completed   Role = "完成时间"
	Due         Role = "完成时限"
	Evidence    Role = "佐证材料"
	Problems    Role = "存在问题"
	NextSteps   Role = "下步措施"
	Score       Role = "评分"
	Filler      Role = "填报"
	Remarks     Role = "备注"
	From        Role = "启用"
	Until       Role = "停用"
	Change      Role = "调整说明"

	// Roles that no word of the vocabulary gives a column by itself.
	Plan      Role = "计划"   // what is still to be done: 下季度计划完成情况
	Earlier   Role = "以前填报" // what was said before: 上季度完成情况
	Tick      Role = "勾选"   // a tick under the name of a status
	Key       Role = "识别码"  // the hidden key of a form
	OtherText Role = "其他栏目" // nobody knows; kept with its heading
	Skip      Role = "不读"   // the office said that the column is not to be read
)

// ColumnRoles lists the roles that a column may be given by its heading and content, in the
// order in which equal ones are preferred.
var ColumnRoles = []Role{Number, Task, Requirement, Department, Lead, Support, Person, Progress, Status, Percent, Completed, Due,
	Evidence, Problems, NextSteps, Remarks, Score, Filler, From, Until, Change}

// codes are the roles as 台账.json prints them.
var codes = map[Role]string{Number: "number", Task: "task", Requirement: "requirement", Department: "department", Lead: "lead", Support: "support",
	Person: "person", Progress: "progress", Status: "status", Percent: "percent", Completed: "completed_on", Due: "due", Evidence: "evidence",
	Problems: "problems", NextSteps: "next_steps", Remarks: "remarks", Score: "score", Filler: "filler", Plan: "plan", Earlier: "earlier",
	Tick: "tick", Key: "key"}

// Asks reports whether a column of the role tells rows apart and holds no answer.
func (r Role) Asks() bool {
	switch r {
	case Number, Task, Requirement, Department, Lead, Support, Person, Due, Key, Score, Filler, From, Until, Change:
		return true
	}
	return false
}

// Answers reports whether a column of the role is filled in by a department.
func (r Role) Answers() bool {
	switch r {
	case Progress, Status, Percent, Completed, Evidence, Problems, NextSteps, Tick:
		return true
	}
	return false
}

// Code returns the role as 台账.json prints it; "" for no role.
func (r Role) Code() string {
	if code, ok := codes[r]; ok || r == "" {
		return code
	}
	return "other"
}

// Label is what an info row above the table states.
type Label string

const (
	Whose Label = "部门"
	When  Label = "季度"
	On    Label = "日期"
	Other Label = "其他"
)

// Words is the vocabulary. Slices are in the order of the file: earlier words weigh more
// where two fit.
type Words struct {
	Columns     map[Role][]string   `yaml:"栏目"`
	Labels      map[Label][]string  `yaml:"抬头"`
	Composed    map[string]string   `yaml:"抬头构词"` // words parted by spaces: what is done with a form, and by label what may stand behind it
	Statuses    map[string][]string `yaml:"状态"`   // by the status as the ledger prints it
	Unanswered  []string            `yaml:"不算填报"`
	Nothing     []string            `yaml:"没有"`
	Notes       []string            `yaml:"注释"`
	Signatures  []string            `yaml:"签字"`
	Totals      []string            `yaml:"合计"`
	Collectives map[string][]string `yaml:"集体"` // by the collective's plain name
	Heads       map[Role][]string   `yaml:"词头"` // nouns that a heading may end in, by what it then is about
	Samples     []string            `yaml:"样表"`
	Ahead       []string            `yaml:"前瞻"`   // words of what is still to come
	NextOpens   []string            `yaml:"下步开头"` // what opens a sentence about the next steps
	Grammar     map[string]string   `yaml:"状态语法"` // words parted by spaces, by what they do in a status
	Against     map[string]string   `yaml:"对照"`   // words parted by spaces, by what they say of something that is not done

	roles  map[string][]Role // by folded heading
	labels map[string]Label  // by folded label

	totals, unanswered, nothing map[string]bool // folded
}

// Default returns the built-in vocabulary.
func Default() *Words {
	w, err := parse(builtin)
	if err != nil {
		panic("built-in vocabulary: " + err.Error()) // a test reads it; it can't fail on a user's machine
	}
	w.index()
	return w
}

// With returns the vocabulary with an office's own words added. The error names the line
// of the YAML file: where it is no YAML, and where it adds to a column, label or status
// that there is none of. Collectives of its own are allowed.
func (w *Words) With(data []byte) (*Words, error) {
	own, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("词表.yaml: %w", err)
	}
	if err := cmp.Or(unknown("栏目", w.Columns, own.Columns, data), unknown("抬头", w.Labels, own.Labels, data), unknown("抬头构词", w.Composed, own.Composed, data), unknown("状态", w.Statuses, own.Statuses, data), unknown("状态语法", w.Grammar, own.Grammar, data), unknown("对照", w.Against, own.Against, data)); err != nil {
		return nil, fmt.Errorf("词表.yaml: %w", err)
	}
	sum := &Words{
		Columns:     join(w.Columns, own.Columns),
		Labels:      join(w.Labels, own.Labels),
		Statuses:    join(w.Statuses, own.Statuses),
		Collectives: join(w.Collectives, own.Collectives),
		Unanswered:  slices.Concat(w.Unanswered, own.Unanswered),
		Nothing:     slices.Concat(w.Nothing, own.Nothing),
		Notes:       slices.Concat(w.Notes, own.Notes),
		Signatures:  slices.Concat(w.Signatures, own.Signatures),
		Totals:      slices.Concat(w.Totals, own.Totals),
		Heads:       join(w.Heads, own.Heads),
		Samples:     slices.Concat(w.Samples, own.Samples),
		Ahead:       slices.Concat(w.Ahead, own.Ahead),
		NextOpens:   slices.Concat(w.NextOpens, own.NextOpens),
		Grammar:     moved(w.Grammar, own.Grammar),
		Composed:    moved(w.Composed, own.Composed),
		Against:     moved(w.Against, own.Against),
	}
	sum.index()
	return sum, nil
}

// unknown reports an entry of a part that the program gives no meaning: its words would
// be without effect.
func unknown[K ~string, V any](part string, known, own map[K]V, data []byte) error {
	for _, name := range slices.Sorted(maps.Keys(own)) {
		if _, ok := known[name]; ok {
			continue
		}
		line := 1 + bytes.Count(data[:max(bytes.Index(data, []byte(name)), 0)], []byte("\n"))
		names := make([]string, 0, len(known))
		for _, k := range slices.Sorted(maps.Keys(known)) {
			names = append(names, string(k))
		}
		return fmt.Errorf("[%d] “%s”里没有“%s”这一项，可用的有：%s", line, part, name, strings.Join(names, "、"))
	}
	return nil
}

func parse(data []byte) (*Words, error) {
	w := &Words{}
	if len(strings.TrimSpace(string(data))) == 0 {
		return w, nil
	}
	if err := yaml.UnmarshalWithOptions(data, w, yaml.Strict()); err != nil {
		return nil, err
	}
	return w, nil
}

func join[K comparable](a, b map[K][]string) map[K][]string {
	sum := make(map[K][]string, len(a))
	for k, v := range a {
		sum[k] = v
	}
	for k, v := range b {
		sum[k] = slices.Concat(sum[k], v)
	}
	return sum
}

// moved adds an office's words to classes: of the status grammar, of composed labels. A word does one thing:
// who puts it in another class takes it out of the first.
func moved(known, own map[string]string) map[string]string {
	if len(own) == 0 {
		return known
	}
	sum := make(map[string]string, len(known))
	for class, list := range known {
		kept := slices.DeleteFunc(strings.Fields(list), func(word string) bool {
			for _, added := range own {
				if slices.Contains(strings.Fields(added), word) {
					return true
				}
			}
			return false
		})
		sum[class] = strings.Join(append(kept, strings.Fields(own[class])...), " ")
	}
	return sum
}

func (w *Words) index() {
	w.roles = map[string][]Role{}
	for role, names := range w.Columns {
		for _, name := range names {
			key := fold.Key(name)
			if !slices.Contains(w.roles[key], role) {
				w.roles[key] = append(w.roles[key], role)
			}
		}
	}
	for _, roles := range w.roles {
		slices.Sort(roles) // map order must not reach the reader
	}
	w.totals, w.unanswered, w.nothing = set(w.Totals), set(w.Unanswered), set(w.Nothing)
	w.labels = map[string]Label{}
	for label, nouns := range w.Composed {
		for _, deed := range strings.Fields(w.Composed[formDeed]) {
			for _, noun := range strings.Fields(nouns) {
				if label != formDeed {
					w.labels[fold.Key(deed+noun)] = Label(label)
				}
			}
		}
	}
	for label, names := range w.Labels {
		for _, name := range names {
			w.labels[fold.Key(name)] = label
		}
	}
}

// formDeed is the entry of what is done with a form: 填报, 报送.
const formDeed = "做法"

// Roles returns what a column with this heading may be for, none where the vocabulary
// does not know the heading. Spaces, line breaks, width and a bracket at the end (the
// unit: 完成比例（%）) don't count.
func (w *Words) Roles(heading string) []Role {
	if roles := w.roles[fold.Key(heading)]; len(roles) > 0 {
		return roles
	}
	if i := strings.IndexAny(heading, "(（[〔"); i > 0 {
		return w.roles[fold.Key(heading[:i])]
	}
	return nil
}

// Label returns what an info row's label states, "" where it is none.
func (w *Words) Label(label string) Label {
	bare := strings.TrimSpace(label)
	if i := strings.IndexAny(bare, "(（"); i > 0 && (strings.HasSuffix(bare, ")") || strings.HasSuffix(bare, "）")) {
		bare = bare[:i] // 填报单位（盖章）
	}
	return w.labels[fold.Key(bare)]
}

// IsTotal reports whether the whole of s says that a row is a sum.
func (w *Words) IsTotal(s string) bool { return w.totals[fold.Key(s)] }

// IsUnanswered reports whether the whole of s stands for an answer that was not given:
// 同上, 见附件, 略.
func (w *Words) IsUnanswered(s string) bool { return w.unanswered[fold.Key(s)] }

// longNote is how many characters a word has that opens a note without a mark behind it: 以上报规计股汇总.
const longNote = 3

// IsNote reports whether a text opens like a note: 注：, 填表说明:, 示例.
func (w *Words) IsNote(s string) bool {
	s = strings.TrimLeft(strings.TrimSpace(s), "*＊※（(【[")
	return slices.ContainsFunc(w.Notes, func(word string) bool {
		rest, ok := strings.CutPrefix(s, word)
		return ok && (rest == "" || utf8.RuneCountInString(word) >= longNote || strings.ContainsRune(":：.．、0123456789１２３４５６７８９)）】 　", []rune(rest)[0]))
	})
}

// IsNothing reports whether the whole of s says that there is nothing: 无, 暂无, /.
func (w *Words) IsNothing(s string) bool { return w.nothing[fold.Key(s)] }

// set returns the words folded, for finding one in any width or spacing.
func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, word := range words {
		m[fold.Key(word)] = true
	}
	return m
}
