package status

import (
	"testing"

	"taizhang/templates/words"
)

// What was left and is done leaves nothing; a count of what is late says nothing of the whole.
func TestWhatIsLeft(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"剩余3条小巷抢在霜冻前补完，10月15日全部完成。": Completed,
		"余下两户已签完，已完成":               Completed,
		"已完成，剩余3条小巷":                InProgress,
		"受理工单6385件，超期299件":          NoStatus,
		"受理工单6385件，进度滞后":            Behind,
	} {
		if got := g.Sentence(text).Status; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
