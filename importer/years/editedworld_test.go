package years

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// world is an office whose list is edited while decisions of it stand. It knows what became of
// each requirement, which the program does not.
type world struct {
	t       *testing.T
	rng     *rand.Rand
	folder  string
	year    int
	tasks   []string
	items   []item
	offices []office
	born    int
	of      map[string]int // lineage by task and text, all that ever were
	texts   map[string]int // lineage by text
	family  map[string]int // of departments by name: the same for one that carries another on
	edits   map[string]int // how often each kind of edit was made
}

// item is a requirement; id is its lineage, which an edited text keeps.
type item struct {
	id, task int
	text     string
	office   string
}

type office struct{ name, alias, from, until, past string }

func (w *world) pick(words ...string) string { return words[w.rng.IntN(len(words))] }
func (w *world) chance(p float64) bool       { return w.rng.Float64() < p }

var (
	aims   = []string{"公开", "及时发布", "集中展示", "规范编制", "定期更新", "梳理并公布"}
	fields = []string{"义务教育招生", "公共租赁住房", "农村危房改造", "食品安全抽检", "水源地水质", "重大建设项目", "社会救助标准", "医疗服务价格", "土地征收补偿", "劳动就业培训", "文化场馆开放", "道路养护工程", "安全生产检查", "财政专项资金"}
	things = []string{"的实施方案和结果", "的年度计划", "的办事指南", "的统计数据", "的申请条件和办理程序", "的责任清单", "的监督检查情况"}
	ends   = []string{"，每季度汇总一次", "，方便群众查询", "，并做好政策解读", "，接受社会监督", "", "，确保内容准确"}
)

func (w *world) newText() string {
	for {
		text := w.pick(aims...) + w.pick(fields...) + w.pick(things...) + w.pick(ends...)
		if !slices.ContainsFunc(w.items, func(i item) bool { return i.text == text }) {
			return text
		}
	}
}

func (w *world) add(task int) {
	w.born++
	w.items = append(w.items, item{w.born, task, w.newText(), w.offices[w.rng.IntN(len(w.offices))].name})
}

func begin(t *testing.T, seed uint64) *world {
	w := &world{t: t, rng: rand.New(rand.NewPCG(seed, 41)), of: map[string]int{}, edits: map[string]int{}, family: map[string]int{}, texts: map[string]int{}}
	w.tasks = []string{"做好重点领域公开", "做好政策发布", "做好平台建设"}
	for i, name := range []string{"办公室", "规划股", "财务股", "教育股", "市场监管股"} {
		w.offices = append(w.offices, office{name: name})
		w.family[name] = i + 1
	}
	for i := range 12 {
		w.add(i * len(w.tasks) / 12)
	}
	return w
}

// edit changes the list in a few places.
func (w *world) edit(quarter int) {
	for range 2 + w.rng.IntN(4) {
		at := w.rng.IntN(len(w.items))
		it := &w.items[at]
		kind := w.pick("reword", "shorten", "split", "move", "delete", "reorder", "add", "task", "rename office", "carry on", "end office")
		switch kind {
		case "reword":
			if w.chance(0.5) {
				it.text = w.pick("进一步", "按要求", "全面") + it.text
			} else {
				it.text += w.pick("，落实专人负责", "，年底前完成", "，形成长效机制")
			}
		case "shorten":
			if before, _, cut := strings.Cut(it.text, "，"); cut {
				it.text = before
			}
		case "split":
			before, after, cut := strings.Cut(it.text, "，")
			if !cut || len(after) < 12 {
				continue
			}
			it.text = before
			w.items = slices.Insert(w.items, at+1, item{it.id, it.task, "围绕上述" + strings.TrimLeft(before, "公开") + "，" + after, it.office})
		case "move":
			it.task = (it.task + 1) % len(w.tasks)
		case "delete":
			if len(w.items) < 8 {
				continue
			}
			w.items = slices.Delete(w.items, at, at+1)
		case "reorder":
			w.rng.Shuffle(len(w.items), func(a, b int) { w.items[a], w.items[b] = w.items[b], w.items[a] })
		case "add":
			w.add(w.rng.IntN(len(w.tasks)))
		case "task":
			w.tasks[it.task] = w.pick("扎实", "持续", "全力") + w.tasks[it.task]
		default:
			w.editOffice(kind, quarter)
		}
		w.edits[kind]++
	}
}

// editOffice renames a department outright, has another one carry it on, or ends it.
func (w *world) editOffice(kind string, quarter int) {
	var there []int
	for i, o := range w.offices {
		if o.until == "" {
			there = append(there, i)
		}
	}
	if len(there) < 3 {
		return
	}
	o := &w.offices[there[w.rng.IntN(len(there))]]
	old := o.name
	w.born++
	name := fmt.Sprintf("%s%s股", w.pick("综合", "法规", "服务", "监督", "信息"), w.pick("一", "二", "三", "四")+fmt.Sprint(w.born))
	now := fmt.Sprintf("%dQ%d", w.year, quarter)
	if kind != "end office" {
		w.family[name] = w.family[old]
	}
	switch kind {
	case "rename office":
		if o.name, o.past = name, ""; w.chance(0.5) {
			o.alias = old
		}
	case "carry on":
		o.until = now
		w.offices = append(w.offices, office{name: name, from: now, past: old})
	case "end office":
		o.until = now
		return
	}
	for i := range w.items {
		if w.items[i].office == old {
			w.items[i].office = name
		}
	}
}

func lineage(task, text string) string { return task + "\n" + text }

// writeList writes 任务清单.xlsx, tasks together.
func (w *world) writeList() {
	slices.SortStableFunc(w.items, func(a, b item) int { return a.task - b.task })
	f := excelize.NewFile()
	defer f.Close()
	put := func(sheet string, rows [][]string) {
		if _, err := f.NewSheet(sheet); err != nil {
			w.t.Fatal(err)
		}
		for i, row := range rows {
			if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				w.t.Fatal(err)
			}
		}
	}
	rows := [][]string{{"工作任务", "具体要求", "责任部门"}}
	for _, it := range w.items {
		rows = append(rows, []string{w.tasks[it.task], it.text, it.office})
		w.texts[it.text] = it.id
		w.of[lineage(w.tasks[it.task], it.text)] = it.id
	}
	put("任务清单", rows)
	rows = [][]string{{"部门名称", "类别", "别名", "启用", "停用", "承接"}}
	for _, o := range w.offices {
		rows = append(rows, []string{o.name, "股室", o.alias, o.from, o.until, o.past})
	}
	put("部门名录", rows)
	put("设置", [][]string{{"项目", "值"}, {"年度", fmt.Sprint(w.year)}})
	if err := f.DeleteSheet("Sheet1"); err != nil {
		w.t.Fatal(err)
	}
	if err := f.SaveAs(filepath.Join(w.folder, "任务清单.xlsx")); err != nil {
		w.t.Fatal(err)
	}
}

// report writes the returns of a quarter, each with something that the office has to decide.
func (w *world) report(quarter int) {
	name := "第" + []string{"一", "二", "三", "四"}[quarter-1] + "季度"
	for i, o := range w.offices {
		if o.until != "" {
			continue
		}
		lines := []string{"填报单位：" + o.name, "具体要求,完成情况,完成状态,办理成色"}
		for _, it := range w.items {
			if it.office == o.name {
				lines = append(lines, fmt.Sprintf("%s,本季度开展相关工作%d次,%s,甲等", strings.ReplaceAll(it.text, ",", "，"), 1+w.rng.IntN(90), w.pick("推进中", "已完成", "嗯嗯", "未启动")))
			}
		}
		for range 2 {
			lines = append(lines, fmt.Sprintf("组织%s%d人开展义务植树,已栽种%d棵,已完成,乙等", w.pick("党员", "干部", "职工"), w.rng.IntN(900), w.rng.IntN(900)))
		}
		path := filepath.Join(w.folder, name, o.name+".csv")
		switch {
		case i == quarter%3: // nobody knows whose it is
			lines[0], path = "", filepath.Join(w.folder, name, fmt.Sprintf("材料%d.csv", quarter))
		case i == 3 && w.chance(0.6): // nobody knows of which quarter
			path = filepath.Join(w.folder, "报送", fmt.Sprintf("%s汇总%d.csv", o.name, quarter))
		}
		w.write(path, strings.Join(lines, "\n")+"\n")
	}
	w.write(filepath.Join(w.folder, name, "空表.csv"), fmt.Sprintf("%d次会议纪要\n", w.rng.IntN(1000)))
}

func (w *world) write(path, text string) {
	w.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
}
