package words

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/fold"
)

func TestDefaultIsWhole(t *testing.T) {
	w := Default()
	for _, role := range []Role{Number, Task, Requirement, Department, Lead, Support, Person, Progress, Status, Percent, Completed, Due,
		Evidence, Problems, NextSteps, Score, Filler, Remarks, From, Until, Change} {
		if len(w.Columns[role]) == 0 {
			t.Errorf("column %s has no word", role)
		}
	}
	if len(w.Columns) != 21 {
		t.Errorf("%d kinds of column, 21 in code", len(w.Columns))
	}
	for _, label := range []Label{Whose, When, On, Other} {
		if len(w.Labels[label]) == 0 {
			t.Errorf("label %s has no word", label)
		}
	}
	for _, status := range []string{"已完成", "推进中", "常态化", "滞后", "未启动", "不适用"} {
		if !slices.Contains(w.Statuses[status], status) {
			t.Errorf("status %s does not know its own name", status)
		}
	}
	if len(w.Statuses) != 6 || len(w.Collectives) != 4 {
		t.Errorf("%d statuses, %d collectives", len(w.Statuses), len(w.Collectives))
	}
	for name, list := range map[string][]string{"不算填报": w.Unanswered, "没有": w.Nothing, "注释": w.Notes, "签字": w.Signatures, "合计": w.Totals} {
		if len(list) == 0 {
			t.Errorf("list %s is empty", name)
		}
	}
}

// One word means one status, one collective, one label: else the order of a map decides.
func TestNoWordMeansTwoThings(t *testing.T) {
	w := Default()
	for name, lists := range map[string]map[string][]string{"状态": w.Statuses, "集体": w.Collectives, "抬头": plain(w.Labels)} {
		owner := map[string]string{}
		for kind, list := range lists {
			for _, word := range list {
				key := fold.Key(word)
				if key == "" {
					t.Errorf("%s %s: %q folds to nothing", name, kind, word)
				}
				if o := owner[key]; o != "" && o != kind {
					t.Errorf("%s: %q is both %s and %s", name, word, o, kind)
				}
				owner[key] = kind
			}
		}
	}
}

// A word of the status grammar does one thing, or the order of a map decides what.
func TestGrammarWordsStandOnce(t *testing.T) {
	w := Default()
	if len(w.Grammar) < 40 {
		t.Errorf("%d classes", len(w.Grammar))
	}
	owner := map[string]string{}
	for class, list := range w.Grammar {
		if strings.HasPrefix(class, "单") || class == "泛指动作" {
			continue // of short clauses and whole cells only
		}
		for word := range strings.FieldsSeq(list) {
			if o := owner[word]; o != "" && o != class {
				t.Errorf("%q is both %s and %s", word, o, class)
			}
			owner[word] = class
		}
	}
}

// Who puts a word in another class takes it out of the first.
func TestWithMovesGrammarWords(t *testing.T) {
	w, err := Default().With([]byte("状态语法:\n  完成: 整妥 滞后\n"))
	if err != nil {
		t.Fatal(err)
	}
	done, slow := strings.Fields(w.Grammar["完成"]), strings.Fields(w.Grammar["缓慢"])
	if !slices.Contains(done, "整妥") || !slices.Contains(done, "完成") || !slices.Contains(done, "滞后") || slices.Contains(slow, "滞后") {
		t.Errorf("完成: %v, 缓慢: %v", done, slow)
	}
	if _, err := Default().With([]byte("状态语法:\n  完工: 整妥\n")); err == nil || !strings.Contains(err.Error(), "[2]") {
		t.Errorf("a class that there is none of: %v", err)
	}
}

func plain(labels map[Label][]string) map[string][]string {
	m := map[string][]string{}
	for k, v := range labels {
		m[string(k)] = v
	}
	return m
}

func TestRoles(t *testing.T) {
	w := Default()
	for heading, want := range map[string]string{
		"具体要求": "具体要求", "具 体\n要　求": "具体要求", "具体要求：": "具体要求", "No.": "序号", "完成比例（%）": "完成比例", "牵头单位（部门）": "牵头部门",
		"完成时间": "完成时间 完成时限", "完成情况": "状态 进展", "进度": "完成比例 状态", "责任单位": "责任部门", "填报日期": "填报", "办公室": "", "": "", "（）": "",
	} {
		var got []string
		for _, role := range w.Roles(heading) {
			got = append(got, string(role))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("Roles(%q) = %q, want %q", heading, got, want)
		}
	}
}

func TestRolesWithin(t *testing.T) {
	w := Default()
	for heading, want := range map[string]Role{
		"本季度工作进展及成效": Progress, "政务公开工作任务": Task, "存在问题和原因分析": Problems, "问题": "", "其他事项": "", "": "",
	} {
		roles := w.RolesWithin(heading)
		if want == "" && len(roles) > 0 || want != "" && !slices.Contains(roles, want) {
			t.Errorf("RolesWithin(%q) = %v, want %q", heading, roles, want)
		}
	}
}

func TestLabel(t *testing.T) {
	w := Default()
	for label, want := range map[string]Label{"填报单位（盖章）": Whose, "填 报 单 位": Whose, "填报季度": When, "填报日期": On, "审核人": Other, "工作任务": ""} {
		if got := w.Label(label); got != want {
			t.Errorf("Label(%q) = %q, want %q", label, got, want)
		}
	}
}

func TestIsNothing(t *testing.T) {
	w := Default()
	for s, want := range map[string]bool{"无": true, " 无。": true, "／": true, "－": true, "——": true, "": false, "无锡市": false} {
		if got := w.IsNothing(s); got != want {
			t.Errorf("IsNothing(%q) = %v", s, got)
		}
	}
}

func TestWith(t *testing.T) {
	w, err := Default().With([]byte("栏目:\n  具体要求: [公开事项]\n状态:\n  已完成: [搞定]\n集体:\n  各镇街: ['各镇(街)']\n没有: [木有]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(w.Roles("公开事项"), Requirement) || !slices.Contains(w.Roles("具体要求"), Requirement) {
		t.Error("the office's heading, or the built-in one, is not known")
	}
	if !slices.Contains(w.Statuses["已完成"], "搞定") || !slices.Contains(w.Statuses["已完成"], "已办结") || !w.IsNothing("木有") || len(w.Collectives["各镇街"]) != 1 {
		t.Error("words are missing")
	}
	if before := Default(); slices.Contains(before.Statuses["已完成"], "搞定") {
		t.Error("the built-in vocabulary was changed")
	}
	for _, empty := range []string{"", "  \n", "# 只有注释\n"} {
		if _, err := Default().With([]byte(empty)); err != nil {
			t.Errorf("With(%q): %v", empty, err)
		}
	}
}

func TestWithNamesTheLine(t *testing.T) {
	for name, data := range map[string]string{
		"no such part": "栏目:\n  具体要求: [公开事项]\n栏木:\n  序号: [号]\n",
		"not a list":   "没有: 木有\n",
		"no YAML":      "栏目: [\n",
	} {
		_, err := Default().With([]byte(data))
		if err == nil || !strings.Contains(err.Error(), "词表.yaml") || !strings.Contains(err.Error(), "[") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// A column or status that the program does not know would be silently without effect.
func TestWithRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, data := range []string{"栏目:\n  具体要球: [公开事项]\n", "抬头:\n  科室: [科室]\n", "状态:\n  做完了: [搞定]\n"} {
		if _, err := Default().With([]byte(data)); err == nil || !strings.Contains(err.Error(), "[2]") || !strings.Contains(err.Error(), "可用的有") {
			t.Errorf("With(%q): %v", data, err)
		}
	}
}

func FuzzWith(f *testing.F) {
	for _, s := range []string{"栏目:\n  具体要求: [公开事项]\n", "a: &a [*a]", "没有: [~]", "\xff", "状态: {已完成: [1, 2.5, true]}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if w, err := Default().With([]byte(s)); err == nil {
			w.Roles("具体要求")
		}
	})
}

// A word opens a note only where a mark stands behind it, or where it says enough by itself.
func TestIsNote(t *testing.T) {
	w := Default()
	for text, want := range map[string]bool{
		"注：数据截至9月": true, "（注1）只填数字": true, "※备注 另附": true, "例": true, "以上报规计股汇总": true, "填表说明按季填写": true,
		"注册登记事项全部公开": false, "例会制度已建立": false, "说明会召开2次": false, "注重实效": false, "": false,
	} {
		if got := w.IsNote(text); got != want {
			t.Errorf("%q opens a note: %v, want %v", text, got, want)
		}
	}
}
