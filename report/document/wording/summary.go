package wording

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/status"
	"taizhang/report/chart"
	"taizhang/report/publish"
)

// open are the standings of what is still to be done.
var open = []status.Status{status.InProgress, status.Behind, status.NotStarted, status.NotReported}

// figuresDrawn says of each figure by its name whether it is printed.
func figuresDrawn(drawn map[string]bool) fact {
	f := fact{}
	for _, name := range chart.Names {
		f[name] = drawn[name]
	}
	return f
}

// gists are the requirements of which a telling sentence stands for what was done.
func gists(of []publish.Requirement) []publish.Requirement {
	return slices.DeleteFunc(slices.Clone(of), func(r publish.Requirement) bool { return !r.Active || r.Gist == "" })
}

// mostNamed is how many who answer for a task are named before the rest is counted.
const mostNamed = 3

// whose says who answers for the requirements: 办公室、计划财务股牵头; 办公室、市场执法股等负责. Where
// some are led and others shared, all of them are said to answer for it.
func whose(of []publish.Requirement) string {
	var lead, joint []string
	add := func(list *[]string, names []string) {
		for _, name := range names {
			if !slices.Contains(*list, name) {
				*list = append(*list, name)
			}
		}
	}
	for _, r := range of {
		add(&lead, r.Lead)
		if len(r.Lead) == 0 {
			add(&joint, r.Joint)
		}
	}
	joint = slices.DeleteFunc(joint, func(name string) bool { return slices.Contains(lead, name) })
	switch all := append(lead, joint...); {
	case len(all) == 0:
		return ""
	case len(joint) == 0:
		return together(all) + "牵头"
	default:
		return together(all) + "负责"
	}
}

// belongs says who answers for a requirement and until when: 办公室牵头，完成时限为2021年11月20日;
// 办公室负责，时限要求为每季度末.
func belongs(r publish.Requirement) string {
	var parts []string
	if who := whose([]publish.Requirement{r}); who != "" {
		parts = append(parts, who)
	}
	switch {
	case !r.Due.IsZero():
		parts = append(parts, "完成时限为"+r.Due.Label())
	case r.Recurring != "":
		parts = append(parts, "时限要求为"+r.Recurring)
	}
	return strings.Join(parts, "，")
}

func together(names []string) string {
	if len(names) > mostNamed {
		return strings.Join(names[:mostNamed], "、") + "等"
	}
	return strings.Join(names, "、")
}

// summed says how many of a task's requirements stand where, naming those that are still open where not
// all stand alike: 已完成1项，推进中1项（第11项）.
func summed(f fact) string {
	parts, _ := f["分项"].([]fact)
	if len(parts) < 2 {
		return composition(f, false)
	}
	var list []string
	for _, p := range parts {
		s := fmt.Sprintf("%s%d项", p["名称"], p["数"])
		of, _ := p["项"].([]fact)
		if slices.ContainsFunc(open, func(o status.Status) bool { return o.Label() == p["名称"] }) {
			s += bracketed(of)
		}
		list = append(list, s)
	}
	return strings.Join(list, "，")
}

// measures are what departments mean to do about what is not finished, each once, with all
// requirements of which it is said in the same words.
func measures(e publish.Edition) []fact {
	var order []string
	by := map[string][]publish.Requirement{}
	for _, r := range e.Requirements {
		if !r.Active || r.Next == "" {
			continue
		}
		if by[r.Next] == nil {
			order = append(order, r.Next)
		}
		by[r.Next] = append(by[r.Next], r)
	}
	var list []fact
	for _, text := range order {
		list = append(list, fact{"项": items(by[text]), "下步": words(text), "几家": by[text][0].Deciders > 1})
	}
	return list
}

// about returns the requirements of which the sentence that stands for what was done speaks of any of
// the words. What a requirement asks is no deed.
func about(list []fact, said ...string) []fact {
	return slices.DeleteFunc(slices.Clone(list), func(f fact) bool {
		text, _ := f["要点"].(words)
		return !slices.ContainsFunc(said, func(word string) bool { return word != "" && strings.Contains(string(text), word) })
	})
}

// lacking returns the requirements of which somebody says what is lacking.
func lacking(list []fact) []fact {
	return slices.DeleteFunc(slices.Clone(list), func(f fact) bool {
		text, _ := f["不足"].(words)
		return text == ""
	})
}

// leading returns the n weightiest of a list, in the order of the list.
func leading(n int, list []fact) ([]fact, error) {
	if n < 0 {
		return nil, fmt.Errorf("“前”后面的数要大于零")
	}
	weight := func(f fact) int { w, _ := f["分量"].(int); return w }
	best := slices.Clone(list)
	slices.SortStableFunc(best, func(a, b fact) int { return weight(b) - weight(a) })
	best = best[:min(n, len(best))]
	kept := map[any]bool{}
	for _, f := range best {
		kept[f["序号"]] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(f fact) bool { return !kept[f["序号"]] }), nil
}
