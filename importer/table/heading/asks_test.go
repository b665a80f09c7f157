package heading

import (
	"testing"

	"taizhang/templates/words"
)

// A 是 or 否 says where a requirement stands only where the heading asks that.
func TestAsksElse(t *testing.T) {
	for text, want := range map[string]bool{
		"是否滞后": true, "是否逾期": true, "是否未完成": true, "是否涉密": true, "是否需要协调": true, "是否存在问题": true, "是否需延期": true, "有无困难": true,
		"是否完成": false, "是否办结": false, "是否达序时": false, "是否如期": false, "是否销号": false, "是否按时完成": false, "完成情况": false,
	} {
		if got := AsksElse(text); got != want {
			t.Errorf("%s asks something else: %v, want %v", text, got, want)
		}
	}
}

// A heading may ask without a noun: 完成于, 结没结.
func TestAsksWithoutANoun(t *testing.T) {
	h := New(words.Default())
	for text, want := range map[string]words.Role{"完成于": words.Completed, "全部办结于": words.Completed, "完成在哪天": words.Completed, "几号办结的": words.Completed, "结没结": words.Status, "完没完": words.Status, "目标编号": words.Number} {
		if fit := h.Of(text).Best(want); fit < 0.8 {
			t.Errorf("%s: %s fits %.2f", text, want, fit)
		}
	}
}

// A heading that asks for help, for what is lacking, or for what one came upon asks for problems, whoever
// is named in it; one that asks how it goes on asks for next steps.
func TestAsksForHelpOrWhatIsLeft(t *testing.T) {
	h := New(words.Default())
	for text, want := range map[string]words.Role{
		"需县领导出面协调的事项": words.Problems, "请市里帮忙的": words.Problems, "要分管领导拍板的": words.Problems, "希望上级明确的": words.Problems, "尚需镇里支持的": words.Problems,
		"还缺些什么": words.Problems, "尚欠的": words.Problems, "差哪几样": words.Problems, "与目标的差距": words.Problems, "遇上的坎": words.Problems, "工作中碰到的麻烦": words.Problems,
		"接下来怎么弄": words.NextSteps, "今后还要做的": words.NextSteps, "回头再办的事": words.NextSteps, "后面怎么推": words.NextSteps, "本月拟开展的工作": words.NextSteps,
	} {
		fits := h.Of(text)
		if fit := fits.Best(want); fit < 0.8 || fits.Best(words.Person, words.Progress) >= fit {
			t.Errorf("%s: %v, want %s", text, fits, want)
		}
	}
	for _, text := range []string{"要我们办的事", "需完成的工作量", "分管领导", "责任领导", "接到的任务", "完成差异率", "请示文号"} {
		if fit := h.Of(text).Best(words.Problems); fit >= 0.8 {
			t.Errorf("%s asks for problems: %.2f", text, fit)
		}
	}
}

// What was done is asked for by a verb of doing or a noun of how things stand, and not together with what
// is to be done, is lacking, or is somebody else's word.
func TestAsksDone(t *testing.T) {
	for text, want := range map[string]bool{
		"咱镇干成的": true, "这一季抓了啥": true, "三季度办到哪一步": true, "我所做的": true, "实干了什么": true, "本期情形": true, "主要动作": true, "落地实效": true,
		"下季要做的": false, "还没办完的": false, "领导批示情况": false, "经费情况": false, "存在的情况": false, "季度目标": false, "数据": false, "": false,
	} {
		if got := AsksDone(text); got != want {
			t.Errorf("%s asks what was done: %v, want %v", text, got, want)
		}
	}
}
