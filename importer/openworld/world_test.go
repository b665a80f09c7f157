package openworld

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// world is what the generator draws from: three lists, and words by role. Nothing of it
// comes from the program's own vocabulary.
type world struct {
	lists     []*list
	headings  map[string][]string
	texts     map[string][]string
	statuses  map[string][]string
	titles    []string
	filenames []string
}

// list is a list of the year as issued, with its roster.
type list struct {
	year              int
	file              string
	unit, name, topic string
	departments       []department
	tasks             []string
	requirements      []*requirement
}

type department struct{ name, kind, aliases string }

type requirement struct {
	task                           int // index in tasks
	number, text, duty, due, short string
	departments                    []string // everybody who has a part in it
}

// own returns what the department has a part in, in list order.
func (l *list) own(department string) []*requirement {
	var own []*requirement
	for _, r := range l.requirements {
		for _, d := range r.departments {
			if d == department {
				own = append(own, r)
			}
		}
	}
	return own
}

// known are the plain words that every office uses.
var known = map[string][]string{
	"number":       {"序号", "编号"},
	"task":         {"工作任务", "重点任务"},
	"requirement":  {"具体要求", "工作要求"},
	"progress":     {"进展情况", "工作进展", "落实情况"},
	"status":       {"完成状态", "状态"},
	"completed_on": {"完成时间", "办结时间"},
	"problems":     {"存在问题"},
	"next_steps":   {"下一步打算", "下一步工作"},
	"evidence":     {"佐证材料"},
	"remarks":      {"备注"},
	"department":   {"责任单位", "责任部门"},
	"percent":      {"完成率", "完成比例"},
	"due":          {"完成时限"},
	"earlier":      {"上季度进展", "上季度完成情况"},
	"plan":         {"本季度计划", "本季度目标"},
}

var knownStatuses = map[string][]string{
	"completed":      {"已完成"},
	"in_progress":    {"推进中", "正在推进"},
	"ongoing":        {"常态化", "持续推进"},
	"behind":         {"滞后", "进展缓慢"},
	"not_started":    {"未启动", "未开展"},
	"not_applicable": {"不涉及", "不适用"},
}

var (
	knownTitles    = []string{"{年}年{季}{事}完成情况表", "{年}年{季}{事}进展情况统计表", "{部门}{年}年{季}{事}完成情况表"}
	knownFilenames = []string{"{部门}{年}年{季}报表", "{年}年{季}_{部门}", "{部门}{季}完成情况"}
)

// load reads the lists and the words of the test.
func load() (*world, error) {
	w := &world{headings: map[string][]string{}, texts: map[string][]string{}, statuses: map[string][]string{}}
	for _, name := range []string{"list-openness.txt", "list-projects.txt", "list-law.txt"} {
		l, err := loadList(name)
		if err != nil {
			return nil, err
		}
		w.lists = append(w.lists, l)
	}
	for name, into := range map[string]map[string][]string{"headings.txt": w.headings, "texts.txt": w.texts} {
		role := ""
		if err := eachLine(name, func(line string) {
			if strings.HasPrefix(line, "[") {
				role = strings.Trim(line, "[]")
				return
			}
			into[role] = append(into[role], line)
		}); err != nil {
			return nil, err
		}
	}
	if err := eachLine("statuses.txt", func(line string) {
		status, said, _ := strings.Cut(line, " | ")
		w.statuses[status] = append(w.statuses[status], said)
	}); err != nil {
		return nil, err
	}
	if err := eachLine("titles.txt", func(line string) { w.titles = append(w.titles, line) }); err != nil {
		return nil, err
	}
	return w, eachLine("filenames.txt", func(line string) { w.filenames = append(w.filenames, line) })
}

// eachLine calls do with each line of a file of the test, without comments.
func eachLine(name string, do func(string)) error {
	b, err := os.ReadFile(filepath.Join("testdata", "openworld", name))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			do(line)
		}
	}
	return nil
}

func loadList(name string) (*list, error) {
	l := &list{file: strings.TrimSuffix(strings.TrimPrefix(name, "list-"), ".txt")}
	err := eachLine(name, func(line string) {
		word, rest, _ := strings.Cut(line, " ")
		part := strings.Split(rest, " | ")
		switch word {
		case "year":
			fmt.Sscan(rest, &l.year)
		case "unit":
			l.unit = rest
		case "name":
			l.name = rest
		case "topic":
			l.topic = rest
		case "department":
			l.departments = append(l.departments, department{part[0], part[1], part[2]})
		case "task":
			l.tasks = append(l.tasks, rest)
		default:
			part = strings.Split(line, " | ")
			r := &requirement{task: len(l.tasks) - 1, number: part[0], text: part[1], duty: part[2], due: part[3], short: part[4]}
			for _, d := range l.departments {
				if strings.Contains(r.duty, d.name) {
					r.departments = append(r.departments, d.name)
				}
			}
			l.requirements = append(l.requirements, r)
		}
	})
	if err == nil && (l.year == 0 || len(l.requirements) < 20) {
		err = fmt.Errorf("%s holds no list", name)
	}
	return l, err
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }
