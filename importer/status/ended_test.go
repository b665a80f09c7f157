package status

import (
	"testing"

	"taizhang/templates/words"
)

// A word for done and the day of its end say done; 收尾 without that word is work that goes on.
func TestEndedOn(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"完成，5月19日收尾":    Completed,
		"已办结，8月30日收工":   Completed,
		"已完成，于6月下旬全面扫尾": Completed,
		"完成一半，5月收尾":     NoStatus,
		"完成，预计5月19日收尾":  NoStatus,
	} {
		if got := g.Cell(text).Status; got != want && !(want == NoStatus && got != Completed) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// A status in a bracket at the end may have its share beside it, where both agree.
func TestStatusWithItsShareAtTheEnd(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"走访企业18家，收集诉求26条。（推进中，完成率40%）":   InProgress,
		"巡查河段9公里，清漂30吨【正在推进，进度65%】":      InProgress,
		"换发证书112本，旧证收回封存。(已完成，完成比例100%)": Completed,
		"换发证书112本，旧证收回封存。(已完成，完成比例60%)":  NoStatus,
		"换发证书112本，旧证收回封存。（推进中，完成率100%）":  NoStatus,
		"换发证书112本，旧证收回封存。（其中乡镇，完成率40%）":  NoStatus,
	} {
		if got := g.Sentence(text).Status; got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
