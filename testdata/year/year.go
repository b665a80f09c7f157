// Package year makes up a year folder of any size: a list, a roster, settings and what the
// departments send back in four quarters, for measuring. Nothing in it is real but the task
// list. The same size and seed give the same bytes. Only tests and the programs below it
// call it, so it is no part of the tool.
package year

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"taizhang/seeds"
)

const (
	of   = 2021
	unit = "示例县人民政府办公室"
)

var numerals = []string{"", "一", "二", "三", "四"}

// requirement is a line of the list with what its merged cells say.
type requirement struct {
	task, text, duty string
	no               string // as printed before the text
	opensTask        bool
	opensDuty        bool
}

// Make writes a year of so many returns into the folder: a quarter of it as departments, a
// return of each in each quarter. Returns must be a multiple of four and at most 9,000.
func Make(folder string, returns int, seed uint64) error {
	if returns < 4 || returns%4 != 0 || returns/4 > len(sections)+len(places())*len(offices) {
		return fmt.Errorf("year: %d returns: want a multiple of 4 up to 9000", returns)
	}
	list := issued()
	names := departments(returns / 4)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	if err := writeList(filepath.Join(folder, "任务清单.xlsx"), list, names); err != nil {
		return err
	}
	for q := 1; q <= 4; q++ {
		if err := os.MkdirAll(filepath.Join(folder, quarterFolder(q)), 0o777); err != nil {
			return err
		}
	}
	for i, name := range names {
		d := newDepartment(name, list, rand.New(rand.NewPCG(seed, uint64(i))))
		for q := 1; q <= 4; q++ {
			path := filepath.Join(folder, quarterFolder(q), fmt.Sprintf("%s%d年第%s季度报送表.xlsx", name, of, numerals[q]))
			if err := d.write(path, q); err != nil {
				return err
			}
		}
	}
	return nil
}

func quarterFolder(q int) string { return "第" + numerals[q] + "季度" }

// issued returns the list that the tool carries, with those of its requirements that are
// due for everybody (7, 24, 28) led by the office and supported by all: each department
// answers 27, and one that is late with its own does not make 250 overdue.
func issued() []requirement {
	var list []requirement
	var task, duty string
	for line := range strings.Lines(string(seeds.List.Data)) {
		cells := strings.Split(strings.TrimSuffix(strings.TrimSpace(line), " |"), " | ")
		if cells[0] == "工作任务" {
			continue
		}
		r := requirement{opensTask: len(cells) == 3, opensDuty: len(cells) >= 2}
		if r.opensTask {
			task, cells = cells[0], cells[1:]
		}
		if r.opensDuty {
			duty = cells[1]
		}
		r.task, r.text, r.duty = task, cells[0], duty
		r.no, _, _ = strings.Cut(r.text, ".")
		if r.no == "7" || r.no == "24" || r.no == "28" {
			r.duty = "办公室牵头,其他股室及属下单位配合"
		}
		r.opensDuty = r.opensDuty || r.duty != list[len(list)-1].duty
		list = append(list, r)
	}
	return list
}

// writeList writes 任务清单.xlsx: the list with its merged cells, the roster, the settings.
func writeList(path string, list []requirement, names []string) error {
	f := excelize.NewFile()
	defer f.Close()
	s := &sheet{f: f, name: "任务清单"}
	s.keep(f.SetSheetName("Sheet1", s.name))
	s.row(1, fmt.Sprintf("%s%d年政务公开工作要点任务分工表", unit, of))
	s.merge(1, 1, 1, 3)
	s.row(2, "工作任务", "具体要求", "责任部门")
	task, duty := 3, 3
	for i, r := range list {
		row := 3 + i
		cells := []any{nil, r.text, nil}
		if r.opensTask {
			cells[0] = r.task
			s.merge(task, 1, row-1, 1)
			task = row
		}
		if r.opensDuty {
			cells[2] = r.duty
			s.merge(duty, 3, row-1, 3)
			duty = row
		}
		s.row(row, cells...)
	}
	s.merge(task, 1, len(list)+2, 1)
	s.merge(duty, 3, len(list)+2, 3)

	s.open("部门名录")
	s.row(1, "部门名称", "类别", "别名", "启用", "停用")
	for i, name := range names {
		kind := "属下单位"
		if i < len(sections) {
			kind = "股室"
		}
		s.row(2+i, name, kind)
	}
	s.open("设置")
	for i, line := range [][]any{{"项目", "值"}, {"年度", of}, {"单位名称", unit}, {"截至季度", "2021Q4"}, {"报送截止日", "次月8日"},
		{"无牵头时", "共同负责"}, {"公开电话", "12345"}} {
		s.row(1+i, line...)
	}
	return s.save(path)
}
