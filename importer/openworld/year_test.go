package openworld

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// booksAYear is how many forms a year folder holds.
const booksAYear = 7

// year makes the year folder of a seed: the list and some forms, each of a layout of its
// own. Two seeds that follow each other hold the same layouts, first with the words that
// everybody uses, then with words that stand only in this test. Where only is given,
// no other layout is used.
func (w *world) year(seed int, only string, into string) (*folder, []*book, error) {
	rng := rand.New(rand.NewPCG(uint64(seed), 7))
	f := &folder{world: w, list: w.lists[seed/2%len(w.lists)], known: seed%2 == 0, token: 10000 + rng.IntN(50000), owner: map[string][]owner{}}
	taken := map[voice]bool{}
	paths := map[string]bool{}
	var books []*book
	for i := range booksAYear {
		l := layouts[(seed/2*booksAYear+i)%len(layouts)]
		if only != "" && l.name != only {
			continue
		}
		j := &job{folder: f, rng: rand.New(rand.NewPCG(uint64(seed), uint64(100+i))), layout: l.name}
		if !j.place(l, taken) {
			continue
		}
		b := l.make(j)
		for paths[strings.ToLower(b.file())] {
			b.path += "之二"
		}
		paths[strings.ToLower(b.file())] = true
		if err := b.write(into, f); err != nil {
			return nil, nil, fmt.Errorf("seed %d, %s: %w", seed, l.name, err)
		}
		books = append(books, b)
	}
	return f, books, nil
}

// place finds departments and a quarter for which nothing was sent yet.
func (j *job) place(l layout, taken map[voice]bool) bool {
	departments := slices.Clone(j.list.departments)
	j.rng.Shuffle(len(departments), func(a, b int) { departments[a], departments[b] = departments[b], departments[a] })
	for _, q := range j.rng.Perm(4) {
		j.quarter, j.departments = q+1, nil
		if l.since {
			j.quarter = max(2, j.quarter)
		}
		for _, d := range departments {
			free := len(j.departments) < l.need
			for q := range j.quarter {
				if q+1 == j.quarter || l.since {
					free = free && !taken[voice{d.name, q + 1}]
				}
			}
			if free {
				j.departments = append(j.departments, d.name)
			}
		}
		if len(j.departments) < l.need {
			continue
		}
		for _, d := range j.departments {
			for q := range j.quarter {
				if q+1 == j.quarter || l.since {
					taken[voice{d, q + 1}] = true
				}
			}
		}
		return true
	}
	return false
}

// issue writes the list with its roster and settings; strange heads it with words that
// stand only in this test.
func (f *folder) issue(into string, strange bool) error {
	x := excelize.NewFile()
	defer x.Close()
	x.SetSheetName("Sheet1", "任务清单")
	put := func(sheet string, row int, cells ...string) {
		for i, c := range cells {
			at, _ := excelize.CoordinatesToCellName(i+1, row)
			x.SetCellStr(sheet, at, c)
		}
	}
	put("任务清单", 1, f.list.name)
	heading := []string{"序号", "工作任务", "具体要求", "责任单位", "完成时限"}
	if strange {
		rng := rand.New(rand.NewPCG(uint64(f.token), 3))
		for i, role := range []string{"number", "task", "requirement", "department", "due"} {
			heading[i] = pick(rng, f.world.headings[role])
		}
	}
	put("任务清单", 2, heading...)
	first := 3
	for i, r := range f.list.requirements {
		task := f.list.tasks[r.task]
		if i > 0 && f.list.requirements[i-1].task == r.task {
			task = ""
		} else {
			first = i + 3
		}
		put("任务清单", i+3, r.number, task, r.text, r.duty, r.due)
		if last := i+1 == len(f.list.requirements) || f.list.requirements[i+1].task != r.task; last && i+3 > first {
			x.MergeCell("任务清单", fmt.Sprintf("B%d", first), fmt.Sprintf("B%d", i+3))
		}
	}
	x.NewSheet("部门名录")
	put("部门名录", 1, "部门名称", "类别", "别名", "启用", "停用")
	for i, d := range f.list.departments {
		put("部门名录", i+2, d.name, d.kind, d.aliases)
	}
	x.NewSheet("设置")
	put("设置", 1, "项目", "值")
	put("设置", 2, "年度", fmt.Sprint(f.list.year))
	put("设置", 3, "单位名称", f.list.unit)
	put("设置", 4, "报送截止日", "次月8日")
	return x.SaveAs(filepath.Join(into, "任务清单.xlsx"))
}
