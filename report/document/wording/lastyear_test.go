package wording

import (
	"strings"
	"testing"

	"taizhang/report/internal/trial"
	"taizhang/report/publish"
	annexwords "taizhang/templates/annex"
)

// What the default wording says of last year reads like a person wrote it, whatever there
// is to say.
func TestLastYearSentences(t *testing.T) {
	many := trial.Year(trial.Lines(13), 3, false) // 7 completed of 11
	one := trial.Year(trial.Lines(1), 1, true)
	half := trial.Year(trial.Lines(13), 3, false)
	half.AsOf.N, half.Quarters = 2, half.Quarters[:2]
	half.CutOff = half.AsOf.Last()
	for _, tc := range []struct {
		name    string
		edition publish.Edition
		want    string
	}{
		{"many", trial.After(many, trial.Past{Year: 2020, Quarter: 4, Completed: 5, Ongoing: 3, Continued: []int{1, 2, 3, 7}, Suspended: []int{5}, Dropped: []string{"编制公开目录。", "开展培训。"}}, 9),
			"2020年共有15项具体要求，除常态化开展的3项外，其余12项中已完成5项，完成率为41.7%。2021年的完成率比2020年上升21.9个百分点。" +
				"按任务和内容逐项对照，2021年的13项具体要求中，延续2020年内容的9项，新增4项。2020年的具体要求有5项未再按原内容列入2021年清单，1项因年内清单调整目前不计算在内。\n" +
				"从“回头看”的情况看，截至2020年12月31日，2020年未完成的具体要求有7项。其中，4项继续列入2021年清单，截至2021年12月31日，已完成2项（第1、2项），推进中1项（第3项），滞后1项（第7项）；" +
				"1项因年内清单调整目前不计算在内（第5项）；2项未再按原内容列入2021年清单：\n2020年第3项（滞后）：编制公开目录。\n2020年第4项（滞后）：开展培训。\n"},
		{"one that goes on", trial.After(one, trial.Past{Year: 2020, Quarter: 4, Continued: []int{1}}, 1),
			"2020年共有1项具体要求，未完成。按任务和内容逐项对照，2021年的1项具体要求延续2020年的内容。\n" +
				"从“回头看”的情况看，截至2020年12月31日，2020年未完成的具体要求有1项，继续列入2021年清单，截至2021年12月31日，已完成（第1项）。\n"},
		{"one that does not", trial.After(one, trial.Past{Year: 2019, Quarter: 4, Dropped: []string{"编制公开目录。"}}, 0),
			"2019年共有1项具体要求，未完成。按任务和内容逐项对照，2021年的1项具体要求为新增。2019年的具体要求有1项未再按原内容列入2021年清单。\n" +
				"从“回头看”的情况看，截至2019年12月31日，2019年未完成的具体要求有1项，未再按原内容列入2021年清单：\n2019年第3项（滞后）：编制公开目录。\n"},
		{"none unfinished", trial.After(one, trial.Past{Year: 2020, Quarter: 4, Completed: 2}, 1),
			"2020年共有2项具体要求，全部完成。按任务和内容逐项对照，2021年的1项具体要求延续2020年的内容。2020年的具体要求有1项未再按原内容列入2021年清单。\n" +
				"从“回头看”的情况看，截至2020年12月31日，2020年没有未完成的具体要求。\n"},
		{"the same rate", trial.After(trial.Year(trial.Lines(6), 1, true), trial.Past{Year: 2020, Quarter: 4, Completed: 6}, 6),
			"2020年共有6项具体要求，全部完成，完成率为100%。2021年的完成率与2020年持平。按任务和内容逐项对照，2021年的6项具体要求均延续2020年的内容。\n" +
				"从“回头看”的情况看，截至2020年12月31日，2020年没有未完成的具体要求。\n"},
		{"all go on", trial.After(many, trial.Past{Year: 2020, Quarter: 4, Completed: 11, Continued: []int{1, 2}}, 13),
			"2020年共有13项具体要求，已完成11项，完成率为84.6%。2021年的完成率比2020年下降21.0个百分点。按任务和内容逐项对照，2021年的13项具体要求均延续2020年的内容。\n" +
				"从“回头看”的情况看，截至2020年12月31日，2020年未完成的具体要求有2项，均继续列入2021年清单，截至2021年12月31日，均已完成（第1、2项）。\n"},
		{"all out of force", trial.After(many, trial.Past{Year: 2020, Quarter: 4, Suspended: []int{1, 2}}, 0),
			"2020年共有2项具体要求，均未完成。按任务和内容逐项对照，2021年的13项具体要求均为新增。2020年的具体要求有2项因年内清单调整目前不计算在内。\n" +
				"从“回头看”的情况看，截至2020年12月31日，2020年未完成的具体要求有2项，均列入2021年清单，因年内清单调整目前不计算在内（第1、2项）。\n"},
		{"in the middle of the year", trial.After(half, trial.Past{Year: 2020, Quarter: 4, Completed: 11}, 11),
			"2020年共有11项具体要求，全部完成，完成率为100%。截至2020年6月30日，应完成的11项全部完成，完成率为100%。2021年的完成率比2020年同期下降63.6个百分点。" +
				"按任务和内容逐项对照，2021年的13项具体要求中，延续2020年内容的11项，新增2项。\n从“回头看”的情况看，截至2020年12月31日，2020年没有未完成的具体要求。\n"},
		{"last year breaks off", trial.After(one, trial.Past{Year: 2020, Quarter: 3, Ongoing: 2}, 1),
			"2020年（截至2020年9月30日）共有2项具体要求，均为常态化开展事项。按任务和内容逐项对照，2021年的1项具体要求延续2020年的内容。2020年的具体要求有1项未再按原内容列入2021年清单。\n" +
				"从“回头看”的情况看，截至2020年9月30日，2020年没有未完成的具体要求。\n"},
		{"an empty list then", trial.After(one, trial.Past{Year: 2020, Quarter: 4}, 0), "2020年没有列入清单的具体要求，不作比较。\n"},
		{"an empty list now", trial.After(trial.Year(nil, 0, true), trial.Past{Year: 2020, Quarter: 4, Completed: 2}, 0),
			"2020年共有2项具体要求，全部完成。2020年的具体要求有2项未再按原内容列入2021年清单。\n从“回头看”的情况看，截至2020年12月31日，2020年没有未完成的具体要求。\n"},
	} {
		if got := told(blocks(t, tc.edition, annexwords.Default())); got != tc.want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, tc.want)
		}
	}
}

// told is what the first section says of last year: from its number on.
func told(list []Block) string {
	var b strings.Builder
	sections := 0
	for _, block := range list {
		if block.Kind == Heading {
			sections++
		}
		if last := strings.HasPrefix(block.Text, "2020年") || strings.HasPrefix(block.Text, "2019年") || strings.HasPrefix(block.Text, "从“回头看”"); last && sections == 1 {
			b.WriteString(block.Text + "\n")
		}
	}
	return b.String()
}
