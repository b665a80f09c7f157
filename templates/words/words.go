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

	"taizhang/importer/fold"

	"github.com/goccy/go-yaml"
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
)

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
	Statuses    map[string][]string `yaml:"状态"` // by the status as the ledger prints it
	Unanswered  []string            `yaml:"不算填报"`
	Nothing     []string            `yaml:"没有"`
	Notes       []string            `yaml:"注释"`
	Signatures  []string            `yaml:"签字"`
	Totals      []string            `yaml:"合计"`
	Collectives map[string][]string `yaml:"集体"` // by the collective's plain name

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
	if err := cmp.Or(unknown("栏目", w.Columns, own.Columns, data), unknown("抬头", w.Labels, own.Labels, data), unknown("状态", w.Statuses, own.Statuses, data)); err != nil {
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
	}
	sum.index()
	return sum, nil
}

// unknown reports an entry of a part that the program gives no meaning: its words would
// be without effect.
func unknown[K ~string](part string, known, own map[K][]string, data []byte) error {
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
	for label, names := range w.Labels {
		for _, name := range names {
			w.labels[fold.Key(name)] = label
		}
	}
}

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
